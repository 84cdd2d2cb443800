package component_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"smartbank/ui/component"
)

func TestDigitsShowThePublicOnesAlone(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		keys []string
		line string
		x    int
	}{
		{nil, "____ ____ ____", 0},
		{[]string{"4812"}, "4812 ____ ____", 5},
		{[]string{"481290"}, "4812 ••__ ____", 7},
		{[]string{"481290337715"}, "4812 •••• ••••", 14},
		{[]string{"4812903377159"}, "4812 •••• ••••", 14}, // one more than there are slots
		{[]string{"481290337715", "9"}, "4812 •••• ••••", 14},
		{[]string{"48a12"}, "4812 ____ ____", 5},
		{[]string{"4812", "left", "backspace"}, "482_ ____ ____", 2},
		{[]string{"4812", "ctrl+u"}, "____ ____ ____", 0},
	} {
		in := component.NewDigits(12, 4)
		press(in, row.keys...)
		if line, x := shown(t, in, 76); line != row.line || x != row.x {
			t.Errorf("%q is shown as %q, cursor %d, want %q, cursor %d", row.keys, line, x, row.line, row.x)
		}
		if told := fmt.Sprintf("%v %+v %#v", in, in, in); strings.Contains(told, "9033") {
			t.Errorf("it tells what was typed: %s", told)
		}
	}
}

func TestDigitsArePastedWhole(t *testing.T) {
	t.Parallel()
	for pasted, want := range map[string]string{
		"481290337715": "481290337715", " 4812 9033 7715\n": "481290337715", "4812-9033-7715": "481290337715",
		"48129033771": "", "4812903377151": "", "": "",
	} {
		in := component.NewDigits(12, 4)
		in.Update(tea.PasteMsg{Content: pasted})
		if got := string(in.Bytes()); got != want || in.Complete() != (want != "") {
			t.Errorf("%q is %q", pasted, got)
		}
		in.Clear()
		if in.Len() != 0 {
			t.Error("it is not cleared")
		}
	}
}

func TestBigDigitsFitOrAreNone(t *testing.T) {
	t.Parallel()
	lines := component.BigDigits(english(), []byte("012345678901"), 4, 49)
	if len(lines) != 5 {
		t.Fatalf("%d lines", len(lines))
	}
	for _, line := range lines {
		if w := component.Cells(line); w != 49 {
			t.Errorf("%q is %d cells wide", ansi.Strip(line), w)
		}
	}
	if got := ansi.Strip(lines[0]); !strings.HasPrefix(got, "███  █  ███ ███  █ █ ███") {
		t.Errorf("the first line is %q", got)
	}
	if component.BigDigits(english(), []byte("012345678901"), 4, 48) != nil {
		t.Error("they do not fit into 48 cells")
	}
	if got := component.Grouped([]byte("481290337715"), 4); got != "4812 9033 7715" {
		t.Errorf("grouped they are %q", got)
	}
}

func TestTimeLeft(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		left time.Duration
		w    int
		want string
	}{
		{3 * time.Minute, 40, "◷ 3:00 ████████████████████"},
		{161 * time.Second, 18, "◷ 2:41 ██████████░"},
		{500 * time.Millisecond, 40, "◷ 0:01 █░░░░░░░░░░░░░░░░░░░"},
		{0, 40, "◷ 0:00 ░░░░░░░░░░░░░░░░░░░░"},
		{-time.Hour, 40, "◷ 0:00 ░░░░░░░░░░░░░░░░░░░░"},
		{time.Hour, 40, "◷ 3:00 ████████████████████"},
		{time.Minute, 10, "◷ 1:00"},
	} {
		if got := ansi.Strip(component.TimeLeft(english(), row.left, 3*time.Minute, row.w)); got != row.want {
			t.Errorf("%v in %d cells is %q, want %q", row.left, row.w, got, row.want)
		}
	}
}
