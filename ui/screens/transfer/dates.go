package transfer

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
)

// newDates is a form with the days of the query.
func (s *results) newDates() *component.Dates {
	return component.NewDates(s.query.From, s.query.To, s.env.Today())
}

// typeDates gives a key to the days, and searches once they are complete.
func (s *results) typeDates(msg tea.KeyPressMsg) tea.Cmd {
	event := s.dates.Update(msg)
	switch {
	case !event.Handled && keymap.Back.Pressed(msg):
		s.period, s.dates = s.before, nil
		return s.search()
	case event.Kind != component.Submitted:
		return nil
	}
	first, last, ok := s.dates.Days()
	if !ok {
		return nil
	}
	s.query.From, s.query.To, s.dates = first, last, nil
	return s.search()
}
