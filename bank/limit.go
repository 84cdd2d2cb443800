package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// TransferLimits are what a customer may send.
type TransferLimits struct {
	Medium    Medium
	Each      money.Amount
	Day       money.Amount
	UsedToday money.Amount
}

// TransferLimits returns what the caller may send and has sent today, a day in
// Seoul.
func (b *Bank) TransferLimits(ctx context.Context, c Caller) (TransferLimits, error) {
	var limits TransferLimits
	err := b.lookup(ctx, c, "read limits", func(ctx context.Context, t *tx) error {
		who, err := t.customerByID(ctx, c.Customer)
		if err != nil {
			return err
		}
		limits, err = t.limits(ctx, who)
		return err
	})
	if err != nil {
		return TransferLimits{}, err
	}
	return limits, nil
}

func (t *tx) limits(ctx context.Context, who customer) (TransferLimits, error) {
	var sent int64
	err := t.QueryRowContext(ctx, query("customer_sent"), who.id, calendar.DateOf(t.now).Key()).Scan(&sent)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return TransferLimits{}, fmt.Errorf("read what was sent today: %w", err)
	}
	return who.limits(sent), nil
}

// limits are a customer's, of whom that much was sent today.
func (who customer) limits(sent int64) TransferLimits {
	return TransferLimits{Medium: who.medium, Each: who.each, Day: who.day, UsedToday: money.New(sent, money.KRW)}
}

// CardEach is what Korea Post lets a security card send at once online, in won,
// since 30 October 2013. A customer may have lowered it.
const CardEach = 5_000_000

// Left is what may still be sent today. It is not below zero, although a limit may
// have been lowered below what was sent.
func (l TransferLimits) Left() money.Amount {
	return money.New(max(0, l.Day.Minor()-l.UsedToday.Minor()), l.Day.Currency())
}

// AtOnce is what one transfer may be now: the limit of one, or what is left today.
func (l TransferLimits) AtOnce() money.Amount {
	return money.New(min(l.Each.Minor(), l.Left().Minor()), l.Day.Currency())
}

// Grade is the security grade of the medium, as Korean banks have them: 1 is a
// token, 3 a security card alone.
func (l TransferLimits) Grade() int {
	if l.Medium == Token {
		return 1
	}
	return 3
}

// LowerLimits lowers what the caller may send at once and a day; a zero amount
// leaves a limit as it is. A limit of one transfer over that of the day follows it. It is confirmed with the second factor, as
// is custom, whose digits are wiped: the positions are those of [Bank.Challenge]. Raising is refused with CodeLimitAtBranch,
// whose Limit is what there is. Other refusals: CodeReadOnly, CodeBadAmount for less than nothing, and, after those, CodeWrongFactor and CodeFactorLocked.
func (b *Bank) LowerLimits(ctx context.Context, c Caller, each, day money.Amount, digits []byte) (TransferLimits, error) {
	f := takeFactor(digits)
	var limits TransferLimits
	err := b.answer(ctx, "lower limits", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		who, err := t.customerByID(ctx, c.Customer)
		if err != nil {
			return err
		}
		before := who
		if who.day, err = lowered(who.day, day); err != nil {
			return err
		}
		if who.each, err = lowered(who.each, each); err != nil {
			return err
		}
		if who.each.Minor() > who.day.Minor() {
			who.each = who.day
		}
		if err := t.checkAsked(ctx, who, f); err != nil {
			return err
		}
		if who.each != before.each || who.day != before.day {
			_, err := t.ExecContext(ctx, query("customer_limit_lower"), who.id, t.now.UnixMicro(),
				before.each.Minor(), before.day.Minor(), who.each.Minor(), who.day.Minor())
			if err != nil {
				return fmt.Errorf("keep the limits: %w", err)
			}
		}
		limits, err = t.limits(ctx, who)
		return err
	})
	if err != nil {
		return TransferLimits{}, err
	}
	return limits, nil
}

// lowered is a limit after it was changed to another amount.
func lowered(limit, to money.Amount) (money.Amount, error) {
	switch {
	case to.Minor() == 0:
		return limit, nil
	case to.Minor() < 0 || to.Currency() != money.KRW:
		return limit, &RefusedError{Code: CodeBadAmount, Amount: to}
	case to.Minor() > limit.Minor():
		return limit, &RefusedError{Code: CodeLimitAtBranch, Amount: to, Limit: limit}
	}
	return to, nil
}

// Allow refuses with CodeOverTransferLimit and CodeOverDailyLimit, whose Available
// is what would pass. The amount is above zero and in won.
func (l TransferLimits) Allow(amount money.Amount) error {
	switch {
	case amount.Minor() > l.Each.Minor():
		return l.overEach(amount)
	case amount.Minor() > l.Left().Minor():
		return l.overDay(amount)
	}
	return nil
}

func (l TransferLimits) overEach(amount money.Amount) error {
	return &RefusedError{Code: CodeOverTransferLimit, Medium: l.Medium, Amount: amount, Available: l.AtOnce(), Limit: l.Each}
}

func (l TransferLimits) overDay(amount money.Amount) error {
	return &RefusedError{Code: CodeOverDailyLimit, Medium: l.Medium, Amount: amount, Available: l.AtOnce(), Limit: l.Day}
}
