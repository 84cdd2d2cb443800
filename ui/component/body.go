package component

import (
	"slices"
	"strings"
)

// context is how many plain lines below the focus stay in sight with it.
const context = 3

// Body builds a page line by line. It knows where typing goes, and scrolls so
// that this line is seen in a window that is too low.
type Body struct {
	look   Look
	lines  []string
	focus  int  // line with the focus, -1 if there is none
	cursor int  // cell in it, below 0 for none
	secret bool // what is typed there is
	last   int  // last line to be kept in sight with the focus
	open   bool
	offset int
}

// NewBody returns an empty page.
func NewBody(l Look) *Body { return &Body{look: l, focus: -1, cursor: -1} }

// Add adds lines below the ones there are.
func (b *Body) Add(lines ...string) {
	for _, line := range lines {
		b.lines = append(b.lines, line)
		if b.open && len(b.lines)-1 <= b.focus+context {
			b.last = len(b.lines) - 1
		}
	}
}

// Blank adds an empty line. It also ends what is kept in view with the focus.
func (b *Body) Blank() {
	b.open = false
	b.lines = append(b.lines, "")
}

// AddBlock adds text of several lines.
func (b *Body) AddBlock(block string) { b.Add(strings.Split(block, "\n")...) }

// AddAt adds the line that has the focus: View keeps it in sight. CursorX is the
// cell of the cursor in it, below 0 where nothing is typed.
func (b *Body) AddAt(line string, cursorX int) {
	b.lines = append(b.lines, line)
	b.focus, b.cursor = len(b.lines)-1, cursorX
	b.last, b.open = b.focus, true
	b.secret = false
}

// Under adds lines that belong to the line before them, such as a note or what
// is wrong: if that has the focus, View keeps them in sight with it.
func (b *Body) Under(lines ...string) {
	belongs := b.open && b.last == len(b.lines)-1
	b.lines = append(b.lines, lines...)
	if belongs {
		b.last = len(b.lines) - 1
	}
}

// Len is how many lines there are.
func (b *Body) Len() int { return len(b.lines) }

// Scroll says how many lines from the top are hidden. Only a page without focus
// heeds it; View takes too much for the most there is.
func (b *Body) Scroll(offset int) { b.offset = offset }

// Max is the largest offset to Scroll to in a window of h lines.
func (b *Body) Max(h int) int { return max(len(b.lines)-max(h, 0), 0) }

// View draws the page, at most w cells wide and h lines high, and says where the
// cursor is: nil if there is none. Signs at the right edge tell of lines above and below.
func (b *Body) View(w, h int) (string, *Point) {
	if w <= 0 || h <= 0 {
		return "", nil
	}
	top := b.top(h)
	end := min(top+h, len(b.lines))
	lines := slices.Clone(b.lines[top:end])
	for i, line := range lines {
		lines[i] = Cut(line, w)
	}
	if top > 0 {
		lines[0] = b.mark(lines[0], b.look.Theme.Glyphs.Up, w)
	}
	if end < len(b.lines) {
		lines[len(lines)-1] = b.mark(lines[len(lines)-1], b.look.Theme.Glyphs.Down, w)
	}
	return strings.Join(lines, "\n"), b.point(top, w)
}

// top is the first line in sight: as far up as the focus and what belongs to it
// allow, so that the page moves only when it must.
func (b *Body) top(h int) int {
	if b.focus < 0 {
		return min(max(b.offset, 0), b.Max(h))
	}
	return max(min(b.last-h+1, b.focus), 0)
}

func (b *Body) mark(line, sign string, w int) string {
	return PadRight(Cut(line, w-2), w-1) + b.look.Theme.Accent.Render(sign)
}

func (b *Body) point(top, w int) *Point {
	if b.focus < 0 || b.cursor < 0 {
		return nil
	}
	return &Point{X: min(b.cursor, w-1), Y: b.focus - top, Secret: b.secret}
}
