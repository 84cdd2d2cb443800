package search_test

import (
	"strings"
	"testing"

	"smartbank/ui/component"
	"smartbank/ui/headless"
	"smartbank/ui/screen"
	"smartbank/ui/screens/search"
	"smartbank/ui/text"
	"smartbank/ui/theme"
	"smartbank/ui/uitest"
)

// typed starts the screen, opens the custom period and types its days.
func typed(from, to string) func(*testing.T, *headless.Driver, *host) {
	return func(_ *testing.T, d *headless.Driver, _ *host) {
		d.Send(begin{})
		d.Press("right", "right")
		d.Type(from + "\n" + to + "\n")
	}
}

// found starts the screen and looks for a text.
func found(wanted string, then ...string) func(*testing.T, *headless.Driver, *host) {
	return func(_ *testing.T, d *headless.Driver, _ *host) {
		d.Send(begin{})
		d.Press("/")
		d.Type(wanted)
		d.Press(then...)
	}
}

func TestHistoryLook(t *testing.T) {
	t.Parallel()
	look(t, search.History, []state{
		{name: "filled", do: press()},
		{name: "the first page's end", do: press("end")},
		{name: "all pages", do: press("end", "end", "end")},
		{name: "deposits, oldest first", do: press("t", "o")},
		{name: "withdrawals of three months", do: press("t", "t", "right", "r")},
		{name: "today", args: everyday, do: press("left", "left")},
		{name: "dollars", args: dollars, do: typed("20260801", "20261105")},
		{name: "another account", do: press("a")},
		{name: "two years", do: typed("2025-12-01", "2026-11-05")},
		{name: "nothing of this type", args: dollars, do: press("right", "t", "t")},
		{name: "nothing at all", args: spare, do: press()},
		{name: "no accounts", login: nobe, do: press()},
	})
}

func TestHistoryFindLook(t *testing.T) {
	t.Parallel()
	look(t, search.History, []state{
		{name: "typing", do: found("골목커")},
		{name: "found", do: found("GS25", "enter")},
		{name: "nothing found", do: found("zoo", "enter")},
	})
}

func TestHistoryDetailLook(t *testing.T) {
	t.Parallel()
	look(t, search.History, []state{
		{name: "sent", do: press("down", "down", "down", "enter")},
		{name: "sent, revealed", do: press("down", "down", "down", "enter", "r")},
		{name: "received", do: press("down", "down", "enter")},
		{name: "interest", do: press("enter", "down", "down", "down", "down")},
	})
}

func TestHistoryDatesLook(t *testing.T) {
	t.Parallel()
	look(t, search.History, []state{
		{name: "open", do: press("right", "right")},
		{name: "not a date", do: typed("20261301", "2026")},
		{name: "reversed", do: typed("20261105", "20261001")},
		{name: "over a year", do: typed("20250101", "20261105")},
		{name: "in the future", do: typed("20261001", "20261231")},
		{name: "over five years ago", do: typed("20200101", "20200201")},
	})
}

func TestHistoryTroubleLook(t *testing.T) {
	t.Parallel()
	look(t, search.History, []state{
		{name: "working", do: func(_ *testing.T, d *headless.Driver, _ *host) {
			d.Hold()
			d.Send(begin{})
		}},
		{name: "working on more", do: func(_ *testing.T, d *headless.Driver, _ *host) {
			d.Send(begin{})
			d.Hold()
			d.Press("end")
		}},
		{name: "stopped", do: func(_ *testing.T, d *headless.Driver, _ *host) {
			d.Hold()
			d.Send(begin{})
			d.Press("esc")
			d.Release()
		}},
		{name: "not an own account", args: lees, do: press()},
		{name: "refused", do: func(t *testing.T, d *headless.Driver, p *host) {
			t.Helper()
			d.Send(begin{})
			signInElsewhere(t, p)
			d.Press("f5")
		}},
		{name: "fault", do: func(t *testing.T, d *headless.Driver, p *host) {
			t.Helper()
			d.Send(begin{})
			if err := p.env.Bank.Close(); err != nil {
				t.Fatal(err)
			}
			d.Press("t")
		}},
		{name: "fault on more", do: func(t *testing.T, d *headless.Driver, p *host) {
			t.Helper()
			d.Send(begin{})
			if err := p.env.Bank.Close(); err != nil {
				t.Fatal(err)
			}
			d.Press("end")
		}},
	})
}

