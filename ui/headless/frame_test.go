package headless_test

import (
	"image/color"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/headless"
)

// TestFrameText: each row is what a program draws in 6x2, and the text on the screen.
func TestFrameText(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, content, want string }{
		{"text", "ab\ncd", "ab\ncd\n"},
		{"blanks at the end are cut off", "ab  \n\n", "ab\n\n"},
		{"blanks at the beginning are not", "  ab", "  ab\n\n"},
		{"Hangul is two cells wide", "가나다", "가나다\n\n"},
		{"what is too wide is cut off", "abcdefgh\n가나다라", "abcdef\n가나다\n"},
		{"half a syllable is not shown", "a가나다", "a가나\n\n"},
		{"what is too low is cut off", "a\nb\nc", "a\nb\n"},
		{"styles are no text", "\x1b[1;31ma\x1b[0mb", "ab\n\n"},
		{"nothing", "", "\n\n"},
	} {
		if got := headless.NewFrame(tea.NewView(tt.content), 6, 2).Text(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestOverflow: each row is what a program draws in 6x2, and the lines that do not fit.
func TestOverflow(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, content string
		want          []int
	}{
		{"what fits", "abcdef\n가나다", nil},
		{"nothing", "", nil},
		{"a line break at the end", "a\nb\n", nil},
		{"a wide line", "abcdef\nabcdefg", []int{1}},
		{"a wide line of Hangul", "a가나다", []int{0}},
		{"a low line", "a\nb\nc\n", []int{2}},
		{"a low line without text", "a\nb\n\n", []int{2}},
		{"blanks count", "abcdef ", []int{0}},
		{"styles do not", "\x1b[1mabcdef\x1b[0m", nil},
	} {
		if got := headless.NewFrame(tea.NewView(tt.content), 6, 2).Overflow(); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
	if got := headless.NewFrame(tea.NewView(""), 0, 0).Overflow(); got != nil {
		t.Errorf("nothing in a window of no size: %v", got)
	}
}

func styled() headless.Frame {
	view := tea.NewView("\x1b[1;31m홍\x1b[0m \x1b[4;7;38;5;200;48;2;0;91;172mok\x1b[0m\nplain")
	view.WindowTitle = "은행"
	view.Cursor = tea.NewCursor(3, 1)
	view.Cursor.Shape = tea.CursorBar
	view.BackgroundColor = color.White
	return headless.NewFrame(view, 8, 3)
}

func TestStyled(t *testing.T) {
	t.Parallel()
	want := `8x3 "은행"
홍 ok   │
plain   │
        │
  0: 0-1 bold red, 3-4 underline reverse ansi200 on #005bac
window: default on #ffffff
cursor: 3,1 bar
`
	if got := styled().Styled(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAt(t *testing.T) {
	t.Parallel()
	f := styled()
	red := headless.Style{Fg: headless.Color{Kind: headless.ANSI, Index: 1}, Attrs: headless.Bold}
	for _, tt := range []struct {
		x, y int
		want headless.Cell
	}{
		{0, 0, headless.Cell{Text: "홍", Width: 2, Style: red}},
		{1, 0, headless.Cell{}},
		{2, 0, headless.Cell{Text: " ", Width: 1}},
		{7, 2, headless.Cell{Text: " ", Width: 1}},
		{-1, 0, headless.Cell{Text: " ", Width: 1}},
		{0, 3, headless.Cell{Text: " ", Width: 1}},
	} {
		if got := f.At(tt.x, tt.y); got != tt.want {
			t.Errorf("the cell at %d,%d is %+v, want %+v", tt.x, tt.y, got, tt.want)
		}
	}
	if f.Line(1) != "plain" || f.Line(3) != "" || f.Line(-1) != "" {
		t.Errorf("line 1 is %q", f.Line(1))
	}
}

func TestCursorInside(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		cursor *tea.Cursor
		want   bool
	}{
		{nil, true},
		{tea.NewCursor(0, 0), true},
		{tea.NewCursor(5, 1), true},
		{tea.NewCursor(6, 1), false},
		{tea.NewCursor(5, 2), false},
		{tea.NewCursor(-1, 0), false},
	} {
		view := tea.NewView("")
		view.Cursor = tt.cursor
		f := headless.NewFrame(view, 6, 2)
		if got := f.CursorInside(); got != tt.want {
			t.Errorf("the cursor at %v: %t", f.Cursor, got)
		}
	}
}

func TestDiff(t *testing.T) {
	t.Parallel()
	a := headless.NewFrame(tea.NewView("one\ntwo"), 5, 2)
	if d := a.Diff(a); d != "" || !a.Equal(a) {
		t.Errorf("a frame differs from itself: %q", d)
	}
	view := tea.NewView("one\n\x1b[1mtwi")
	view.Cursor = &tea.Cursor{Shape: tea.CursorUnderline}
	b := headless.NewFrame(view, 5, 2)
	want := "line 1\n- two  │\n+ twi  │\nstyles of line 1\n- \n+ 0-2 bold\ncursor\n- hidden\n+ 0,0 steady underline\n"
	if d := a.Diff(b); d != want || a.Equal(b) {
		t.Errorf("got\n%s\nwant\n%s", d, want)
	}
	if d := a.Diff(headless.NewFrame(tea.NewView("one"), 5, 1)); !strings.Contains(d, "- 5x2") || !strings.Contains(d, "+ 5x1") {
		t.Errorf("another size: %q", d)
	}
}

func TestStyleNames(t *testing.T) {
	t.Parallel()
	all := headless.Bold | headless.Faint | headless.Italic | headless.Underline | headless.Blink | headless.Reverse |
		headless.Conceal | headless.Strikethrough
	for want, style := range map[string]headless.Style{
		"plain": {},
		"bold faint italic underline blink reverse conceal strikethrough": {Attrs: all},
		"brightwhite on black": {
			Fg: headless.Color{Kind: headless.ANSI, Index: 15}, Bg: headless.Color{Kind: headless.ANSI},
		},
		"on #010203": {Bg: headless.Color{Kind: headless.RGB, R: 1, G: 2, B: 3}},
	} {
		if got := style.String(); got != want {
			t.Errorf("%+v is called %q, want %q", style, got, want)
		}
	}
}

// BenchmarkFrame draws a full screen of Hangul in 120x40.
func BenchmarkFrame(b *testing.B) {
	view := tea.NewView(strings.Repeat(strings.Repeat("\x1b[1;34m가나\x1b[0m다라 ", 13)+"\n", 40))
	for b.Loop() {
		headless.NewFrame(view, 120, 40)
	}
}

// quietModel shows a text.
type quietModel string

func (m quietModel) Init() tea.Cmd                       { return nil }
func (m quietModel) Update(tea.Msg) (tea.Model, tea.Cmd) { return m, nil }
func (m quietModel) View() tea.View                      { return tea.NewView(string(m)) }

// TestTextIsThatOfTheFrame compares the quick way to the text with the frame's.
func TestTextIsThatOfTheFrame(t *testing.T) {
	t.Parallel()
	for _, content := range []string{
		"", "a", "가나다라마", "\x1b[1mbold\x1b[0m  ", "longer than it is", "1\n2\n3\n4\n5", "│홍│\n\n\x1b[38;2;1;2;3m가나다\x1b[m라 마",
	} {
		clock := headless.NewClock(time.Time{})
		d := headless.New(quietModel(content), clock, 7, 4)
		if got, want := d.Text(), d.Frame().Text(); got != want {
			t.Errorf("%q is %q, the frame's %q", content, got, want)
		}
	}
}
