package search

import (
	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// How a day is written in the table: in full, or without what need not be said
// in a narrow window.
const (
	fullDay  = "2006-01-02"
	shortDay = "01-02"
	yearDay  = "06-01-02" // the period goes over a year's end
)

// drawn is what the writing of the table's rows depends on.
type drawn struct {
	theme *theme.Theme
	words *text.Catalog
	day   string // layout
}

// kindCells is the width of the longest word for a kind.
const kindCells = 8

// newTable makes the passbook's columns. In a narrow window time, kind and balance go
// first; the detail still has them.
func (s *history) newTable() *component.Table {
	word := func(of func(text.Search) string) component.Words {
		return func(c *text.Catalog) string { return of(c.Search) }
	}
	return component.NewTable(
		component.Column{Title: word(func(t text.Search) string { return t.Date }), Sort: component.Descending},
		component.Column{Title: word(func(t text.Search) string { return t.Time }), Drop: 3},
		component.Column{Title: word(func(t text.Search) string { return t.Description }), Min: bank.MemoCells, Weight: 3},
		component.Column{Title: word(func(t text.Search) string { return t.Kind }), Min: kindCells, Weight: 1, Drop: 2},
		component.Column{Title: word(func(t text.Search) string { return t.Amount }), Right: true},
		component.Column{Title: s.balanceTitle, Right: true, Drop: 1},
	)
}

// balanceTitle names the currency, which then need not stand in every row.
func (s *history) balanceTitle(c *text.Catalog) string {
	currency := s.page.Closing.Currency()
	if currency == money.KRW || currency == "" {
		return c.Search.BalanceIn(c.Search.Won)
	}
	return c.Search.BalanceIn(string(currency))
}

// fill puts the rows into the table: more of them, or all anew.
func (s *history) fill(more bool) {
	s.table.Total, s.table.More = s.shown.count(s.page), s.page.Next != 0
	s.table.Columns[0].Sort = component.Descending
	if s.shown.oldest {
		s.table.Columns[0].Sort = component.Ascending
	}
	if !more {
		s.table.SetRows(s.cells(s.rows))
		return
	}
	s.table.Append(s.cells(s.rows[s.table.Rows():])...)
}

// write writes the rows anew if the language, the theme or the window asks for it.
func (s *history) write(w int) {
	now := drawn{s.env.Theme, s.env.Text, fullDay}
	switch {
	case w >= narrowBelow:
	case s.shown.from.Year != s.shown.to.Year:
		now.day = yearDay
	default:
		now.day = shortDay
	}
	if now != s.drawn {
		s.drawn = now
		s.table.Redraw(s.cells(s.rows))
	}
}

// cells writes rows for the table.
func (s *history) cells(rows []bank.Posting) [][]component.Cell {
	t := s.env.Theme
	layout := s.drawn.day
	if layout == "" {
		layout = fullDay
	}
	list := make([][]component.Cell, 0, len(rows))
	for _, p := range rows {
		at := p.At.In(calendar.Seoul)
		list = append(list, []component.Cell{
			{Text: at.Format(layout)},
			{Text: at.Format("15:04"), Style: &t.Muted},
			{Text: component.Clean(p.Memo)},
			{Text: kind(s.env.Text, p), Style: &t.Muted},
			{Text: component.SignedText(s.env.Look, p.Amount), Style: flowStyle(t, p.Amount)},
			{Text: p.Balance.Grouped()},
		})
	}
	return list
}

// flowStyle is the colour of money in or of money out.
func flowStyle(t *theme.Theme, a money.Amount) *theme.Style {
	if a.Minor() < 0 {
		return &t.Out
	}
	return &t.In
}
