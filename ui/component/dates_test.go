package component_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/text"
)

// datesInput is a form of dates that press can drive.
type datesInput struct{ *component.Dates }

func (d datesInput) Update(msg tea.Msg) bool { return d.Dates.Update(msg).Handled }

// october is a form that shows October 2026, on the fifth of November.
func october(t *testing.T) *component.Dates {
	t.Helper()
	return component.NewDates(date(t, "2026-10-01"), date(t, "2026-10-31"), date(t, "2026-11-05"))
}

// drawn is the form's lines in 80 cells.
func drawn(d *component.Dates, l component.Look) string {
	b := component.NewBody(l)
	d.Draw(l, b, 80)
	page, _ := b.View(80, 24)
	return trimLines(page)
}

func TestDatesAreTyped(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name     string
		keys     []string
		from, to string
	}{
		{"untouched days stay", nil, "2026-10-01", "2026-10-31"},
		{"the first digit replaces a day that was given", []string{"20260901"}, "2026-09-01", "2026-10-31"},
		{"dashes may be typed with it", []string{"2026-9-01"}, "2026-09-01", "2026-10-31"},
		{"a full-width digit replaces it too", []string{"２０２６０９０１"}, "2026-09-01", "2026-10-31"},
		{"the last day is replaced as well", []string{"enter", "20261015"}, "2026-10-01", "2026-10-15"},
		{"digits after the eighth are too many", []string{"202609012"}, "2026-09-01", "2026-10-31"},
		{"a letter replaces nothing", []string{"x"}, "2026-10-01", "2026-10-31"},
		{"a day that was corrected is not replaced", []string{"backspace", "2"}, "2026-10-02", "2026-10-31"},
		{"nor one that arrows changed", []string{"up", "9"}, "2026-10-02", "2026-10-31"},
		{"a day goes on being typed after a visit to the other", []string{"202609", "tab", "tab", "01"}, "2026-09-01", "2026-10-31"},
		{"arrows start today in a field that was emptied", []string{"ctrl+u", "up"}, "2026-11-05", "2026-10-31"},
	} {
		d := october(t)
		press(datesInput{d}, row.keys...)
		from, to, ok := d.Days()
		if !ok || from != date(t, row.from) || to != date(t, row.to) {
			t.Errorf("%s: it is %v to %v, %v; want %s to %s", row.name, from, to, ok, row.from, row.to)
		}
	}
}

func TestDatesArePasted(t *testing.T) {
	t.Parallel()
	d := october(t)
	d.Update(paste("2026.9.1"))
	if from, _, ok := d.Days(); !ok || from != date(t, "2026-09-01") {
		t.Errorf("the first day is %v, %v", from, ok)
	}
	d.Update(paste("in 2026"))
	if from, _, ok := d.Days(); !ok || from != date(t, "2026-09-01") {
		t.Errorf("what is no day made it %v, %v", from, ok)
	}
}

func TestDatesAreSubmittedOnTheLastDay(t *testing.T) {
	t.Parallel()
	d := october(t)
	if e := d.Update(key("enter")); e.Kind != component.Confirmed {
		t.Errorf("Enter on the first day is %v", e.Kind)
	}
	if e := d.Update(key("enter")); e.Kind != component.Submitted {
		t.Errorf("Enter on the last day is %v", e.Kind)
	}
	if e := d.Update(key("esc")); e.Handled {
		t.Error("Esc was used")
	}
}

func TestWhatIsNoDayIsSaidBesideIt(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name string
		keys []string
		want []string
	}{
		{
			"a first day that is not there",
			[]string{"20260230"},
			[]string{"▌First day  2026-02-30", "            This is not a date.", "            Type year, month and day, such as 2026-11-05.", " Last day   2026-10-31"},
		},
		{
			"a last day that is half typed",
			[]string{"tab", "2026"},
			[]string{" First day  2026-10-01", "▌Last day   2026-MM-DD", "            This is not a date.", "            Type year, month and day, such as 2026-11-05."},
		},
		{
			"neither: the first one has the focus",
			[]string{"ctrl+u", "tab", "ctrl+u"},
			[]string{
				"▌First day  YYYY-MM-DD", "            This is not a date.", "            Type year, month and day, such as 2026-11-05.",
				" Last day   YYYY-MM-DD", "            This is not a date.", "            Type year, month and day, such as 2026-11-05.",
			},
		},
	} {
		d := october(t)
		press(datesInput{d}, row.keys...)
		if _, _, ok := d.Days(); ok {
			t.Errorf("%s: they are days", row.name)
		}
		if got, want := drawn(d, english()), strings.Join(row.want, "\n"); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", row.name, got, want)
		}
	}
}

