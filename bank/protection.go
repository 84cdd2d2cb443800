package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// Protection is what a customer has the bank do against fraud. Own accounts are
// exempt from both, and so are designated ones.
type Protection struct {
	DelayHours int  // transfers at once become transfers after so many hours; 0 is off
	Designated bool // accounts that are not designated are sent UndesignatedDay a day at most
}

// UndesignatedDay is what a customer of the designated account service may send a
// day to all other accounts together, in won.
const UndesignatedDay = 1_000_000

// Protection is what the caller has the bank do.
func (b *Bank) Protection(ctx context.Context, c Caller) (Protection, error) {
	var p Protection
	err := b.lookup(ctx, c, "read protection", func(ctx context.Context, t *tx) (err error) {
		p, err = t.protection(ctx, c.Customer)
		return err
	})
	return p, err
}

func (t *tx) protection(ctx context.Context, who CustomerID) (p Protection, err error) {
	err = t.QueryRowContext(ctx, query("protection_of"), who).Scan(&p.DelayHours, &p.Designated)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return Protection{}, fmt.Errorf("read protection: %w", err)
	}
	return p, nil
}

// SetProtection strengthens it: a service on, or a longer delay. It is confirmed
// with the second factor, whose digits are wiped, because only a branch can undo it: the positions are those of [Bank.Challenge].
// Weakening is what a thief would do first: it is refused with CodeProtectionAtBranch. Other refusals: CodeReadOnly, CodeBadSchedule for
// a delay that is not offered, and, after those, CodeWrongFactor and CodeFactorLocked.
func (b *Bank) SetProtection(ctx context.Context, c Caller, p Protection, digits []byte) error {
	f := takeFactor(digits)
	return b.answer(ctx, "set protection", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		before, err := t.protection(ctx, c.Customer)
		switch {
		case err != nil:
			return err
		case p.DelayHours < before.DelayHours || before.Designated && !p.Designated:
			return &RefusedError{Code: CodeProtectionAtBranch}
		case p == before:
			return nil
		case p.DelayHours != 0:
			if err := (When{DelayHours: p.DelayHours}).check(t.now); err != nil {
				return err
			}
		}
		if err := t.confirmed(ctx, c.Customer, f); err != nil {
			return err
		}
		_, err = t.ExecContext(ctx, query("protection_set"), c.Customer, t.now.UnixMicro(), p.DelayHours, p.Designated)
		if err != nil {
			return fmt.Errorf("keep protection: %w", err)
		}
		return nil
	})
}

// confirmed checks a customer's second factor against the positions that are
// asked. It is refused with CodeWrongFactor and CodeFactorLocked.
func (t *tx) confirmed(ctx context.Context, id CustomerID, f factor) error {
	who, err := t.customerByID(ctx, id)
	if err != nil {
		return err
	}
	return t.checkAsked(ctx, who, f)
}

// protect is when an order is carried out: later if the customer's service delays it.
// It refuses with
// CodeOverUndesignated what goes over the day's allowance for other accounts.
func (t *tx) protect(ctx context.Context, p passing) (When, error) {
	when := p.order.When
	of := p.asks.protection
	if of == (Protection{}) || p.to.customer == p.who.id {
		return when, nil
	}
	designated, err := t.designated(ctx, p.who.id, p.order.Bank, p.order.To)
	if err != nil || designated {
		return when, err
	}
	if when.Now() {
		when.DelayHours = of.DelayHours
	}
	if !of.Designated {
		return when, nil
	}
	var sent int64
	err = t.QueryRowContext(ctx, query("sent_elsewhere"), p.who.id, calendar.DateOf(t.now).Key()).Scan(&sent)
	if err != nil {
		return when, fmt.Errorf("read what was sent to other accounts: %w", err)
	}
	if left := max(0, UndesignatedDay-sent); p.order.Amount.Minor() > left {
		return when, &RefusedError{
			Code: CodeOverUndesignated, Bank: p.order.Bank, Account: p.order.To, Amount: p.order.Amount,
			Available: money.New(left, money.KRW), Limit: money.New(UndesignatedDay, money.KRW),
		}
	}
	return when, nil
}
