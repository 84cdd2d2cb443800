package fx

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/fx"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Money is the argument of Currency: which one, on which day's board; the zero day
// is today.
type Money struct {
	Currency money.Currency
	Day      calendar.Date
}

// Currency is a currency's page: its history, and what amounts of it cost. Its argument is [Money].
var Currency = Screens.Add(screen.Def{
	ID:     currencyID,
	Title:  func(c *text.Catalog) string { return c.FX.Rates.Page },
	Public: true,
	New: func(env *screen.Env, args any) screen.Screen {
		of, _ := args.(Money)
		if of.Currency == "" {
			of.Currency = money.USD
		}
		return newCurrency(env, env.Bank, of)
	},
})

// span is how far back a history goes.
type span int

// The spans, and how many there are.
const (
	oneWeek span = iota
	oneQuarter
	oneYear
	fiveYears
	spans
)

// first is the first day of a span that ends on a day.
func (p span) first(last calendar.Date) calendar.Date {
	switch p {
	case oneWeek:
		return last.AddDays(-7)
	case oneQuarter:
		return last.AddMonths(-3)
	case oneYear:
		return last.AddMonths(-12)
	default:
		return last.AddMonths(-60)
	}
}

// name is what a span is called.
func (p span) name(c *text.Catalog) string {
	return [...]string{c.Component.Week, c.Component.Quarter, c.FX.Rates.Year, c.FX.Rates.Years}[p]
}

// past is the history of a currency over a span.
type past struct {
	span   span
	points []fx.Point
}

// priced is the board of the day, and the one before.
type priced struct{ now, before fx.Board }

// currency is the state of the screen.
type currency struct {
	env    *screen.Env
	bank   exchange
	of     Money
	span   span
	boards priced
	past   past
	loaded bool

	converter  *converter
	converting bool
	values     bool // as a table, for those who cannot see the chart
	table      *component.Table
	problem    message
}

func newCurrency(env *screen.Env, b exchange, of Money) *currency {
	s := &currency{env: env, bank: b, of: of, span: oneQuarter, converter: newConverter(of.Currency)}
	s.table = component.NewTable(
		component.Column{Title: func(c *text.Catalog) string { return c.FX.Rates.Day }},
		component.Column{Title: func(c *text.Catalog) string { return c.FX.Rates.Base }, Right: true},
		component.Column{Title: func(c *text.Catalog) string { return c.FX.Rates.Change }, Right: true},
		component.Column{Title: component.Same(""), Weight: 1},
	)
	return s
}

// Init asks for the board and the history.
func (s *currency) Init() tea.Cmd { return tea.Batch(s.price(), s.look()) }

// day is the last one of the chart.
func (s *currency) day() calendar.Date {
	if s.of.Day.IsZero() {
		return s.env.Today()
	}
	return s.of.Day
}

// price asks for the board.
func (s *currency) price() tea.Cmd {
	b, day := s.bank, s.day()
	return screen.Do(func(ctx context.Context) (priced, error) {
		now, err := b.Board(ctx, day, 0)
		if err != nil {
			return priced{}, err
		}
		before, err := boardBefore(ctx, b, now.Date)
		return priced{now, before}, err
	})
}

// look asks for the history of the chosen span.
func (s *currency) look() tea.Cmd {
	b, of, span, last := s.bank, s.of.Currency, s.span, s.day()
	return screen.Do(func(ctx context.Context) (past, error) {
		points, err := b.RateHistory(ctx, of, span.first(last), last)
		return past{span, points}, err
	})
}

// Update takes answers and keys.
func (s *currency) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[priced]:
		if s.failed(msg.Err) {
			return nil
		}
		s.boards, s.loaded = msg.Value, true
		s.converter.use(s.boards.now)
	case screen.Result[past]:
		if s.failed(msg.Err) || msg.Value.span != s.span {
			return nil
		}
		s.past = msg.Value
		s.table.SetRows(s.cells())
		s.table.Total = len(s.past.points)
	case screen.Shown:
		s.table.Redraw(s.cells())
	case tea.PasteMsg:
		if s.converting {
			s.converter.Update(msg)
		}
	case tea.KeyPressMsg:
		return s.press(msg)
	}
	return nil
}

// failed keeps why the bank gave no answer.
func (s *currency) failed(err error) bool {
	if err == nil {
		s.problem = nil
		return false
	}
	s.problem = func(c *text.Catalog) text.Message { return c.FX.Rates.NotLoaded }
	if bank.RefusalCode(err) != "" {
		s.problem = explained(err)
	}
	return true
}

// row is the currency's prices.
func (s *currency) row() fx.Row {
	r, _ := s.boards.now.Row(s.of.Currency)
	return r
}

// press hands a key to the converter, or changes what is shown.
func (s *currency) press(msg tea.KeyPressMsg) tea.Cmd {
	if s.converting {
		if event := s.converter.Update(msg); !event.Handled && keymap.Back.Pressed(msg) || event.Kind == component.Submitted {
			s.converting = false
		}
		return nil
	}
	switch {
	case keymap.Back.Pressed(msg):
		if s.values {
			s.values = false
			return nil
		}
		return screen.Close()
	case keymap.Left.Pressed(msg):
		return s.turn(-1)
	case keymap.Right.Pressed(msg):
		return s.turn(1)
	case keymap.Values.Pressed(msg):
		s.values = !s.values
	case keymap.Refresh.Pressed(msg):
		return s.Init()
	case keymap.Copy.Pressed(msg):
		return s.copy()
	case keymap.Enter.Pressed(msg):
		if s.loaded && !s.values {
			s.converting = true
		}
	case s.values:
		s.table.Update(msg)
	}
	return nil
}

// copy puts on the clipboard the rate of the chosen day, or the one that stands over the chart.
func (s *currency) copy() tea.Cmd {
	points := s.past.points
	switch at := s.table.Selected(); {
	case s.problem != nil, !s.loaded:
		return nil
	case !s.values:
		return screen.Copy(s.row().Base.Grouped())
	case at < 0 || at >= len(points):
		return nil
	default:
		return screen.Copy(points[len(points)-1-at].Base.Grouped()) // the newest is first
	}
}

// turn goes to a longer or a shorter span; it stops at the ends.
func (s *currency) turn(by span) tea.Cmd {
	to := min(max(s.span+by, 0), spans-1)
	if to == s.span {
		return nil
	}
	s.span = to
	return s.look()
}
