package transfer

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/text"
)

// The fields for days.
const (
	fieldFirst = "first"
	fieldLast  = "last"
)

// datesForm asks for the days of a period.
type datesForm struct {
	form        *component.Form
	first, last *component.Date
}

// newDates is a form with the days of a query.
func newDates(q bank.TransferQuery) *datesForm {
	f := &datesForm{first: component.NewDate(q.From), last: component.NewDate(q.To)}
	f.first.Set(q.From)
	f.last.Set(q.To)
	f.form = component.NewForm(
		&component.Field{Name: fieldFirst, Label: func(c *text.Catalog) string { return c.Transfer.FirstDay }, Input: f.first},
		&component.Field{Name: fieldLast, Label: func(c *text.Catalog) string { return c.Transfer.LastDay }, Input: f.last},
	)
	return f
}

// refuse says at a day what the bank has against the period.
func (f *datesForm) refuse(err error) {
	field := fieldFirst
	if bank.RefusalCode(err) == bank.CodePeriodFuture {
		field = fieldLast
	}
	f.form.Refuse(field, explained(err))
}

// days are the days typed; ok is false, and the problem is said, if one of them is
// none.
func (f *datesForm) days() (first, last calendar.Date, ok bool) {
	bad := func(c *text.Catalog) text.Message { return c.Transfer.BadDay }
	first, err := f.first.Value()
	if err != nil {
		f.form.Refuse(fieldFirst, bad)
		return first, last, false
	}
	last, err = f.last.Value()
	if err != nil {
		f.form.Refuse(fieldLast, bad)
		return first, last, false
	}
	return first, last, true
}

// typeDates gives a key to the days, and searches once they are complete.
func (s *results) typeDates(msg tea.KeyPressMsg) tea.Cmd {
	event := s.dates.form.Update(msg)
	switch {
	case !event.Handled && keymap.Back.Pressed(msg):
		s.period, s.dates = s.before, nil
		return s.search()
	case event.Kind != component.Submitted:
		return nil
	}
	first, last, ok := s.dates.days()
	if !ok {
		return nil
	}
	s.query.From, s.query.To, s.dates = first, last, nil
	return s.search()
}
