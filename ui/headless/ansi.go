package headless

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// ANSI is what a terminal must be sent to show this frame instead of before, nil
// for an empty window: the lines that differ, and the cursor.
func (f Frame) ANSI(before *Frame) string {
	var b strings.Builder
	b.WriteString("\x1b[?25l")
	if before == nil || before.W != f.W || before.H != f.H {
		before = nil
		b.WriteString("\x1b[0m\x1b[2J")
	}
	for y := range f.H {
		if before != nil && f.sameLine(*before, y) {
			continue
		}
		fmt.Fprintf(&b, "\x1b[%d;1H%s", y+1, f.ansiLine(y))
	}
	if before == nil || before.Title != f.Title {
		fmt.Fprintf(&b, "\x1b]2;%s\x07", f.Title)
	}
	if c := f.Cursor; c.Visible && f.CursorInside() {
		shape := map[tea.CursorShape]int{tea.CursorBlock: 2, tea.CursorUnderline: 4, tea.CursorBar: 6}[c.Shape]
		if c.Blink {
			shape--
		}
		fmt.Fprintf(&b, "\x1b[%d q\x1b[%d;%dH\x1b[?25h", shape, c.Y+1, c.X+1)
	}
	return b.String()
}

// sameLine tells whether line y of two frames of one size is the same.
func (f Frame) sameLine(other Frame, y int) bool {
	for x := range f.W {
		if f.At(x, y) != other.At(x, y) {
			return false
		}
	}
	return true
}

// ansiLine is line y with its styles.
func (f Frame) ansiLine(y int) string {
	var b strings.Builder
	style := Style{}
	for x := range f.W {
		c := f.At(x, y)
		if c.Width == 0 {
			continue
		}
		if c.Style != style {
			b.WriteString(c.Style.sgr())
			style = c.Style
		}
		b.WriteString(c.Text)
	}
	if style != (Style{}) {
		b.WriteString("\x1b[0m")
	}
	return b.String()
}

// sgr selects the style (ECMA-48, 8.3.117).
func (s Style) sgr() string {
	words := []string{"0"}
	for i, code := range [...]string{"1", "2", "3", "4", "5", "7", "8", "9"} { // in the order of the attributes' bits
		if s.Attrs&(1<<i) != 0 {
			words = append(words, code)
		}
	}
	words = append(words, s.Fg.sgr(30)...)
	words = append(words, s.Bg.sgr(40)...)
	return "\x1b[" + strings.Join(words, ";") + "m"
}

// sgr are the parameters of a colour; first is 30 for text, 40 for what is behind.
func (c Color) sgr(first int) []string {
	switch {
	case c.Kind == Default:
		return nil
	case c.Kind == RGB:
		return []string{strconv.Itoa(first + 8), "2", strconv.Itoa(int(c.R)), strconv.Itoa(int(c.G)), strconv.Itoa(int(c.B))}
	case c.Index < 8:
		return []string{strconv.Itoa(first + int(c.Index))}
	case c.Index < 16:
		return []string{strconv.Itoa(first + 60 + int(c.Index) - 8)}
	default:
		return []string{strconv.Itoa(first + 8), "5", strconv.Itoa(int(c.Index))}
	}
}
