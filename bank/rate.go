package bank

import (
	"context"
	"errors"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/fx"
	"smartbank/bank/money"
)

// Board is the exchange rates of a notice of a day: notice 0 is the last one given,
// today the one that holds now. On a day when banks are closed, and before the day's first notice, it is the last board of the
// business day before. It is refused with CodeNoRate.
func (b *Bank) Board(ctx context.Context, day calendar.Date, notice int) (fx.Board, error) {
	var board fx.Board
	err := b.read(ctx, func(ctx context.Context, t *tx) error {
		r, err := t.rates(ctx)
		if err != nil {
			return err
		}
		date, last := lastNotice(day, t.now)
		if notice > 0 && date == day {
			last = min(notice, last)
		}
		board, err = r.of(date, last)
		return noRate(err, "")
	})
	return board, during("read the board", err)
}

// Notice is one of the boards of a day.
type Notice struct {
	Number int
	At     time.Time
}

// Notices are the notices of a day up to now, the first one first; none on days
// when banks are closed.
func (b *Bank) Notices(ctx context.Context, day calendar.Date) ([]Notice, error) {
	var all []Notice
	err := b.read(ctx, func(_ context.Context, t *tx) error {
		date, last := lastNotice(day, t.now)
		if date != day {
			return nil
		}
		for n := 1; n <= last; n++ {
			all = append(all, Notice{n, fx.NoticeTime(date, n)})
		}
		return nil
	})
	return all, during("list notices", err)
}

// lastNotice is the last notice of a day that was given at now, or of the business
// day before it. Days to come are today.
func lastNotice(day calendar.Date, now time.Time) (date calendar.Date, notice int) {
	today, newest := fx.NoticeAt(now)
	if date = calendar.PreviousBusiness(day); !date.Before(today) {
		return today, newest
	}
	return date, fx.LastNotice
}

// RateHistory is the last base rate of a currency on each business day from a day
// to another, oldest first; today's is that of now. It is refused with CodeNoRate for a currency without any.
func (b *Bank) RateHistory(ctx context.Context, c money.Currency, from, to calendar.Date) ([]fx.Point, error) {
	var points []fx.Point
	err := b.read(ctx, func(ctx context.Context, t *tx) error {
		r, err := t.rates(ctx)
		if err != nil {
			return err
		}
		points = r.history(c, from, to, t.now)
		if len(points) == 0 {
			return &RefusedError{Code: CodeNoRate, Currency: c}
		}
		return nil
	})
	return points, during("read the history of a rate", err)
}

// noRate turns what package fx has no rate for into a refusal.
func noRate(err error, c money.Currency) error {
	if errors.Is(err, fx.ErrNoRate) {
		return &RefusedError{Code: CodeNoRate, Currency: c}
	}
	return err
}
