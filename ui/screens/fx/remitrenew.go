package fx

import (
	"bytes"
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// enough is how many seconds a rate has to hold for the step that begins: with fewer it is taken anew first.
const enough = 40

// tokenStep is how long a token shows a number; one number late is accepted (RFC 6238 sections 4.1 and 5.2).
const tokenStep = 30 * time.Second

// renewed is an order under review at the rate of now.
type renewed struct{ review bank.RemittanceReview }

// over reports whether the minute of the rate is over.
func (s *sending) over() bool {
	left, exchanged := s.review.SecondsLeft(s.env.Now)
	return exchanged && left == 0
}

// sure goes on once the rate holds for long enough. One that is short of time is taken anew: if the board still has it, nothing
// of what was read and signed has changed, and the customer has another minute.
func (s *sending) sure(next func() tea.Cmd) tea.Cmd {
	if left, exchanged := s.review.SecondsLeft(s.env.Now); !exchanged || left >= enough {
		return next()
	}
	return s.renew(next)
}

// renew takes the rate of now for the order under review, and then goes on. Next is nil where nothing follows by itself.
func (s *sending) renew(next func() tea.Cmd) tea.Cmd {
	key, caller, b := s.review.Order.Key, s.env.Caller(), s.bank
	s.work, s.next = renewing, next
	return screen.Do(func(ctx context.Context) (renewed, error) {
		r, err := b.RenewRemittance(ctx, caller, key)
		return renewed{r}, err
	})
}

// renewed goes on at the rate of now if what is signed stays the same. If not, what was typed to confirm it is for another order:
// the review says what changed.
func (s *sending) renewed(msg screen.Result[renewed]) tea.Cmd {
	next := s.next
	s.work, s.next = idle, nil
	if msg.Err != nil {
		return s.notRenewed(msg.Err)
	}
	before, now := s.review, msg.Value.review
	s.review = now
	if !bytes.Equal(before.Document, now.Document) {
		s.before = &before.Terms
		s.factor.Clear()
		s.sign.Clear()
		s.arrive(reviewing)
		return nil
	}
	if next != nil {
		return next()
	}
	return screen.Say(func(c *text.Catalog) string { return c.FX.Remit.SameRate })
}

// notRenewed says why there is no rate of now: what the bank refuses of the order is said in the form, beside its field.
func (s *sending) notRenewed(err error) tea.Cmd {
	if bank.RefusalCode(err) == "" {
		said := func(c *text.Catalog) string { return c.Transfer.NotPrepared.Problem }
		if errors.Is(err, context.Canceled) {
			said = func(c *text.Catalog) string { return c.Transfer.Cancelled }
		}
		return screen.Say(said)
	}
	back := s.backToForm()
	s.refuse(err)
	return back
}

// fresh reports whether the digits of the second factor can still be right: those of a token that shows others by now are asked for
// again, which the bank does not count as a mistake.
func (s *sending) fresh() bool {
	step := func(at time.Time) int64 { return at.Unix() / int64(tokenStep/time.Second) }
	if s.review.Medium != bank.Token || step(s.env.Now)-step(s.typed) <= 1 {
		return true
	}
	s.factor.Clear()
	s.stage = confirming
	s.factor.Refuse(func(c *text.Catalog) text.Message { return c.FX.Remit.TokenMovedOn })
	return false
}

// difference is by how much the new rate changes the total.
func (s *sending) difference(c *text.Catalog) string {
	was, is := s.before, s.review.Terms
	by, err := is.Total.Sub(was.Total)
	if err != nil {
		return c.FX.Remit.RateChanged(was.Quote.Rate.Grouped(), "")
	}
	change := component.SignedText(s.env.Look, by)
	if by.Currency() == money.KRW {
		change = c.Component.Won(change)
	}
	return c.FX.Remit.RateChanged(was.Quote.Rate.Grouped(), change)
}
