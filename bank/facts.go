package bank

import (
	"context"
	"fmt"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// facts are what the books say about a transfer. They are read in one statement:
// each costs a transfer some time, and all others that wait for the writer.
type facts struct {
	from  ownAccount // without its password
	owned bool       // there is such an account, and it is the customer's
	tries int        // wrong passwords of it in a row
	to    payable
	asks  asks
}

// asks is what is known of a customer and an order besides the accounts.
type asks struct {
	sent       int64 // today, in won
	lastDay    int   // on which anything was sent, yyyymmdd; 0 is never
	known      bool  // something went to the account before
	sameAt     time.Time
	sameDay    int // on which the same amount went there last; 0 is never
	protection Protection
}

// facts reads what the books say about an order of a customer.
func (t *tx) facts(ctx context.Context, who CustomerID, o TransferOrder) (f facts, err error) {
	var same, posted, held, floor int64
	f.from.number = o.From
	err = t.QueryRowContext(ctx, query("transfer_facts"), who, calendar.DateOf(t.now).Key(), o.Bank, o.To, o.Amount.Minor(),
		o.From, accountLock(o.From).subject, KoreaPost).Scan(
		&f.from.id, &f.from.currency, &f.from.kind, &f.from.status, &posted, &held, &floor, &f.tries,
		&f.to.known, &f.to.id, &f.to.customer, &f.to.nameEN, &f.to.nameKO, &f.to.status, &f.to.currency, &f.to.kind,
		&f.asks.sent, &f.asks.lastDay, &f.asks.known, &same, &f.asks.sameDay, &f.asks.protection.DelayHours, &f.asks.protection.Designated)
	if err != nil {
		return facts{}, fmt.Errorf("read what the books say about the order: %w", err)
	}
	f.owned = f.from.id != 0
	f.from.balance, f.from.available = money.New(posted, f.from.currency), money.New(posted-held-floor, f.from.currency)
	f.asks.sameAt = instant(same)
	return f, nil
}

// sends refuses unless money can be sent from the account.
func (f facts) sends() error {
	if !f.owned {
		return &RefusedError{Code: CodeNoAccount, Account: string(f.from.number)}
	}
	if err := f.from.withdrawable(); err != nil {
		return err
	}
	return accountLock(f.from.number).open(f.tries)
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
