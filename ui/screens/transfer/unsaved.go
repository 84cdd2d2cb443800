package transfer

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// leaving is the decision to lose what was typed.
type leaving struct{}

// typed is what would be lost with the form. The account password is not worth a question.
type typed struct{ account, expected, amount, theirs, mine string }

func (s *realtime) typed() typed {
	t := typed{account: s.in.account.Value(), expected: s.in.expected.Value(), theirs: s.in.theirs.Value(), mine: s.in.mine.Value()}
	if amount, err := s.in.amount.Value(); err != nil || !s.in.amount.Empty() {
		t.amount = amount.String()
	}
	return t
}

// leave closes the form. It asks before anything is lost that the form did not begin with.
func (s *realtime) leave() tea.Cmd {
	if s.typed() == s.began {
		return screen.Close()
	}
	return screen.Ask(&component.Confirm{
		Title: func(c *text.Catalog) string { return c.Transfer.Care.LeaveTitle },
		Lines: func(c *text.Catalog) []string { return []string{c.Transfer.Care.LeaveText} },
		Buttons: []component.Button{
			{Label: func(c *text.Catalog) string { return c.Transfer.Care.Stay }},
			{Label: func(c *text.Catalog) string { return c.Transfer.Care.Leave }, Value: leaving{}},
		},
	})
}

// decided leaves the form, or tells the recipients, of whom one is being chosen.
func (s *realtime) decided(msg screen.Decided) tea.Cmd {
	switch {
	case msg.Decision == (leaving{}):
		return screen.Close()
	case s.known != nil:
		return s.known.Update(msg)
	}
	return nil
}
