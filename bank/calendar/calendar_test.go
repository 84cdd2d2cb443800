package calendar_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"smartbank/bank/calendar"
)

// day is the date written s, which must be one.
func day(tb testing.TB, s string) calendar.Date {
	tb.Helper()
	d, err := calendar.ParseDate(s)
	if err != nil {
		tb.Fatalf("ParseDate(%q): %v", s, err)
	}
	return d
}

func TestDateOfIsTheDayInSeoul(t *testing.T) {
	t.Parallel()
	for at, want := range map[string]string{
		"2026-11-05T00:00:00+09:00": "2026-11-05",
		"2026-11-05T23:59:59+09:00": "2026-11-05",
		"2026-11-04T15:00:00Z":      "2026-11-05",
		"2026-11-05T14:59:59Z":      "2026-11-05",
		"2026-11-05T15:00:00Z":      "2026-11-06",
		"2026-12-31T16:00:00Z":      "2027-01-01",
	} {
		moment, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := calendar.DateOf(moment).String(); got != want {
			t.Errorf("DateOf(%s) = %s, want %s", at, got, want)
		}
	}
}

func TestParseDate(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"dashes":                           {"2026-11-05", "2026-11-05"},
		"digits only":                      {"20261105", "2026-11-05"},
		"points":                           {"2026.11.5", "2026-11-05"},
		"points and two digits":            {"2026.11.05", "2026-11-05"},
		"dashes and one digit":             {"2026-1-5", "2026-01-05"},
		"the day in a leap year":           {"2024-02-29", "2024-02-29"},
		"the leap day in another year":     {"2026-02-29", ""},
		"a 31st that is none":              {"2026-11-31", ""},
		"month 13":                         {"2026-13-01", ""},
		"month 0":                          {"2026-00-10", ""},
		"day 0":                            {"2026-11-00", ""},
		"year 0":                           {"0000-01-01", ""},
		"a year of two digits":             {"26-11-05", ""},
		"seven digits":                     {"2026115", ""},
		"nine digits":                      {"202611050", ""},
		"dashes and points":                {"2026-11.05", ""},
		"a point at the end":               {"2026.11.05.", ""},
		"slashes":                          {"2026/11/05", ""},
		"a space":                          {" 2026-11-05", ""},
		"a sign":                           {"2026-11--5", ""},
		"full-width digits":                {"２０２６-11-05", ""},
		"nothing":                          {"", ""},
		"separators only":                  {"--", ""},
		"a day and a time":                 {"2026-11-05T10:00", ""},
		"three digits where two belong":    {"2026-011-05", ""},
		"the day that Seoul had no 02:00s": {"1988-05-08", "1988-05-08"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := calendar.ParseDate(c.text)
			if got.String() != c.want || (err != nil) != (c.want == "") || err != nil && !errors.Is(err, calendar.ErrSyntax) {
				t.Errorf("ParseDate(%q) = %q, %v; want %q", c.text, got, err, c.want)
			}
		})
	}
}

func TestArithmetic(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		got  calendar.Date
		want string
	}{
		"the next day":                        {day(t, "2026-11-30").AddDays(1), "2026-12-01"},
		"the day before":                      {day(t, "2027-01-01").AddDays(-1), "2026-12-31"},
		"a year of days over a leap day":      {day(t, "2024-01-01").AddDays(366), "2025-01-01"},
		"the same day next month":             {day(t, "2026-11-05").AddMonths(1), "2026-12-05"},
		"the 31st, a month on":                {day(t, "2026-01-31").AddMonths(1), "2026-02-28"},
		"the 31st, a month on in a leap year": {day(t, "2024-01-31").AddMonths(1), "2024-02-29"},
		"a leap day, two years back":          {day(t, "2024-02-29").AddMonths(-24), "2022-02-28"},
		"over the end of a year":              {day(t, "2026-11-05").AddMonths(14), "2028-01-05"},
		"over the start of a year":            {day(t, "2026-01-31").AddMonths(-2), "2025-11-30"},
		"no day, a day on":                    {calendar.Date{}.AddDays(1), ""},
		"no day, a month on":                  {calendar.Date{}.AddMonths(1), ""},
	} {
		if c.got.String() != c.want {
			t.Errorf("%s is %q, want %q", name, c.got, c.want)
		}
	}
}

func TestOrder(t *testing.T) {
	t.Parallel()
	days := []calendar.Date{{}, day(t, "2025-12-31"), day(t, "2026-01-01"), day(t, "2026-01-31"), day(t, "2026-02-01")}
	for i, d := range days {
		for j, e := range days {
			if d.Before(e) != (i < j) || d.After(e) != (i > j) {
				t.Errorf("%q and %q: before %v, after %v", d, e, d.Before(e), d.After(e))
			}
		}
	}
}

