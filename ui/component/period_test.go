package component_test

import (
	"testing"

	"smartbank/bank/calendar"
	"smartbank/ui/component"
)

// date is the day of a test; "" is no day.
func date(t *testing.T, s string) calendar.Date {
	t.Helper()
	if s == "" {
		return calendar.Date{}
	}
	d, err := calendar.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPeriodEndsOnADay(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name     string
		period   component.Period
		last     string
		from, to string
	}{
		{"today is that day alone", component.Today, "2026-11-05", "2026-11-05", "2026-11-05"},
		{"a week is seven days", component.Week, "2026-11-05", "2026-10-30", "2026-11-05"},
		{"a month begins a day later in the month before", component.Month, "2026-11-05", "2026-10-06", "2026-11-05"},
		{"a month that ends on a 31st begins on a 1st", component.Month, "2026-10-31", "2026-10-01", "2026-10-31"},
		{"a month after a short one begins in its own", component.Month, "2026-03-31", "2026-03-01", "2026-03-31"},
		{"three months go back over a year's end", component.Quarter, "2026-01-15", "2025-10-16", "2026-01-15"},
		{"three months before a leap day", component.Quarter, "2024-05-29", "2024-03-01", "2024-05-29"},
		{"custom days are not known", component.Custom, "2026-11-05", "", ""},
	} {
		from, to := row.period.Days(date(t, row.last))
		if from != date(t, row.from) || to != date(t, row.to) {
			t.Errorf("%s: it is %v to %v, want %s to %s", row.name, from, to, row.from, row.to)
		}
	}
}

func TestPeriodsHaveNamesOfTheirOwn(t *testing.T) {
	t.Parallel()
	for _, l := range []component.Look{english(), korean()} {
		seen := map[string]bool{}
		for p := component.Today; p <= component.Custom; p++ {
			name := p.Name(l.Text)
			if name == "" || seen[name] {
				t.Errorf("period %d is called %q", p, name)
			}
			seen[name] = true
		}
	}
}

func TestDaysText(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, from, to, english, korean string }{
		{"days of one year have it once", "2026-10-06", "2026-11-05", "2026-10-06 – 11-05", "2026-10-06 ~ 11-05"},
		{"days of two years have both", "2025-12-31", "2026-01-01", "2025-12-31 – 2026-01-01", "2025-12-31 ~ 2026-01-01"},
		{"one day stands alone", "2026-11-05", "2026-11-05", "2026-11-05", "2026-11-05"},
		{"no days are nothing", "", "", "", ""},
	} {
		from, to := date(t, row.from), date(t, row.to)
		if got := component.DaysText(english().Text, from, to); got != row.english {
			t.Errorf("%s: in English %q, want %q", row.name, got, row.english)
		}
		if got := component.DaysText(korean().Text, from, to); got != row.korean {
			t.Errorf("%s: in Korean %q, want %q", row.name, got, row.korean)
		}
	}
}
