package transfer

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// readFor is how long a receipt stands before it counts as read: a program that
// dies before tells of the transfer at the next login.
const readFor = time.Second

// outcome is what the bank knows of an order whose answer did not come.
type outcome struct {
	receipt   *bank.Receipt
	withdrawn bool // the bank never took the order
}

// pay confirms the order under review. The digits leave the screen with it.
func (s *realtime) pay() tea.Cmd {
	proof := bank.Proof{Digits: s.factor.Take(), Signature: s.sign.Made()}
	order, caller, o := s.review.Order, s.env.Caller(), s.orders
	s.work = paying
	return screen.Do(func(ctx context.Context) (bank.Receipt, error) {
		defer clear(proof.Digits)
		return o.Transfer(ctx, caller, order, proof)
	})
}

// paid shows the receipt, or says what is wrong. An answer that did not come is
// asked for once more, by the order's key.
func (s *realtime) paid(msg screen.Result[bank.Receipt]) tea.Cmd {
	s.work = idle
	switch code := bank.RefusalCode(msg.Err); {
	case msg.Err == nil:
		return s.show(msg.Value)
	case code == bank.CodeWrongFactor:
		s.stage = confirming
		s.factor.Refuse(explained(msg.Err))
		return nil
	case code != "":
		s.problem = explained(msg.Err)
		s.arrive(refused)
		return nil
	}
	withdrawn := errors.Is(msg.Err, context.Canceled) && !errors.Is(msg.Err, bank.ErrUnknown)
	return s.ask(withdrawn)
}

// ask asks the bank what became of the order.
func (s *realtime) ask(withdrawn bool) tea.Cmd {
	key, caller, o := s.review.Order.Key, s.env.Caller(), s.orders
	s.work = asking
	return screen.Do(func(ctx context.Context) (outcome, error) {
		r, err := o.Outcome(ctx, caller, key)
		return outcome{r, withdrawn}, err
	})
}

// outcomeKnown shows the receipt if there is one. That there is none says only
// of an order that the bank never took that it was not sent.
func (s *realtime) outcomeKnown(msg screen.Result[outcome]) tea.Cmd {
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

// show goes to the receipt.
func (s *realtime) show(r bank.Receipt) tea.Cmd {
	s.receipt = r
	s.arrive(done)
	return screen.After(readFor, seen{})
}
