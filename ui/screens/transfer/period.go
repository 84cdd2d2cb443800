package transfer

import (
	"smartbank/bank/calendar"
	"smartbank/ui/text"
)

// period is a stretch of days to look for transfers in.
type period int

// The periods, in the order in which they are gone through.
const (
	today period = iota
	week
	month
	months3
	dates // typed by the customer
	periods
)

// name is what a period is called.
func (p period) name(c *text.Catalog) string {
	switch p {
	case week:
		return c.Transfer.Week
	case month:
		return c.Transfer.Month
	case months3:
		return c.Transfer.Months3
	case dates:
		return c.Transfer.Dates
	default:
		return c.Transfer.Today
	}
}

// first is the first day of a period that ends on a day. A month that ends on
// the 5th begins on the 6th.
func (p period) first(last calendar.Date) calendar.Date {
	switch p {
	case week:
		return last.AddDays(-6)
	case month:
		return last.AddMonths(-1).AddDays(1)
	case months3:
		return last.AddMonths(-3).AddDays(1)
	default:
		return last
	}
}

// days writes the first and the last day; the year once where it is the same,
// and one day alone.
func days(first, last calendar.Date) string {
	switch {
	case first == last:
		return first.String()
	case first.Year == last.Year:
		return first.String() + " – " + last.String()[len("2026-"):]
	}
	return first.String() + " – " + last.String()
}
