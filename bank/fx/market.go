package fx

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"sync"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

//go:embed ecb.csv
var ecbFile []byte

// published is the embedded file, which is read once.
var published = sync.OnceValue(func() ECB {
	e, err := ReadECB(ecbFile)
	if err != nil {
		panic("fx: the embedded rates: " + err.Error()) // the tests read them
	}
	return e
})

// Published are the reference rates that came with the program, newest first, and unchanged by anybody who asks.
func Published() ECB {
	e := published()
	return ECB{slices.Clone(e.Currencies), slices.Clone(e.Days)}
}

// The notices of a business day: the first at 9:00, and one every ten minutes to 18:00.
const (
	firstNotice   = 9 * time.Hour
	noticeEvery   = 10 * time.Minute
	noticesPerDay = 55
)

// lastYear is the last for which a market makes days up.
const lastYear = 2199

// Market is where boards come from: reference rates, and a seed that moves them within a day and goes on after the last. It
// may be used by several goroutines; the same days and the same seed give the same boards, whatever was asked before.
type Market struct {
	seed uint64

	mu     sync.Mutex
	days   []Day            // oldest first; grows with made-up days as they are asked for
	boards map[notice]Board // that were asked for lately
}

// notice is one of a day.
type notice struct {
	date   calendar.Date
	number int
}

// boardsKept bounds the boards that a market remembers: many more than are compared with one another.
const boardsKept = 64

// NewMarket is a market over days, in any order, of which there must be one. Demonstrations use [Published]; a bank
// that imports files gives theirs.
func NewMarket(days []Day, seed uint64) (*Market, error) {
	if len(days) == 0 {
		return nil, ErrNoRate
	}
	sorted := slices.Clone(days)
	slices.SortFunc(sorted, func(a, b Day) int { return cmp.Compare(a.Date.Key(), b.Date.Key()) })
	return &Market{seed: seed, days: sorted}, nil
}

// NoticeAt is the newest notice at a moment: its business day and its number. Before a day's first notice, and on days when
// banks are closed, it is the last of the business day before.
func NoticeAt(now time.Time) (date calendar.Date, notice int) {
	date = calendar.DateOf(now)
	if open, _ := date.Business(); !open {
		return calendar.PreviousBusiness(date), noticesPerDay
	}
	since := now.Sub(date.Start()) - firstNotice
	if since < 0 {
		return calendar.PreviousBusiness(date.AddDays(-1)), noticesPerDay
	}
	return date, min(int(since/noticeEvery)+1, noticesPerDay)
}

// LastNotice is the number of the last notice of a business day.
const LastNotice = noticesPerDay

// NoticeTime is when a notice of a business day is given.
func NoticeTime(date calendar.Date, notice int) time.Time {
	return date.Start().Add(firstNotice + time.Duration(notice-1)*noticeEvery)
}

// At is the board that the bank shows at a moment, that of [NoticeAt]. It returns [ErrNoRate] before the first board.
func (m *Market) At(now time.Time) (Board, error) {
	return m.Of(NoticeAt(now))
}

// On is the last board of a day, or of the business day before it. For today use [Market.At]. It returns [ErrNoRate] before
// the first board.
func (m *Market) On(date calendar.Date) (Board, error) {
	return m.Of(date, noticesPerDay)
}

// Of is the board of a notice of a day, or of the business day before it; numbers that no notice has are those of the first
// or the last. It returns [ErrNoRate] before the first board.
func (m *Market) Of(date calendar.Date, notice int) (Board, error) {
	return m.remembered(calendar.PreviousBusiness(date), min(max(notice, 1), noticesPerDay))
}

// remembered is a board, computed once while it is asked for. Its rows are the caller's.
func (m *Market) remembered(date calendar.Date, number int) (Board, error) {
	key := notice{date, number}
	m.mu.Lock()
	b, known := m.boards[key]
	m.mu.Unlock()
	if !known {
		var err error
		if b, err = m.board(date, number); err != nil {
			return Board{}, err
		}
		m.mu.Lock()
		if m.boards == nil || len(m.boards) >= boardsKept {
			m.boards = make(map[notice]Board)
		}
		m.boards[key] = b
		m.mu.Unlock()
	}
	b.Rows = slices.Clone(b.Rows)
	return b, nil
}

// board is a notice of a business day: over the reference rates of the day before, which are published in the
// afternoon of Frankfurt.
func (m *Market) board(date calendar.Date, notice int) (Board, error) {
	day, err := m.before(date)
	if err != nil {
		return Board{}, err
	}
	b := Board{
		Date: date, Notice: notice, Demonstration: day.Demonstration,
		At: NoticeTime(date, notice),
	}
	dollar, _ := m.base(day, money.USD, date, notice)
	for _, c := range listed {
		base, err := m.base(day, c, date, notice)
		if err != nil {
			continue // not in the source
		}
		r, err := NewRow(c, base, dollar)
		if err != nil {
			return Board{}, fmt.Errorf("board of %s: %w", date, err)
		}
		b.Rows = append(b.Rows, r)
	}
	if len(b.Rows) == 0 {
		return Board{}, ErrNoRate
	}
	return b, nil
}

// listed are the currencies of the board, in its order, as far as the source has them.
var listed = []money.Currency{
	"USD", "JPY", "EUR", "CNY", "GBP", "CHF", "CAD", "AUD", "NZD", "HKD", "SGD", "SEK", "DKK", "NOK", "THB", "IDR", "PHP", "VND",
}

// base is the base of a currency in a notice: the day's first moved a little with each.
func (m *Market) base(day Day, c money.Currency, date calendar.Date, notice int) (Rate, error) {
	base, err := day.Base(c)
	if err != nil {
		return 0, err
	}
	return base.times(int64(one)+m.moved(c, date, notice), int64(one), 2, HalfUp)
}

// before is the last day before a date.
func (m *Market) before(date calendar.Date) (Day, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if date.IsZero() || date.Year > lastYear {
		return Day{}, ErrNoRate
	}
	m.extend(date)
	at, _ := slices.BinarySearchFunc(m.days, date, func(d Day, date calendar.Date) int { return cmp.Compare(d.Date.Key(), date.Key()) })
	if at == 0 {
		return Day{}, ErrNoRate
	}
	return m.days[at-1], nil
}

// Point is the last base of a business day.
type Point struct {
	Date          calendar.Date
	Base          Rate
	Demonstration bool
}

// History is the last base of a currency on each business day from a day to another, oldest first: for charts. Days without a
// rate are left out.
func (m *Market) History(c money.Currency, from, to calendar.Date) []Point {
	var all []Point
	for date := calendar.NextBusiness(from); !date.IsZero() && !date.After(to); date = calendar.NextBusiness(date.AddDays(1)) {
		day, err := m.before(date)
		if err != nil {
			continue
		}
		if base, err := m.base(day, c, date, noticesPerDay); err == nil {
			all = append(all, Point{date, base, day.Demonstration})
		}
	}
	return all
}
