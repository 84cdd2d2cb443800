package bank

import (
	"context"
	"crypto/sha256"
	"fmt"

	"smartbank/bank/money"
)

// A transfer to another bank is booked to the clearing account. Mostly the other
// bank answers at once. Where no answer comes the money has left the account and nobody knows whether it arrived: the order
// is Checking. What arrived at once is settled with the rest of its day: see settlement.go. What is Checking is neither sent again nor booked back until the answer comes, which settles it (clearing pays the other
// bank) or returns it (clearing pays the sender), each an entry of its own.

// state is what the second step of a transfer leads to: whether its answer comes at
// once.
func (s counterBank) state() string {
	if s.late != 0 {
		return "pending"
	}
	return "completed"
}

// expect plans when the answer to a transfer that was just booked comes, or when it is settled with the others of its day.
func (t *tx) expect(ctx context.Context, o TransferOrder, s counterBank) error {
	switch {
	case s.late != 0:
		return t.plan(ctx, due{kind: dueAnswer, subject: o.Key, at: t.now.Add(s.late)})
	case o.Bank != KoreaPost:
		return t.toSettle(ctx)
	}
	return nil
}

// unanswered is a transfer that waits for an answer.
type unanswered struct {
	id, from, clearing int64
	day                int
	amount             money.Amount
	order              TransferOrder
}

// answerComes books what another bank says to an order of which nothing was known.
func (t *tx) answerComes(ctx context.Context, d due) error {
	if err := t.atItsTime(ctx, d); err != nil {
		return err
	}
	u, err := t.unanswered(ctx, d.subject)
	if err != nil {
		return err
	}
	to, err := t.checkRecipient(ctx, u.order.Bank, u.order.To)
	code := RefusalCode(err)
	if err != nil && code == "" {
		return err
	}
	if reason := t.answers(passing{order: u.order, to: to}).reason; reason != "" {
		code = ReasonCode(reason)
	}
	return t.settle(ctx, u, code)
}

// unanswered reads a transfer by its key.
func (t *tx) unanswered(ctx context.Context, key string) (u unanswered, err error) {
	var amount int64
	o := &u.order
	err = t.QueryRowContext(ctx, query("transfer_unanswered"), key, OwnClearing).Scan(
		&u.id, &u.day, &u.from, &u.clearing, &amount, &o.Bank, &o.To, &o.OwnMemo, &o.RecipientMemo)
	if err != nil {
		return unanswered{}, fmt.Errorf("read the transfer that was answered: %w", err)
	}
	u.amount = money.New(amount, money.KRW)
	return u, nil
}

// settle books the end of a transfer: to the other bank, or back to where it came
// from if that turned it down for the reason of code.
func (t *tx) settle(ctx context.Context, u unanswered, code Code) error {
	to, memo, state := "completed", reference(u.day, u.id), "completed"
	e := entry{kind: "cash"}
	if code != "" {
		to, state = "returned", "rejected"
		e.kind, e.reverses = "reversal", u.id
	}
	e.key = memo + "-" + to
	e.requestHash = sha256.Sum256([]byte(e.key))
	credit := u.from
	if code == "" {
		if err := t.QueryRowContext(ctx, query("account_internal"), OwnCash).Scan(&credit); err != nil {
			return fmt.Errorf("find account %s: %w", OwnCash, err)
		}
	}
	e.legs = []leg{{debit: u.clearing, credit: credit, amount: u.amount, debitMemo: memo, creditMemo: memo}}
	if _, err := post(ctx, t, e); err != nil {
		return err
	}
	if _, err := t.ExecContext(ctx, query("event_after_pending"), u.id, state, t.now.UnixMicro()); err != nil {
		return fmt.Errorf("keep the event: %w", err)
	}
	if _, err := t.ExecContext(ctx, query("answer_keep"), u.id, t.now.UnixMicro(), string(code)); err != nil {
		return fmt.Errorf("keep the answer: %w", err)
	}
	return nil
}
