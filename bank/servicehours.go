package bank

import (
	"time"

	"smartbank/bank/calendar"
)

// Orders are taken from 00:10 to 23:50 in Seoul, every day: the books are closed
// around midnight. An order of 23:49:59 passes.
const (
	opensAt  = 10 * time.Minute
	closesAt = 23*time.Hour + 50*time.Minute
)

// openAgain is when orders are taken again, if none are at that time; zero if they
// are.
func openAgain(at time.Time) time.Time {
	midnight := calendar.DateOf(at).Start()
	switch since := at.Sub(midnight); {
	case since < opensAt:
		return midnight.Add(opensAt).UTC()
	case since >= closesAt:
		return calendar.DateOf(at).AddDays(1).Start().Add(opensAt).UTC()
	}
	return time.Time{}
}

// serving refuses with CodeServiceClosed.
func (t *tx) serving() error {
	if again := openAgain(t.now); !again.IsZero() {
		return &RefusedError{Code: CodeServiceClosed, At: again}
	}
	return nil
}

// whenTaken is a time at which orders are carried out: that one, or when the books
// are opened again.
func whenTaken(at time.Time) time.Time {
	if again := openAgain(at); !again.IsZero() {
		return again
	}
	return at
}
