package fx

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/money"
	"smartbank/ui/component"
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
	year     bank.YearlyLimit
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
	year     bank.YearlyLimit
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

// Unsaved is a request that is being written.
func (s *found) Unsaved() *screen.Unsaved {
	if s.detail == nil || s.detail.request == nil {
		return nil
	}
	return s.detail.request.unsaved()
}

// Update takes answers and keys.
func (s *found) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[foundPage]:
		return s.answered(msg)
	case screen.Result[bank.RemittanceDetail]:
		return s.opened(msg)
	case screen.Booked:
		return s.follow()
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
