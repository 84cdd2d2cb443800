package fx

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
)

// press changes what is asked for, or opens a row.
func (s *found) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg):
		if s.find.Value() != "" {
			s.find.Clear()
			return s.search()
		}
		return screen.Close()
	case keymap.Right.Pressed(msg):
		return s.turn(1)
	case keymap.Left.Pressed(msg):
		return s.turn(-1)
	case keymap.Flow.Pressed(msg):
		s.query.Status = after(statusesOf(s.kind), s.query.Status)
		return s.search()
	case keymap.Country.Pressed(msg):
		s.query.Country = after(s.countries, s.query.Country)
		return s.search()
	case keymap.Money.Pressed(msg):
		s.query.Currency = after(s.currencies, s.query.Currency)
		return s.search()
	case keymap.Find.Pressed(msg):
		s.finding = true
	case keymap.Refresh.Pressed(msg):
		return s.search()
	case keymap.Copy.Pressed(msg):
		if r := s.chosen(); r != nil {
			return screen.Copy(r.Reference)
		}
	case keymap.Again.Pressed(msg):
		if r := s.chosen(); r != nil {
			return screen.Replace(ownID(s.kind), repeatable(r.Order))
		}
	case keymap.Receipt.Pressed(msg):
		if r := s.chosen(); r != nil {
			return openReceipt(r.Reference, r.Order)
		}
	case keymap.Enter.Pressed(msg):
		if r := s.chosen(); r != nil {
			return s.open(r.Reference)
		}
	default:
		if s.table.Update(msg) && s.table.AtEnd() {
			return s.more()
		}
	}
	return nil
}

// chosen is the remittance of the chosen row; nil if there is none.
func (s *found) chosen() *bank.Remittance {
	i := s.table.Selected()
	if s.problem != nil || i < 0 || i >= len(s.rows) {
		return nil
	}
	return &s.rows[i]
}

// turn goes to the next or the previous period, round the ends. Days are typed first.
func (s *found) turn(by component.Period) tea.Cmd {
	if s.period != component.Custom {
		s.before = s.period
	}
	const periods = component.Custom + 1
	s.period = (s.period + by + periods) % periods
	if s.period == component.Custom {
		s.dates = component.NewDates(s.query.From, s.query.To, s.env.Today())
		return nil
	}
	return s.search()
}

// typeDates gives a key to the days, and searches once they are complete.
func (s *found) typeDates(msg tea.KeyPressMsg) tea.Cmd {
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

// typeFind is a key while the text to find is typed.
func (s *found) typeFind(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg):
		s.find.Clear()
		s.finding = false
		return s.search()
	case keymap.Enter.Pressed(msg):
		s.finding = false
		return s.search()
	}
	s.find.Update(msg)
	return nil
}
