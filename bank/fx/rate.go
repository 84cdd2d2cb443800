package fx

import (
	"errors"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Rate is a price in millionths: 1,353.20 won is 1_353_200_000.
type Rate int64

// one is a rate of 1.
const one Rate = 1_000_000

// places are a rate's decimals.
const places = 6

// The errors of rates.
var (
	ErrSyntax   = errors.New("not a rate")
	ErrOverflow = errors.New("rate or amount too large")
	ErrTooSmall = errors.New("rate too small for a board of two decimals")
)

// Rounding is what happens to what does not fit. Rates and amounts are never below zero here.
type Rounding int

// The roundings.
const (
	Truncate Rounding = iota // away with it
	HalfUp                   // half and more are one
	Up                       // anything is one
)

// ParseRate reads a decimal without sign or grouping, with at most six decimals: "1353.2". It returns [ErrSyntax] or
// [ErrOverflow].
func ParseRate(s string) (Rate, error) {
	whole, decimals, pointed := strings.Cut(s, ".")
	if !digits(whole) || pointed && !digits(decimals) || len(decimals) > places {
		return 0, ErrSyntax
	}
	n, err := strconv.ParseInt(whole+decimals+strings.Repeat("0", places-len(decimals)), 10, 64)
	if err != nil {
		return 0, ErrOverflow
	}
	return Rate(n), nil
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// String is the shortest decimal: "1353.2".
func (r Rate) String() string {
	s := r.fixed(places)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// Grouped is the rate as a board shows it, with thousands commas and two decimals, or more if it has more: "1,353.20".
func (r Rate) Grouped() string {
	s := r.fixed(places)
	for len(s)-strings.IndexByte(s, '.') > 3 && s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	sign := ""
	if r < 0 {
		sign, s = "-", s[1:]
	}
	for at := strings.IndexByte(s, '.') - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return sign + s
}

// Aligned is the rate with all its six decimals, for a column in which the decimal points stand below each other: "0.006475".
func (r Rate) Aligned() string { return r.fixed(places) }

// fixed is the rate with all its decimals.
func (r Rate) fixed(decimals int) string {
	s, negative := strings.CutPrefix(strconv.FormatInt(int64(r), 10), "-")
	if short := decimals + 1 - len(s); short > 0 {
		s = strings.Repeat("0", short) + s
	}
	s = s[:len(s)-decimals] + "." + s[len(s)-decimals:]
	if negative {
		return "-" + s
	}
	return s
}

// times is r × by ÷ through, to some decimals.
func (r Rate) times(by, through int64, decimals int, how Rounding) (Rate, error) {
	unit := int64(1)
	for range places - decimals {
		unit *= 10
	}
	product := new(big.Int).Mul(big.NewInt(int64(r)), big.NewInt(by))
	n, err := divide(product, new(big.Int).Mul(big.NewInt(through), big.NewInt(unit)), how)
	if err != nil || n > math.MaxInt64/unit {
		return 0, ErrOverflow
	}
	return Rate(n * unit), nil
}

// divide is a ÷ b in whole numbers; a is not below zero and b above it.
func divide(a, b *big.Int, how Rounding) (int64, error) {
	if b.Sign() <= 0 || a.Sign() < 0 {
		return 0, ErrOverflow
	}
	quotient, rest := new(big.Int).QuoRem(a, b, new(big.Int))
	more := how == Up && rest.Sign() > 0 || how == HalfUp && rest.Lsh(rest, 1).Cmp(b) >= 0
	if more {
		quotient.Add(quotient, big.NewInt(1))
	}
	if !quotient.IsInt64() {
		return 0, ErrOverflow
	}
	return quotient.Int64(), nil
}
