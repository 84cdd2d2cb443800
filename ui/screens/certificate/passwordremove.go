package certificate

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// fillRemoval gives a key or a paste to the form, and asks once more when it is
// filled in.
func (s *password) fillRemoval(msg tea.Msg) tea.Cmd {
	submitted, left := s.ask(s.removal, msg)
	if left {
		s.clear()
		s.stage = passwordChoosing
	}
	if !submitted {
		return nil
	}
	s.removal.ClearProblems()
	if s.old.Len() == 0 {
		s.removal.Refuse(fieldPassword, missing(fieldPassword))
		return nil
	}
	return screen.Ask(s.question())
}

// question asks once more before a certificate is deleted. Not to do it is the
// first answer.
func (s *password) question() *component.Confirm {
	e := s.entry
	return &component.Confirm{
		Title: func(c *text.Catalog) string { return c.Certificate.Seal.DeleteTitle },
		Lines: func(c *text.Catalog) []string {
			return []string{c.Certificate.Discard.Which(owner(e), day(e.NotAfter))}
		},
		Warn: func(c *text.Catalog) string { return c.Certificate.Seal.DeleteFinal },
		Buttons: []component.Button{
			{Label: func(c *text.Catalog) string { return c.Certificate.Seal.DeleteDo }, Value: true},
			{Label: func(c *text.Catalog) string { return c.Certificate.Discard.Keep }, Value: false},
		},
		Default: 1, Cancel: false,
	}
}

// remove deletes the certificate from this device.
func (s *password) remove() tea.Cmd {
	old := s.old.Bytes()
	s.busy = true
	c, id := s.center, s.entry.ID
	return screen.Do(func(ctx context.Context) (kept, error) {
		defer clear(old)
		return kept{}, c.Delete(ctx, id, old)
	})
}
