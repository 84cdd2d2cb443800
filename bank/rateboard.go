package bank

import (
	"errors"
	"maps"
	"slices"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/fx"
	"smartbank/bank/money"
)

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
