package calendar

import "time"

// Business reports whether banks work on d: no weekend, no holiday. Known is
// false outside the years of the table, when only weekends and holidays with a
// fixed date count. Banks do not work on no day.
func (d Date) Business() (open, known bool) {
	_, known = decreed[d.Year]
	weekday := d.Weekday()
	return !d.IsZero() && weekday != time.Saturday && weekday != time.Sunday && d.Holiday() == "", known
}

// Holiday is the Korean name of the holiday on d, "" if there is none. Two that
// fall together are joined by ", ".
func (d Date) Holiday() string {
	name := ""
	if h, ok := fixed[monthDay(d.Month, d.Day)]; ok && d.Year >= h.since {
		name = h.name
	}
	if moved := decreed[d.Year][monthDay(d.Month, d.Day)]; moved != "" {
		if name != "" {
			name += ", "
		}
		name += moved
	}
	return name
}

// NextBusiness is the first business day from d on: d itself if banks work on it.
// After no day there is none.
func NextBusiness(d Date) Date { return business(d, 1) }

// PreviousBusiness is the last business day up to d: d itself if banks work on it.
// Before no day there is none.
func PreviousBusiness(d Date) Date { return business(d, -1) }

// business goes from d by step until a business day.
func business(d Date, step int) Date {
	for !d.IsZero() {
		if open, _ := d.Business(); open {
			break
		}
		d = d.AddDays(step)
	}
	return d
}
