package bank

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/fx"
)

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
	for _, d := range wonDays(e.Days) {
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
