package bank

import (
	"crypto/sha256"
	"errors"
	"fmt"

	"smartbank/bank/calendar"
)

// entryRow is an entry of one leg, its day in Seoul, yyyymmdd.
type entryRow struct {
	NewEntry

	debit, credit *accountRow
	day           int
}

// postingRow is a row of posting.
type postingRow struct {
	leg, amount, balance, at int64
	memo                     string
}

// dayRow is a row of account_day.
type dayRow struct {
	day                                     int
	first, last, in, inCount, out, outCount int64
}

// sentRow is a row of customer_day.
type sentRow struct {
	customer *customerRow
	day      int
	total    int64
	last     int64 // the last entry that is counted
}

// book does to the accounts what the trigger of a leg does.
func (f *filling) book(e NewEntry) error {
	at := e.At.UnixMicro()
	if n := len(f.entries); n > 0 && at < f.entries[n-1].At.UnixMicro() {
		return errors.New("it is earlier than the one before")
	}
	if at > f.opening.At.UnixMicro() {
		return errors.New("it is later than the bank")
	}
	debit, credit := f.byNumber[e.Debit], f.byNumber[e.Credit]
	if debit == nil || credit == nil || debit == credit {
		return errors.New("it needs two accounts")
	}
	if c := e.Amount.Currency(); c != debit.Currency || c != credit.Currency || e.Amount.Minor() <= 0 {
		return fmt.Errorf("%d %s cannot be booked on these accounts", e.Amount.Minor(), c)
	}
	if e.Key == "" {
		key, err := newUUID(e.At, f.chance)
		if err != nil {
			return err
		}
		e.Key = key
	}
	n := entryRow{NewEntry: e, debit: debit, credit: credit, day: calendar.DateOf(e.At).Key()}
	f.entries = append(f.entries, n)
	id := int64(len(f.entries)) // one leg an entry
	debit.move(id, -e.Amount.Minor(), at, n.day, e.DebitMemo)
	credit.move(id, e.Amount.Minor(), at, n.day, e.CreditMemo)
	if debit.owner != nil && debit.posted < 0 {
		return errors.New("there is not enough money")
	}
	if e.Transfer == nil {
		return nil
	}
	return f.send(&n)
}

// move writes a posting and its day.
func (a *accountRow) move(leg, amount, at int64, day int, memo string) {
	a.posted += amount
	a.lastLeg = leg
	a.postings = append(a.postings, postingRow{leg: leg, amount: amount, balance: a.posted, at: at, memo: memo})
	seq := int64(len(a.postings))
	if n := len(a.days); n == 0 || a.days[n-1].day != day {
		a.days = append(a.days, dayRow{day: day, first: seq})
	}
	d := &a.days[len(a.days)-1]
	d.last = seq
	if amount > 0 {
		d.in, d.inCount = d.in+amount, d.inCount+1
	} else {
		d.out, d.outCount = d.out-amount, d.outCount+1
	}
}

// send counts a transfer against the day's limit of who ordered it.
func (f *filling) send(e *entryRow) error {
	c := e.debit.owner
	if c == nil {
		return errors.New("only customers order transfers")
	}
	if c.sent == nil || c.sent.day != e.day {
		c.sent = &sentRow{customer: c, day: e.day}
		f.sent = append(f.sent, c.sent)
	}
	c.sent.total += e.Amount.Minor()
	c.sent.last = int64(len(f.entries))
	return nil
}

// requestHash stands for the order behind an entry of the opening: nobody can
// send that order again.
func (e *entryRow) requestHash() []byte {
	sum := sha256.Sum256([]byte("opening\x00" + e.Key))
	return sum[:]
}
