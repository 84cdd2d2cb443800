// Package money holds amounts: int64 minor units of an ISO 4217 currency.
package money

import "errors"

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

// Digits is the number of digits after the decimal point in amounts of c, as ISO 4217 lists it.
func (c Currency) Digits() int { panic("todo") }

// Known reports whether c is a currency of ISO 4217 that this package has.
func (c Currency) Known() bool { panic("todo") }

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

// Add returns a + b, ErrMismatch or ErrOverflow.
func (a Amount) Add(b Amount) (Amount, error) { panic("todo") }

// Sub returns a - b, ErrMismatch or ErrOverflow.
func (a Amount) Sub(b Amount) (Amount, error) { panic("todo") }

// Neg returns -a. The smallest int64 stays what it is.
func (a Amount) Neg() Amount { panic("todo") }

// Parse reads an amount of c as a customer types it: digits with optional
// grouping commas and, for currencies that have them, at most Digits decimals. Signs, spaces and exponents are not accepted.
func Parse(s string, c Currency) (Amount, error) { panic("todo") }

// Grouped is the number with thousands commas and the currency's decimals, without the currency: "1,284,300", "-12.50".
func (a Amount) Grouped() string { panic("todo") }

// String is Grouped and the currency: "1,284,300 KRW".
func (a Amount) String() string { panic("todo") }
