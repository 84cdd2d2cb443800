package transfer

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// RecipientsScreen shows whom the customer sends money to: favourites with their
// nicknames, then the accounts that money went to lately. Its argument is the [bank.Payee] to keep as a favourite, or nil.
var RecipientsScreen = Screens.Add(screen.Def{
	ID:    "transfer.recipients",
	Title: func(c *text.Catalog) string { return c.Transfer.Care.RecipientsTitle },
	New: func(env *screen.Env, args any) screen.Screen {
		s := newRecipients(env)
		s.chose = func(p bank.Payee) tea.Cmd {
			return screen.Replace(Realtime.ID, bank.TransferOrder{Bank: p.Bank, To: p.Account, Recipient: p.NameKO})
		}
		s.left = screen.Close
		if keep, ok := args.(bank.Payee); ok {
			s.first = keep
		}
		return s
	},
})

// addressBook is what the screen asks the bank.
type addressBook interface {
	Institutions(ctx context.Context) ([]bank.Institution, error)
	Recipients(ctx context.Context, c bank.Caller) ([]bank.Payee, error)
	Protection(ctx context.Context, c bank.Caller) (bank.Protection, error)
	CheckRecipient(ctx context.Context, c bank.Caller, at bank.BankCode, number string) (bank.Recipient, error)
}

// keeper is how it changes them.
type keeper interface {
	KeepRecipient(ctx context.Context, c bank.Caller, at bank.BankCode, number, nickname string) error
	ForgetRecipient(ctx context.Context, c bank.Caller, at bank.BankCode, number string) error
	Challenge(ctx context.Context, c bank.Caller) (bank.Medium, bank.Challenge, error)
	Designate(ctx context.Context, c bank.Caller, at bank.BankCode, number string, digits []byte) error
	Undesignate(ctx context.Context, c bank.Caller, at bank.BankCode, number string) error
}

// page is the page that the recipients are at.
type page int

const (
	listing     page = iota
	adding           // bank and number of a new favourite
	naming           // a favourite
	designating      // an account, with the second factor
)

// recipients is the state of the screen, or of the same pages over a form that one
// is chosen for.
type recipients struct {
	env   *screen.Env
	bank  addressBook
	keep  keeper
	chose func(bank.Payee) tea.Cmd
	left  func() tea.Cmd
	first bank.Payee // to be kept as soon as the list is there; zero is none

	page       page
	busy       bool // the bank is asked: keys wait
	problem    message
	list       []bank.Payee
	banks      []bank.Institution
	table      *component.Table
	of         bank.Payee // whom the page is about
	added      bool       // and who was typed, and is not kept yet
	protection bank.Protection
	form       *component.Form
	in         payeeInputs
	factor     screen.Factor
}

// known is the answer to the question for all of them.
type known struct {
	list       []bank.Payee
	banks      []bank.Institution
	protection bank.Protection
}

// changed is that one of them was changed; said is what the status line tells.
type changed struct {
	said func(*text.Catalog) string
}

// challenged is what the security medium is asked for.
type challenged struct {
	medium bank.Medium
	asked  bank.Challenge
}

// Questions that are asked before something is taken away.
type (
	removal       struct{ of bank.Payee }
	undesignation struct{ of bank.Payee }
)

func newRecipients(env *screen.Env) *recipients {
	s := &recipients{env: env, bank: env.Bank, keep: env.Bank}
	s.table = component.NewTable(
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.Care.Kind }, Drop: 1},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.Care.Nickname }},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.Recipient }, Min: 6, Weight: 1},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.To }},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.Care.Last }, Drop: 2},
	)
	s.table.Empty = func(c *text.Catalog) string { return c.Transfer.Care.NoRecipients }
	return s
}

// Init reads the recipients.
func (s *recipients) Init() tea.Cmd {
	caller, b := s.env.Caller(), s.bank
	s.busy, s.problem = true, nil
	return screen.Do(func(ctx context.Context) (k known, err error) {
		if k.list, err = b.Recipients(ctx, caller); err != nil {
			return k, err
		}
		if k.banks, err = b.Institutions(ctx); err != nil {
			return k, err
		}
		k.protection, err = b.Protection(ctx, caller)
		return k, err
	})
}

