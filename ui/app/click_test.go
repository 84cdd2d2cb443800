package app

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/text"
)

// TestClicksChooseWhatTheyPointAt clicks on words, and sees where the pointer goes.
func TestClicksChooseWhatTheyPointAt(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.English)
	p.signIn()
	on := func(words string) {
		t.Helper()
		x, y := p.find(words)
		p.Click(x, y)
	}
	for _, row := range []struct{ name, opens, click, shows string }{
		{"a row above the first", "12", "Date", "▌2026-11-04"},
		{"a row of a table", "12", "2026-10-30", "▌2026-10-30"},
		{"an account of two lines, on its second", "11", "Time deposit", "▌012345-05-•••899"},
		{"a field below, over a choice", "21", "Amount", "▌Amount"},
		{"a currency", "31", "EUR", "3 of 17"},
	} {
		p.Type(row.opens)
		on(row.click)
		p.shows(row.shows)
		p.Press("f10", "f10")
	}
	p.Type("12")
	on("2026-10-30")
	on("2026-10-30") // where the pointer is already
	p.shows("Reference")
}

func TestTheWheelTurnsListsAndHelp(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 12, text.English)
	p.signIn()
	p.Type("12")
	p.Send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	p.hides("▌2026-11-04")
	p.Send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	p.shows("▌2026-11-04")
	p.Press("f1")
	before := p.Frame().Text()
	p.Send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if p.Frame().Text() == before {
		t.Error("the wheel does not turn the help")
	}
	p.Press("esc", "f10")
	p.Type("21")
	p.Send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	p.shows("▌From")
}

// TestYCopiesTheValueUnderThePointer copies from lists, and sees that it is said.
func TestYCopiesTheValueUnderThePointer(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.English)
	p.signIn()
	for _, row := range []struct{ entry, copies string }{
		{"11", "012345-02-678901"},
		{"12", "20261104-"},
		{"22ll", "2026"}, // l is to the right: a month
		{"31", "1,506.26"},
	} {
		p.SetClipboard("")
		p.Type(row.entry + "y")
		p.shows("Copied.")
		if got := p.Clipboard(); !strings.HasPrefix(got, row.copies) {
			t.Errorf("%s copies %q, want %s…", row.entry, got, row.copies)
		}
		p.Press("f10", "f10")
	}
}
