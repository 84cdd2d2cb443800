package fx

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// readFor is how long a result stands before it counts as read: a program that
// dies before tells of the remittance at the next login.
const readFor = time.Second

// outcome is what the bank knows of an order whose answer did not come.
type outcome struct {
	receipt   *bank.RemittanceReceipt
	withdrawn bool // the bank never took the order
}

// pay confirms the order under review. The digits leave the screen with it.
func (s *sending) pay() tea.Cmd {
	if !s.fresh() {
		return nil
	}
	proof := bank.Proof{Digits: s.factor.Take(), Signature: s.sign.Made()}
	order, caller, b := s.review.Order, s.env.Caller(), s.bank
	s.work = paying
	return screen.Do(func(ctx context.Context) (bank.RemittanceReceipt, error) {
		defer clear(proof.Digits)
		return b.Remit(ctx, caller, order, proof)
	})
}

// paid shows the result, or says what is wrong. An answer that did not come is
// asked for once more, by the order's key.
func (s *sending) paid(msg screen.Result[bank.RemittanceReceipt]) tea.Cmd {
	s.work = idle
	switch code := bank.RefusalCode(msg.Err); {
	case msg.Err == nil:
		return s.show(msg.Value)
	case code == bank.CodeWrongFactor:
		s.stage = confirming
		s.factor.Refuse(explained(msg.Err))
		return nil
	case code == bank.CodeQuoteExpired: // between the last look at the clock and the bank's
		s.stage = confirming
		return s.renew(nil)
	case code != "":
		s.problem = explained(msg.Err)
		s.arrive(refused)
		return nil
	}
	withdrawn := errors.Is(msg.Err, context.Canceled) && !errors.Is(msg.Err, bank.ErrUnknown)
	return s.ask(withdrawn)
}

// ask asks the bank what became of the order.
func (s *sending) ask(withdrawn bool) tea.Cmd {
	key, caller, b := s.review.Order.Key, s.env.Caller(), s.bank
	s.work = asking
	return screen.Do(func(ctx context.Context) (outcome, error) {
		r, err := b.RemittanceOutcome(ctx, caller, key)
		return outcome{r, withdrawn}, err
	})
}

// outcomeKnown shows the result if there is one. That there is none says only
// of an order that the bank never took that it was not sent.
func (s *sending) outcomeKnown(msg screen.Result[outcome]) tea.Cmd {
	s.work = idle
	switch {
	case msg.Err == nil && msg.Value.receipt != nil:
		return s.show(*msg.Value.receipt)
	case msg.Err == nil && msg.Value.withdrawn:
		s.stage = confirming
		s.factor.Refuse(func(c *text.Catalog) text.Message { return c.Transfer.Withdrawn })
		return nil
	}
	s.problem = explained(bank.ErrUnknown)
	s.arrive(unknown)
	return nil
}

// show goes to the result, and reads the messages that were made of the order.
func (s *sending) show(r bank.RemittanceReceipt) tea.Cmd {
	s.receipt = r
	s.arrive(done)
	caller, b := s.env.Caller(), s.bank
	return tea.Batch(screen.After(readFor, seen{}), screen.Quietly(func(ctx context.Context) (bank.RemittanceDetail, error) {
		return b.Remittance(ctx, caller, r.Reference)
	}))
}
