package component

import (
	"strings"

	"smartbank/ui/theme"
)

// strip draws a row of characters with a cursor in a field that may be narrower:
// first is where it is scrolled to.
type strip struct{ first int }

// draw returns exactly w cells, and the cell of the cursor: -1 without focus.
func (s *strip) draw(l Look, units []cluster, at, w int, focused bool) (string, int) {
	if w <= 0 {
		return "", -1
	}
	if !focused {
		s.first = 0
		return underline(l.Theme.Field, fit(l, join(units), w, false)), -1
	}
	s.scroll(units, at, w)
	end, cells := s.first, 0
	for end < len(units) && cells+units[end].cells <= w {
		cells += units[end].cells
		end++
	}
	x := width(units[s.first:at])
	return underline(l.Theme.Focus, PadRight(join(units[s.first:end]), w)), x
}

// scroll moves first so that the cursor and the character under it are in sight.
func (s *strip) scroll(units []cluster, at, w int) {
	if width(units) < w { // with one cell behind the text
		s.first = 0
		return
	}
	s.first = min(s.first, at)
	under := 1
	if at < len(units) {
		under = max(units[at].cells, 1)
	}
	for s.first < at && width(units[s.first:at])+under > w {
		s.first++
	}
}

// underline renders text underlined, whatever else the style is.
func underline(style theme.Style, s string) string { return style.Underlined(s) }

func join(units []cluster) string {
	var b strings.Builder
	for _, u := range units {
		b.WriteString(u.text)
	}
	return b.String()
}

// width is the cells of characters side by side.
func width(units []cluster) int {
	n := 0
	for _, u := range units {
		n += u.cells
	}
	return n
}
