package transfer

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// stopping is the decision to cancel the transfer with a key.
type stopping struct{ key string }

// stopped is the answer to a cancellation.
type stopped struct{}

// stopQuestion asks whether a transfer that waits is to be cancelled.
func stopQuestion(r bank.TransferResult, banks []bank.Institution) *component.Confirm {
	o := r.Order
	return &component.Confirm{
		Title: func(c *text.Catalog) string { return c.Transfer.Care.StopTitle },
		Lines: func(c *text.Catalog) []string {
			return []string{
				c.Transfer.Gist(component.Won(c, o.Amount), component.Clean(c.Pick(r.RecipientEN, o.Recipient))),
				payeeLine(c, institutionOf(banks, o.Bank), o.To),
				c.Transfer.Later.Due + " " + text.DateTime(r.Due),
			}
		},
		Warn: func(c *text.Catalog) string {
			if o.When.Monthly {
				return c.Transfer.Care.StopAllMonths
			}
			return c.Transfer.Care.StopForGood
		},
		Buttons: []component.Button{
			{Label: func(c *text.Catalog) string { return c.Transfer.Care.StopYes }, Value: stopping{o.Key}},
			{Label: func(c *text.Catalog) string { return c.Transfer.Care.StopNo }},
		},
		Default: 1,
	}
}

// stop cancels a transfer that waits.
func stop(env *screen.Env, b interface {
	CancelTransfer(ctx context.Context, c bank.Caller, key string) error
}, d stopping,
) tea.Cmd {
	caller := env.Caller()
	return screen.Do(func(ctx context.Context) (stopped, error) {
		return stopped{}, b.CancelTransfer(ctx, caller, d.key)
	})
}

// saidStopped tells what became of a cancellation: in the status line, or in a
// dialog why it was not cancelled.
func saidStopped(msg screen.Result[stopped]) tea.Cmd {
	if msg.Err == nil {
		return screen.Say(func(c *text.Catalog) string { return c.Transfer.Later.CancelledNow })
	}
	return screen.Ask(component.NewNotice(func(c *text.Catalog) string { return c.Transfer.Later.NotCancelled }, notRead(msg.Err)))
}
