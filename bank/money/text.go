package money

import (
	"math"
	"strconv"
	"strings"
)

// Parse reads an amount of c as a customer types it: digits with optional
// grouping commas, which then part groups of three throughout, and, for
// currencies that have them, a point and at most [Currency.Digits] decimals.
// Signs, spaces, exponents and digits other than 0 to 9 are not accepted.
//
// It returns the zero Amount and [ErrSyntax] if s is no such text or c is not a
// known currency, else [ErrOverflow] if the amount does not fit.
func Parse(s string, c Currency) (Amount, error) {
	whole, decimals, pointed := strings.Cut(s, ".")
	if !c.Known() || !grouped(whole) {
		return Amount{}, ErrSyntax
	}
	if pointed && (!digits(decimals) || len(decimals) > c.Digits()) {
		return Amount{}, ErrSyntax
	}
	decimals += strings.Repeat("0", c.Digits()-len(decimals))

	var minor int64
	for _, digit := range strings.ReplaceAll(whole, ",", "") + decimals {
		d := int64(digit - '0')
		if minor > (math.MaxInt64-d)/10 {
			return Amount{}, ErrOverflow
		}
		minor = minor*10 + d
	}
	return Amount{minor, c}, nil
}

// grouped reports whether s is digits without commas, or digits in groups of
// three of which the first may be shorter.
func grouped(s string) bool {
	first, rest, more := strings.Cut(s, ",")
	if !digits(first) || more && len(first) > 3 {
		return false
	}
	for more {
		var group string
		group, rest, more = strings.Cut(rest, ",")
		if len(group) != 3 || !digits(group) {
			return false
		}
	}
	return true
}

// digits reports whether s is one or more of the digits 0 to 9.
func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// Grouped is the number with thousands commas and the currency's decimals,
// without the currency: "1,284,300", "-12.50".
func (a Amount) Grouped() string {
	// The sign is taken off the text: the smallest int64 has no opposite.
	text, negative := strings.CutPrefix(strconv.FormatInt(a.minor, 10), "-")
	places := a.currency.Digits()
	if short := places + 1 - len(text); short > 0 {
		text = strings.Repeat("0", short) + text
	}
	whole := text[:len(text)-places]

	var b strings.Builder
	if negative {
		b.WriteByte('-')
	}
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(whole[i])
	}
	if places > 0 {
		b.WriteByte('.')
		b.WriteString(text[len(whole):])
	}
	return b.String()
}

// Plain is Grouped without the commas, as files have it: "1284300", "-12.50".
func (a Amount) Plain() string { return strings.ReplaceAll(a.Grouped(), ",", "") }

// String is Grouped and the currency: "1,284,300 KRW". An amount in no currency
// is the number alone.
func (a Amount) String() string {
	if a.currency == "" {
		return a.Grouped()
	}
	return a.Grouped() + " " + string(a.currency)
}
