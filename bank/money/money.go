// Package money holds amounts: int64 minor units of an ISO 4217 currency.
//
// There are no floating-point numbers and no rounding here. Every operation
// that could leave the range of int64 returns [ErrOverflow] instead of a wrong
// amount.
package money

import (
	"errors"
	"math"
)

// Currency is an ISO 4217 code.
type Currency string

// Some currencies.
const (
	KRW Currency = "KRW"
	USD Currency = "USD"
	JPY Currency = "JPY"
	EUR Currency = "EUR"
)

// The errors of this package.
var (
	ErrSyntax   = errors.New("not an amount")
	ErrOverflow = errors.New("amount too large")
	ErrMismatch = errors.New("different currencies")
)

// Digits is the number of digits after the decimal point in amounts of c, as
// ISO 4217 lists it: 0 for KRW and JPY, 2 for USD and EUR. It is 0 for codes
// that ISO 4217 gives no minor unit, such as gold, and for unknown ones.
func (c Currency) Digits() int { return minorUnits[c] }

// Known reports whether c is a currency of ISO 4217 that this package has.
func (c Currency) Known() bool {
	_, known := minorUnits[c]
	return known
}

// Amount is a sum of money; its zero value is nothing, in no currency.
type Amount struct {
	minor    int64
	currency Currency
}

// New returns an amount of minor units: won for KRW, cents for USD.
func New(minor int64, c Currency) Amount { return Amount{minor, c} }

// Minor is the amount in minor units.
func (a Amount) Minor() int64 { return a.minor }

// Currency is the amount's currency.
func (a Amount) Currency() Currency { return a.currency }

// Add returns a + b. It returns [ErrMismatch] if their currencies differ, no
// currency being one of its own, and [ErrOverflow] if the sum is no int64.
func (a Amount) Add(b Amount) (Amount, error) {
	if a.currency != b.currency {
		return Amount{}, ErrMismatch
	}
	if b.minor > 0 && a.minor > math.MaxInt64-b.minor || b.minor < 0 && a.minor < math.MinInt64-b.minor {
		return Amount{}, ErrOverflow
	}
	return Amount{a.minor + b.minor, a.currency}, nil
}

// Sub returns a - b, with the errors of [Amount.Add].
func (a Amount) Sub(b Amount) (Amount, error) {
	if a.currency != b.currency {
		return Amount{}, ErrMismatch
	}
	if b.minor > 0 && a.minor < math.MinInt64+b.minor || b.minor < 0 && a.minor > math.MaxInt64+b.minor {
		return Amount{}, ErrOverflow
	}
	return Amount{a.minor - b.minor, a.currency}, nil
}

// Neg returns -a. The smallest int64 stays what it is.
func (a Amount) Neg() Amount { return Amount{-a.minor, a.currency} }
