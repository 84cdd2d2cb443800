package fx

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// SwiftSearch looks up what became of SWIFT remittances. Its argument is the reference of one to show, or nil.
var SwiftSearch = Screens.Add(screen.Def{
	ID:     swiftSearchID,
	Title:  func(c *text.Catalog) string { return c.Menu.SwiftSearch },
	Places: []screen.Place{{Number: 33, Group: screen.FXGroup}},
	New:    func(env *screen.Env, args any) screen.Screen { return newFound(env, env.Bank, bank.SWIFT, args) },
})

// EurogiroSearch looks up what became of Eurogiro remittances. Its argument is the reference of one to show, or nil.
var EurogiroSearch = Screens.Add(screen.Def{
	ID:     eurogiroSearchID,
	Title:  func(c *text.Catalog) string { return c.Menu.EurogiroSearch },
	Places: []screen.Place{{Number: 34, Group: screen.FXGroup}},
	New:    func(env *screen.Env, args any) screen.Screen { return newFound(env, env.Bank, bank.Eurogiro, args) },
})

// foundPage is the answer to a query.
type foundPage struct {
	number   int
	more     bool // it goes on where the rows end
	accounts []bank.Account
	page     bank.RemittancePage
}

// findCells is how much can be typed to find a remittance.
const findCells = 40

// found is the state of the search.
type found struct {
	env  *screen.Env
	bank *bank.Bank
	kind bank.RemittanceKind
	want string // the reference to show at once

	period component.Period
	before component.Period // to go back to from the days
	query  bank.RemittanceQuery
	asked  int
	busy   bool
	loaded bool

	accounts []bank.Account
	rows     []bank.Remittance
	next     string // where the next page begins

	countries  []string         // that were found so far, "" first, which is all
	currencies []money.Currency // the same

	table   *component.Table
	dates   *component.Dates // nil unless the customer is typing days
	find    *component.Text
	finding bool
	detail  *dossier // of one remittance; nil in the list
	problem message
}

func newFound(env *screen.Env, b *bank.Bank, kind bank.RemittanceKind, args any) *found {
	s := &found{env: env, bank: b, kind: kind, period: component.Month, table: newFoundTable(), find: component.NewText(findCells)}
	s.want, _ = args.(string)
	s.countries, s.currencies = []string{""}, []money.Currency{""}
	return s
}

// Init asks for the remittances of the last month, and for the one that is to be shown.
func (s *found) Init() tea.Cmd {
	if s.want == "" {
		return s.search()
	}
	return tea.Batch(s.search(), s.open(s.want))
}

// search asks for the first page of what is wanted.
func (s *found) search() tea.Cmd {
	if s.period != component.Custom {
		s.query.From, s.query.To = s.period.Days(s.env.Today())
	}
	s.query.Kind, s.query.After, s.query.Text = s.kind, "", s.find.Value()
	return s.request(false)
}

// more asks for the page after the rows there are.
func (s *found) more() tea.Cmd {
	if s.busy || s.next == "" {
		return nil
	}
	s.query.After = s.next
	return s.request(true)
}

func (s *found) request(more bool) tea.Cmd {
	s.asked++
	s.busy = true
	number, q, caller, b := s.asked, s.query, s.env.Caller(), s.bank
	return screen.Do(func(ctx context.Context) (f foundPage, err error) {
		f.number, f.more = number, more
		if f.accounts, err = b.Accounts(ctx, caller); err != nil {
			return f, err
		}
		f.page, err = b.Remittances(ctx, caller, q)
		return f, err
	})
}

// answered shows a page, unless something else was asked for meanwhile.
func (s *found) answered(msg screen.Result[foundPage]) tea.Cmd {
	if msg.Value.number != s.asked {
		return nil
	}
	s.busy = false
	if msg.Err != nil {
		s.failed(msg.Err)
		return nil
	}
	s.problem, s.loaded, s.accounts, s.next = nil, true, msg.Value.accounts, msg.Value.page.Next
	if msg.Value.more {
		s.rows = append(s.rows, msg.Value.page.Rows...)
		s.table.Redraw(s.cells())
	} else {
		s.rows = msg.Value.page.Rows
		s.table.SetRows(s.cells())
	}
	s.table.More = s.next != ""
	s.note()
	return nil
}

// failed says why there is no answer: beside the days if they were typed and it is about them.
func (s *found) failed(err error) {
	if s.period == component.Custom {
		form := component.NewDates(s.query.From, s.query.To, s.env.Today())
		if form.Refuse(bank.RefusalCode(err), explained(err)) {
			s.dates = form
			return
		}
	}
	s.problem = func(c *text.Catalog) text.Message { return c.FX.Found.NotSearched }
	if bank.RefusalCode(err) != "" {
		s.problem = explained(err)
	}
}

