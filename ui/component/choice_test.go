package component_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"smartbank/ui/component"
	"smartbank/ui/text"
)

// banks are some of the receiving banks.
func banks() *component.Choice {
	rows := [][3]string{
		{"004", "KB Kookmin", "국민은행"},
		{"011", "NH NongHyup", "농협은행"},
		{"020", "Woori", "우리은행"},
		{"071", "Korea Post", "우체국"},
		{"081", "Hana", "하나은행"},
		{"088", "Shinhan", "신한은행"},
		{"089", "K bank", "케이뱅크"},
		{"090", "KakaoBank", "카카오뱅크"},
	}
	options := make([]component.Option, len(rows))
	for i, r := range rows {
		options[i] = component.Option{Key: r[0], Label: func(c *text.Catalog) string { return r[0] + " " + c.Pick(r[1], r[2]) }}
	}
	return component.NewChoice(options...)
}

func TestChoiceIsFoundByTyping(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		keys []string
		want string
	}{
		{nil, "004"},
		{[]string{"right", "right"}, "020"},
		{[]string{"left"}, "004"},
		{[]string{"088"}, "088"},
		{[]string{"shin"}, "088"},
		{[]string{"SHIN"}, "088"},
		{[]string{"신한"}, "088"},
		{[]string{"ㅅㅎ"}, "088"},
		{[]string{"korea post"}, "071"},
		{[]string{"우체"}, "071"},
		{[]string{"shin", "enter"}, "088"},
		{[]string{"shin", "esc"}, "004"}, // what was chosen before
		{[]string{"shin", "backspace", "ctrl+u"}, "088"},
		{[]string{"shinx"}, "088"}, // nothing found: what was found stays
		{[]string{"은행", "down", "down"}, "020"},
		{[]string{"down", "down", "enter"}, "011"},
		{[]string{"down", "end"}, "090"},
		{[]string{"down", "end", "home"}, "004"},
		{[]string{"down", "pgdown"}, "089"},
		{[]string{"space", "down", "enter", "right"}, "020"},
	} {
		in := banks()
		press(in, row.keys...)
		if got := in.Selected(); got != row.want {
			t.Errorf("%q chooses %s, want %s", row.keys, got, row.want)
		}
	}
}

func TestChoiceWhoseKeyWasTypedComesFirst(t *testing.T) {
	t.Parallel()
	in := component.NewChoice(
		component.Option{Key: "IE", Label: component.Same("IE Ireland")}, component.Option{Key: "IR", Label: component.Same("IR Iran")},
		component.Option{Key: "IQ", Label: component.Same("IQ Iraq")},
	)
	for typed, want := range map[string]string{"ir": "IR", "IQ": "IQ", "i": "IE", "ire": "IE"} {
		in.Clear()
		press(in, typed)
		if got := in.Selected(); got != want {
			t.Errorf("%q chooses %s, want %s", typed, got, want)
		}
	}
}

func TestChoiceListIsAtMostSixLines(t *testing.T) {
	t.Parallel()
	in := banks()
	if in.Open() || in.Below(english(), 60) != nil {
		t.Fatal("the list is open at first")
	}
	press(in, "down")
	lines := in.Below(english(), 60)
	if len(lines) != 6 || !strings.Contains(lines[0], "▌ 004 KB Kookmin") || !strings.Contains(lines[5], "▼") {
		t.Errorf("the open list is\n%s", strings.Join(lines, "\n"))
	}
	press(in, "end")
	if lines = in.Below(korean(), 60); len(lines) != 6 || !strings.Contains(lines[5], "▌ 090 카카오뱅크") || !strings.Contains(lines[0], "▲") {
		t.Errorf("at its end it is\n%s", strings.Join(lines, "\n"))
	}
	press(in, "esc", "농협")
	if lines = in.Below(korean(), 60); len(lines) != 1 {
		t.Errorf("filtered it is\n%s", strings.Join(lines, "\n"))
	}
	press(in, "x")
	if got := below(in.Below(english(), 60)); strings.TrimSpace(got) != "Backspace and type again, or Esc to close" {
		t.Errorf("without a match it is %q", got)
	}
	if in.Update(key("enter")) != true || !in.Open() {
		t.Error("Enter took what was not found")
	}
}

func TestChoiceLeavesEnterToTheForm(t *testing.T) {
	t.Parallel()
	in := banks()
	press(in, "신한")
	if in.Update(key("enter")) {
		t.Error("Enter was used up")
	}
	if in.Open() || in.Selected() != "088" {
		t.Errorf("after Enter it is open: %v, chosen %s", in.Open(), in.Selected())
	}
	press(in, "신한")
	if !in.Update(key("esc")) || in.Open() {
		t.Error("Esc did not close the list")
	}
	if in.Update(key("esc")) {
		t.Error("Esc was used with the list closed")
	}
}

func TestChoiceCursorStandsBehindTheText(t *testing.T) {
	t.Parallel()
	in := banks()
	if line, x := shown(t, in, 40); line != "004 KB Kookmin ◂▸" || x != 14 {
		t.Errorf("it is %q, cursor %d", line, x)
	}
	press(in, "신한")
	if line, x := shown(t, in, 40); !strings.HasPrefix(line, "신한   088 Shinhan") || x != 4 {
		t.Errorf("while searching it is %q, cursor %d", line, x)
	}
}

func TestChoiceKeepsItsKeyWhenOptionsChange(t *testing.T) {
	t.Parallel()
	in := component.NewChoice()
	if in.Selected() != "" || in.Select("a") {
		t.Error("there is something to choose in nothing")
	}
	press(in, "down", "x", "left", "right", "enter")
	in.View(english(), 20, true)
	a, b := component.Option{Key: "a", Label: component.Same("A")}, component.Option{Key: "b", Label: component.Same("B"), Detail: component.Same("2")}
	in.SetOptions(a, b)
	if in.Selected() != "a" || !in.Select("b") {
		t.Fatalf("chosen is %q", in.Selected())
	}
	in.SetOptions(b, a)
	if in.Selected() != "b" {
		t.Errorf("after a change %q is chosen", in.Selected())
	}
	if line, _ := in.View(english(), 40, false); ansi.Strip(line) != "B  2 ▾" {
		t.Errorf("the detail is missing in %q", line)
	}
	in.SetOptions(a)
	if in.Selected() != "a" {
		t.Errorf("b is gone, and %q is chosen", in.Selected())
	}
}
