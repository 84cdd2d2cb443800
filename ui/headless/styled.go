package headless

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Styled is the whole frame as readable text, for golden files: the title, the
// lines with the window's right edge, the styles of each line that has any, and
// the cursor.
func (f Frame) Styled() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%dx%d %q\n", f.W, f.H, f.Title)
	for y := range f.H {
		fmt.Fprintf(&b, "%s│\n", f.padded(y))
	}
	for y := range f.H {
		if runs := f.runs(y); runs != "" {
			fmt.Fprintf(&b, "%3d: %s\n", y, runs)
		}
	}
	if f.Fg != (Color{}) || f.Bg != (Color{}) {
		fmt.Fprintf(&b, "window: %v on %v\n", f.Fg, f.Bg)
	}
	fmt.Fprintf(&b, "cursor: %v\n", f.Cursor)
	return b.String()
}

// runs are the styles of line y: "0-11 bold, 14-20 red on white"; plain cells
// are left out.
func (f Frame) runs(y int) string {
	var runs []string
	for x := 0; x < f.W; {
		style, from := f.At(x, y).Style, x
		for x < f.W && (f.At(x, y).Style == style || f.At(x, y).Width == 0) {
			x++
		}
		if style != (Style{}) {
			runs = append(runs, fmt.Sprintf("%d-%d %v", from, x-1, style))
		}
	}
	return strings.Join(runs, ", ")
}

// String is "hidden", or place, shape and whether it is steady: "12,5 bar".
func (c Cursor) String() string {
	if !c.Visible {
		return "hidden"
	}
	shape := "block"
	switch c.Shape {
	case tea.CursorBlock:
	case tea.CursorUnderline:
		shape = "underline"
	case tea.CursorBar:
		shape = "bar"
	}
	if !c.Blink {
		shape = "steady " + shape
	}
	return fmt.Sprintf("%d,%d %s", c.X, c.Y, shape)
}

// Equal tells whether two frames look the same.
func (f Frame) Equal(other Frame) bool {
	return f.W == other.W && f.H == other.H && f.Title == other.Title && f.Cursor == other.Cursor &&
		f.Fg == other.Fg && f.Bg == other.Bg && slices.Equal(f.cells, other.cells)
}

// Seen is the frame without what cannot be seen of it: the colour and the weight of
// letters where there is none, which a terminal that is sent only the differences keeps from before.
func (f Frame) Seen() Frame {
	f.cells = slices.Clone(f.cells)
	for i, c := range f.cells {
		if c.Text == " " && c.Style.Attrs&(Underline|Reverse|Strikethrough) == 0 {
			f.cells[i].Style = Style{Bg: c.Style.Bg}
		}
	}
	return f
}

// Diff names what other shows differently: the lines of [Frame.Styled] of this
// frame after "-", those of other after "+". It is "" if the two look the same.
func (f Frame) Diff(other Frame) string {
	a, b := strings.Split(f.Styled(), "\n"), strings.Split(other.Styled(), "\n")
	if f.W == other.W && f.H == other.H {
		return f.diffLines(other)
	}
	return "- " + strings.Join(a, "\n- ") + "\n+ " + strings.Join(b, "\n+ ") + "\n"
}

// diffLines is Diff for frames of one size.
func (f Frame) diffLines(other Frame) string {
	var b strings.Builder
	pair := func(name, was, is string) {
		if was != is {
			fmt.Fprintf(&b, "%s\n- %s\n+ %s\n", name, was, is)
		}
	}
	pair("title", f.Title, other.Title)
	for y := range f.H {
		pair(fmt.Sprintf("line %d", y), f.padded(y)+"│", other.padded(y)+"│")
		pair(fmt.Sprintf("styles of line %d", y), f.runs(y), other.runs(y))
	}
	pair("window", fmt.Sprintf("%v on %v", f.Fg, f.Bg), fmt.Sprintf("%v on %v", other.Fg, other.Bg))
	pair("cursor", f.Cursor.String(), other.Cursor.String())
	return b.String()
}
