package bank

import (
	"time"

	"smartbank/bank/calendar"
)

// facts are what the books say about a transfer.
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
