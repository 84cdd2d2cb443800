package transfer

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// The fields of the form.
const (
	fieldFrom     = "from"
	fieldPIN      = "pin"
	fieldBank     = "bank"
	fieldAccount  = "account"
	fieldExpected = "expected"
	fieldAmount   = "amount"
	fieldWhen     = "when"
	fieldHours    = "hours"
	fieldDay      = "day"
	fieldTheirs   = "theirs"
	fieldMine     = "mine"
)

// pinDigits is the length of an account password.
const pinDigits = 4

// inputs are what the customer types into.
type inputs struct {
	from, bank   *component.Choice
	pin          *component.PIN
	account      *component.Account
	expected     *component.Text
	amount       *component.Amount
	when         whenInputs
	theirs, mine *component.Text
}

func newInputs(today calendar.Date) inputs {
	return inputs{
		from: component.NewChoice(), bank: component.NewChoice(),
		pin:     component.NewPIN(pinDigits),
		account: component.NewAccount(), expected: component.NewText(expectedCells), when: newWhenInputs(today),
		amount: component.NewAmount(money.KRW),
		theirs: component.NewText(bank.MemoCells), mine: component.NewText(bank.MemoCells),
	}
}

func (s *realtime) newForm() *component.Form {
	s.in.theirs.Hint(func(*text.Catalog) string { return bank.CutCells(s.senderName(), bank.MemoCells) })
	s.in.mine.Hint(func(c *text.Catalog) string {
		if s.check.passed {
			return bank.CutCells(component.Clean(s.check.recipient.NameKO), bank.MemoCells)
		}
		return c.Transfer.TheirName
	})
	s.in.expected.Hint(func(c *text.Catalog) string { return c.Transfer.Care.ExpectedHint })
	when := s.in.when.fields(s.noteWhen)
	return component.NewForm(
		&component.Field{
			Name: fieldFrom, Label: func(c *text.Catalog) string { return c.Transfer.From }, Input: s.in.from, Note: s.noteFrom,
		},
		&component.Field{Name: fieldPIN, Label: func(c *text.Catalog) string { return c.Transfer.Password }, Input: s.in.pin},
		&component.Field{Name: fieldBank, Label: func(c *text.Catalog) string { return c.Transfer.Bank }, Input: s.in.bank},
		&component.Field{
			Name: fieldAccount, Label: func(c *text.Catalog) string { return c.Transfer.Account }, Input: s.in.account, Note: s.noteAccount,
		},
		&component.Field{
			Name: fieldExpected, Label: func(c *text.Catalog) string { return c.Transfer.Care.Expected }, Input: s.in.expected, Note: s.noteExpected, Aside: true,
		},
		&component.Field{
			Name: fieldAmount, Label: func(c *text.Catalog) string { return c.Transfer.Amount }, Input: s.in.amount, Note: s.noteAmount,
		},
		when[0], when[1], when[2],
		&component.Field{Name: fieldTheirs, Label: func(c *text.Catalog) string { return c.Transfer.Theirs }, Input: s.in.theirs},
		&component.Field{Name: fieldMine, Label: func(c *text.Catalog) string { return c.Transfer.Mine }, Input: s.in.mine},
	)
}

// senderName is what the recipient's passbook shows unless the customer writes
// something else: the name that the bank has, whatever the language.
func (s *realtime) senderName() string {
	if s.env.Session == nil {
		return ""
	}
	return component.Clean(s.env.Session.NameKO)
}

// fill gives a key or a paste to the form, and asks for the recipient's name once
// the number is typed.
func (s *realtime) fill(msg tea.Msg) tea.Cmd {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		if cmd, is := s.besides(press); is {
			return cmd
		}
	}
	if paste, ok := msg.(tea.PasteMsg); ok && s.fillIn(paste.Content) {
		s.follow()
		return s.checkName(false, false)
	}
	before := s.focused()
	s.check.touched = true
	event := s.form.Update(msg)
	if press, ok := msg.(tea.KeyPressMsg); ok && !event.Handled && keymap.Back.Pressed(press) {
		return screen.Close()
	}
	s.follow()
	if event.Kind == component.Submitted {
		return s.submit()
	}
	if event.Kind == component.Confirmed && event.Field.Name == fieldAmount {
		if m := s.amountMistake(); m != nil {
			s.form.Refuse(fieldAmount, m)
		}
	}
	return s.checkAfter(before, s.focused(), event.Kind == component.Confirmed)
}

