package search

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
)

// pressInForm is a key while the days are typed.
func (s *history) pressInForm(msg tea.KeyPressMsg) tea.Cmd {
	if keymap.Back.Pressed(msg) {
		s.form = nil
		s.revert()
		return nil
	}
	if s.form.Update(msg).Kind == component.Submitted {
		return s.submit()
	}
	return nil
}

// submit asks for the days that were typed, if they are some.
func (s *history) submit() tea.Cmd {
	from, to, ok := s.form.Days()
	if !ok {
		return nil
	}
	s.want.period, s.want.from, s.want.to = component.Custom, from, to
	cmd := s.ask()
	s.formAsk = s.asked
	return cmd
}