func TestAHalfTypedDayCanBeCompleted(t *testing.T) {
	t.Parallel()
	d := october(t)
	press(datesInput{d}, "2026091")
	if _, _, ok := d.Days(); ok {
		t.Fatal("2026-09-1 is a day")
	}
	press(datesInput{d}, "5")
	if from, _, ok := d.Days(); !ok || from != date(t, "2026-09-15") {
		t.Errorf("the first day is %v, %v", from, ok)
	}
}

func TestRefusalStandsAtTheDayItIsAbout(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name string
		code bank.Code
		at   string // the day that has the focus; "" where the refusal is not taken
	}{
		{"reversed days are the first one's problem", bank.CodePeriodReversed, "▌시작일"},
		{"a period that is too long begins too early", bank.CodePeriodTooLong, "▌시작일"},
		{"so does one that is too old", bank.CodePeriodTooOld, "▌시작일"},
		{"one that ends in the future ends too late", bank.CodePeriodFuture, "▌종료일"},
		{"a session that ended is no day's problem", bank.CodeSessionEnded, ""},
		{"nor is a fault", "", ""},
	} {
		d := october(t)
		took := d.Refuse(row.code, func(c *text.Catalog) text.Message { return c.Explain(&bank.RefusedError{Code: row.code}) })
		if took != (row.at != "") {
			t.Errorf("%s: taken is %v", row.name, took)
		}
		want := []string{"▌시작일  2026-10-01", " 종료일  2026-10-31"}
		if took {
			m := korean().Text.Explain(&bank.RefusedError{Code: row.code})
			problem := []string{"         " + m.Problem, "         " + m.Advice}
			if row.at == "▌시작일" {
				want = append(append(want[:1:1], problem...), want[1])
			} else {
				want = append([]string{" 시작일  2026-10-01", "▌종료일  2026-10-31"}, problem...)
			}
		}
		if got := drawn(d, korean()); got != strings.Join(want, "\n") {
			t.Errorf("%s:\n%s\nwant\n%s", row.name, got, strings.Join(want, "\n"))
		}
	}
}

func TestDaysThatWereRefusedAreReplacedByTyping(t *testing.T) {
	t.Parallel()
	d := october(t)
	press(datesInput{d}, "20261101", "tab", "20261201")
	if !d.Refuse(bank.CodePeriodFuture, func(c *text.Catalog) text.Message { return c.Component.BadDate }) {
		t.Fatal("the refusal was not taken")
	}
	press(datesInput{d}, "20261105", "tab", "20261102")
	from, to, ok := d.Days()
	if !ok || from != date(t, "2026-11-02") || to != date(t, "2026-11-05") {
		t.Errorf("they are %v to %v, %v", from, to, ok)
	}
	if got := drawn(d, english()); strings.Contains(got, "not a date") {
		t.Errorf("the problem outlived a change:\n%s", got)
	}
}

func TestARefusalIsGoneOnceTheDaysAreAskedForAgain(t *testing.T) {
	t.Parallel()
	d := october(t)
	d.Refuse(bank.CodePeriodReversed, func(c *text.Catalog) text.Message { return c.Component.BadDate })
	press(datesInput{d}, "tab", "20261105") // the other day was the wrong one
	if _, _, ok := d.Days(); !ok {
		t.Fatal("they are no days")
	}
	if got, want := drawn(d, english()), " First day  2026-10-01\n▌Last day   2026-11-05"; got != want {
		t.Errorf("the form is\n%s\nwant\n%s", got, want)
	}
}
