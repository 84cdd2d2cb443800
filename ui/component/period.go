package component

import (
	"smartbank/bank/calendar"
	"smartbank/ui/text"
)

// Period is how far back an inquiry looks.
type Period int

// The periods, each longer than the one before it.
const (
	Today   Period = iota
	Week           // 7 days
	Month          // 1 month
	Quarter        // 3 months
	Custom         // days that the customer types into [Dates]
)

// Name is what the period is called.
func (p Period) Name(c *text.Catalog) string {
	switch p {
	case Week:
		return c.Component.Week
	case Month:
		return c.Component.Month
	case Quarter:
		return c.Component.Quarter
	case Custom:
		return c.Component.Custom
	default:
		return c.Component.Today
	}
}

// Days are the first and the last day of a period that ends on a day, both
// included: a month that ends on 5 November begins on 6 October. Custom has no
// days of its own: they are zero.
func (p Period) Days(last calendar.Date) (from, to calendar.Date) {
	switch p {
	case Week:
		return last.AddDays(-6), last
	case Month:
		return last.AddMonths(-1).AddDays(1), last
	case Quarter:
		return last.AddMonths(-3).AddDays(1), last
	case Custom:
		return calendar.Date{}, calendar.Date{}
	default:
		return last, last
	}
}

// DaysText writes the first and the last day of a period: "2026-10-06 – 11-05",
// with the second year only where it is another one, and one day alone. Days that
// are zero, because nothing was asked for yet, are "".
func DaysText(c *text.Catalog, from, to calendar.Date) string {
	last := to.String()
	switch {
	case from == to:
		return last
	case from.Year == to.Year:
		last = last[len("2026-"):]
	}
	return c.Component.Days(from.String(), last)
}
