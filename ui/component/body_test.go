package component_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"smartbank/ui/component"
)

// page is a body of n numbered lines.
func page(n int) *component.Body {
	b := component.NewBody(english())
	for i := range n {
		b.Add(fmt.Sprintf("line %d", i))
	}
	return b
}

func lines(s string) []string { return strings.Split(ansi.Strip(s), "\n") }

func TestBodyThatFitsIsShownWhole(t *testing.T) {
	t.Parallel()
	b := page(3)
	b.AddAt("홍길동", 6)
	got, cursor := b.View(20, 10)
	if want := "line 0\nline 1\nline 2\n홍길동"; got != want {
		t.Errorf("the page is %q", got)
	}
	if cursor == nil || *cursor != (component.Point{X: 6, Y: 3}) {
		t.Errorf("the cursor is at %v", cursor)
	}
}

func TestBodyKeepsTheFocusInSight(t *testing.T) {
	t.Parallel()
	b := page(20)
	b.AddAt("field", 2)
	b.Under("problem", "advice")
	b.Blank()
	b.Add("after", "after", "after", "after")
	got, cursor := b.View(20, 6)
	seen := lines(got)
	if len(seen) != 6 || !strings.HasPrefix(seen[5], "advice") || !strings.HasSuffix(seen[0], "▲") || !strings.HasSuffix(seen[5], "▼") {
		t.Errorf("the page is\n%s", got)
	}
	if cursor == nil || cursor.Y != 3 || seen[3] != "field" {
		t.Errorf("the cursor is at %v of\n%s", cursor, got)
	}
	got, cursor = b.View(20, 2) // no room for what belongs to it
	if seen = lines(got); !strings.HasPrefix(seen[0], "field") || cursor.Y != 0 {
		t.Errorf("in two lines it is\n%s", got)
	}
}

func TestBodyKeepsSomeLinesBelowTheFocus(t *testing.T) {
	t.Parallel()
	b := page(10)
	b.AddAt("field", -1)
	b.Add("note 1", "note 2", "note 3", "note 4")
	got, cursor := b.View(20, 5)
	if seen := lines(got); !strings.HasPrefix(seen[4], "note 3") || cursor != nil {
		t.Errorf("cursor %v, the page is\n%s", cursor, got)
	}
}

func TestBodyScrolls(t *testing.T) {
	t.Parallel()
	b := page(10)
	if b.Max(4) != 6 || b.Max(10) != 0 || b.Max(40) != 0 {
		t.Errorf("the most is %d, %d, %d", b.Max(4), b.Max(10), b.Max(40))
	}
	for offset, want := range map[int]string{-3: "line 0", 0: "line 0", 3: "line 3", 6: "line 6", 99: "line 6"} {
		b.Scroll(offset)
		got, _ := b.View(20, 4)
		if first := lines(got)[0]; !strings.HasPrefix(first, want) {
			t.Errorf("scrolled by %d it begins with %q, want %q", offset, first, want)
		}
	}
}

func TestBodyMarksDoNotWidenLines(t *testing.T) {
	t.Parallel()
	b := component.NewBody(korean())
	b.AddBlock(strings.Repeat("가나다라마바사\n", 9))
	b.Scroll(3)
	got, _ := b.View(13, 4)
	for line := range strings.SplitSeq(got, "\n") {
		if component.Cells(line) > 13 {
			t.Errorf("%q is %d cells wide", line, component.Cells(line))
		}
	}
	if got, cursor := b.View(0, 4); got != "" || cursor != nil {
		t.Errorf("in no room it is %q", got)
	}
}
