package component_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/text"
)

// messages is what a customer may do to a form: keys, words of an input method,
// pastes.
func messages() *rapid.Generator[tea.Msg] {
	names := make([]string, 0, len(codes))
	for name := range codes {
		names = append(names, name)
	}
	slices.Sort(names) // the same draws each time
	words := []string{
		"홍길동", "ㅅ", "가", "0", "7", "12", "a", "q", "w", "e", "t", "-", ".", ",", " ", "\u1112", "\u1161", "\u11ab", "\u0301", "👨‍👩‍👧",
		"🇰🇷", "🇰", "ｱ", "한\u0301글", "\u200d", "\u202e", "ㅎㅎ", "２０２６", "é", "\ufe0f", "〰", "न्दी",
	}
	return rapid.OneOf(
		rapid.Map(rapid.SampledFrom(names), func(s string) tea.Msg { return key(s) }),
		rapid.Map(rapid.SampledFrom(words), func(s string) tea.Msg { return key(s) }),
		rapid.Map(rapid.SampledFrom(words), func(s string) tea.Msg { return key(s) }),
		rapid.Map(rapid.String(), func(s string) tea.Msg { return paste(s) }),
		rapid.Map(rapid.SampledFrom([]string{"50,000원", "012345-02-123456", "2026-11-05", "\x1b[31m한글\n"}), func(s string) tea.Msg { return paste(s) }),
	)
}

// inputs is one of each, by name.
func inputs() map[string]component.Input {
	all := component.NewAmount(money.KRW)
	all.SetAll(money.New(1_284_300, money.KRW))
	return map[string]component.Input{
		"text": component.NewText(14).Hint(component.Same("이름")), "password": component.NewPassword(10), "pin": component.NewPIN(4), "won": all,
		"dollars": component.NewAmount(money.USD), "account": component.NewAccount(), "date": component.NewDate(calendar.Date{Year: 2026, Month: 11, Day: 5}),
		"choice": banks(), "nothing": component.NewChoice(),
	}
}

func TestNoKeyBreaksAnInput(t *testing.T) {
	t.Parallel()
	for name := range inputs() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(t *rapid.T) {
				in := inputs()[name]
				for _, msg := range rapid.SliceOfN(messages(), 0, 30).Draw(t, "messages") {
					in.Update(msg)
					l := rapid.SampledFrom(everyLook()).Draw(t, "look")
					w := rapid.IntRange(1, 60).Draw(t, "width")
					focused := rapid.Bool().Draw(t, "focused")
					line, x := in.View(l, w, focused)
					if component.Cells(line) > w || strings.Contains(line, "\n") {
						t.Fatalf("in %d cells the line %q has %d", w, line, component.Cells(line))
					}
					if focused && (x < 0 || x >= w) || !focused && x >= 0 {
						t.Fatalf("in %d cells, focused %v, the cursor is at %d of %q", w, focused, x, line)
					}
				}
			})
		})
	}
}

// TestNoKeyBreaksAForm draws a whole page: no line too wide, not too many, the
// cursor inside.
func TestNoKeyBreaksAForm(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f, _, _ := order()
		f.Refuse(rapid.SampledFrom([]string{"from", "memo", "hidden"}).Draw(t, "refused"), func(*text.Catalog) text.Message {
			return text.Message{Problem: strings.Repeat("한도를 넘었습니다. ", 10), Advice: "줄여 주세요."}
		})
		for _, msg := range rapid.SliceOfN(messages(), 0, 30).Draw(t, "messages") {
			f.Update(msg)
		}
		l := rapid.SampledFrom(everyLook()).Draw(t, "look")
		w, h := rapid.IntRange(1, 130).Draw(t, "width"), rapid.IntRange(1, 30).Draw(t, "height")
		b := component.NewBody(l)
		f.Draw(l, b, w)
		page, cursor := b.View(w, h)
		within(t, page, w, h)
		if cursor == nil || cursor.X < 0 || cursor.X >= w || cursor.Y < 0 || cursor.Y >= h {
			t.Fatalf("in %dx%d the cursor is at %v", w, h, cursor)
		}
	})
}

func within(t *rapid.T, page string, w, h int) {
	rows := strings.Split(page, "\n")
	if len(rows) > h {
		t.Fatalf("%d lines in a height of %d:\n%s", len(rows), h, page)
	}
	for _, row := range rows {
		if component.Cells(row) > w {
			t.Fatalf("a line of %d cells in a width of %d: %q", component.Cells(row), w, row)
		}
	}
}

func TestNoSizeBreaksATable(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		table := history(rapid.IntRange(0, 40).Draw(t, "rows"))
		for _, msg := range rapid.SliceOfN(messages(), 0, 20).Draw(t, "messages") {
			table.Update(msg)
			l := rapid.SampledFrom(everyLook()).Draw(t, "look")
			w, h := rapid.IntRange(1, 130).Draw(t, "width"), rapid.IntRange(1, 30).Draw(t, "height")
			page := table.View(l, w, h)
			within(t, page, w, h)
			if n := strings.Count(page, l.Theme.Glyphs.Pointer); l.Theme.Glyphs.Pointer == "▌" && table.Rows() > 0 && n != 1 {
				t.Fatalf("%d rows are chosen in\n%s", n, page)
			}
		}
	})
}

func TestNoSizeBreaksADialogOrAReceipt(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom(everyLook()).Draw(t, "look")
		w, h := rapid.IntRange(20, 130).Draw(t, "width"), rapid.IntRange(8, 40).Draw(t, "height")
		s := component.Clean(rapid.StringOf(rapid.RuneFrom([]rune("한글 abc, 0"))).Draw(t, "text"))
		d := question()
		d.Lines = func(*text.Catalog) []string { return []string{s, s} }
		for _, k := range rapid.SliceOf(rapid.SampledFrom([]string{"left", "right", "tab", "down", "up", "pgdown", "pgup", "x"})).Draw(t, "keys") {
			d.Update(key(k))
		}
		box, _ := d.View(l, w, h)
		within(t, box, w, h)
		notice, _ := component.NewNotice(component.Same(s), func(*text.Catalog) text.Message { return text.Message{Problem: s, Advice: s} }).View(l, w, h)
		within(t, notice, w, h)
		rows := []component.Pair{{Label: s, Value: s}, {Label: "금액", Value: s, Strong: true}}
		within(t, strings.Join(component.Receipt(l, s, rows, w), "\n"), w, 1<<20)
		within(t, strings.Join(component.Pairs(l, rows, w), "\n"), w, 1<<20)
	})
}
