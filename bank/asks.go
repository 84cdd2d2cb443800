package bank

import (
	"context"
	"fmt"
	"time"

	"smartbank/bank/calendar"
)

// asks is what is known of a customer and an order besides the accounts.
type asks struct {
	sent       int64 // today, in won
	lastDay    int   // on which anything was sent, yyyymmdd; 0 is never
	known      bool  // something went to the account before
	sameAt     time.Time
	sameDay    int // on which the same amount went there last; 0 is never
	protection Protection
}

// ask reads it, in one statement: each costs a transfer some time.
func (t *tx) ask(ctx context.Context, who customer, o TransferOrder) (a asks, err error) {
	var same int64
	err = t.QueryRowContext(ctx, query("transfer_asks"), who.id, calendar.DateOf(t.now).Key(), o.Bank, o.To, o.Amount.Minor()).Scan(
		&a.sent, &a.lastDay, &a.known, &same, &a.sameDay, &a.protection.DelayHours, &a.protection.Designated)
	if err != nil {
		return asks{}, fmt.Errorf("read what speaks against the order: %w", err)
	}
	a.sameAt = instant(same)
	return a, nil
}

// idleAfterMonths is how long a security card may send nothing: Korea Post stops
// transfers by card of who sent nothing for a year (since 30 October 2013).
const idleAfterMonths = 12

// idle refuses with CodeCardIdle. Who never sent anything was never idle.
func (a asks) idle(who customer, today calendar.Date) error {
	if who.medium != SecurityCard || a.lastDay == 0 || a.lastDay >= today.AddMonths(-idleAfterMonths).Key() {
		return nil
	}
	last := calendar.Date{Year: a.lastDay / 10000, Month: time.Month(a.lastDay / 100 % 100), Day: a.lastDay % 100}
	return &RefusedError{Code: CodeCardIdle, Medium: who.medium, Day: last}
}
