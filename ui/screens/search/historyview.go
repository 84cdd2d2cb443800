package search

import (
	"slices"
	"strings"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// tableAtLeast is how many lines a table needs to be of use.
const tableAtLeast = 4

// View draws what was asked for, the rows, and the totals of the period; or the
// detail of one row.
func (s *history) View(w, h int) screen.View {
	if s.detail != nil {
		return s.viewDetail(w, h)
	}
	top := headLines(h)
	var form, list []string
	var at *component.Point
	if s.form != nil {
		form, at = s.viewForm(w, h-top)
	}
	foot := s.whole(s.foot(w, h), w, h)
	room := h - top - len(form) - len(foot)
	if s.form != nil && room < tableAtLeast {
		room, foot = h-top-len(form), nil
	} else {
		list = s.list(w, room)
	}
	for len(list) < room {
		list = append(list, "")
	}
	head, cursor := s.head(w, h) // after the list: it tells where in it one is
	if at != nil {
		cursor = &component.Point{X: at.X, Y: at.Y + top}
	}
	return screen.View{Body: strings.Join(slices.Concat(head, form, list, foot), "\n"), Cursor: cursor, Keys: s.keys()}
}

func (s *history) keys() []keymap.Hint {
	c := s.env.Text
	period := keymap.Hint{Key: "←→", Does: c.Keys.Period}
	switch {
	case s.form != nil:
		return []keymap.Hint{keymap.Enter.As(c.Keys.Confirm), keymap.Next.Hint(c), {Key: "↑↓", Does: c.Search.Change}, keymap.Back.Hint(c)}
	case s.finding:
		return []keymap.Hint{keymap.Enter.As(c.Keys.Find), keymap.Back.As(c.Search.Clear)}
	case len(s.accounts) == 0:
		return []keymap.Hint{keymap.Refresh.Hint(c), keymap.Back.Hint(c)}
	}
	back := keymap.Back.Hint(c)
	if s.want.text != "" {
		back = keymap.Back.As(c.Search.Clear)
	}
	asking := []keymap.Hint{period, keymap.Flow.Hint(c), keymap.Order.Hint(c), keymap.Find.Hint(c)}
	rest := []keymap.Hint{component.RevealHint(c, s.revealed), keymap.Refresh.Hint(c)}
	if len(s.rows) == 0 {
		return slices.Concat(asking, []keymap.Hint{keymap.Account.Hint(c), back}, rest)
	}
	return slices.Concat(
		[]keymap.Hint{keymap.Enter.As(c.Keys.Detail)}, asking, []keymap.Hint{keymap.Export.Hint(c), back, keymap.Account.Hint(c)},
		rest, []keymap.Hint{keymap.Copy.As(c.Search.CopyReference), {Key: "↑↓", Does: c.Keys.Move}},
	)
}

// viewForm draws the two days in at most h lines, with a line under them where
// the table follows.
func (s *history) viewForm(w, h int) ([]string, *component.Point) {
	b := component.NewBody(s.env.Look)
	s.form.Draw(s.env.Look, b, w)
	body, at := b.View(w, max(h, 1))
	lines := strings.Split(body, "\n")
	if h >= lowBelow {
		lines = append(lines, rule(s.env.Theme.Rule, s.env.Theme.Glyphs.Rule, w))
	}
	return lines, at
}

// list is the rows, or why there are none.
func (s *history) list(w, h int) []string {
	look, c := s.env.Look, s.env.Text
	var lines []string
	switch {
	case s.problem != nil:
		lines = refused(look, s.problem(c), w)
	case s.accounts != nil && len(s.accounts) == 0:
		lines = told(look, c.Search.NoAccounts, w)
	case !s.loaded && s.busy:
		lines = []string{" " + look.Theme.Muted.Render(c.Search.ReadingHistory)}
	case !s.loaded:
	case len(s.rows) == 0:
		lines = told(look, s.empty(c), w)
	default:
		s.write(w)
		lines = strings.Split(s.table.View(look, w-1, h), "\n")
	}
	if len(lines) > max(h, 0) {
		lines = lines[:max(h, 0)]
	}
	return lines
}

// empty says what to change where nothing was found.
func (s *history) empty(c *text.Catalog) text.Message {
	switch {
	case s.shown.text != "":
		return text.Message{Problem: c.Search.EmptyFind(s.shown.text), Advice: c.Search.EmptyFindAdvice}
	case s.shown.flow != bank.AllFlows:
		return c.Search.EmptyFlow
	default:
		return c.Search.EmptyPeriod
	}
}

// whole puts a word over the sums where rows are left out of the list and not of
// them.
func (s *history) whole(foot []string, w, h int) []string {
	if len(foot) == 0 || h < lowBelow || s.shown.flow == bank.AllFlows && s.shown.text == "" {
		return foot
	}
	words := component.CutEllipsis(s.env.Look, s.env.Text.Search.WholePeriod, max(w-2, 1))
	return append([]string{" " + s.env.Theme.Muted.Render(words)}, foot...)
}

// foot is the balances and totals of the whole period, whatever is left out of
// the rows: in one line, in two, or in a low window as much of it as there is room for.
func (s *history) foot(w, h int) []string {
	if !s.loaded {
		return nil
	}
	t, c, p := s.env.Theme, s.env.Text, s.page
	pair := func(word, sum string) string { return t.Muted.Render(word) + " " + sum }
	first, last := p.Opening.Grouped(), t.Strong.Render(p.Closing.Grouped())
	in, out := c.Search.In(p.InCount, t.In.Render(p.In.Grouped())), c.Search.Out(p.OutCount, t.Out.Render(p.Out.Grouped()))
	line := " " + strings.Join([]string{pair(c.Search.Opening, first), in, out, pair(c.Search.Closing, last)}, "   ")
	if component.Cells(line) < w {
		return []string{line}
	}
	if h >= lowBelow {
		word := max(component.Cells(c.Search.Opening), component.Cells(c.Search.Closing))
		sum := max(component.Cells(first), component.Cells(last))
		aligned := func(title, amount string) string {
			return pair(component.PadRight(title, word), component.PadLeft(amount, sum))
		}
		return []string{ends(s.env.Look, aligned(c.Search.Opening, first), in, w), ends(s.env.Look, aligned(c.Search.Closing, last), out, w)}
	}
	short := pair(c.Search.InShort, t.In.Render(p.In.Grouped())) + "  " + pair(c.Search.OutShort, t.Out.Render(p.Out.Grouped()))
	if component.Cells(short) > w-2 {
		short = pair(c.Search.Closing, last)
	}
	return []string{ends(s.env.Look, short, "", w)}
}
