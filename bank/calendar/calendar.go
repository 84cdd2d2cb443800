// Package calendar knows days in Seoul: dates, business days and their table of Korean holidays.
//
// The table goes from 2018 to 2026. Substitute holidays, elections and days off
// by decree cannot be computed, and the lunar ones are set by decree too: for
// other years only weekends and the holidays with a fixed date are known.
package calendar

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Seoul is Korean standard time, UTC+9. Korea has had no daylight saving time since 1988.
var Seoul = time.FixedZone("KST", 9*60*60)

// ErrSyntax is returned for text that is no date.
var ErrSyntax = errors.New("not a date")

// Date is a day in Seoul. The zero Date is no day. Dates can be compared with ==.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf is the day in Seoul at t.
func DateOf(t time.Time) Date {
	year, month, day := t.In(Seoul).Date()
	return Date{year, month, day}
}

// ParseDate reads "2026-11-05", "20261105" or "2026.11.5". With dashes or points
// the month and the day may have one digit; the year always has four. It returns
// the zero Date and [ErrSyntax] for anything else, days that do not exist
// included.
func ParseDate(s string) (Date, error) {
	parts := strings.Split(s, "-")
	switch {
	case len(s) == 8 && numeral(s, 8, 8):
		parts = []string{s[:4], s[4:6], s[6:]}
	case strings.Contains(s, "."):
		parts = strings.Split(s, ".")
	}
	if len(parts) != 3 || !numeral(parts[0], 4, 4) || !numeral(parts[1], 1, 2) || !numeral(parts[2], 1, 2) {
		return Date{}, ErrSyntax
	}
	var n [3]int
	for i, part := range parts {
		n[i], _ = strconv.Atoi(part) // at most four digits: cannot fail
	}
	d := Date{n[0], time.Month(n[1]), n[2]}
	if d.Year == 0 || DateOf(d.Start()) != d { // time.Date moves days that do not exist
		return Date{}, ErrSyntax
	}
	return d, nil
}

// numeral reports whether s is of shortest to longest digits 0 to 9.
func numeral(s string, shortest, longest int) bool {
	return len(s) >= shortest && len(s) <= longest && strings.Trim(s, "0123456789") == ""
}

// String is the date as 2026-11-05; "" for no day.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// Key is the date as the number 20261105; 0 for no day.
func (d Date) Key() int { return d.Year*10_000 + int(d.Month)*100 + d.Day }

// Start is midnight in Seoul at the start of d; the zero time for no day.
func (d Date) Start() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, Seoul)
}

// Before reports whether d is earlier than e. No day is earlier than all days.
func (d Date) Before(e Date) bool { return d.Key() < e.Key() }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.Key() > e.Key() }

// IsZero reports whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// AddDays is n days later, or earlier if n is below zero. No day stays no day.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return DateOf(d.Start().AddDate(0, 0, n))
}

// AddMonths is n months later: the same day of that month, or its last one. No
// day stays no day.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	month := DateOf(time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, Seoul))
	last := DateOf(time.Date(month.Year, month.Month+1, 0, 0, 0, 0, 0, Seoul))
	last.Day = min(d.Day, last.Day)
	return last
}

// Weekday is the day of the week of d; Sunday for no day.
func (d Date) Weekday() time.Weekday {
	if d.IsZero() {
		return time.Sunday
	}
	return d.Start().Weekday()
}
