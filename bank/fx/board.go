package fx

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// ErrNoRate is returned for a currency that is not on a board, and for days before the first.
var ErrNoRate = errors.New("no rate")

// Row is a currency's prices, in won for [Row.Unit] units of it, with two decimals. In every row cash buy > T/T send >
// base > T/T receive > cash sell.
type Row struct {
	Currency money.Currency
	Unit     int64 // 100 for JPY, IDR and VND, else 1

	Base     Rate // of the market
	Send     Rate // the bank sells for a transfer abroad
	Receive  Rate // the bank buys what came from abroad
	CashBuy  Rate // the customer buys notes
	CashSell Rate // the customer sells notes
	Book     Rate // for the books: the base without decimals
	Dollar   Rate // what one unit is in dollars, with six decimals; 0 if the board has no dollar
}

// Board is what the bank shows from one notice on.
type Board struct {
	Date   calendar.Date // the business day it is from
	Notice int           // its number within the day, from 1
	At     time.Time     // when it was given
	Rows   []Row

	Demonstration bool // its reference rates are not the European Central Bank's but made up
}

// Unit is how many units of a currency its prices are for.
func Unit(c money.Currency) int64 {
	if c == money.JPY || c == "IDR" || c == "VND" {
		return 100
	}
	return 1
}

// smallestBase is the least base whose five prices are apart in two decimals.
const smallestBase = 2 * one

// spreads are the spreads of cash, in hundredths of a percent of the base. Those of USD, JPY and EUR are a Korean bank's of June
// 2024; the others are what is customary.
var spreads = map[money.Currency]int64{
	"USD": 175, "JPY": 175, "EUR": 197, "GBP": 197, "CHF": 197, "CAD": 197, "AUD": 197, "NZD": 197, "HKD": 197, "SGD": 197,
	"SEK": 250, "DKK": 250, "NOK": 250, "CNY": 500, "THB": 500, "IDR": 700, "PHP": 900, "VND": 1180,
}

// otherSpread is the spread of cash of other currencies.
const otherSpread = 300

// NewRow is the prices of a currency from its base and the dollar's, both for their units. It returns [ErrTooSmall] for a
// base below 2 won, and [ErrOverflow].
func NewRow(c money.Currency, base, dollar Rate) (Row, error) {
	if base < smallestBase {
		return Row{}, fmt.Errorf("%s: %w", c, ErrTooSmall)
	}
	r := Row{Currency: c, Unit: Unit(c), Base: base}
	spread, known := spreads[c]
	if !known {
		spread = otherSpread
	}
	for _, price := range []struct {
		is       *Rate
		by       int64 // hundredths of a percent
		decimals int
		how      Rounding
	}{
		{&r.Send, 10_100, 2, Truncate},
		{&r.Receive, 9_900, 2, Truncate},
		{&r.CashBuy, 10_000 + spread, 2, Up},
		{&r.CashSell, 10_000 - spread, 2, Truncate},
		{&r.Book, 10_000, 0, Truncate},
	} {
		var err error
		if *price.is, err = base.times(price.by, 10_000, price.decimals, price.how); err != nil {
			return Row{}, fmt.Errorf("%s: %w", c, err)
		}
	}
	if dollar > 0 {
		n, err := divide(big.NewInt(0).Mul(big.NewInt(int64(base)), big.NewInt(int64(one))), big.NewInt(0).Mul(big.NewInt(int64(dollar)), big.NewInt(r.Unit)), HalfUp)
		if err != nil {
			return Row{}, fmt.Errorf("%s: %w", c, err)
		}
		r.Dollar = Rate(n)
	}
	return r, nil
}

// Ordered reports whether the prices are in the order that every row must have.
func (r Row) Ordered() bool {
	return r.CashBuy > r.Send && r.Send > r.Base && r.Base > r.Receive && r.Receive > r.CashSell && r.CashSell > 0
}

// Row is the row of a currency.
func (b Board) Row(c money.Currency) (Row, bool) {
	at := slices.IndexFunc(b.Rows, func(r Row) bool { return r.Currency == c })
	if at < 0 {
		return Row{}, false
	}
	return b.Rows[at], true
}

// Change is by how much a currency's base is above that of another board, below zero if it fell; ok is false if one of
// them does not have it.
func (b Board) Change(c money.Currency, before Board) (change Rate, ok bool) {
	now, here := b.Row(c)
	then, there := before.Row(c)
	return now.Base - then.Base, here && there
}

// Dollars is an amount in dollars at the base rates, half up to cents: what counts for limits. It returns [ErrNoRate] or
// [ErrOverflow].
func (b Board) Dollars(a money.Amount) (money.Amount, error) {
	if a.Currency() == money.USD {
		return a, nil
	}
	dollar, ok := b.Row(money.USD)
	r, also := b.Row(a.Currency())
	if a.Currency() == money.KRW {
		r, also = Row{Unit: 1, Base: one}, true
	}
	if !ok || !also {
		return money.Amount{}, fmt.Errorf("%s: %w", a.Currency(), ErrNoRate)
	}
	// minor ÷ 10^digits × base ÷ unit ÷ dollar × 100
	n, err := scaled(a.Minor(), []int64{int64(r.Base), 100}, []int64{power(a.Currency()), r.Unit, int64(dollar.Base)}, HalfUp)
	return money.New(n, money.USD), err
}

// power is how many of the smallest unit one of a currency has.
func power(c money.Currency) int64 {
	n := int64(1)
	for range c.Digits() {
		n *= 10
	}
	return n
}

// scaled is n times some numbers by others.
func scaled(n int64, times, by []int64, how Rounding) (int64, error) {
	a, b := big.NewInt(n), big.NewInt(1)
	for _, f := range times {
		a.Mul(a, big.NewInt(f))
	}
	for _, f := range by {
		b.Mul(b, big.NewInt(f))
	}
	return divide(a, b, how)
}

// Worth is what an amount of the row's currency is in won at the base, truncated toward zero. It returns
// [money.ErrMismatch] for another currency, and [ErrOverflow].
func (r Row) Worth(a money.Amount) (money.Amount, error) {
	q := Quote{Currency: r.Currency, Unit: r.Unit, Rate: r.Base}
	if a.Minor() < 0 {
		won, err := q.Won(a.Neg())
		return won.Neg(), err
	}
	return q.Won(a)
}
