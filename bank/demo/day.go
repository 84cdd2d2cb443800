package demo

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
)

// day is one day of the history while it is made up.
type day struct {
	calendar.Date
	business bool // banks work
	chance   *rand.Rand
	plans    []plan
}

// plan is what will be written down at a moment of the day.
type plan struct {
	at      time.Time
	entries []bank.NewEntry
}

// newDay is a day with nothing planned. Its chance comes from the seed and the
// date alone, so that no day depends on how many there were before it.
func newDay(seed uint64, date calendar.Date) *day {
	business, _ := date.Business()
	chance := rand.New(rand.NewChaCha8(sha256.Sum256(fmt.Appendf(nil, "smartbank demonstration day %d %s", seed, date))))
	return &day{Date: date, business: business, chance: chance}
}

// plan adds entries to the day, some time between two hours.
func (d *day) plan(from, to int, entries ...bank.NewEntry) {
	at := d.minute(from * 60).Add(time.Duration(d.chance.Int64N(int64(to-from) * int64(time.Hour))).Truncate(time.Microsecond))
	d.plans = append(d.plans, plan{at, entries})
}

// minute is a moment within a minute of the day, to the microsecond.
func (d *day) minute(n int) time.Time {
	within := time.Duration(d.chance.Int64N(int64(time.Minute))).Truncate(time.Microsecond)
	return d.Start().Add(time.Duration(n)*time.Minute + within)
}

// odds is true so many times in a thousand.
func (d *day) odds(thousandth int) bool { return d.chance.IntN(1000) < thousandth }

// between is a number from low to high in steps.
func (d *day) between(low, high, step int64) int64 {
	return low + step*d.chance.Int64N((high-low)/step+1)
}

// due reports whether a payment that is due on the n-th is made today: on the
// n-th, or on the next business day. n is at most 20, so that it stays in its
// month.
func (d *day) due(n int) bool {
	if !d.business || d.Day < n {
		return false
	}
	return calendar.NextBusiness(calendar.Date{Year: d.Year, Month: d.Month, Day: n}) == d.Date
}

// payday reports whether salaries are paid today: on the 25th, or on the last
// business day before it.
func (d *day) payday() bool {
	return d.business && d.Day <= 25 && calendar.PreviousBusiness(calendar.Date{Year: d.Year, Month: d.Month, Day: 25}) == d.Date
}

// weekend reports whether it is Saturday or Sunday.
func (d *day) weekend() bool {
	weekday := d.Weekday()
	return weekday == time.Saturday || weekday == time.Sunday
}

// oneOf is one of several, each as likely as the others.
func oneOf[T any](d *day, several ...T) T { return several[d.chance.IntN(len(several))] }
