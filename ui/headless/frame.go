package headless

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Frame is what a terminal shows at one moment: cells, cursor and title. It does
// not change, and everything that is made of a screen is made of one.
type Frame struct {
	// W and H are the window's size in cells.
	W, H int
	// Cursor is where the terminal's cursor stands.
	Cursor Cursor
	// Title is the window's title.
	Title string
	// Fg and Bg are what the default colours are, if the program has set them.
	Fg, Bg Color

	cells    []Cell // line by line
	overflow []int
	err      error
}

// Cell is one cell of a Frame.
type Cell struct {
	// Text is the character in it, "" in the second cell of a wide one.
	Text string
	// Width is 1, 2 for a wide character's first cell, or 0 for its second.
	Width int
	// Style is how it is drawn.
	Style Style
}

// Cursor is the terminal's own cursor. Input methods compose next to it.
type Cursor struct {
	// X and Y are its cell, from 0.
	X, Y int
	// Visible tells whether it is shown; X and Y are 0 where it is not.
	Visible bool
	// Shape is how it looks.
	Shape tea.CursorShape
	// Blink tells whether it blinks.
	Blink bool
}

// NewFrame draws view in a window of w by h cells, as the terminal would: what
// does not fit is cut off at the right and at the bottom.
func NewFrame(view tea.View, w, h int) Frame {
	w, h = max(w, 0), max(h, 0)
	canvas := lipgloss.NewCanvas(w, h)
	canvas.Compose(uv.NewStyledString(view.Content))
	f := Captured(view, w, h, canvas.CellAt)
	f.overflow = overflow(view.Content, w, h)
	return f
}

// Captured is the frame of a terminal of w by h cells, which tells what is in its
// cells. Of the view it takes everything but the content.
func Captured(view tea.View, w, h int, at func(x, y int) *uv.Cell) Frame {
	f := Frame{
		W: w, H: h,
		Title: view.WindowTitle,
		Fg:    colorOf(view.ForegroundColor),
		Bg:    colorOf(view.BackgroundColor),
		cells: make([]Cell, w*h),
	}
	if c := view.Cursor; c != nil {
		f.Cursor = Cursor{X: c.X, Y: c.Y, Visible: true, Shape: c.Shape, Blink: c.Blink}
	}
	for y := range h {
		for x := range w {
			f.cells[y*w+x] = cellOf(at(x, y))
		}
	}
	return f
}

// overflow are the indices of the content's lines that a window of w by h cells
// does not show whole. A line break at the end begins no line.
func overflow(content string, w, h int) []int {
	var lines []int
	y := 0
	for line := range strings.SplitSeq(strings.TrimSuffix(content, "\n"), "\n") {
		if y >= h && content != "" || ansi.StringWidth(line) > w {
			lines = append(lines, y)
		}
		y++
	}
	return lines
}

// cellOf is a canvas's cell as a Cell.
func cellOf(c *uv.Cell) Cell {
	switch {
	case c == nil:
		return Cell{Text: " ", Width: 1}
	case c.Width == 0: // the second cell of a wide character
		return Cell{Style: styleOf(c.Style)}
	default:
		return Cell{Text: c.Content, Width: c.Width, Style: styleOf(c.Style)}
	}
}

// At is the cell in column x and line y, from 0; outside the window a blank one.
func (f Frame) At(x, y int) Cell {
	if x < 0 || y < 0 || x >= f.W || y >= f.H {
		return Cell{Text: " ", Width: 1}
	}
	return f.cells[y*f.W+x]
}

// Line is the text of line y without the blanks at its end; "" outside the window.
func (f Frame) Line(y int) string { return strings.TrimRight(f.padded(y), " ") }

// padded is the text of line y, as wide as the window.
func (f Frame) padded(y int) string {
	if y < 0 || y >= f.H {
		return ""
	}
	var b strings.Builder
	for _, c := range f.cells[y*f.W : (y+1)*f.W] {
		b.WriteString(c.Text)
	}
	return b.String()
}

// Text is the text of all lines, each without the blanks at its end and with a
// line break.
func (f Frame) Text() string {
	var b strings.Builder
	for y := range f.H {
		b.WriteString(f.Line(y))
		b.WriteByte('\n')
	}
	return b.String()
}

// plain is the text of a view in a window, as [Frame.Text] has it.
func plain(content string, w, h int) string {
	var b strings.Builder
	for line := range strings.SplitSeq(content, "\n") {
		if h--; h < 0 {
			break
		}
		line = strip(line)
		if atMost(line) > w {
			line = ansi.Truncate(line, w, "")
		}
		b.WriteString(strings.TrimRight(line, " "))
		b.WriteByte('\n')
	}
	for ; h > 0; h-- {
		b.WriteByte('\n')
	}
	return b.String()
}

// atMost is how many cells a line takes, or more.
func atMost(line string) int {
	n := 0
	for _, r := range line {
		if r > '~' && (r < '─' || r > '▟') {
			n++ // it may be a wide one
		}
		n++
	}
	return n
}

// strip is a line without the escape sequences in it. Styles are nearly all that there are (ECMA-48, 5.4: a control
// sequence ends with a byte from @ to ~).
func strip(line string) string {
	at := strings.IndexByte(line, '\x1b')
	if at < 0 {
		return line
	}
	b := make([]byte, 0, len(line))
	for rest := line; ; at = strings.IndexByte(rest, '\x1b') {
		if at < 0 {
			return string(append(b, rest...))
		}
		b = append(b, rest[:at]...)
		end := at + 2
		for end < len(rest) && rest[at+1] == '[' && (rest[end] < '@' || rest[end] > '~') {
			end++
		}
		if end >= len(rest) || rest[at+1] != '[' {
			return ansi.Strip(line)
		}
		rest = rest[end+1:]
	}
}

// Overflow are the lines of the view, from 0, that the window does not show
// whole: those wider than it, and those below its last line.
func (f Frame) Overflow() []int { return f.overflow }

// CursorInside tells whether the cursor is hidden or stands in the window.
func (f Frame) CursorInside() bool {
	c := f.Cursor
	return !c.Visible || c.X >= 0 && c.Y >= 0 && c.X < f.W && c.Y < f.H
}

// Err is the driver's error at the moment of the frame, or nil.
func (f Frame) Err() error { return f.err }

// Cells are the characters of a line, cell by cell: a wide one is followed by "".
func Cells(line string) []string {
	var cells []string
	for line != "" {
		cluster, width := ansi.FirstGraphemeCluster(line, ansi.GraphemeWidth)
		line = line[len(cluster):]
		for i := range width {
			if i > 0 {
				cluster = ""
			}
			cells = append(cells, cluster)
		}
	}
	return cells
}

// Width is how many cells text takes on a line.
func Width(text string) int { return ansi.StringWidth(text) }