func TestStartAndKey(t *testing.T) {
	t.Parallel()
	d := day(t, "2026-11-05")
	if got := d.Start().UTC().Format(time.RFC3339); got != "2026-11-04T15:00:00Z" {
		t.Errorf("the day starts at %s", got)
	}
	if d.Key() != 20261105 || d.Weekday() != time.Thursday {
		t.Errorf("key %d, %s", d.Key(), d.Weekday())
	}
	none := calendar.Date{}
	if !none.IsZero() || d.IsZero() || none.Key() != 0 || !none.Start().IsZero() || none.String() != "" {
		t.Errorf("no day: key %d, start %s, %q", none.Key(), none.Start(), none)
	}
}

func TestBusiness(t *testing.T) {
	t.Parallel()
	for on, c := range map[string]struct {
		open, known bool
		holiday     string
	}{
		"2026-11-05": {true, true, ""},
		"2026-11-07": {false, true, ""}, // Saturday
		"2026-11-08": {false, true, ""}, // Sunday
		"2026-02-17": {false, true, "설날"},
		"2026-08-17": {false, true, "대체공휴일(광복절)"},
		"2026-05-01": {false, true, "노동절"},
		"2025-05-01": {true, true, ""},
		"2026-07-17": {false, true, "제헌절"},
		"2024-07-17": {true, true, ""},
		"2025-05-05": {false, true, "어린이날, 부처님 오신 날"},
		"2018-01-01": {false, true, "1월 1일"},
		"2017-12-29": {true, false, ""},
		"2027-02-08": {true, false, ""}, // a substitute holiday that the table does not have
		"2027-03-01": {false, false, "3ㆍ1절"},
		"2027-05-01": {false, false, "노동절"},
		"2030-12-25": {false, false, "기독탄신일"},
		"2030-12-26": {true, false, ""},
	} {
		d := day(t, on)
		if open, known := d.Business(); open != c.open || known != c.known || d.Holiday() != c.holiday {
			t.Errorf("%s: open %v, known %v, %q; want %+v", on, open, known, d.Holiday(), c)
		}
	}
	if open, known := (calendar.Date{}).Business(); open || known {
		t.Errorf("no day: open %v, known %v", open, known)
	}
}

func TestNextAndPreviousBusiness(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ from, next, previous string }{
		"a business day is both":                 {"2026-11-05", "2026-11-05", "2026-11-05"},
		"a weekend":                              {"2026-11-07", "2026-11-09", "2026-11-06"},
		"the seven days of Chuseok in 2025":      {"2025-10-03", "2025-10-10", "2025-10-02"},
		"a holiday, a weekend and a substitute":  {"2026-10-03", "2026-10-06", "2026-10-02"},
		"the last day of a year that is a break": {"2023-12-31", "2024-01-02", "2023-12-29"},
	} {
		d := day(t, c.from)
		if next, previous := calendar.NextBusiness(d), calendar.PreviousBusiness(d); next.String() != c.next || previous.String() != c.previous {
			t.Errorf("%s: %s, %s; want %s, %s", name, next, previous, c.next, c.previous)
		}
	}
	if !calendar.NextBusiness(calendar.Date{}).IsZero() || !calendar.PreviousBusiness(calendar.Date{}).IsZero() {
		t.Error("there is a business day beside no day")
	}
}

func TestHolidaysAreThoseOfTheSource(t *testing.T) {
	t.Parallel()
	for year := 2018; year <= 2026; year++ {
		text, err := os.ReadFile(fmt.Sprintf("../../../shared/data/kr/holidays/%d.json", year))
		if err != nil {
			t.Skip("needs ../shared/data/kr/holidays, the files the table was typed from")
		}
		var listed map[string][]string
		if err := json.Unmarshal(text, &listed); err != nil {
			t.Fatal(err)
		}
		for d := (calendar.Date{Year: year, Month: time.January, Day: 1}); d.Year == year; d = d.AddDays(1) {
			if want := strings.Join(listed[d.String()], ", "); d.Holiday() != want {
				t.Errorf("%s is %q, listed as %q", d, d.Holiday(), want)
			}
			if _, known := d.Business(); !known {
				t.Errorf("%s is not known", d)
			}
		}
	}
}

// FuzzParseDate checks that whatever ParseDate accepts is a day that exists and
// that String and Key write so that it is read back.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{
		"2026-11-05", "20261105", "2026.11.5", "2024-02-29", "2026-02-29", "2026-1-5", "0001-01-01", "9999-12-31",
		"", "--", "..", "2026-11.05", "2026-13-01", "2026-11-00", "２０２６-11-05",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := calendar.ParseDate(s)
		if err != nil {
			if !d.IsZero() || !errors.Is(err, calendar.ErrSyntax) {
				t.Fatalf("ParseDate(%q) = %q, %v", s, d, err)
			}
			return
		}
		for _, text := range []string{d.String(), fmt.Sprintf("%08d", d.Key()), fmt.Sprintf("%04d.%d.%d", d.Year, d.Month, d.Day)} {
			if again, err := calendar.ParseDate(text); again != d || err != nil {
				t.Errorf("ParseDate(%q) = %s, which is read back from %q as %q, %v", s, d, text, again, err)
			}
		}
		if calendar.DateOf(d.Start()) != d {
			t.Errorf("ParseDate(%q) = %s, which is no day", s, d)
		}
	})
}