// Update takes answers and keys.
func (s *found) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[foundPage]:
		return s.answered(msg)
	case screen.Result[bank.RemittanceDetail]:
		return s.opened(msg)
	case screen.Booked:
		return s.search()
	case screen.Shown:
		s.table.Redraw(s.cells())
	case tea.PasteMsg:
		switch {
		case s.dates != nil:
			s.dates.Update(msg)
		case s.finding:
			s.find.Update(msg)
		case s.detail != nil:
			return s.detail.paste(msg)
		}
	case tea.KeyPressMsg:
		switch {
		case s.detail != nil:
			return s.pressDetail(msg)
		case s.dates != nil:
			return s.typeDates(msg)
		case s.finding:
			return s.typeFind(msg)
		}
		return s.press(msg)
	default:
		if s.detail != nil {
			return s.detail.Update(msg)
		}
	}
	return nil
}

// press changes what is asked for, or opens a row.
func (s *found) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg):
		if s.find.Value() != "" {
			s.find.Clear()
			return s.search()
		}
		return screen.Close()
	case keymap.Right.Pressed(msg):
		return s.turn(1)
	case keymap.Left.Pressed(msg):
		return s.turn(-1)
	case keymap.Flow.Pressed(msg):
		s.query.Status = after(statusesOf(s.kind), s.query.Status)
		return s.search()
	case keymap.Country.Pressed(msg):
		s.query.Country = after(s.countries, s.query.Country)
		return s.search()
	case keymap.Money.Pressed(msg):
		s.query.Currency = after(s.currencies, s.query.Currency)
		return s.search()
	case keymap.Find.Pressed(msg):
		s.finding = true
	case keymap.Refresh.Pressed(msg):
		return s.search()
	case keymap.Copy.Pressed(msg):
		if r := s.chosen(); r != nil {
			return screen.Copy(r.Reference)
		}
	case keymap.Again.Pressed(msg):
		if r := s.chosen(); r != nil {
			return screen.Replace(ownID(s.kind), repeatable(r.Order))
		}
	case keymap.Enter.Pressed(msg):
		if r := s.chosen(); r != nil {
			return s.open(r.Reference)
		}
	default:
		if s.table.Update(msg) && s.table.AtEnd() {
			return s.more()
		}
	}
	return nil
}

// chosen is the remittance of the chosen row; nil if there is none.
func (s *found) chosen() *bank.Remittance {
	i := s.table.Selected()
	if s.problem != nil || i < 0 || i >= len(s.rows) {
		return nil
	}
	return &s.rows[i]
}

// turn goes to the next or the previous period, round the ends. Days are typed first.
func (s *found) turn(by component.Period) tea.Cmd {
	if s.period != component.Custom {
		s.before = s.period
	}
	const periods = component.Custom + 1
	s.period = (s.period + by + periods) % periods
	if s.period == component.Custom {
		s.dates = component.NewDates(s.query.From, s.query.To, s.env.Today())
		return nil
	}
	return s.search()
}

// typeDates gives a key to the days, and searches once they are complete.
func (s *found) typeDates(msg tea.KeyPressMsg) tea.Cmd {
	event := s.dates.Update(msg)
	switch {
	case !event.Handled && keymap.Back.Pressed(msg):
		s.period, s.dates = s.before, nil
		return s.search()
	case event.Kind != component.Submitted:
		return nil
	}
	first, last, ok := s.dates.Days()
	if !ok {
		return nil
	}
	s.query.From, s.query.To, s.dates = first, last, nil
	return s.search()
}

// typeFind is a key while the text to find is typed.
func (s *found) typeFind(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg):
		s.find.Clear()
		s.finding = false
		return s.search()
	case keymap.Enter.Pressed(msg):
		s.finding = false
		return s.search()
	}
	s.find.Update(msg)
	return nil
}

// after is the value that follows one in a list, round the end.
func after[T comparable](list []T, now T) T {
	return list[(slices.Index(list, now)+1)%len(list)]
}

// statusesOf are what the list can be narrowed to; "" is all.
func statusesOf(kind bank.RemittanceKind) []bank.RemittanceStatus {
	if kind == bank.Eurogiro {
		return []bank.RemittanceStatus{
			"", bank.RemittanceAccepted, bank.RemittanceSent, bank.RemittanceReady, bank.RemittancePaid, bank.RemittanceCredited,
			bank.RemittanceReturned, bank.RemittanceExpired, bank.RemittanceCancelled,
		}
	}
	return []bank.RemittanceStatus{
		"", bank.RemittanceReceived, bank.RemittanceUnderReview, bank.RemittanceSent, bank.RemittanceCredited, bank.RemittanceReturned,
		bank.AmendmentRequested, bank.CancellationRequested, bank.RemittanceCancelled,
	}
}

// note remembers what countries and currencies there are, to narrow the list to.
func (s *found) note() {
	for _, r := range s.rows {
		if !slices.Contains(s.countries, r.Country) {
			s.countries = append(s.countries, r.Country)
		}
		if !slices.Contains(s.currencies, r.Order.Currency) {
			s.currencies = append(s.currencies, r.Order.Currency)
		}
	}
}
