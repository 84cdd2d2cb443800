package component_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// aloud is a look for a page that is heard.
func aloud(lang text.Lang) component.Look {
	words := text.In(lang).Plain
	l := look(lang, theme.Mono, theme.Spoken(words.Up, words.Down, words.Minus))
	l.Script = &component.Script{}
	return l
}

// said writes what a page says, a part a line.
func said(l component.Look, page string) string {
	var b strings.Builder
	for _, part := range l.Script.Read(page) {
		switch p := part.(type) {
		case component.Line:
			fmt.Fprintf(&b, "%s\n", string(p))
		case component.Asked:
			fmt.Fprintf(&b, "?%s=%s[%s] %d/%d %v%v\n", p.Label, p.Value, p.Shape, p.At, p.Of, p.Focused, p.Secret)
			for _, under := range append(p.Notes, p.Problem...) {
				fmt.Fprintf(&b, "  %s\n", under)
			}
		case component.Listed:
			fmt.Fprintf(&b, "#%d of %d %v\n", p.Chosen, p.Total, p.Direct)
			for _, row := range p.Rows {
				fmt.Fprintf(&b, "  %s\n", row)
			}
		case component.Answers:
			fmt.Fprintf(&b, "!%d %s\n", p.Chosen, strings.Join(p.Labels, " | "))
		case component.Countdown:
			fmt.Fprintf(&b, "%d: %s\n", p.Seconds, p.Words)
		}
	}
	return b.String()
}

func TestPagesAreHeardInTheOrderOfTheirLines(t *testing.T) {
	t.Parallel()
	won := func(n int64) money.Amount { return money.New(n, money.KRW) }
	for _, row := range []struct {
		name string
		page func(l component.Look) string
		want string
	}{
		{"lines without what is drawn", func(l component.Look) string {
			b := component.NewBody(l)
			b.Add("  "+l.Theme.Strong.Render("Title")+"      right", "────────")
			b.Blank()
			b.Add("▌ Opening " + component.SignedText(l, won(-50000)) + "  " + component.SignedText(l, won(7)))
			page, _ := b.View(1000, 1000)
			return page
		}, "Title, right\nOpening minus 50,000, +7\n"},
		{"a form", func(l component.Look) string {
			f, memo, amount := order()
			memo.Set("잔액 ▲")
			amount.Set(won(50000))
			f.Focus("from")
			press(formInput{f}, "1234")
			f.Refuse("amount", func(*text.Catalog) text.Message { return text.Message{Problem: "Too much.", Advice: "Send less."} })
			b := component.NewBody(l)
			b.Add("before")
			f.Draw(l, b, 1000)
			b.Add("after")
			page, _ := b.View(1000, 1000)
			return page
		}, "before\n?From=[4 digits] 1/4 falsetrue\n?To=004 KB Kookmin[] 2/4 falsefalse\n" +
			"?Amount=50,000 won, 5만 원[won] 3/4 truefalse\n  fee 0\n  Too much.\n  Send less.\n?Shown to you=잔액 ▲[] 4/4 falsefalse\nafter\n"},
		{"inputs by themselves, after their labels", func(l component.Look) string {
			date, account := component.NewDate(calendar.Date{}), component.NewAccount()
			date.Set(calendar.Date{Year: 2026, Month: 11, Day: 5})
			account.Set("01234502123901")
			one, _ := date.View(l, 30, true)
			two, _ := account.View(l, 30, false)
			return "From " + one + "  Number " + two
		}, "?From=2026-11-05[year, month and day in 8 digits] 0/0 truefalse\n?Number=012345-02-123901[digits] 0/0 falsefalse\n"},
		{"a table", func(l component.Look) string {
			table := component.NewTable(component.Column{Title: component.Same("Date"), Sort: component.Descending}, component.Column{Title: component.Same("")}, component.Column{Title: component.Same("Amount"), Right: true})
			table.SetRows([][]component.Cell{{{Text: "11-05"}, {Text: "*"}, {Text: component.SignedText(l, won(-9))}}, {{Text: "11-04"}, {}, {Text: "+8"}}})
			table.Select(1)
			return table.View(l, 20, 2)
		}, "#1 of 2 false\n  Date 11-05, *, Amount minus 9\n  Date 11-04, Amount +8\n"},
		{"a menu", func(l component.Look) string {
			b := component.NewBody(l)
			component.NewMenu(component.Item{Label: component.Same("Issue"), About: component.Same("a new one")}, component.Item{Label: component.Same("Discard")}).Draw(l, b, 80)
			page, _ := b.View(80, 20)
			return page
		}, "#0 of 2 true\n  Issue: a new one\n  Discard\n"},
		{"a question", func(l component.Look) string {
			box, _ := (&component.Confirm{
				Title: component.Same("Sure?"), Lines: func(*text.Catalog) []string { return []string{strings.Repeat("long ", 30)} }, Warn: component.Same("Final."),
				Buttons: []component.Button{{Label: component.Same("Yes")}, {Label: component.Same("No")}}, Default: 1,
			}).View(l, 40, 5)
			return box
		}, "Sure?\n" + strings.TrimSpace(strings.Repeat("long ", 30)) + "\nFinal.\n!1 Yes | No\n"},
		{"pairs, a receipt, steps, digits without a picture of them, a time and a chart", func(l component.Look) string {
			lines := component.Pairs(l, []component.Pair{{Label: "Fee", Value: "0"}, {}, {Label: "To"}}, 10)
			lines = append(lines, component.Receipt(l, "Sent", []component.Pair{{Label: "Amount", Value: "50,000 won", Strong: true}}, 10)...)
			lines = append(lines, component.Steps(l, []string{"From", "To"}, 1, 5))
			lines = append(lines, component.QR(l, "R1", 99, 99)...)
			lines = append(lines, component.BigDigits(l, []byte("481290"), 3, 99)...)
			lines = append(lines, component.Grouped([]byte("481290"), 3))
			lines = append(lines, component.TimeLeft(l, 61*time.Second, time.Hour, 40))
			chart := component.Chart{Points: []component.ChartPoint{{X: 1, Y: 2}, {X: 3, Y: 4}}, Value: func(y int64) string { return fmt.Sprintf("%d.0", y) }, Place: func(x int64) string { return fmt.Sprintf("day %d", x) }}
			return strings.Join(append(lines, chart.Draw(l, 40, 9)...), "\n")
		}, "Fee: 0\nTo\nSent\nAmount: 50,000 won\nStep 2 of 2: To.\n481 290\n61: 1 minute 1 second left.\nCourse: day 1 2.0, day 3 4.0\n"},
	} {
		l := aloud(text.English)
		if got := said(l, row.page(l)); got != row.want {
			t.Errorf("%s is heard as\n%s\nnot as\n%s", row.name, got, row.want)
		}
	}
}

// TestChoicesAreFoundByWhatIsTyped asks a choice as a conversation does.
func TestChoicesAreFoundByWhatIsTyped(t *testing.T) {
	t.Parallel()
	l := aloud(text.Korean)
	line, _ := banks().View(l, 40, true)
	asked, ok := l.Script.Read(line)[0].(component.Asked)
	if !ok || len(asked.Options) < 2 || asked.Value != asked.Options[asked.Chosen] {
		t.Fatalf("%+v", asked)
	}
	for _, typed := range []string{"shin", "신한", "ㅅㅎ", "088"} {
		if found := asked.Find(typed); len(found) == 0 || !strings.Contains(asked.Options[found[0]], "신한") {
			t.Errorf("%q finds %v", typed, found)
		}
	}
}