// history starts the screen for an account and returns its driver.
func history(t *testing.T, args any) (*headless.Driver, *host) {
	t.Helper()
	d, p := start(t, search.History, args, hong, text.English)
	d.Send(begin{})
	return d, p
}

func wantSame(t *testing.T, what string, want, got headless.Frame) {
	t.Helper()
	if diff := want.Diff(got); diff != "" {
		t.Errorf("%s:\n%s", what, diff)
	}
}

func wantShown(t *testing.T, d *headless.Driver, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(d.Frame().Text(), w) {
			t.Errorf("the screen does not show %q:\n%s", w, d.Frame().Text())
		}
	}
}

func TestHistoryDropsAnswersToOlderQuestions(t *testing.T) {
	t.Parallel()
	want, _ := history(t, everyday)
	want.Press("t", "t")

	d, p := history(t, everyday)
	p.backwards = true
	d.Press("t", "t") // deposits, then withdrawals, whose answer comes first
	d.Send(flush{})
	p.backwards = false
	wantSame(t, "the answer for deposits came last and is shown", want.Frame(), d.Frame())
}

func TestHistoryStoppedKeepsWhatIsShown(t *testing.T) {
	t.Parallel()
	d, _ := history(t, everyday)
	d.Press("down")
	before := d.Frame()
	for _, key := range []string{"t", "o", "right", "a", "f5"} {
		d.Hold()
		d.Press(key, "esc")
		d.Release()
		wantSame(t, key+" was stopped", before, d.Frame())
	}
	d.Press("end")
	d.Press("home")
	d.Press("t")
	wantShown(t, d, "[Deposits]", "1 of 3")
}

func TestHistoryLoadsPagesPastTheEnd(t *testing.T) {
	t.Parallel()
	d, _ := history(t, everyday)
	for range 24 {
		d.Press("down")
	}
	wantShown(t, d, "25 of 33 ▾")
	for range 8 {
		d.Press("down")
	}
	wantShown(t, d, "33 of 33 ─", "2026-10-06")
	last := d.Frame()
	d.Press("down", "pgdown", "end")
	wantSame(t, "keys past the last row", last, d.Frame())

	pages, _ := history(t, everyday)
	for range 5 {
		pages.Press("pgdown")
		pages.Frame()
	}
	wantShown(t, pages, "33 of 33 ─")
}

func TestHistoryFind(t *testing.T) {
	t.Parallel()
	d, p := history(t, everyday)
	before := d.Frame()
	d.Press("/")
	d.Paste("river\n")
	d.Press("enter")
	wantShown(t, d, "6 found for “river”", "River Cafe", "Esc clear")
	d.Press("esc")
	wantSame(t, "Esc in the list takes the search back", before, d.Frame())
	d.Press("/")
	d.Type("rtoay")
	wantShown(t, d, "[All]", "Find rtoay")
	d.Press("esc")
	wantSame(t, "Esc in the field takes what was typed back", before, d.Frame())
	d.Press("/", "enter")
	wantSame(t, "Enter without a text finds everything", before, d.Frame())
	d.Press("esc")
	if !p.closed {
		t.Error("Esc did not close the screen")
	}
}

func TestHistoryDates(t *testing.T) {
	t.Parallel()
	d, _ := history(t, everyday)
	before := d.Frame()
	d.Press("right", "right")
	d.Press("esc")
	wantShown(t, d, "3 months")
	d.Press("left")
	wantSame(t, "back at a month", before, d.Frame())

	d.Press("right", "right")
	d.Type("20261102")
	d.Press("enter")
	d.Type("2026-11-03")
	d.Press("enter")
	wantShown(t, d, "Custom", "2026-11-02 – 11-03", "1 of 4 ─")
	d.Press("right") // the days again
	d.Press("up", "enter", "down", "enter")
	wantShown(t, d, "◂ Custom ▸", "The first day is after the last day.")
	d.Press("down", "enter", "enter")
	wantShown(t, d, "2026-11-02 – 11-02"[:10], "1 of 2 ─")
	d.Press("right")
	d.Paste("2026.11.3")
	d.Press("enter")
	d.Paste("2026.11.3")
	d.Press("enter")
	wantShown(t, d, "◂ Custom ▸  2026-11-03", "1 of 2 ─")
}

