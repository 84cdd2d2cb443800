package transfer

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/export"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Results looks up what became of transfers. It takes no argument.
var Results = Screens.Add(screen.Def{
	ID:     resultsID,
	Title:  func(c *text.Catalog) string { return c.Menu.Results },
	Places: []screen.Place{{Number: 22, Group: screen.TransferGroup}},
	New:    func(env *screen.Env, _ any) screen.Screen { return newResults(env, env.Bank) },
})

// archive is what the screen asks the bank.
type archive interface {
	Accounts(ctx context.Context, c bank.Caller) ([]bank.Account, error)
	Institutions(ctx context.Context) ([]bank.Institution, error)
	CancelTransfer(ctx context.Context, c bank.Caller, key string) error
	Transfers(ctx context.Context, c bank.Caller, q bank.TransferQuery) ([]bank.TransferResult, error)
}

// found is the answer to a query.
type found struct {
	query    bank.TransferQuery
	accounts []bank.Account
	banks    []bank.Institution
	results  []bank.TransferResult
}

// statuses are what the list can be narrowed to, in the order t goes through.
var statuses = []bank.TransferStatus{"", bank.Completed, bank.Rejected, bank.Checking, bank.Scheduled, bank.Cancelled}

// results is the state of the screen.
type results struct {
	env      *screen.Env
	bank     archive
	period   component.Period
	before   component.Period // to go back to from the dates
	query    bank.TransferQuery
	found    found
	waiting  bool
	problem  message // nil unless the query was refused
	table    *component.Table
	dates    *component.Dates // nil unless the customer is typing days
	detail   bool             // the page of one transfer is open
	revealed bool

	pager component.Pager // of the detail
}

func newResults(env *screen.Env, b archive) *results {
	return &results{env: env, bank: b, table: newTable(), revealed: env.Unmasked}
}

// Init asks for the transfers of today.
func (s *results) Init() tea.Cmd { return s.search() }

// search asks the bank for the period, the account and the status that are chosen.
// The days of a period are those up to today.
func (s *results) search() tea.Cmd {
	if s.period != component.Custom {
		s.query.From, s.query.To = s.period.Days(s.env.Today())
	}
	q, caller, b := s.query, s.env.Caller(), s.bank
	s.waiting, s.problem = true, nil
	return screen.Do(func(ctx context.Context) (found, error) {
		f := found{query: q}
		var err error
		if f.accounts, err = b.Accounts(ctx, caller); err != nil {
			return f, err
		}
		if f.banks, err = b.Institutions(ctx); err != nil {
			return f, err
		}
		f.results, err = b.Transfers(ctx, caller, q)
		return f, err
	})
}

// Update takes answers and keys.
func (s *results) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[found]:
		return s.answered(msg)
	case screen.Result[stopped]:
		return s.wasStopped(msg)
	case screen.Decided:
		if d, ok := msg.Decision.(stopping); ok {
			return stop(s.env, s.bank, d)
		}
	case screen.Booked:
		if s.dates == nil {
			return s.search()
		}
	case screen.Shown:
		s.table.Redraw(s.rows())
	case tea.PasteMsg:
		if s.dates != nil {
			s.dates.Update(msg)
		}
	case tea.KeyPressMsg:
		switch {
		case s.dates != nil:
			return s.typeDates(msg)
		case s.detail:
			return s.pressDetail(msg)
		}
		return s.press(msg)
	}
	return nil
}

// answered shows what was found, unless something else was asked for meanwhile.
func (s *results) answered(msg screen.Result[found]) tea.Cmd {
	if msg.Value.query != s.query {
		return nil
	}
	s.waiting = false
	before := s.chosen()
	s.found = msg.Value
	switch {
	case msg.Err == nil:
	case bank.RefusalCode(msg.Err) == "":
		s.problem = func(c *text.Catalog) text.Message { return c.Transfer.NotSearched }
	default:
		s.refused(msg.Err)
	}
	s.table.SetRows(s.rows())
	s.table.Total = len(s.found.results)
	if !choose(s.table, s.found.results, before) {
		s.detail = false
	}
	return nil
}

// refused says what the bank has against the query: beside the days if they were
// typed and it is about them.
func (s *results) refused(err error) {
	if s.period == component.Custom {
		if form := s.newDates(); form.Refuse(bank.RefusalCode(err), explained(err)) {
			s.dates = form
			return
		}
	}
	s.problem = explained(err)
}

// press changes what is asked for, or opens a row.
func (s *results) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case s.table.Update(msg):
	case keymap.Back.Pressed(msg):
		return screen.Close()
	case keymap.Right.Pressed(msg):
		return s.turn(1)
	case keymap.Left.Pressed(msg):
		return s.turn(-1)
	case keymap.Account.Pressed(msg):
		s.query.Account = s.nextAccount()
		return s.search()
	case keymap.Flow.Pressed(msg):
		i := slices.Index(statuses, s.query.Status)
		s.query.Status = statuses[(i+1)%len(statuses)]
		return s.search()
	case keymap.Refresh.Pressed(msg):
		return s.search()
	case keymap.Reveal.Pressed(msg):
		s.revealed = !s.revealed
		s.table.Redraw(s.rows())
	case keymap.Export.Pressed(msg):
		if s.problem == nil && len(s.found.results) > 0 {
			return screen.Open(exportID, export.Transfers{Query: s.found.query})
		}
	default:
		return s.pressRow(msg)
	}
	return nil
}

// pressRow does something with the chosen transfer, if there is one.
func (s *results) pressRow(msg tea.KeyPressMsg) tea.Cmd {
	r := s.chosen()
	switch {
	case r == nil:
	case keymap.Enter.Pressed(msg):
		s.detail = true
		s.pager.Top()
	case keymap.Again.Pressed(msg):
		return screen.Open(Realtime.ID, r.Order)
	case keymap.Receipt.Pressed(msg) && r.Status == bank.Completed:
		return screen.Open(receiptID, export.Asked{Reference: r.Reference, Account: r.Order.From})
	case keymap.CancelOrder.Pressed(msg) && !r.CancelUntil.IsZero():
		return screen.Ask(stopQuestion(*r, s.found.banks))
	case keymap.Copy.Pressed(msg) && r.Reference != "":
		return screen.Copy(r.Reference)
	}
	return nil
}

// turn goes to the next or the previous period, round the ends. Dates are typed first.
func (s *results) turn(by component.Period) tea.Cmd {
	if s.period != component.Custom {
		s.before = s.period
	}
	const periods = component.Custom + 1
	s.period = (s.period + by + periods) % periods
	if s.period == component.Custom {
		s.dates = s.newDates()
		return nil
	}
	return s.search()
}

// nextAccount is the account after the one the list is narrowed to; "" is all.
// Money is sent from demand deposits; a closed one may have been one that sent.
func (s *results) nextAccount() bank.AccountNumber {
	numbers := []bank.AccountNumber{""}
	for _, a := range s.found.accounts {
		if a.Product.Kind == bank.Demand {
			numbers = append(numbers, a.Number)
		}
	}
	return numbers[(slices.Index(numbers, s.query.Account)+1)%len(numbers)]
}

// chosen is the transfer of the chosen row; nil if there is none.
func (s *results) chosen() *bank.TransferResult {
	i := s.table.Selected()
	if s.problem != nil || i < 0 || i >= len(s.found.results) {
		return nil
	}
	return &s.found.results[i]
}
