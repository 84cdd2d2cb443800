package search

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// History is Transaction history inquiry: one account's passbook.
var History = Screens.Add(screen.Def{
	ID:     historyID,
	Title:  func(c *text.Catalog) string { return c.Menu.History },
	Places: []screen.Place{{Number: 12, Group: screen.SearchGroup}},
	New: func(env *screen.Env, args any) screen.Screen {
		number, _ := args.(bank.AccountNumber)
		return newHistory(env, env.Bank, number)
	},
})

// passbooks is what this screen needs of the bank.
type passbooks interface {
	Accounts(ctx context.Context, c bank.Caller) ([]bank.Account, error)
	History(ctx context.Context, c bank.Caller, q bank.HistoryQuery) (bank.HistoryPage, error)
	Institutions(ctx context.Context) ([]bank.Institution, error)
}

// findCells is how much can be typed to find a description: twice a memo.
const findCells = 2 * bank.MemoCells

type history struct {
	env  *screen.Env
	bank passbooks

	accounts []bank.Account
	banks    map[bank.BankCode]bank.Institution

	asked  int  // number of the latest question; answers to older ones are dropped
	busy   bool // it is not answered
	want   wish // the latest question
	shown  wish // what the rows answer, if loaded
	loaded bool
	page   bank.HistoryPage // its totals, and where the next page begins
	rows   []bank.Posting   // of all pages so far

	table   *component.Table
	drawn   drawn // how the table's rows are written
	find    *component.Text
	finding bool
	form    *component.Dates // nil unless they are typed
	formAsk int              // number of the question that was asked from the form
	detail  *detail          // of one row; nil in the list

	revealed bool
	problem  message
}

func newHistory(env *screen.Env, from passbooks, number bank.AccountNumber) *history {
	s := &history{env: env, bank: from, want: wish{account: number, period: component.Month}, find: component.NewText(findCells), revealed: env.Unmasked}
	s.table = s.newTable()
	return s
}

// start is the customer's accounts and the names of the banks: what is needed
// before the first question can be asked.
type start struct {
	number   int
	accounts []bank.Account
	banks    []bank.Institution
}

// pageOf is an answer to the question of that number.
type pageOf struct {
	number int
	more   bool // it goes on where the rows end
	page   bank.HistoryPage
}

// Init asks for the accounts, and then for the first one's history.
func (s *history) Init() tea.Cmd { return s.begin() }

func (s *history) begin() tea.Cmd {
	s.asked++
	s.busy = true
	number, from, caller := s.asked, s.bank, s.env.Caller()
	return screen.Do(func(ctx context.Context) (start, error) {
		accounts, err := from.Accounts(ctx, caller)
		if err != nil {
			return start{number: number}, err
		}
		banks, err := from.Institutions(ctx)
		return start{number, accounts, banks}, err
	})
}

// begun takes the accounts and asks for the history of the one that is wanted.
func (s *history) begun(r screen.Result[start]) tea.Cmd {
	if r.Value.number != s.asked {
		return nil
	}
	s.busy = false
	if r.Err != nil {
		s.problem = why(r.Err)
		return nil
	}
	s.accounts, s.problem = grouped(r.Value.accounts), nil
	s.banks = map[bank.BankCode]bank.Institution{}
	for _, b := range r.Value.banks {
		s.banks[b.Code] = b
	}
	if len(s.accounts) == 0 {
		return nil
	}
	if s.want.account == "" {
		s.want.account = bank.DefaultAccount(s.accounts)
	}
	return s.ask()
}

// ask asks for the first page of what is wanted.
func (s *history) ask() tea.Cmd {
	s.want = s.want.on(s.env.Today())
	return s.request(s.want, false)
}

// more asks for the page after the rows there are, unless an answer is on its way.
func (s *history) more() tea.Cmd {
	if s.busy || !s.loaded || s.page.Next == 0 {
		return nil
	}
	return s.request(s.shown, true)
}

func (s *history) request(w wish, more bool) tea.Cmd {
	s.asked++
	s.busy = true
	number, from, caller := s.asked, s.bank, s.env.Caller()
	var after int64
	if more {
		after = s.page.Next
	}
	return screen.Do(func(ctx context.Context) (pageOf, error) {
		page, err := from.History(ctx, caller, w.query(after))
		return pageOf{number, more, page}, err
	})
}

// again asks anew for what is shown, or for what could not be.
func (s *history) again() tea.Cmd {
	if len(s.accounts) == 0 {
		return s.begin()
	}
	return s.ask()
}

// answered takes a page, unless another question has been asked since.
func (s *history) answered(r screen.Result[pageOf]) tea.Cmd {
	if r.Value.number != s.asked {
		return nil
	}
	s.busy = false
	if r.Err != nil {
		return s.failed(r.Err, r.Value.more)
	}
	page := r.Value.page
	if r.Value.more {
		s.rows = append(s.rows, page.Rows...)
	} else {
		s.rows = page.Rows
		s.shown, s.loaded, s.problem = s.want, true, nil
		if r.Value.number == s.formAsk {
			s.form = nil
		}
	}
	page.Rows = nil
	s.page = page
	s.fill(r.Value.more)
	return nil
}

// failed says why there is no answer. Days that the bank refuses are told beside
// their fields; rows that are shown stay if the customer only stopped waiting.
func (s *history) failed(err error, more bool) tea.Cmd {
	stopped, inForm := errors.Is(err, context.Canceled), s.form != nil && s.asked == s.formAsk
	switch {
	case more && stopped:
	case more:
		return screen.Say(func(c *text.Catalog) string { return c.Search.MoreFailed })
	case inForm && s.form.Refuse(bank.RefusalCode(err), why(err)):
	case inForm && stopped:
	case stopped && s.loaded:
		s.revert()
	default:
		if inForm {
			s.form = nil
		}
		s.problem = why(err)
		s.loaded, s.rows = false, nil
	}
	return nil
}

// revert wants again what is shown, if anything is.
func (s *history) revert() {
	if !s.loaded {
		return
	}
	s.want = s.shown
	if !s.finding {
		s.find.Set(s.want.text)
	}
}

// account is the one whose history is wanted; the zero one while it is not known.
func (s *history) account() bank.Account {
	for _, a := range s.accounts {
		if a.Number == s.want.account {
			return a
		}
	}
	return bank.Account{Number: s.want.account}
}
