package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"sync"
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

// rates are where boards come from: a market over reference rates, and days whose
// board was imported.
type rates struct {
	market  *fx.Market // nil if there are no reference rates
	made    bool       // whether the market may make days up: in a demonstration
	boards  map[calendar.Date][]fx.Listing
	started []calendar.Date // of boards, in order
}

// rateMemo keeps what was read of the files of rates, which are only ever added to.
type rateMemo struct {
	mu    sync.Mutex
	files int
	known *rates
}

// rateMemo is the bank's, or the one of the image that it is a clone of, as long as no file came to it.
func (b *Bank) rateMemo() *rateMemo {
	if b.image != nil && !b.imported.Load() {
		return &b.image.rates
	}
	return &b.rates
}

// rates reads the bank's rates.
func (t *tx) rates(ctx context.Context) (*rates, error) {
	var files int
	if err := t.QueryRowContext(ctx, query("rate_file_count")).Scan(&files); err != nil {
		return nil, fmt.Errorf("count files of rates: %w", err)
	}
	memo := t.bank.rateMemo()
	memo.mu.Lock()
	defer memo.mu.Unlock()
	if memo.known != nil && memo.files == files {
		return memo.known, nil
	}
	r, err := t.readRates(ctx)
	if err != nil {
		return nil, fmt.Errorf("read rates: %w", err)
	}
	memo.known, memo.files = r, files
	return r, nil
}

// rateFile is a row of rate_file.
type rateFile struct {
	format  string
	day     int
	content []byte
}

// readRates reads all files of rates. Later ones go over earlier ones, and all over
// what a demonstration begins with.
func (t *tx) readRates(ctx context.Context) (*rates, error) {
	files, err := collect(ctx, t, func(rows *sql.Rows) (f rateFile, err error) {
		return f, rows.Scan(&f.format, &f.day, &f.content)
	}, "rate_file_list")
	if err != nil {
		return nil, err
	}
	r := &rates{made: t.bank.demo, boards: map[calendar.Date][]fx.Listing{}}
	days := map[calendar.Date]fx.Day{}
	if t.bank.demo {
		for _, d := range fx.Published().Days {
			days[d.Date] = d
		}
	}
	for _, f := range files {
		if err := r.add(f, days); err != nil {
			return nil, err
		}
	}
	for date := range r.boards {
		r.started = append(r.started, date)
	}
	slices.SortFunc(r.started, func(a, b calendar.Date) int { return a.Key() - b.Key() })
	if len(days) == 0 {
		return r, nil
	}
	var all []fx.Day
	for _, d := range days {
		all = append(all, d)
	}
	seed, err := t.rateSeed(ctx)
	if err != nil {
		return nil, err
	}
	r.market, err = fx.NewMarket(all, seed)
	return r, err
}

// add adds a file of rates.
func (r *rates) add(f rateFile, days map[calendar.Date]fx.Day) error {
	if f.format == formatEximbank {
		all, err := fx.ReadEximbank(f.content)
		r.boards[dateOfKey(f.day)] = all
		return err
	}
	e, err := fx.ReadECB(f.content)
	for _, d := range e.Days {
		days[d.Date] = d
	}
	return err
}

// rateSeed is what a demonstration's rates are made up from; 0 of one that was made
// before there were any.
func (t *tx) rateSeed(ctx context.Context) (uint64, error) {
	text, err := t.setting(ctx, settingSeed)
	if err != nil || text == nil {
		return 0, err
	}
	return strconv.ParseUint(string(text), 10, 64)
}

// dateOfKey is the day with a key, yyyymmdd.
func dateOfKey(key int) calendar.Date {
	return calendar.Date{Year: key / 10_000, Month: time.Month(key / 100 % 100), Day: key % 100}
}

// staleAfter is how many days an imported board holds while there is no other.
const staleAfter = 7

// of is the board of a notice of a business day. It returns fx.ErrNoRate if there is
// none.
func (r *rates) of(date calendar.Date, notice int) (fx.Board, error) {
	if all, ok := r.boards[date]; ok {
		return imported(date, notice, all)
	}
	if r.market != nil {
		board, err := r.market.Of(date, notice)
		if err != nil && !errors.Is(err, fx.ErrNoRate) || err == nil && (r.made || !board.Demonstration) {
			return board, err
		}
	}
	at, _ := slices.BinarySearchFunc(r.started, date, func(a, b calendar.Date) int { return a.Key() - b.Key() })
	if at > 0 {
		if before := r.started[at-1]; !before.AddDays(staleAfter).Before(date) {
			return imported(before, fx.LastNotice, r.boards[before])
		}
	}
	return fx.Board{}, fx.ErrNoRate
}

// at is the board that holds at a moment.
func (r *rates) at(now time.Time) (fx.Board, error) { return r.of(fx.NoticeAt(now)) }

// imported is a board of the Export-Import Bank of Korea: its prices for
// remittances, and ours for cash. Currencies that are too small for a board are left out.
func imported(date calendar.Date, notice int, all []fx.Listing) (fx.Board, error) {
	b := fx.Board{Date: date, Notice: notice, At: fx.NoticeTime(date, notice)}
	var dollar fx.Rate
	for _, l := range all {
		if l.Currency == money.USD {
			dollar = l.Base
		}
	}
	for _, l := range all {
		row, err := fx.NewRow(l.Currency, l.Base, dollar)
		if l.Currency == money.KRW || err != nil || row.Unit != l.Unit {
			continue
		}
		theirs := row
		theirs.Send, theirs.Receive, theirs.Book = l.Send, l.Receive, l.Book
		if theirs.Ordered() {
			row = theirs
		}
		b.Rows = append(b.Rows, row)
	}
	if len(b.Rows) == 0 {
		return b, fx.ErrNoRate
	}
	offered := RemittanceCurrencies()
	slices.SortStableFunc(b.Rows, func(a, b fx.Row) int { return place(offered, a.Currency) - place(offered, b.Currency) })
	return b, nil
}

// place is where a currency stands in a list, after all others if it does not.
func place(all []money.Currency, c money.Currency) int {
	if at := slices.Index(all, c); at >= 0 {
		return at
	}
	return len(all)
}

// history is the last base of a currency on each business day.
func (r *rates) history(c money.Currency, from, to calendar.Date, now time.Time) []fx.Point {
	today, notice := fx.NoticeAt(now)
	points := map[calendar.Date]fx.Point{}
	if r.market != nil {
		before := today.AddDays(-1)
		if to.Before(before) {
			before = to
		}
		for _, p := range r.market.History(c, from, before) {
			if r.made || !p.Demonstration {
				points[p.Date] = p
			}
		}
	}
	again := slices.Clone(r.started) // their boards go over the market's
	if open, _ := today.Business(); open {
		again = append(again, today)
	}
	for _, date := range again {
		if date.Before(from) || date.After(to) || date.After(today) {
			continue
		}
		number := fx.LastNotice
		if date == today {
			number = notice
		}
		if p, ok := r.point(c, date, number); ok {
			points[date] = p
		}
	}
	return slices.SortedFunc(maps.Values(points), func(a, b fx.Point) int { return a.Date.Key() - b.Date.Key() })
}

// point is the base of a currency in a notice of a business day, if there is one.
func (r *rates) point(c money.Currency, date calendar.Date, notice int) (fx.Point, bool) {
	board, err := r.of(date, notice)
	if err != nil || board.Date != date {
		return fx.Point{}, false
	}
	row, ok := board.Row(c)
	return fx.Point{Date: date, Base: row.Base, Demonstration: board.Demonstration}, ok
}
