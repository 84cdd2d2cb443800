package component_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"smartbank/ui/component"
	"smartbank/ui/text"
)

func question() *component.Confirm {
	return &component.Confirm{
		Title:   component.Same("이체할까요?"),
		Lines:   func(*text.Catalog) []string { return []string{"Send 50,000 won to Lee Bada?"} },
		Warn:    component.Same("This cannot be undone."),
		Buttons: []component.Button{{Label: component.Same("Send"), Value: "send"}, {Label: component.Same("취소"), Value: "no"}},
		Default: 1,
		Cancel:  "cancelled",
	}
}

func TestConfirmDecides(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		keys []string
		want any
	}{
		{[]string{"enter"}, "no"},
		{[]string{"left", "enter"}, "send"},
		{[]string{"right", "enter"}, "send"}, // round the end
		{[]string{"tab", "tab", "enter"}, "no"},
		{[]string{"shift+tab", "enter"}, "send"},
		{[]string{"left", "esc"}, "cancelled"},
		{[]string{"down", "x", "enter"}, "no"},
	} {
		d := question()
		var got any
		done := false
		for _, k := range row.keys {
			if done {
				t.Errorf("%q was decided too early", row.keys)
			}
			got, done = d.Update(key(k))
		}
		if !done || got != row.want {
			t.Errorf("%q decides %v, want %v", row.keys, got, row.want)
		}
	}
	if got, done := (&component.Confirm{Cancel: "none"}).Update(key("enter")); !done || got != "none" {
		t.Errorf("without buttons Enter decides %v", got)
	}
}

func TestConfirmLooks(t *testing.T) {
	t.Parallel()
	box, cursor := question().View(english(), 36, 12)
	want := strings.Join([]string{
		"╭─ 이체할까요? ────────────────────╮",
		"│ Send 50,000 won to Lee Bada?     │",
		"│                                  │",
		"│ This cannot be undone.           │",
		"│                                  │",
		"│        [ Send ]  [ 취소 ]        │",
		"╰──────────────────────────────────╯",
	}, "\n")
	if got := ansi.Strip(box); got != want || cursor != nil {
		t.Errorf("it is\n%s\nwant\n%s", got, want)
	}
	chosen, _ := question().View(look(text.English, "mono", english().Theme.Glyphs), 36, 12)
	if !strings.Contains(chosen, "\x1b[1;7m[ 취소 ]") {
		t.Errorf("without colour the chosen button is not seen in\n%q", chosen)
	}
}

func TestNoticeFitsASmallWindow(t *testing.T) {
	t.Parallel()
	d := component.NewNotice(component.Same("알림"), func(*text.Catalog) text.Message {
		return text.Message{Problem: strings.Repeat("다른 곳에서 로그인하여 이 접속이 종료되었습니다. ", 5), Advice: "다시 로그인해 주세요. 끝"}
	})
	last := ""
	for range 40 {
		box, _ := d.View(korean(), 40, 12)
		rows := lines(box)
		if len(rows) > 12 || !strings.Contains(rows[len(rows)-2], "[ 확인 ]") {
			t.Fatalf("it is\n%s", box)
		}
		for _, row := range rows {
			if component.Cells(row) != 40 {
				t.Fatalf("%q is %d cells wide", row, component.Cells(row))
			}
		}
		last = box
		d.Update(key("down"))
	}
	if !strings.Contains(last, "끝") {
		t.Errorf("its end cannot be reached:\n%s", last)
	}
	for _, k := range []string{"enter", "esc", "space"} {
		if _, done := d.Update(key(k)); !done {
			t.Errorf("%s does not close it", k)
		}
	}
}
