package iso

import (
	"strconv"
	"strings"
)

// Problem is what is wrong with a value or a message. Problems are stable names: scripts rely on them.
type Problem string

// The problems.
const (
	Missing         Problem = "missing"           // nothing is there
	TooLong         Problem = "too-long"          // Want characters or lines at most, Got are there
	WrongLength     Problem = "length"            // Want characters exactly, Got are there
	UnknownCountry  Problem = "country"           // Got is no country of ISO 3166, or one without IBANs
	OtherCountry    Problem = "other-country"     // the country must be Want, and is Got
	WrongStructure  Problem = "structure"         // the character at At is Got, and must be Want: "digit", "letter" …
	BadCheckDigits  Problem = "check-digits"      // check digits are 02 to 98, and these are Got
	BadChecksum     Problem = "checksum"          // the check digits do not fit the rest: a slip
	BadCharacter    Problem = "character"         // the character at At, Got, is not in the character set
	BadSlash        Problem = "slash"             // a slash at the start or the end, or two in a row, at At
	BadStart        Problem = "start"             // the text may not start with Got
	BadSpacing      Problem = "spacing"           // a space at the start or the end, or two in a row, at At
	UnknownCode     Problem = "code"              // Got is not one of Want
	BadDate         Problem = "date"              // Got is no date
	UnknownCurrency Problem = "currency"          // Got is no currency of ISO 4217
	OtherCurrency   Problem = "other-currency"    // the currency must be Want, and is Got
	BadAmount       Problem = "amount"            // Got is no amount above zero
	TooManyDecimals Problem = "decimals"          // the currency has Want decimals at most
	NotAllowed      Problem = "not-allowed"       // the field may not be there, because of Want
	NeededBecause   Problem = "needed"            // the field must be there, because of Want
	WrongOrder      Problem = "order"             // the field may not be here
	Repeated        Problem = "repeated"          // the field is there twice
	Malformed       Problem = "malformed"         // this is no such message: Want says what was expected
	TooLarge        Problem = "too-large"         // a message of more than Want bytes
	NotTogether     Problem = "not-together"      // the field and Want exclude each other
	BadPhone        Problem = "phone"             // no number as "+82-1022345678"
	NoLetters       Problem = "letters"           // there is no letter, or no letter and no digit, in it: Want says which
	Unsayable       Problem = "not-representable" // the two messages cannot both say this: Want says why
)

// Problems are all problems, in order.
func Problems() []Problem {
	return []Problem{
		Missing, TooLong, WrongLength, UnknownCountry, OtherCountry, WrongStructure, BadCheckDigits,
		BadChecksum, BadCharacter, BadSlash, BadStart, BadSpacing, UnknownCode, BadDate,
		UnknownCurrency, OtherCurrency, BadAmount, TooManyDecimals, NotAllowed, NeededBecause, WrongOrder,
		Repeated, Malformed, TooLarge, NotTogether, BadPhone, NoLetters, Unsayable,
	}
}

// InvalidError is a value or a message that is not as its standard says.
type InvalidError struct {
	Problem Problem
	SWIFT   string // the error code of the SWIFT user handbook, such as "T26"; "" where it gives none
	Field   string // the field of a message: an MT tag, or a path of elements; else the name of a value; or ""
	Line    int    // the line of a message, from 1; 0 for a value by itself
	At      int    // the character of the value, from 1; 0 if it is not about one

	Got, Want string // what is there and what should be, as the problem says
}

// Error is for us: "32A: line 4: currency: got ABC".
func (e *InvalidError) Error() string {
	var b strings.Builder
	if e.Field != "" {
		b.WriteString(e.Field + ": ")
	}
	if e.Line > 0 {
		b.WriteString("line " + strconv.Itoa(e.Line) + ": ")
	}
	b.WriteString(string(e.Problem))
	if e.At > 0 {
		b.WriteString(" at " + strconv.Itoa(e.At))
	}
	if e.Got != "" {
		b.WriteString(": got " + strconv.Quote(e.Got))
	}
	if e.Want != "" {
		b.WriteString(", want " + strconv.Quote(e.Want))
	}
	if e.SWIFT != "" {
		b.WriteString(" (" + e.SWIFT + ")")
	}
	return b.String()
}

// Code is the SWIFT error code, or the problem where SWIFT gives none.
func (e *InvalidError) Code() string {
	if e.SWIFT != "" {
		return e.SWIFT
	}
	return string(e.Problem)
}

// problem is a problem that is about the whole value.
func problem(p Problem, got, want string) *InvalidError {
	return &InvalidError{Problem: p, Got: got, Want: want}
}

// problemAt is a problem with the character at a position, from 1.
func problemAt(p Problem, at int, got, want string) *InvalidError {
	return &InvalidError{Problem: p, At: at, Got: got, Want: want}
}

// in is the problem in a field of a message, with a SWIFT code unless it already has one.
func (e *InvalidError) in(field, swift string) *InvalidError {
	if e == nil {
		return nil
	}
	with := *e
	with.Field = field
	if with.SWIFT == "" {
		with.SWIFT = swift
	}
	return &with
}

// asError keeps a nil *InvalidError from becoming an error that is not nil.
func asError(e *InvalidError) error {
	if e == nil {
		return nil
	}
	return e
}
