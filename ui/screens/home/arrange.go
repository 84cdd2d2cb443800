package home

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Arrange puts the customer's accounts in order, names them and chooses the one
// that screens begin with.
var Arrange = Screens.Add(screen.Def{
	ID:    arrangeID,
	Title: func(c *text.Catalog) string { return c.Arrange.Title },
	New:   func(env *screen.Env, _ any) screen.Screen { return newArrange(env, env.Bank) },
})

const arrangeID screen.ID = "settings.accounts"

// arranger is the part of the bank that keeps the order of accounts.
type arranger interface {
	Accounts(ctx context.Context, c bank.Caller) ([]bank.Account, error)
	ArrangeAccounts(ctx context.Context, c bank.Caller, all []bank.Arranged) error
}

// arrange is the state of the page.
type arrange struct {
	env  *screen.Env
	bank arranger

	accounts []bank.Account // as they will be
	before   []bank.Account // as the bank has them
	table    *component.Table
	name     *component.Text
	naming   bool // a name is being typed
	loaded   bool
	busy     bool
	problem  func(*text.Catalog) text.Message
}

// arranged is that the bank has it.
type arranged struct{}

func newArrange(env *screen.Env, b arranger) *arrange {
	s := &arrange{env: env, bank: b, name: component.NewText(bank.NicknameCells)}
	s.name.Hint(func(c *text.Catalog) string { return c.Arrange.NameHint })
	s.table = component.NewTable(
		component.Column{Title: func(c *text.Catalog) string { return c.Arrange.Name }, Min: 10, Weight: 1},
		component.Column{Title: func(c *text.Catalog) string { return c.Arrange.Number }, Min: 16},
		component.Column{Title: component.Same(""), Min: 6},
	)
	s.table.Empty = func(c *text.Catalog) string { return c.Arrange.Empty }
	return s
}

// Init asks for the accounts.
func (s *arrange) Init() tea.Cmd {
	b, caller := s.bank, s.env.Caller()
	return screen.Do(func(ctx context.Context) ([]bank.Account, error) { return b.Accounts(ctx, caller) })
}

// Update moves accounts, names them and has the bank keep it.
func (s *arrange) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[[]bank.Account]:
		if msg.Err != nil {
			s.problem = func(c *text.Catalog) text.Message { return c.Explain(msg.Err) }
			return nil
		}
		s.loaded, s.accounts, s.before = true, msg.Value, slices.Clone(msg.Value)
		s.table.SetRows(s.rows())
	case screen.Result[arranged]:
		return s.kept(msg.Err)
	case screen.Shown:
		s.table.Redraw(s.rows())
	case tea.KeyPressMsg:
		if !s.busy {
			return s.press(msg)
		}
	case tea.PasteMsg:
		if s.naming {
			s.name.Update(msg)
		}
	}
	return nil
}

func (s *arrange) press(msg tea.KeyPressMsg) tea.Cmd {
	if s.naming {
		s.write(msg)
		return nil
	}
	at := s.table.Selected()
	switch {
	case s.table.Update(msg):
	case keymap.Back.Pressed(msg):
		return screen.Close()
	case keymap.Save.Pressed(msg):
		return s.save()
	case at < 0:
	case keymap.Enter.Pressed(msg):
		s.naming = true
		s.name.Set(s.accounts[at].Nickname)
	case keymap.Copy.Pressed(msg):
		return screen.Copy(s.accounts[at].Number.String())
	case keymap.Earlier.Pressed(msg):
		s.move(at, at-1)
	case keymap.Later.Pressed(msg):
		s.move(at, at+1)
	case keymap.Begin.Pressed(msg):
		s.begin(at)
	}
	return nil
}

// write gives a key to the name; Enter takes it, Esc leaves the one there was.
func (s *arrange) write(msg tea.KeyPressMsg) {
	switch {
	case keymap.Enter.Pressed(msg):
		s.accounts[s.table.Selected()].Nickname = s.name.Value()
		s.naming, s.problem = false, nil
		s.table.Redraw(s.rows())
	case keymap.Back.Pressed(msg):
		s.naming = false
	default:
		s.name.Update(msg)
	}
}

// move puts an account elsewhere.
func (s *arrange) move(from, to int) {
	if to < 0 || to >= len(s.accounts) {
		return
	}
	s.accounts[from], s.accounts[to] = s.accounts[to], s.accounts[from]
	s.table.Redraw(s.rows())
	s.table.Select(to)
}

// begin marks the account that screens begin with, or takes the mark away.
func (s *arrange) begin(at int) {
	s.problem = nil
	if !s.accounts[at].Sends {
		s.problem = func(c *text.Catalog) text.Message { return c.Arrange.CannotBegin }
		return
	}
	for i := range s.accounts {
		s.accounts[i].Default = i == at && !s.accounts[i].Default
	}
	s.table.Redraw(s.rows())
}

// wanted is the arrangement on the screen.
func wanted(accounts []bank.Account) []bank.Arranged {
	all := make([]bank.Arranged, len(accounts))
	for i, a := range accounts {
		all[i] = bank.Arranged{Number: a.Number, Nickname: a.Nickname, Default: a.Default}
	}
	return all
}

// Unsaved is an arrangement that the bank does not have.
func (s *arrange) Unsaved() *screen.Unsaved {
	if slices.Equal(wanted(s.accounts), wanted(s.before)) {
		return nil
	}
	return &screen.Unsaved{
		Title: func(c *text.Catalog) string { return c.Arrange.Title },
		Text:  func(c *text.Catalog) string { return c.Arrange.Question },
		Save:  s.save,
	}
}

// save has the bank keep it.
func (s *arrange) save() tea.Cmd {
	if !s.loaded {
		return nil
	}
	s.busy, s.problem = true, nil
	b, caller, all := s.bank, s.env.Caller(), wanted(s.accounts)
	return screen.Do(func(ctx context.Context) (arranged, error) { return arranged{}, b.ArrangeAccounts(ctx, caller, all) })
}

// kept says that it is kept, or why not: what was arranged stays on the screen.
func (s *arrange) kept(err error) tea.Cmd {
	s.busy = false
	if err != nil {
		s.problem = func(c *text.Catalog) text.Message { return c.Explain(err) }
		return nil
	}
	s.before = slices.Clone(s.accounts)
	return screen.Say(func(c *text.Catalog) string { return c.Arrange.Saved })
}
