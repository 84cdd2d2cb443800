package fx

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/fx"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// remitFacts is what the form knows of the bank when it was last asked.
type remitFacts struct {
	accounts []bank.Account // that money can be sent from
	board    fx.Board
	year     bank.YearlyLimit
	holder   bank.Holder
}

// load reads the facts, at first and whenever money moved or a limit was met.
func (s *sending) load() tea.Cmd {
	caller, b, today := s.env.Caller(), s.bank, s.env.Today()
	return screen.Do(func(ctx context.Context) (f remitFacts, err error) {
		if f.accounts, err = b.Accounts(ctx, caller); err != nil {
			return f, err
		}
		f.accounts = slices.DeleteFunc(f.accounts, func(a bank.Account) bool {
			return !a.Sends && (a.Product.Kind != bank.Foreign || a.Status != bank.AccountOpen)
		})
		if f.year, err = b.YearlyLimit(ctx, caller); err != nil {
			return f, err
		}
		if f.holder, err = b.Holder(ctx, caller); err != nil {
			return f, err
		}
		f.board, err = b.Board(ctx, today, 0)
		if bank.RefusalCode(err) == bank.CodeNoRate {
			err = nil // the bank says so when the order is reviewed
		}
		return f, err
	})
}

// loaded fills the choices. What was chosen and typed stays.
func (s *sending) loaded(msg screen.Result[remitFacts]) tea.Cmd {
	first := s.stage == opening || s.stage == unopened
	if msg.Err != nil {
		if first {
			s.stage = unopened
		}
		return nil
	}
	s.facts = msg.Value
	options := make([]component.Option, 0, len(s.facts.accounts))
	for _, a := range s.facts.accounts {
		options = append(options, component.Option{Key: string(a.Number), Label: func(*text.Catalog) string { return s.accountLine(a) }})
	}
	s.draft.from.SetOptions(options...)
	if !first {
		return nil
	}
	s.stage = filling
	s.draft.from.Select(string(bank.DefaultAccount(s.facts.accounts)))
	if len(s.facts.accounts) == 0 {
		s.stage = senderless
	}
	if s.again != nil {
		s.draft.repeat(*s.again)
	}
	s.began = s.draft.typed()
	return nil
}

// accountLine is one of the customer's accounts: what it is called, and its number.
func (s *sending) accountLine(a bank.Account) string {
	return component.AccountName(s.env.Text, a) + " " + component.AccountNumber(s.env.Look, a.Number, s.env.Unmasked)
}

// account is a withdrawal account by its number.
func (s *sending) account(n bank.AccountNumber) bank.Account {
	for _, a := range s.facts.accounts {
		if a.Number == n {
			return a
		}
	}
	return bank.Account{Number: n}
}

// page is the page of the form that is shown.
func (s *sending) page() *page { return s.pages[s.at] }

// fill gives a key or a paste to the form.
func (s *sending) fill(msg tea.Msg) tea.Cmd {
	p := s.page()
	event := p.form.Update(msg)
	press, isKey := msg.(tea.KeyPressMsg)
	if isKey && !event.Handled && keymap.Back.Pressed(press) {
		return s.back()
	}
	s.draft.follow()
	if event.Kind != component.Confirmed && event.Kind != component.Submitted {
		return nil
	}
	if s.linger(p, event.Field) {
		return nil
	}
	if event.Kind == component.Submitted {
		return s.forward()
	}
	return nil
}

// linger stays in a field that Enter was pressed in: to take the offered spelling, or because it cannot be right.
func (s *sending) linger(p *page, f *component.Field) bool {
	if e, ok := f.Input.(*entry); ok {
		if e.take() {
			p.form.Focus(f.Name)
			return true
		}
		if e.Value() == "" { // it may be filled in later
			return false
		}
		if m := e.wrong(); m != nil {
			p.form.Refuse(f.Name, m)
			return true
		}
		return false
	}
	later := f.Name == fieldPIN || f.Name == fieldAmount && s.draft.amount.Empty()
	if m := s.draft.misChosen(f.Name); m != nil && !later {
		p.form.Refuse(f.Name, m)
		return true
	}
	return false
}

// forward goes to the next page of the form once this one can be right, and from the last one to the review.
func (s *sending) forward() tea.Cmd {
	p := s.page()
	p.form.ClearProblems()
	if field, m := s.draft.mistake(p); m != nil {
		p.form.Refuse(field, m)
		return nil
	}
	if field, m := s.unpayable(p); m != nil {
		p.form.Refuse(field, m)
		return nil
	}
	if s.at < len(s.pages)-1 {
		s.at++
		s.first()
		return nil
	}
	return s.prepare()
}

// first goes to the first field of a page.
func (s *sending) first() {
	p := s.page()
	p.form.Focus(p.names[0])
	p.form.Focused() // the next one that is shown, if the first is hidden
}

// back goes to the page before; what was typed stays.
func (s *sending) back() tea.Cmd {
	if s.at == 0 {
		return screen.Close()
	}
	s.at--
	s.draft.pin.Clear()
	s.first()
	return nil
}

// Unsaved is what was typed that the form did not begin with, until the order is on its way.
func (s *sending) Unsaved() *screen.Unsaved {
	switch s.stage {
	case opening, unopened, senderless, done, unknown:
		return nil
	case filling, reviewing, unsigned, confirming, signing, refused:
	}
	if s.work == paying || s.work == asking || slices.Equal(s.draft.typed(), s.began) {
		return nil
	}
	return &screen.Unsaved{Text: func(c *text.Catalog) string { return c.FX.Remit.LeaveText }}
}

// viewForm draws a page of the form.
func (s *sending) viewForm(w, h int) screen.View {
	c, p := s.env.Text, s.page()
	b := component.NewBody(s.env.Look)
	if p.intro != nil {
		b.Add(p.intro(s.env.Look, w)...)
	}
	p.form.Draw(s.env.Look, b, w)
	body, cursor := b.View(w, h)
	enter := keymap.Enter.As(c.Keys.Next)
	f := p.form.Focused()
	if e, ok := f.Input.(*entry); ok {
		if _, offered := e.offered(); offered {
			enter = keymap.Enter.As(c.FX.Remit.Take)
		}
	}
	if p.form.Last() && s.at == len(s.pages)-1 {
		enter = keymap.Enter.As(c.FX.Remit.Review)
	}
	keys := []keymap.Hint{enter, keymap.Back.Hint(c)}
	if _, ok := f.Input.(*component.Choice); ok {
		keys = append(keys, keymap.Hint{Key: "←→", Does: c.Keys.Choose}, keymap.Down.As(c.Keys.Open))
	}
	keys = append(keys, keymap.Previous.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c))
	return screen.View{Body: body, Cursor: cursor, Keys: keys}
}

// dollars is an amount in dollars, as limits are told: "USD 5,000.00".
func dollars(a money.Amount) string { return string(a.Currency()) + " " + a.Grouped() }
