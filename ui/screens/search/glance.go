package search

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// glimpse is the accounts as they are now, asked for because another program
// wrote to the bank.
type glimpse struct{ accounts []bank.Account }

// glance looks whether what another program wrote concerns the account that is
// shown. Rows are not changed under the reader's eyes.
func (s *history) glance() tea.Cmd {
	if !s.loaded || s.busy {
		return nil
	}
	from, caller := s.bank, s.env.Caller()
	return screen.Quietly(func(ctx context.Context) (glimpse, error) {
		accounts, err := from.Accounts(ctx, caller)
		return glimpse{accounts}, err
	})
}

// glanced says so if there is a newer transaction than when the account was last
// looked at.
func (s *history) glanced(r screen.Result[glimpse]) tea.Cmd {
	if r.Err != nil {
		return nil
	}
	before := s.accounts
	s.accounts = r.Value.accounts
	for _, old := range before {
		for _, now := range s.accounts {
			if old.Number == s.shown.account && now.Number == old.Number && now.LastAt.After(old.LastAt) {
				return screen.Say(func(c *text.Catalog) string { return c.Frame.Booked })
			}
		}
	}
	return nil
}
