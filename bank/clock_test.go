package bank_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
)

func TestOpenRefusesBooksADayAheadOfTheClock(t *testing.T) {
	t.Parallel()
	newest := banktest.Opening().Entries[10].At
	for _, c := range []struct {
		name  string
		clock time.Time
		opens bool
	}{
		{"at the newest entry", newest, true},
		{"an hour before it", newest.Add(-time.Hour), true},
		{"a day before it", newest.AddDate(0, 0, -1), true},
		{"a day and a second before it", newest.Add(-24*time.Hour - time.Second), false},
		{"a year before it", newest.AddDate(-1, 0, 0), false},
		{"ten years after it", newest.AddDate(10, 0, 0), true},
	} {
		path := fileOf(t)
		opt := options()
		opt.Now = func() time.Time { return c.clock }
		b, err := bank.Open(t.Context(), path, opt)
		if err == nil {
			err = b.Close()
		}
		refused, ok := errors.AsType[*bank.FileError](err)
		if c.opens && err != nil || !c.opens && (!ok || refused.Reason != bank.FileAhead || refused.Path != path) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// A clock that is set back during a day's work must not reorder the books, nor
// give the day's limit twice.
func TestAClockSetBackADayKeepsTheOrderAndTheDay(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	first := d.send(t, toPark(1_000_000))
	d.Clock.Advance(-24 * time.Hour)
	second := d.send(t, toPark(200_000))
	if !second.At.After(first.At) {
		t.Errorf("the second was booked at %s, the first at %s", second.At, first.At)
	}
	if limits, err := d.TransferLimits(t.Context(), d.caller); err != nil || limits.UsedToday != won(1_200_000) {
		t.Errorf("today %v were used (%v)", limits.UsedToday, err)
	}
}

func TestABusinessDayBeginsAtMidnightInSeoul(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	db := rawOpen(t, w.Path)
	defer db.Close()
	midnight := time.Date(2026, time.November, 6, 0, 0, 0, 0, calendar.Seoul)
	for _, c := range []struct {
		at   time.Time
		want int
	}{
		{midnight.Add(-time.Microsecond), 20261105},
		{midnight, 20261106},
		{midnight.Add(-time.Hour), 20261106}, // the clock was set back over it
		{midnight.Add(24*time.Hour - time.Microsecond), 20261106},
		{time.Date(2026, time.December, 31, 15, 0, 0, 0, time.UTC), 20270101},
	} {
		w.Clock.Advance(c.at.Sub(w.Clock.Now()))
		var at time.Time
		err := w.Transact(t.Context(), func(ctx context.Context, now time.Time, post bank.Poster) error {
			at = now
			_, err := post(ctx, string(banktest.KimMain), bank.OwnCash, krw(1))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		var day int
		var micros int64
		if err := db.QueryRowContext(t.Context(), "SELECT business_day, at FROM entry ORDER BY id DESC LIMIT 1").Scan(&day, &micros); err != nil {
			t.Fatal(err)
		}
		if day != c.want || micros != at.UnixMicro() || at.Location() != time.UTC {
			t.Errorf("at %s the business day is %d, and the time kept %s", c.at, day, time.UnixMicro(micros))
		}
	}
}

func TestOpenSealsWhatAnEarlierVersionLeft(t *testing.T) {
	t.Parallel()
	path := earlier(t, 1)
	b, err := bank.Open(t.Context(), path, options())
	if err != nil {
		t.Fatal(err)
	}
	report, err := b.Verify(t.Context())
	if err != nil || report.Difference != "" || report.Head == "" || report.Entries != 21 || report.Transfers != 12 {
		t.Errorf("verify: %v, %+v", err, report)
	}
	if n, err := b.Count(t.Context(), "SELECT count(*) FROM event"); err != nil || n != 24 {
		t.Errorf("%d steps came along (%v)", n, err)
	}
	w := &banktest.World{Bank: b, Path: path, Clock: banktest.NewClock()}
	if err := payment(t, w, 1)(); err != nil {
		t.Error(err)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	if report, err := bank.Verify(t.Context(), path, banktest.Verify); err != nil || report.Difference != "" || report.Entries != 22 {
		t.Errorf("afterwards: %v, %+v", err, report)
	}
}
