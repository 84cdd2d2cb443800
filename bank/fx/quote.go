package fx

import (
	"fmt"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// Honoured is how long a quote holds, even if the board changes.
const Honoured = time.Minute

// Side is what the bank does with the foreign currency.
type Side string

// The sides.
const (
	Sell Side = "sell" // for a remittance abroad: T/T send
	Buy  Side = "buy"  // of one that comes in or back: T/T receive
)

// Quote is a rate that the bank stands by until a moment.
type Quote struct {
	Currency money.Currency
	Unit     int64
	Side     Side
	Rate     Rate // with the preference
	Listed   Rate // of the board, without it
	Base     Rate
	Percent  int64 // the preference: how much of the spread is given back

	Date   calendar.Date // of the board
	Notice int
	At     time.Time
	Until  time.Time // the first moment when it does not hold any more
}

// Quote quotes a rate of the board. Percent, 0 to 100, is how much of the spread between the base and the
// listed rate the customer is given back. It returns [ErrNoRate] for a currency that is not on the board.
func (b Board) Quote(c money.Currency, side Side, percent int64, now time.Time) (Quote, error) {
	r, ok := b.Row(c)
	if !ok {
		return Quote{}, fmt.Errorf("%s: %w", c, ErrNoRate)
	}
	q := Quote{
		Currency: c, Unit: r.Unit, Side: side, Listed: r.Send, Base: r.Base, Percent: min(max(percent, 0), 100),
		Date: b.Date, Notice: b.Notice, At: now, Until: now.Add(Honoured),
	}
	if side == Buy {
		q.Listed = r.Receive
	}
	spread := q.Listed - q.Base
	if side == Buy {
		spread = -spread
	}
	kept, err := spread.times(100-q.Percent, 100, 2, HalfUp)
	if side == Buy {
		kept = -kept
	}
	q.Rate = q.Base + kept
	return q, err
}

// Holds reports whether the quote is honoured at a moment.
func (q Quote) Holds(now time.Time) bool { return !now.Before(q.At) && now.Before(q.Until) }

// SecondsLeft is how many seconds the quote still holds, rounded up; 0 when it does not.
func (q Quote) SecondsLeft(now time.Time) int {
	if !q.Holds(now) {
		return 0
	}
	return int((q.Until.Sub(now) + time.Second - 1) / time.Second)
}

// Won is what an amount of the quote's currency is in won, truncated. It returns [money.ErrMismatch] for another
// currency, and [ErrOverflow].
func (q Quote) Won(a money.Amount) (money.Amount, error) {
	if a.Currency() != q.Currency {
		return money.Amount{}, money.ErrMismatch
	}
	n, err := scaled(a.Minor(), []int64{int64(q.Rate)}, []int64{power(q.Currency), q.Unit, int64(one)}, Truncate)
	return money.New(n, money.KRW), err
}

// Foreign is the most of the quote's currency that won buy, truncated: [Quote.Won] of it is not more than the won. It returns
// [money.ErrMismatch] for what is not won, and [ErrOverflow].
func (q Quote) Foreign(won money.Amount) (money.Amount, error) {
	if won.Currency() != money.KRW {
		return money.Amount{}, money.ErrMismatch
	}
	n, err := scaled(won.Minor(), []int64{power(q.Currency), q.Unit, int64(one)}, []int64{int64(q.Rate)}, Truncate)
	return money.New(n, q.Currency), err
}