// Update takes answers, decisions and keys.
func (s *recipients) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[known]:
		s.read(msg)
	case screen.Result[bank.Recipient]:
		s.checked(msg)
	case screen.Result[changed]:
		return s.wasChanged(msg)
	case screen.Result[challenged]:
		s.wasChallenged(msg)
	case screen.Decided:
		return s.decided(msg.Decision)
	case screen.Shown:
		s.table.Redraw(s.rows())
	case tea.KeyPressMsg:
		switch {
		case s.busy:
		case s.page != listing:
			return s.fill(msg)
		default:
			return s.press(msg)
		}
	case tea.PasteMsg:
		if !s.busy && s.page != listing {
			return s.fill(msg)
		}
	}
	return nil
}

// read shows the list.
func (s *recipients) read(msg screen.Result[known]) {
	s.busy = false
	if msg.Err != nil {
		s.problem = s.why(msg.Err)
		return
	}
	s.list, s.banks, s.protection = msg.Value.list, msg.Value.banks, msg.Value.protection
	s.table.Redraw(s.rows())
	s.table.Total = len(s.list)
	s.follow()
	if s.first.Account != "" {
		s.name(s.first)
		s.first = bank.Payee{}
	}
}

// follow chooses the row of whom something was done to: it may stand elsewhere now.
func (s *recipients) follow() {
	for i, p := range s.list {
		if p.Bank == s.of.Bank && p.Account == s.of.Account {
			s.table.Select(i)
		}
	}
}

// why says why the bank did not do something. A fault has words of its own:
// nothing was sent.
func (s *recipients) why(err error) message {
	if bank.RefusalCode(err) == "" {
		return func(c *text.Catalog) text.Message { return c.Transfer.Care.Fault }
	}
	return explained(err)
}

// chosen is the recipient of the chosen row; false if there is none.
func (s *recipients) chosen() (bank.Payee, bool) {
	if i := s.table.Selected(); s.problem == nil && i >= 0 && i < len(s.list) {
		return s.list[i], true
	}
	return bank.Payee{}, false
}

// press is a key in the list.
func (s *recipients) press(msg tea.KeyPressMsg) tea.Cmd {
	of, there := s.chosen()
	switch {
	case s.table.Update(msg):
	case keymap.Back.Pressed(msg):
		return s.left()
	case keymap.Refresh.Pressed(msg):
		return s.Init()
	case keymap.Again.Pressed(msg):
		s.add()
	case !there:
	case keymap.Enter.Pressed(msg):
		return s.chose(of)
	case keymap.Copy.Pressed(msg):
		return screen.Copy(of.Account)
	case keymap.Favourite.Pressed(msg) && of.Favourite:
		return screen.Ask(s.removing(of))
	case keymap.Favourite.Pressed(msg), keymap.Amend.Pressed(msg):
		s.name(of)
	case keymap.Day.Pressed(msg) && of.Designated:
		return screen.Ask(s.undesignating(of))
	case keymap.Day.Pressed(msg):
		return s.challenge(of)
	}
	return nil
}

// decided takes away what the customer agreed to.
func (s *recipients) decided(d any) tea.Cmd {
	caller, b := s.env.Caller(), s.keep
	switch d := d.(type) {
	case removal:
		s.of = d.of
		return s.change(func(c *text.Catalog) string { return c.Transfer.Care.Removed }, func(ctx context.Context) error {
			return b.ForgetRecipient(ctx, caller, d.of.Bank, d.of.Account)
		})
	case undesignation:
		return s.change(func(c *text.Catalog) string { return c.Transfer.Care.Undesignated }, func(ctx context.Context) error {
			return b.Undesignate(ctx, caller, d.of.Bank, d.of.Account)
		})
	}
	return nil
}

// change has the bank change something, and tells what was changed.
func (s *recipients) change(said func(*text.Catalog) string, do func(ctx context.Context) error) tea.Cmd {
	s.busy = true
	return screen.Do(func(ctx context.Context) (changed, error) { return changed{said}, do(ctx) })
}

// wasChanged shows the list as it is now, or says why nothing was changed.
func (s *recipients) wasChanged(msg screen.Result[changed]) tea.Cmd {
	s.busy = false
	switch {
	case msg.Err == nil:
		s.toList()
		return tea.Batch(screen.Say(msg.Value.said), s.Init())
	case s.page == listing:
		why := s.why(msg.Err)
		return screen.Say(func(c *text.Catalog) string { return why(c).Problem })
	}
	s.refuse(msg.Err)
	return nil
}
