// Package calendar knows days in Seoul: dates, business days and their table of Korean holidays.
package calendar

import (
	"errors"
	"time"
)

// Seoul is Korean standard time, UTC+9. Korea has had no daylight saving time since 1988.
var Seoul = time.FixedZone("KST", 9*60*60)

// ErrSyntax is returned for text that is no date.
var ErrSyntax = errors.New("not a date")

// Date is a day in Seoul. The zero Date is no day.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf is the day in Seoul at t.
func DateOf(t time.Time) Date { panic("todo") }

// ParseDate reads "2026-11-05", "20261105" or "2026.11.5". It returns ErrSyntax for anything else, days that do not exist included.
func ParseDate(s string) (Date, error) { panic("todo") }

// String is the date as 2026-11-05; "" for no day.
func (d Date) String() string { panic("todo") }

// Key is the date as the number 20261105.
func (d Date) Key() int { panic("todo") }

// Start is midnight in Seoul at the start of d.
func (d Date) Start() time.Time { panic("todo") }

// Before, After and IsZero compare dates.
func (d Date) Before(e Date) bool { panic("todo") }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { panic("todo") }

// IsZero reports whether d is no day.
func (d Date) IsZero() bool { panic("todo") }

// AddDays is n days later.
func (d Date) AddDays(n int) Date { panic("todo") }

// AddMonths is n months later: the same day of that month, or its last one.
func (d Date) AddMonths(n int) Date { panic("todo") }

// Business reports whether banks work on d: no weekend, no holiday. Known is false after the table's last year, when only weekends and fixed holidays count.
func (d Date) Business() (open, known bool) { panic("todo") }

// Holiday is the Korean name of the holiday on d, "" if there is none.
func (d Date) Holiday() string { panic("todo") }
