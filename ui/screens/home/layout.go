package home

import (
	"strings"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// twoColumns is the width from which All Menus has two columns.
const twoColumns = 80

// half is where the second column begins: the longest name at its left and the longest at its right just fit 80 cells.
const half = 33

// spot is where an entry or a heading stands.
type spot struct {
	entry       int // -1 for a heading
	heading     string
	x, y, width int
}

// spots lays the menu out for a window of w cells: in two columns, with the
// certificate at the right, or in one.
func (s *menu) spots(w int) []spot {
	s.w = w
	if w < twoColumns || s.env.Heard() {
		return s.oneColumn(w)
	}
	var list []spot
	y := 2
	link := 0
	for i, e := range s.entries {
		if e.place.Group == screen.QuickLinks {
			list = append(list, spot{i, "", 1 + link*28, y, min(27, w-1-link*28)})
			link++
		}
	}
	left, right := 4, 4
	for _, g := range []screen.Group{screen.SearchGroup, screen.TransferGroup, screen.FXGroup} {
		left = s.group(&list, g, 1, left, half-2) + 1
	}
	right = s.group(&list, screen.CertificateGroup, half, right, w-half) + 1
	for i, e := range s.entries {
		if e.place.Group == screen.Header {
			list = append(list, spot{i, "", half, right, w - half})
			right++
		}
	}
	return list
}

// oneColumn lays the menu out line by line.
func (s *menu) oneColumn(w int) []spot {
	var list []spot
	y := 1
	for _, g := range []screen.Group{screen.QuickLinks, screen.SearchGroup, screen.TransferGroup, screen.FXGroup, screen.CertificateGroup, screen.Header} {
		y = s.group(&list, g, 1, y, w-2) + 1
	}
	return list
}

// group lays out a heading and its entries from line y, and returns the line
// below them.
func (s *menu) group(list *[]spot, g screen.Group, x, y, width int) int {
	if title := g.Title(s.env.Text); title != "" {
		*list = append(*list, spot{-1, title, x, y, width})
		y++
	}
	for i, e := range s.entries {
		if e.place.Group == g {
			*list = append(*list, spot{i, "", x, y, width})
			y++
		}
	}
	return y
}

// The directions of move: whether to is on that side of from.
func above(from, to spot) bool   { return to.y < from.y }
func below(from, to spot) bool   { return to.y > from.y }
func leftOf(from, to spot) bool  { return to.x < from.x }
func rightOf(from, to spot) bool { return to.x > from.x }

// move chooses the nearest entry on one side: in the same column first for up and down, on
// the nearest line for left and right.
func (s *menu) move(side func(from, to spot) bool) {
	spots := s.spots(s.w)
	var from spot
	for _, p := range spots {
		if p.entry == s.chosen {
			from = p
		}
	}
	best, cost := -1, 0
	for _, p := range spots {
		if p.entry < 0 || p.entry == s.chosen || !side(from, p) {
			continue
		}
		dx, dy := abs(p.x-from.x), abs(p.y-from.y)
		c := dy*1000 + dx
		if p.x != from.x && p.y != from.y {
			c += 100_000
		}
		if best < 0 || c < cost {
			best, cost = p.entry, c
		}
	}
	if best >= 0 {
		s.chosen = best
	}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// View draws All Menus.
func (s *menu) View(w, h int) screen.View {
	c, t := s.env.Text, s.env.Theme
	lines := map[int][]spot{}
	last := 0
	for _, p := range s.spots(w) {
		lines[p.y] = append(lines[p.y], p)
		last = max(last, p.y)
	}
	rows := make([]string, 0, last+3)
	focus := 0
	for y := range last + 1 {
		row := ""
		for _, p := range lines[y] {
			row = component.PadRight(row, p.x) + s.draw(p)
			if p.entry == s.chosen {
				focus = y
			}
		}
		rows = append(rows, row)
	}
	if w >= twoColumns && !s.env.Heard() {
		head := " " + t.Strong.Render(c.Menu.AllMenus)
		tail := t.Muted.Render("/ "+c.Frame.GoTo+"   F2 "+c.Keys.Language) + " "
		rows[0] = component.PadRight(head, w-component.Cells(tail)) + tail
	}
	rows = append(rows, "")
	if line := s.rates.line(s.env.Look, s.env.Session != nil, w); line != "" && len(rows)+1 < h {
		rows = append(rows, line)
	}
	rows = append(rows, s.foot(w))
	rows, s.offset = window(rows, focus, h)
	return screen.View{Body: strings.Join(rows, "\n"), Keys: []keymap.Hint{
		keymap.Enter.Hint(c), {Key: "↑↓←→", Does: c.Keys.Move}, {Key: "11–49", Does: c.Keys.Jump}, keymap.Find.As(c.Keys.GoTo), keymap.Language.Hint(c), keymap.Quit.Hint(c),
	}}
}

// draw draws a heading or an entry.
func (s *menu) draw(p spot) string {
	t := s.env.Theme
	if p.entry < 0 {
		return t.Muted.Render(component.Cut(p.heading, p.width))
	}
	name := s.name(s.entries[p.entry])
	if p.entry == s.chosen {
		return t.Accent.Render(t.Glyphs.Pointer) + t.Selected.Render(component.CutEllipsis(s.env.Look, name, p.width-1))
	}
	return " " + component.CutEllipsis(s.env.Look, name, p.width-1)
}

// foot is the line under the menu: a digit that waits for its second, or who is
// logged in.
func (s *menu) foot(w int) string {
	c, t := s.env.Text, s.env.Theme
	line, style := c.Home.NotLoggedIn, t.Muted
	switch {
	case s.digits != "":
		line, style = c.Home.Typed(s.digits), t.Strong
	case s.env.Session == nil:
	case s.env.Session.LastSignIn.IsZero():
		line = c.Frame.FirstSignIn
	default:
		line = c.Frame.LastSignIn(text.DateTime(s.env.Session.LastSignIn))
	}
	return " " + style.Render(component.CutEllipsis(s.env.Look, line, w-1))
}

// window cuts the lines that fit round the focus, and says how many are hidden
// above. The last line, the foot, is always shown.
func window(rows []string, focus, h int) ([]string, int) {
	if len(rows) <= h || h < 2 {
		return rows[:min(len(rows), h)], 0
	}
	foot := rows[len(rows)-1]
	offset := min(max(focus-h/2, 0), len(rows)-1-(h-1))
	return append(append([]string{}, rows[offset:offset+h-1]...), foot), offset
}
