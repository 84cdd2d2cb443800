package search

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/money"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Accounts is Account inquiry: every account of the customer, in groups.
var Accounts = Screens.Add(screen.Def{
	ID:     "search.accounts",
	Title:  func(c *text.Catalog) string { return c.Menu.Accounts },
	Places: []screen.Place{{Number: 11, Group: screen.SearchGroup}},
	New: func(env *screen.Env, _ any) screen.Screen {
		return &accounts{env: env, bank: env.Bank, lang: env.Text.Lang, revealed: env.Unmasked}
	},
})

// lister is what this screen needs of the bank.
type lister interface {
	Accounts(ctx context.Context, c bank.Caller) ([]bank.Account, error)
}

type accounts struct {
	env  *screen.Env
	bank lister
	lang text.Lang

	asked    int  // number of the latest question; answers to older ones are dropped
	busy     bool // it is not answered
	loaded   bool
	rows     []bank.Account // in the order of the screen
	chosen   int
	revealed bool
	problem  message
}

// listed is the answer to a question, with its number.
type listed struct {
	number   int
	accounts []bank.Account
}

// Init asks for the accounts.
func (s *accounts) Init() tea.Cmd { return s.load() }

func (s *accounts) load() tea.Cmd {
	s.asked++
	s.busy = true
	number, from, caller := s.asked, s.bank, s.env.Caller()
	return screen.Do(func(ctx context.Context) (listed, error) {
		rows, err := from.Accounts(ctx, caller)
		return listed{number, rows}, err
	})
}

// Update moves in the list, and takes the bank's answer.
func (s *accounts) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[listed]:
		s.take(msg)
	case screen.Shown:
		if s.lang == s.env.Text.Lang { // back from another screen, and not F2: balances may have changed
			return s.load()
		}
		s.lang = s.env.Text.Lang
	case screen.Booked:
		return s.load()
	case tea.KeyPressMsg:
		return s.press(msg)
	}
	return nil
}

// take puts an answer on the screen; the chosen account stays chosen.
func (s *accounts) take(r screen.Result[listed]) {
	if r.Value.number != s.asked {
		return
	}
	s.busy = false
	if r.Err != nil {
		s.problem = why(r.Err)
		return
	}
	before := s.current().Number
	s.rows, s.loaded, s.problem = grouped(r.Value.accounts), true, nil
	s.chosen = 0
	for i, a := range s.rows {
		if a.Number == before {
			s.chosen = i
		}
	}
}

// current is the chosen account, the zero one if there is none.
func (s *accounts) current() bank.Account {
	if s.chosen >= len(s.rows) {
		return bank.Account{}
	}
	return s.rows[s.chosen]
}

func (s *accounts) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg):
		return screen.Close()
	case keymap.Refresh.Pressed(msg):
		return s.load()
	case len(s.rows) == 0:
		return nil
	case keymap.Up.Pressed(msg):
		s.chosen = max(s.chosen-1, 0)
	case keymap.Down.Pressed(msg):
		s.chosen = min(s.chosen+1, len(s.rows)-1)
	case keymap.Home.Pressed(msg), keymap.PageUp.Pressed(msg):
		s.chosen = 0
	case keymap.End.Pressed(msg), keymap.PageDown.Pressed(msg):
		s.chosen = len(s.rows) - 1
	case keymap.Reveal.Pressed(msg):
		s.revealed = !s.revealed
	case keymap.Copy.Pressed(msg):
		return screen.Copy(s.current().Number.String())
	case keymap.Enter.Pressed(msg), keymap.History.Pressed(msg):
		return screen.Open(historyID, s.current().Number)
	case keymap.Send.Pressed(msg):
		return s.send()
	}
	return nil
}

// send opens a transfer from the chosen account, or says why there is none.
func (s *accounts) send() tea.Cmd {
	a := s.current()
	if a.Sends {
		return screen.Open(realtimeID, a.Number)
	}
	return screen.Say(func(c *text.Catalog) string {
		switch {
		case a.Status == bank.AccountClosed:
			return c.Search.SendsClosed
		case a.Status == bank.AccountFrozen:
			return c.Search.SendsFrozen
		case a.Balance.Currency() != money.KRW:
			return c.Search.SendsForeign
		default:
			return c.Search.SendsDeposit
		}
	})
}

// group is a heading of the list.
type group int

const (
	demandGroup group = iota
	depositGroup
	foreignGroup
	groups
)

func groupOf(a bank.Account) group {
	switch a.Product.Kind {
	case bank.Savings, bank.TimeDeposit:
		return depositGroup
	case bank.Foreign:
		return foreignGroup
	default:
		return demandGroup
	}
}

func (g group) title(c *text.Catalog) string {
	return [groups]string{c.Search.DemandGroup, c.Search.DepositGroup, c.Search.ForeignGroup}[g]
}

// grouped is the accounts by group, in each in the customer's order.
func grouped(list []bank.Account) []bank.Account {
	rows := make([]bank.Account, 0, len(list))
	for g := range groups {
		for _, a := range list {
			if groupOf(a) == g {
				rows = append(rows, a)
			}
		}
	}
	return rows
}

// total is what is on the accounts in won; false if that is more than an amount
// can hold.
func total(list []bank.Account) (money.Amount, bool) {
	sum := money.New(0, money.KRW)
	for _, a := range list {
		if a.Balance.Currency() != money.KRW {
			continue
		}
		var err error
		if sum, err = sum.Add(a.Balance); err != nil {
			return money.Amount{}, false
		}
	}
	return sum, true
}
