package fx

import (
	"strings"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// newFoundTable is the table of remittances. In 80 columns it leaves out what the detail has besides.
func newFoundTable() *component.Table {
	word := func(of func(*text.Found) string) component.Words {
		return func(c *text.Catalog) string { return of(&c.FX.Found) }
	}
	t := component.NewTable(
		component.Column{Title: word(func(f *text.Found) string { return f.Date })},
		component.Column{Title: word(func(f *text.Found) string { return f.Reference }), Drop: 2},
		component.Column{Title: remit(func(r *text.Remit) string { return r.Recipient }), Min: 8, Weight: 1},
		component.Column{Title: remit(func(r *text.Remit) string { return r.Country })},
		component.Column{Title: remit(func(r *text.Remit) string { return r.Amount }), Right: true},
		component.Column{Title: remit(func(r *text.Remit) string { return r.Rate }), Right: true, Drop: 4},
		component.Column{Title: remit(func(r *text.Remit) string { return r.Total }), Right: true, Drop: 1},
		component.Column{Title: remit(func(r *text.Remit) string { return r.FeeLabel }), Right: true, Drop: 3},
		component.Column{Title: word(func(f *text.Found) string { return f.Status })},
	)
	t.Empty = word(func(f *text.Found) string { return f.None })
	return t
}

// cells are the table's rows in the language of the moment.
func (s *found) cells() [][]component.Cell {
	c := s.env.Text
	rows := make([][]component.Cell, 0, len(s.rows))
	for _, r := range s.rows {
		rate := ""
		if r.Terms.Exchanged {
			rate = r.Terms.Quote.Rate.Grouped()
		}
		rows = append(rows, []component.Cell{
			{Text: r.At.In(calendar.Seoul).Format("01-02 15:04")},
			{Text: r.Reference},
			{Text: component.Clean(r.Recipient)},
			{Text: r.Country},
			{Text: r.Terms.Amount.String()},
			{Text: rate},
			{Text: component.Won(c, r.Terms.Total)},
			{Text: component.Won(c, r.Terms.Fees)},
			{Text: statusSign(s.env.Theme, r.Status) + " " + c.FX.Found.Statuses[r.Status], Style: statusStyle(s.env.Theme, r.Status)},
		})
	}
	return rows
}

// statusSign says without colour how a remittance stands.
func statusSign(t *theme.Theme, s bank.RemittanceStatus) string {
	switch s {
	case bank.RemittanceCredited, bank.RemittancePaid:
		return t.Glyphs.Check
	case bank.RemittanceReturned, bank.RemittanceExpired, bank.RemittanceCancelled:
		return t.Glyphs.Cross
	case bank.AmendmentRequested, bank.CancellationRequested:
		return "?"
	default:
		return t.Glyphs.Step
	}
}

// statusStyle is the colour of that; nil for what is on its way.
func statusStyle(t *theme.Theme, s bank.RemittanceStatus) *theme.Style {
	switch s {
	case bank.RemittanceCredited, bank.RemittancePaid:
		return &t.Good
	case bank.RemittanceReturned, bank.RemittanceExpired, bank.RemittanceCancelled:
		return &t.Problem
	case bank.AmendmentRequested, bank.CancellationRequested:
		return &t.Warn
	default:
		return nil
	}
}

// View draws the list, the days that are being typed, or one remittance.
func (s *found) View(w, h int) screen.View {
	c := s.env.Text
	if s.detail != nil {
		return s.detail.View(w, h)
	}
	head, cursor := s.head(w)
	room := max(h-len(head), 1)
	if s.dates != nil {
		b := component.NewBody(s.env.Look)
		s.dates.Draw(s.env.Look, b, w)
		body, cursor := b.View(w, room)
		if cursor != nil {
			cursor.Y += len(head)
		}
		return screen.View{Body: strings.Join(append(head, body), "\n"), Cursor: cursor, Keys: []keymap.Hint{
			keymap.Enter.As(c.Keys.Find), keymap.Next.Hint(c), keymap.Back.Hint(c), keymap.Language.Hint(c),
		}}
	}
	if s.finding {
		return screen.View{Body: strings.Join(append(head, s.below(w, room)...), "\n"), Cursor: cursor, Keys: []keymap.Hint{
			keymap.Enter.As(c.Keys.Find), keymap.Back.Hint(c), keymap.Language.Hint(c),
		}}
	}
	keys := s.listKeys(c)
	below := s.below(w, room) // first: the head says which of its rows are in sight
	head, _ = s.head(w)
	return screen.View{Body: strings.Join(append(head, below...), "\n"), Keys: keys}
}

// listKeys are the keys of the list: those that choose among what was found are
// there once something was.
func (s *found) listKeys(c *text.Catalog) []keymap.Hint {
	keys := []keymap.Hint{{Key: "←→", Does: c.Keys.Period}, keymap.Flow.As(c.Transfer.StatusKey)}
	if s.table.Rows() > 0 {
		keys = append([]keymap.Hint{keymap.Enter.As(c.Keys.Detail)}, keys...)
	}
	if len(s.countries) > 1 {
		keys = append(keys, keymap.Country.Hint(c))
	}
	if len(s.currencies) > 1 {
		keys = append(keys, keymap.Money.Hint(c))
	}
	keys = append(keys, keymap.Find.Hint(c))
	if s.table.Rows() > 0 {
		keys = append(keys, keymap.Receipt.Hint(c), keymap.Again.Hint(c), keymap.Copy.As(c.Search.CopyReference))
	}
	return append(keys, keymap.Refresh.Hint(c), keymap.Back.Hint(c), keymap.Language.Hint(c))
}

// below is what stands under the head: the table, or why there is none.
func (s *found) below(w, h int) []string {
	switch {
	case s.problem != nil:
		return indented(component.Problem(s.env.Look, s.problem(s.env.Text), w-2*len(margin)))
	case !s.loaded:
		return nil
	}
	return []string{s.table.View(s.env.Look, w, h)}
}

// head says what was asked for, and where the text to find is typed.
func (s *found) head(w int) (lines []string, cursor *component.Point) {
	c, t := s.env.Text, s.env.Theme
	f := c.FX.Found
	period := t.Glyphs.Left + " " + s.period.Name(c) + " " + t.Glyphs.Right
	if s.dates == nil {
		period += "  " + component.DaysText(c, s.query.From, s.query.To)
	}
	left := " " + t.Muted.Render(f.Period+"  ") + t.Base.Render(period)
	lines = append(lines, sides(left, t.Muted.Render(s.table.Position(s.env.Look))+" ", w))
	status, country, currency := f.All, f.All, f.All
	if s.query.Status != "" {
		status = f.Statuses[s.query.Status]
	}
	if s.query.Country != "" {
		country = c.Country(s.query.Country)
	}
	if s.query.Currency != "" {
		currency = string(s.query.Currency)
	}
	line := " " + t.Muted.Render(f.Status+"  ") + t.Strong.Render(status) + "   " + t.Muted.Render(c.FX.Remit.Country+"  ") + t.Strong.Render(country) +
		"   " + t.Muted.Render(c.FX.Remit.Currency+"  ") + t.Strong.Render(currency)
	if s.finding || s.find.Value() != "" {
		line += "   " + t.Muted.Render(c.Keys.Find+"  ")
		typed, x := s.find.View(s.env.Look, max(w-component.Cells(line)-1, 1), s.finding)
		if s.finding && x >= 0 {
			cursor = &component.Point{X: min(component.Cells(line)+x, w-1), Y: 1}
		}
		line += typed
	}
	return append(lines, component.Cut(line, w), rule(s.env.Look, w)), cursor
}
