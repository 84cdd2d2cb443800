package demo

import (
	"slices"
	"time"

	"smartbank/bank"
)

// book writes the history down, oldest first, and knows the customers' balances,
// so that no account is ever overdrawn.
type book struct {
	entries []bank.NewEntry
	balance map[string]int64 // of the customers' accounts, in minor units
	last    time.Time
}

// newBook is an empty book with the customers' accounts.
func newBook(customers []bank.NewCustomer) *book {
	b := &book{balance: map[string]int64{}, entries: make([]bank.NewEntry, 0, 2800)}
	for _, c := range customers {
		for _, a := range c.Accounts {
			b.balance[string(a.Number)] = 0
		}
	}
	return b
}

// post writes entries that belong together, at a time or just after it, since no
// two have the same. If an account would be overdrawn it writes none.
func (b *book) post(at time.Time, entries ...bank.NewEntry) {
	for _, e := range entries {
		if have, customer := b.balance[e.Debit]; customer && have < e.Amount.Minor() {
			return
		}
	}
	for _, e := range entries {
		e.At = at
		if !e.At.After(b.last) {
			e.At = b.last.Add(time.Microsecond)
		}
		b.last = e.At
		if _, customer := b.balance[e.Debit]; customer {
			b.balance[e.Debit] -= e.Amount.Minor()
		}
		if _, customer := b.balance[e.Credit]; customer {
			b.balance[e.Credit] += e.Amount.Minor()
		}
		b.entries = append(b.entries, e)
	}
}

// live writes down what was planned for a day, in order of time.
func (b *book) live(d *day) {
	slices.SortStableFunc(d.plans, func(p, q plan) int { return p.at.Compare(q.at) })
	for _, p := range d.plans {
		b.post(p.at, p.entries...)
	}
}

// level is how a customer keeps an account from running low or full: by moving a
// round sum from or to somewhere else in the evening. Amounts are in won.
type level struct {
	number    string
	low, high int64 // the account is left between them
	most      int64 // that is sent at once
	self      party // the account, to send to
	other     party // where the money goes to, and comes from
	out, in   string
}

// keep moves what l asks for at the given minute of the day.
func (b *book) keep(d *day, minute int, l level) {
	have := b.balance[l.number]
	at := d.minute(minute)
	target := d.between((l.low+l.high)/2, l.high-(l.high-l.low)/10, 10_000)
	switch {
	case have > l.high:
		b.post(at, sent(l.number, l.self.name, l.other, min(round(have-target), l.most), l.out, ""))
	case have >= l.low:
	case l.other.bank == bank.KoreaPost:
		b.post(at, sent(l.other.number, l.self.name, l.self, round(target-have), l.in, ""))
	default:
		b.post(at, received(l.number, l.self.name, round(target-have)))
	}
}

// round is n without what is less than 10,000 won.
func round(n int64) int64 { return n / 10_000 * 10_000 }
