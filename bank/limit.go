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
	return TransferLimits{Medium: who.medium, Each: who.each, Day: who.day, UsedToday: money.New(sent, money.KRW)}, nil
}

// left is what may still be sent today. It is not below zero, although a limit
// may have been lowered below what was sent.
func (l TransferLimits) left() money.Amount {
	return money.New(max(0, l.Day.Minor()-l.UsedToday.Minor()), l.Day.Currency())
}

// allow refuses with CodeOverTransferLimit and CodeOverDailyLimit. Both amounts
// are above zero and in won.
func (l TransferLimits) allow(amount money.Amount) error {
	switch {
	case amount.Minor() > l.Each.Minor():
		return l.overEach(amount)
	case amount.Minor() > l.left().Minor():
		return l.overDay(amount)
	}
	return nil
}

func (l TransferLimits) overEach(amount money.Amount) error {
	return &RefusedError{Code: CodeOverTransferLimit, Medium: l.Medium, Amount: amount, Limit: l.Each}
}

func (l TransferLimits) overDay(amount money.Amount) error {
	return &RefusedError{Code: CodeOverDailyLimit, Medium: l.Medium, Amount: amount, Available: l.left(), Limit: l.Day}
}
