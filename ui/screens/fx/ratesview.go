package fx

import (
	"slices"
	"strings"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/fx"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// newBoardTable is the board. In 80 columns it leaves out the names and the
// dollars.
func newBoardTable() *component.Table {
	word := func(of func(*text.Rates) string) component.Words {
		return func(c *text.Catalog) string { return of(&c.FX.Rates) }
	}
	return component.NewTable(
		component.Column{Title: component.Same(""), Min: 1},
		component.Column{Title: word(func(r *text.Rates) string { return r.Currency })},
		component.Column{Title: word(func(r *text.Rates) string { return r.Name }), Min: 10, Weight: 1, Drop: 2},
		component.Column{Title: word(func(r *text.Rates) string { return r.Base }), Right: true},
		component.Column{Title: word(func(r *text.Rates) string { return r.Change }), Right: true},
		component.Column{Title: word(func(r *text.Rates) string { return r.Send }), Right: true},
		component.Column{Title: word(func(r *text.Rates) string { return r.Receive }), Right: true},
		component.Column{Title: word(func(r *text.Rates) string { return r.CashBuy }), Right: true},
		component.Column{Title: word(func(r *text.Rates) string { return r.CashSell }), Right: true},
		component.Column{Title: word(func(r *text.Rates) string { return r.Dollar }), Right: true, Drop: 3},
	)
}

// cells are the rows of the board in the language of the moment.
func (s *rates) cells() [][]component.Cell {
	c := s.env.Text
	rows := make([][]component.Cell, 0, len(s.rows))
	for _, r := range s.rows {
		mark := ""
		if slices.Contains(s.shown.favourites, r.Currency) {
			mark = "*"
			if s.env.Heard() {
				mark = c.Keys.Favourite
			}
		}
		change, style := s.change(r)
		rows = append(rows, []component.Cell{
			{Text: mark, Style: &s.env.Theme.Accent},
			{Text: component.UnitName(r.Currency), Style: &s.env.Theme.Strong},
			{Text: currencyName(c, r.Currency)},
			{Text: r.Base.Grouped()},
			{Text: change, Style: style},
			{Text: r.Send.Grouped()},
			{Text: r.Receive.Grouped()},
			{Text: r.CashBuy.Grouped()},
			{Text: r.CashSell.Grouped()},
			{Text: r.Dollar.Aligned()},
		})
	}
	return rows
}

// change is how far a base is from that of the business day before.
func (s *rates) change(r fx.Row) (string, *theme.Style) {
	by, ok := s.shown.now.Change(r.Currency, s.shown.before)
	if !ok {
		return "", nil
	}
	return changeText(s.env.Look, by)
}

// changeText is a change with its sign, which says the same without colour, and its colour.
func changeText(l component.Look, by fx.Rate) (string, *theme.Style) {
	switch {
	case by > 0:
		return l.Theme.Glyphs.Up + by.Grouped(), &l.Theme.Out
	case by < 0:
		return l.Theme.Glyphs.Down + (-by).Grouped(), &l.Theme.In
	}
	return by.Grouped(), nil
}

// clock is a time of the day in Seoul.
func clock(t time.Time) string { return t.In(calendar.Seoul).Format("15:04") }

// View draws the board, or the form that asks for a day.
func (s *rates) View(w, h int) screen.View {
	c := s.env.Text
	head := append(s.head(w), rule(s.env.Look, w))
	room := max(h-len(head), 1)
	switch {
	case s.form != nil:
		b := component.NewBody(s.env.Look)
		s.form.Draw(s.env.Look, b, w)
		body, cursor := b.View(w, room)
		if cursor != nil {
			cursor.Y += len(head)
		}
		return screen.View{Body: strings.Join(append(head, body), "\n"), Cursor: cursor, Keys: []keymap.Hint{
			keymap.Enter.As(c.FX.Rates.Show), keymap.Next.Hint(c), keymap.Back.Hint(c), keymap.Language.Hint(c),
		}}
	case s.problem != nil:
		lines := append(head, indented(component.Problem(s.env.Look, s.problem(c), w-2*len(margin)))...)
		return screen.View{Body: strings.Join(lines, "\n"), Keys: []keymap.Hint{keymap.Refresh.Hint(c), keymap.Day.Hint(c), keymap.Back.Hint(c), keymap.Language.Hint(c)}}
	case !s.loaded: // the status line says that the bank is being asked
		return screen.View{Body: strings.Join(head, "\n"), Keys: []keymap.Hint{keymap.Back.Hint(c), keymap.Language.Hint(c)}}
	}
	below := s.table.View(s.env.Look, w, room) // first: the head says which of its rows are in sight
	head = append(s.head(w), rule(s.env.Look, w), below)
	return screen.View{Body: strings.Join(head, "\n"), Keys: []keymap.Hint{
		keymap.Enter.As(c.FX.Rates.OpenPage),
		{Key: "←→", Does: c.Keys.Day},
		keymap.Day.As(c.FX.Rates.DayKey), keymap.Favourite.Hint(c),
		keymap.Back.Hint(c), keymap.Language.Hint(c), keymap.Refresh.Hint(c), keymap.Copy.Hint(c),
	}}
}

// head says which board it is, where it comes from, and when it is another one than was asked
// for.
func (s *rates) head(w int) []string {
	c, t := s.env.Text, s.env.Theme
	r := c.FX.Rates
	if !s.loaded {
		return []string{" " + t.Muted.Render(r.Date+"  ") + t.Base.Render(s.wanted().String())}
	}
	now := s.shown.now
	left := " " + t.Muted.Render(r.Date+"  ") + t.Base.Render(t.Glyphs.Left+" "+now.Date.String()+" "+t.Glyphs.Right) +
		"   " + t.Muted.Render(r.Notice+"  ") + t.Strong.Render(r.Given(now.Notice, clock(now.At)))
	lines := []string{sides(left, t.Muted.Render(s.table.Position(s.env.Look))+" ", w)}
	source, style := r.Source, t.Muted
	if now.Demonstration {
		source, style = r.Demonstration, t.Warn
	}
	lines = append(lines, " "+style.Render(component.CutEllipsis(s.env.Look, source, w-1)))
	if now.Date != s.wanted() {
		said := r.Before
		if open, _ := s.wanted().Business(); open { // its first notice is still to come
			said = r.BeforeFirst
		}
		lines = append(lines, " "+t.Advice.Render(component.CutEllipsis(s.env.Look, said(s.wanted().String(), now.Date.String()), w-1)))
	}
	return lines
}