func TestHistoryDetailReturnsToItsRow(t *testing.T) {
	t.Parallel()
	d, _ := history(t, everyday)
	d.Press("down", "down", "down")
	before := d.Frame()
	d.Press("enter")
	wantShown(t, d, "Transaction detail", "004 KB Kookmin Bank", "2026-11-03 09:12:21", "−266,000 won", "Rent share", "Hong Nov")
	d.Press("y")
	if got := d.Clipboard(); got == "" || !strings.Contains(d.Frame().Text(), got) {
		t.Errorf("y copied %q, which is not on the screen", got)
	}
	d.Press("esc")
	wantSame(t, "the list after the detail", before, d.Frame())
}

func TestHistoryMasksNumbers(t *testing.T) {
	t.Parallel()
	d, _ := history(t, everyday)
	d.Press("down", "down", "down", "enter")
	if shown := d.Frame().Text(); strings.Contains(shown, "678901") || strings.Contains(shown, "901234") {
		t.Errorf("a number is shown whole:\n%s", shown)
	}
	d.Press("r")
	wantShown(t, d, "012345-02-678901", "901234")
}

func TestHistoryColoursMoneyInAndOut(t *testing.T) {
	t.Parallel()
	d, p := start(t, search.History, everyday, hong, text.English)
	p.env.Theme = theme.New(theme.Dark, theme.Unicode)
	d.Send(begin{})
	f := d.Frame()
	styleOf := func(amount string) headless.Style {
		for y := range f.H {
			if before, _, ok := strings.Cut(f.Line(y), amount); ok {
				return f.At(component.Cells(before), y).Style
			}
		}
		t.Fatalf("%s is not on the screen:\n%s", amount, f.Text())
		return headless.Style{}
	}
	in, out, balance := styleOf("+50,000"), styleOf("−266,000"), styleOf("4,690,730")
	if in == out || in == balance || out == balance {
		t.Errorf("money in is drawn %v, out %v, a balance %v", in, out, balance)
	}
}

func TestHistoryOfEveryAccount(t *testing.T) {
	t.Parallel()
	d, _ := history(t, nil)
	first := d.Frame()
	for range inOrder {
		d.Press("a")
	}
	wantSame(t, "after a went round", first, d.Frame())
	for _, number := range inOrder {
		d, _ := history(t, number)
		wantShown(t, d, number.Masked())
	}
}

func TestHistoryShake(t *testing.T) {
	t.Parallel()
	uitest.Shake(t, func() *headless.Driver {
		d, _ := start(t, search.History, nil, hong, text.Korean)
		d.Send(begin{})
		return d
	}, uitest.Shaking{
		Streams: 6, Seed: 12, Keys: []string{"down", "end", "left", "right", "t", "o", "a", "/", "r", "enter", "enter", "f5", "f2"},
		Text: []string{"20261001", "20261105", "GS25"},
	})
}

// TestMenuEntries pins where the screens stand, and that opening one needs a
// login.
func TestMenuEntries(t *testing.T) {
	t.Parallel()
	want := map[screen.ID]screen.Place{
		"search.accounts": {Number: 11, Group: screen.SearchGroup},
		"search.history":  {Number: 12, Group: screen.SearchGroup},
	}
	defs := search.Screens.Defs()
	if len(defs) != len(want) {
		t.Errorf("%d screens, want %d", len(defs), len(want))
	}
	for _, def := range defs {
		if len(def.Places) != 1 || def.Places[0] != want[def.ID] || def.Public {
			t.Errorf("%s: %+v", def.ID, def)
		}
	}
}