// besides are the keys of the form that are no field's: another time, a recipient
// to choose, and what the customer may send.
func (s *realtime) besides(press tea.KeyPressMsg) (cmd tea.Cmd, is bool) {
	switch {
	case keymap.When.Pressed(press):
		return s.turnWhen(), true
	case keymap.Recipients.Pressed(press):
		return s.pick(), true
	case keymap.Limits.Pressed(press):
		s.away = true
		return screen.Open(LimitsScreen.ID, nil), true
	case keymap.Protections.Pressed(press):
		s.away = true
		return screen.Open(ProtectionsScreen.ID, nil), true
	}
	return nil, false
}

// focused is the name of the field that has the focus.
func (s *realtime) focused() string {
	if f := s.form.Focused(); f != nil {
		return f.Name
	}
	return ""
}

// follow lets fields follow from others: how a number is grouped from its bank,
// what all is from the account, and a name only from the number it belongs to.
func (s *realtime) follow() {
	if p := s.payee(); s.check.payee != p || s.check.self && !s.toItself() {
		s.check = check{payee: p}
		s.in.account.SetBank(p.bank)
	}
	s.followWhen()
	if all := s.most(); all.Minor() > 0 {
		s.in.amount.SetAll(all)
	} else {
		s.in.amount.SetAll(money.Amount{})
	}
}

// formStep is the step of the field that has the focus.
func (s *realtime) formStep() int {
	switch s.focused() {
	case fieldFrom, fieldPIN:
		return 0
	default:
		return 1
	}
}

// viewForm draws the form.
func (s *realtime) viewForm(w, h int) screen.View {
	c := s.env.Text
	b := component.NewBody(s.env.Look)
	if h > 16 {
		b.Blank()
	}
	s.form.Draw(s.env.Look, b, w)
	body, cursor := b.View(w, h)
	enter := keymap.Enter.As(c.Keys.Next)
	if s.form.Last() {
		enter = keymap.Enter.As(c.Transfer.Review)
	}
	return screen.View{Body: body, Cursor: cursor, Keys: append([]keymap.Hint{enter, keymap.Back.Hint(c)}, s.formKeys(c)...)}
}

// formKeys are the keys of the form besides Enter and Esc: first those that the
// field with the focus is helped by.
func (s *realtime) formKeys(c *text.Catalog) []keymap.Hint {
	when, recipients, limits := keymap.When.Hint(c), keymap.Recipients.Hint(c), keymap.Limits.Hint(c)
	var keys []keymap.Hint
	switch s.focused() {
	case fieldAmount, fieldWhen, fieldHours, fieldDay:
		keys = []keymap.Hint{when, limits, recipients}
	default:
		keys = []keymap.Hint{recipients, when, limits}
	}
	if f := s.form.Focused(); f != nil {
		if _, choice := f.Input.(*component.Choice); choice {
			keys = append([]keymap.Hint{{Key: "←→", Does: c.Keys.Choose}, keymap.Down.As(c.Keys.Open)}, keys...)
		}
	}
	return append(keys, keymap.Protections.Hint(c), keymap.Previous.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c))
}

// noteFrom says what is on the withdrawal account.
func (s *realtime) noteFrom(l component.Look, w int) []string {
	return muted(l, l.Text.Transfer.Available(component.Won(l.Text, s.sender().Available)), w)
}

// noteAmount says what a transfer costs, what may be sent, and what the customer's
// protection makes of it.
func (s *realtime) noteAmount(l component.Look, w int) []string {
	fee := money.New(0, money.KRW) // since 5 March 2018; the review shows what the bank takes
	lines := muted(l, l.Text.Transfer.Bounds(fee.Grouped(), s.facts.limits.Each.Grouped(), s.left().Grouped()), w)
	of := s.facts.protection
	if of.DelayHours != 0 && s.chosenWhen().Now() {
		lines = append(lines, muted(l, l.Text.Transfer.Care.DelayedNote(of.DelayHours), w)...)
	}
	if of.Designated {
		lines = append(lines, muted(l, l.Text.Transfer.Care.DesignatedNote(money.New(bank.UndesignatedDay, money.KRW).Grouped()), w)...)
	}
	return lines
}

// muted is text in lines of at most w cells.
func muted(l component.Look, s string, w int) []string {
	lines := component.Wrap(s, w)
	for i, line := range lines {
		lines[i] = l.Theme.Muted.Render(line)
	}
	return lines
}
