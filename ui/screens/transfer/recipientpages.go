package transfer

import (
	"cmp"
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

const fieldNickname = "nickname"

// payeeInputs are what a favourite is described with.
type payeeInputs struct {
	bank     *component.Choice
	account  *component.Account
	nickname *component.Text
}

// toList goes back to the list, and wipes digits.
func (s *recipients) toList() {
	s.factor.Clear()
	s.page, s.form, s.added = listing, nil, false
}

// add asks for bank and number of a new favourite.
func (s *recipients) add() {
	s.page, s.of = adding, bank.Payee{}
	s.in = payeeInputs{bank: component.NewChoice(bankOptions(s.banks)...), account: component.NewAccount()}
	s.form = component.NewForm(
		&component.Field{Name: fieldBank, Label: func(c *text.Catalog) string { return c.Transfer.Bank }, Input: s.in.bank},
		&component.Field{Name: fieldAccount, Label: func(c *text.Catalog) string { return c.Transfer.Account }, Input: s.in.account},
	)
}

// name asks for the nickname of a favourite, or of what becomes one.
func (s *recipients) name(of bank.Payee) {
	s.page, s.of = naming, of
	s.in.nickname = component.NewText(bank.MemoCells)
	s.in.nickname.Set(of.Nickname)
	s.in.nickname.Hint(func(*text.Catalog) string { return bank.CutCells(component.Clean(of.NameKO), bank.MemoCells) })
	s.form = component.NewForm(&component.Field{
		Name: fieldNickname, Label: func(c *text.Catalog) string { return c.Transfer.Care.Nickname }, Input: s.in.nickname,
	})
}

// challenge asks what the security medium is asked for to designate an account,
// which is not done here while a protection is on.
func (s *recipients) challenge(of bank.Payee) tea.Cmd {
	if s.protection != (bank.Protection{}) {
		return screen.Ask(component.NewNotice(
			func(c *text.Catalog) string { return c.Transfer.Care.DesignateTitle }, explained(&bank.RefusedError{Code: bank.CodeProtectionAtBranch})))
	}
	s.of, s.busy = of, true
	return askFactor(s.env, s.keep)
}

// askFactor asks the bank for the second factor of something besides an order.
func askFactor(env *screen.Env, b interface {
	Challenge(ctx context.Context, c bank.Caller) (bank.Medium, bank.Challenge, error)
},
) tea.Cmd {
	caller := env.Caller()
	return screen.Do(func(ctx context.Context) (challenged, error) {
		m, asked, err := b.Challenge(ctx, caller)
		return challenged{m, asked}, err
	})
}

// wasChallenged asks for the digits.
func (s *recipients) wasChallenged(msg screen.Result[challenged]) {
	s.busy = false
	if msg.Err != nil {
		s.problem = s.why(msg.Err)
		return
	}
	s.page, s.factor = designating, screen.NewFactor(s.env, msg.Value.medium, msg.Value.asked)
	s.form = component.NewForm(s.factor.Field())
}

// fill gives a key or a paste to the form of a page.
func (s *recipients) fill(msg tea.Msg) tea.Cmd {
	event := s.form.Update(msg)
	if s.page == adding {
		s.in.account.SetBank(bank.BankCode(s.in.bank.Selected()))
	}
	if press, ok := msg.(tea.KeyPressMsg); ok && !event.Handled && keymap.Back.Pressed(press) {
		return screen.Drop(s.Unsaved(), func() tea.Cmd { s.toList(); return nil })
	}
	if event.Kind != component.Submitted {
		return nil
	}
	s.form.ClearProblems()
	caller, b, of := s.env.Caller(), s.keep, s.of
	switch s.page {
	case adding:
		return s.check()
	case naming:
		nickname := s.in.nickname.Value()
		return s.change(func(c *text.Catalog) string { return c.Transfer.Care.Kept }, func(ctx context.Context) error {
			return b.KeepRecipient(ctx, caller, of.Bank, of.Account, nickname)
		})
	case designating:
		if !s.factor.Complete(s.form) {
			return nil
		}
		digits := s.factor.Take()
		return s.change(func(c *text.Catalog) string { return c.Transfer.Care.Designated }, func(ctx context.Context) error {
			defer clear(digits)
			return b.Designate(ctx, caller, of.Bank, of.Account, digits)
		})
	case listing:
	}
	return nil
}

// check asks the receiving bank whose account it is before it is kept.
func (s *recipients) check() tea.Cmd {
	at, number := bank.BankCode(s.in.bank.Selected()), s.in.account.Value()
	if number == "" {
		s.form.Refuse(fieldAccount, func(c *text.Catalog) text.Message { return c.Transfer.NoAccount })
		return nil
	}
	caller, b := s.env.Caller(), s.bank
	s.busy = true
	return screen.Do(func(ctx context.Context) (bank.Recipient, error) { return b.CheckRecipient(ctx, caller, at, number) })
}

// checked asks for the nickname of who was found, whose name is shown with it.
func (s *recipients) checked(msg screen.Result[bank.Recipient]) {
	s.busy = false
	r := msg.Value
	switch {
	case msg.Err == nil:
		s.name(bank.Payee{Bank: r.Bank, Account: r.Account, NameEN: r.NameEN, NameKO: r.NameKO})
		s.added = true
	case errors.Is(msg.Err, context.Canceled):
	default:
		s.form.Refuse(fieldAccount, s.why(msg.Err))
	}
}

// refuse says beside the field that it is about why something was not changed.
func (s *recipients) refuse(err error) {
	field := map[bank.Code]string{bank.CodeMemoTooLong: fieldNickname, bank.CodeWrongFactor: screen.FieldFactor, bank.CodeFactorLocked: screen.FieldFactor}[bank.RefusalCode(err)]
	s.form.Refuse(cmp.Or(field, ""), s.why(err))
}

// removing asks whether a favourite is to be removed.
func (s *recipients) removing(of bank.Payee) *component.Confirm {
	var warn component.Words
	if of.Designated {
		warn = func(c *text.Catalog) string { return c.Transfer.Care.DesignatedGoes }
	}
	return s.question(of, func(w *text.TransferCare) string { return w.Remove }, warn, removal{of})
}

// undesignating asks whether an account is to be designated no longer.
func (s *recipients) undesignating(of bank.Payee) *component.Confirm {
	return s.question(of, func(w *text.TransferCare) string { return w.Undesignate },
		func(c *text.Catalog) string { return c.Transfer.Care.DesignatedGoes }, undesignation{of})
}

// question is a dialog about one of them, which does nothing unless the customer
// says so.
func (s *recipients) question(of bank.Payee, title func(*text.TransferCare) string, warn component.Words, yes any) *component.Confirm {
	return &component.Confirm{
		Title: func(c *text.Catalog) string { return title(&c.Transfer.Care) },
		Lines: func(c *text.Catalog) []string { return []string{s.who(c, of), s.where(c, of)} },
		Warn:  warn,
		Buttons: []component.Button{
			{Label: func(c *text.Catalog) string { return c.Keys.Yes }, Value: yes},
			{Label: func(c *text.Catalog) string { return c.Keys.No }},
		},
		Default: 1,
	}
}

// who is what one of them is called: the nickname, and the holder's name.
func (s *recipients) who(c *text.Catalog, p bank.Payee) string {
	name := fullName(c, p.NameEN, p.NameKO)
	if nickname := component.Clean(p.Nickname); nickname != "" && nickname != component.Clean(p.NameKO) {
		return nickname + " · " + name
	}
	return name
}

// where is the account of one of them.
func (s *recipients) where(c *text.Catalog, p bank.Payee) string {
	return payeeLine(c, institutionOf(s.banks, p.Bank), p.Account)
}
