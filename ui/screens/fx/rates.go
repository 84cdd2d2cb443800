package fx

import (
	"context"
	"errors"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/fx"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Rates is Exchange rate inquiry: the board of a notice of a day. It takes no
// argument.
var Rates = Screens.Add(screen.Def{
	ID:     ratesID,
	Title:  func(c *text.Catalog) string { return c.Menu.Rates },
	Places: []screen.Place{{Number: 1, Group: screen.QuickLinks}, {Number: 31, Group: screen.FXGroup}},
	Public: true,
	New:    func(env *screen.Env, _ any) screen.Screen { return newRates(env, env.Bank) },
})

// exchange is what the screens of rates ask the bank.
type exchange interface {
	Board(ctx context.Context, day calendar.Date, notice int) (fx.Board, error)
	Notices(ctx context.Context, day calendar.Date) ([]bank.Notice, error)
	RateHistory(ctx context.Context, c money.Currency, from, to calendar.Date) ([]fx.Point, error)
	FavouriteCurrencies(ctx context.Context, c bank.Caller) ([]money.Currency, error)
	SetFavouriteCurrencies(ctx context.Context, c bank.Caller, all []money.Currency) error
}

// boards is a board, the one it is compared with, and who wants what first.
type boards struct {
	number     int
	now        fx.Board
	before     fx.Board // the last of the business day before; none of the first day
	notices    []bank.Notice
	favourites []money.Currency
}

// rates is the state of the screen.
type rates struct {
	env  *screen.Env
	bank exchange

	day    calendar.Date // that is asked for; zero is today
	notice int           // 0 is the last one
	asked  int           // number of the latest question
	shown  boards
	loaded bool
	rows   []fx.Row // of the board, favourites first

	table   *component.Table
	form    *picker // nil unless day and notice are being typed
	problem message
}

func newRates(env *screen.Env, b exchange) *rates {
	return &rates{env: env, bank: b, table: newBoardTable()}
}

// Init asks for the board of now.
func (s *rates) Init() tea.Cmd { return s.ask() }

// wanted is the day whose board is asked for.
func (s *rates) wanted() calendar.Date {
	if s.day.IsZero() {
		return s.env.Today()
	}
	return s.day
}

// ask asks for the board of a day and a notice.
func (s *rates) ask() tea.Cmd {
	s.asked++
	number, b, caller, day, notice := s.asked, s.bank, s.env.Caller(), s.wanted(), s.notice
	signedIn := s.env.Session != nil
	return screen.Do(func(ctx context.Context) (boards, error) {
		all := boards{number: number}
		var err error
		if all.now, err = b.Board(ctx, day, notice); err != nil {
			return all, err
		}
		if all.before, err = boardBefore(ctx, b, all.now.Date); err != nil {
			return all, err
		}
		if all.notices, err = b.Notices(ctx, all.now.Date); err != nil {
			return all, err
		}
		if signedIn {
			all.favourites, err = b.FavouriteCurrencies(ctx, caller)
		}
		return all, err
	})
}

// boardBefore is the last board of the business day before a day: the empty one
// if there is none.
func boardBefore(ctx context.Context, b exchange, day calendar.Date) (fx.Board, error) {
	board, err := b.Board(ctx, calendar.PreviousBusiness(day.AddDays(-1)), 0)
	if bank.RefusalCode(err) == bank.CodeNoRate {
		return fx.Board{}, nil
	}
	return board, err
}

// answered shows a board, unless another one was asked for meanwhile.
func (s *rates) answered(r screen.Result[boards]) tea.Cmd {
	switch {
	case r.Value.number != s.asked:
		return nil
	case errors.Is(r.Err, context.Canceled) && s.loaded:
		s.day, s.notice = s.shown.now.Date, s.shown.now.Notice
		return nil
	case r.Err != nil && s.form != nil && s.form.refuse(r.Err):
		return nil
	case r.Err != nil:
		s.problem = func(c *text.Catalog) text.Message { return c.FX.Rates.NotLoaded }
		if bank.RefusalCode(r.Err) != "" {
			s.problem = explained(r.Err)
		}
		return nil
	}
	s.problem, s.form = nil, nil
	s.shown, s.loaded = r.Value, true
	s.order()
	return nil
}

// order puts favourites first and draws the rows; the chosen currency stays chosen.
func (s *rates) order() {
	chosen, ok := s.chosen()
	s.rows = favouritesFirst(s.shown.now.Rows, s.shown.favourites)
	s.table.Redraw(s.cells())
	s.table.Total = len(s.rows)
	if !ok {
		return
	}
	s.table.Select(slices.IndexFunc(s.rows, func(r fx.Row) bool { return r.Currency == chosen.Currency }))
}

// favouritesFirst are rows in the order of the board, those of the favourites in their own order
// before them.
func favouritesFirst(rows []fx.Row, favourites []money.Currency) []fx.Row {
	sorted := slices.Clone(rows)
	rank := func(r fx.Row) int {
		if i := slices.Index(favourites, r.Currency); i >= 0 {
			return i
		}
		return len(favourites)
	}
	slices.SortStableFunc(sorted, func(a, b fx.Row) int { return rank(a) - rank(b) })
	return sorted
}

// chosen is the row that is chosen.
func (s *rates) chosen() (fx.Row, bool) {
	i := s.table.Selected()
	if i < 0 || i >= len(s.rows) {
		return fx.Row{}, false
	}
	return s.rows[i], true
}

// kept is the answer to a change of the favourites.
type kept []money.Currency

// favour wants a currency first, or not any more.
func (s *rates) favour() tea.Cmd {
	row, ok := s.chosen()
	switch {
	case !ok:
		return nil
	case s.env.Session == nil:
		return screen.Say(func(c *text.Catalog) string { return c.FX.Rates.LogInFirst })
	}
	list := slices.Clone(s.shown.favourites)
	if i := slices.Index(list, row.Currency); i >= 0 {
		list = slices.Delete(list, i, i+1)
	} else {
		list = append(list, row.Currency)
	}
	b, caller := s.bank, s.env.Caller()
	return screen.Do(func(ctx context.Context) (kept, error) {
		return list, b.SetFavouriteCurrencies(ctx, caller, list)
	})
}

// favoured draws the board in the new order.
func (s *rates) favoured(r screen.Result[kept]) tea.Cmd {
	if r.Err != nil {
		return screen.Say(func(c *text.Catalog) string { return c.Explain(r.Err).Problem })
	}
	more := len(r.Value) > len(s.shown.favourites)
	s.shown.favourites = r.Value
	s.order()
	return screen.Say(func(c *text.Catalog) string {
		if more {
			return c.FX.Rates.Wanted
		}
		return c.FX.Rates.Unwanted
	})
}

// turn asks for the board of the next business day in a direction; there is none after
// today.
func (s *rates) turn(by int) tea.Cmd {
	from := s.wanted()
	if s.loaded {
		from = s.shown.now.Date
	}
	day := calendar.PreviousBusiness(from.AddDays(-1))
	if by > 0 {
		day = calendar.NextBusiness(from.AddDays(1))
	}
	if day.After(s.env.Today()) {
		return nil
	}
	s.day, s.notice = day, 0
	return s.ask()
}

// noticeName is a notice as it is written: "#37".
func noticeName(n int) string { return "#" + strconv.Itoa(n) }
