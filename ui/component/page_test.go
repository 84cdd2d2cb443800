package component_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"smartbank/bank"
	"smartbank/ui/component"
)

// tall is a page of n numbered lines.
func tall(n int) *component.Body {
	b := component.NewBody(english())
	for i := range n {
		b.Add(fmt.Sprintf("line %02d", i+1))
	}
	return b
}

func TestPagerScrollsWithinThePage(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		keys  string
		first string
		more  bool
	}{
		{"", "line 01", true},
		{"up", "line 01", true},
		{"down", "line 02", true},
		{"pgdown", "line 07", true},
		{"pgdown pgup", "line 01", true},
		{"end", "line 16", false},
		{"end down pgdown", "line 16", false},
		{"end home", "line 01", true},
	} {
		var p component.Pager
		p.View(tall(20), 20, 5)
		for name := range strings.FieldsSeq(row.keys) {
			p.Update(key(name))
		}
		first, _, _ := strings.Cut(ansi.Strip(p.View(tall(20), 20, 5)), "\n")
		if !strings.HasPrefix(first, row.first) || p.More() != row.more {
			t.Errorf("after %q the first line is %q, more is %v; want %q, %v", row.keys, first, p.More(), row.first, row.more)
		}
	}
}

func TestPagerTurnsPagesToTheEnd(t *testing.T) {
	t.Parallel()
	var p component.Pager
	p.View(tall(20), 20, 5)
	turns := 0
	for ; p.More(); turns++ {
		p.Turn()
	}
	if turns != 3 {
		t.Errorf("15 lines below the window took %d turns, want 3", turns)
	}
	p.Top()
	if p.View(tall(4), 20, 5); p.More() {
		t.Error("a page that fits has more")
	}
}

func TestPagerIgnoresEnterThatWasMeantForThePageBefore(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 11, 5, 10, 0, 0, 0, time.UTC)
	var p component.Pager
	if p.Early(at) {
		t.Error("on a page that the reader asked for Enter is early")
	}
	p.Arrive(at)
	if !p.Early(at.Add(300 * time.Millisecond)) {
		t.Error("0.3 s after a page appeared Enter is not early")
	}
	if !p.Early(at.Add(600 * time.Millisecond)) {
		t.Error("0.3 s after an early Enter another is not early")
	}
	if p.Early(at.Add(time.Second)) {
		t.Error("0.4 s after the last Enter it is still early")
	}
}

func TestMenu(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		keys, selected string
		taken          bool
	}{
		{"", "a", false},
		{"down", "b", false},
		{"down down down", "c", false},
		{"down up up", "a", false},
		{"tab enter", "b", true},
		{"end home", "a", false},
		{"3", "c", true},
		{"4", "a", false},
		{"x", "a", false},
	} {
		m := component.NewMenu(
			component.Item{Key: "a", Label: component.Same("Alpha"), About: component.Same("the first")},
			component.Item{Key: "b", Label: component.Same("Beta")}, component.Item{Key: "c", Label: component.Same("Gamma")},
		)
		taken := false
		for name := range strings.FieldsSeq(row.keys) {
			taken = m.Update(key(name))
		}
		if m.Selected() != row.selected || taken != row.taken {
			t.Errorf("%q selects %s, taken is %v; want %s, %v", row.keys, m.Selected(), taken, row.selected, row.taken)
		}
	}
	var none component.Menu
	if none.Update(key("enter")) || none.Selected() != "" {
		t.Error("of nothing something is chosen")
	}
}

func TestMenuIsDrawnWithThePointerAtTheChosenItem(t *testing.T) {
	t.Parallel()
	m := component.NewMenu(
		component.Item{Key: "a", Label: component.Same("은행용"), About: component.Same("은행과 보험에서 쓰는 인증서입니다")}, component.Item{Key: "b", Label: component.Same("범용")},
	)
	m.Update(key("down"))
	b := component.NewBody(korean())
	m.Draw(korean(), b, 30)
	drawn, _ := b.View(30, 10)
	want := "  1  은행용\n     은행과 보험에서 쓰는\n     인증서입니다\n\n▌ 2  범용"
	if got := ansi.Strip(drawn); strings.TrimRight(got, " ") != want {
		t.Errorf("drawn is\n%s\nwant\n%s", got, want)
	}
}

func TestFactorAsksForWhatTheMediumHas(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		medium  bank.Medium
		digits  string
		asks    string
		missing string
	}{
		{bank.SecurityCard, "1234", "cell 03", "four digits"},
		{bank.Token, "123456", "six digits", "six digits"},
	} {
		f := component.NewFactor(row.medium, bank.Challenge{First: 3, Second: 22})
		form := component.NewForm(f.Field("factor"))
		b := component.NewBody(english())
		form.Draw(english(), b, 80)
		drawn, _ := b.View(80, 10)
		if !strings.Contains(drawn, row.asks) || !strings.Contains(f.Missing(english().Text).Advice, row.missing) {
			t.Errorf("%s: the form is\n%s", row.medium, drawn)
		}
		press(f, row.digits[:3])
		if f.Complete() {
			t.Errorf("%s: three digits are enough", row.medium)
		}
		press(f, row.digits[3:], "9")
		if !f.Complete() || string(f.Bytes()) != row.digits {
			t.Errorf("%s: %q is not complete", row.medium, f.Bytes())
		}
		if s := fmt.Sprintf("%v %s %#v", f, f, f); strings.Contains(s, row.digits) {
			t.Errorf("%s: printing it tells the digits: %s", row.medium, s)
		}
	}
}
