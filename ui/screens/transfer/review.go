package transfer

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// pressReview goes on to the second factor once all of the order was in sight,
// or back to the form.
func (s *realtime) pressReview(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg):
		return s.backToForm()
	case !keymap.Enter.Pressed(msg):
		s.pager.Update(msg)
	case s.early():
	case s.pager.More():
		s.pager.Turn()
	case len(s.review.Warnings) > 0:
		return s.acknowledge()
	default:
		return s.look()
	}
	return nil
}

// backToForm withdraws the order. Everything typed is kept, except passwords.
func (s *realtime) backToForm() tea.Cmd {
	s.factor.Clear()
	s.sign.Clear()
	s.stage, s.work = filling, idle
	s.pager.Top()
	s.form.Focus(fieldPIN)
	return tea.Batch(s.forget(), s.load())
}

// viewReview draws the order as the bank understood it.
func (s *realtime) viewReview(w, h int) screen.View {
	c := s.env.Text
	b := component.NewBody(s.env.Look)
	s.drawReview(b, w)
	v := s.page(b, w, h)
	v.Keys = []keymap.Hint{keymap.Enter.As(c.Transfer.GoOn), keymap.Back.As(c.Transfer.BackToForm), keymap.AllMenus.Hint(c), keymap.Language.Hint(c)}
	if len(s.review.Warnings) > 0 {
		v.Keys[0] = keymap.Enter.As(c.Transfer.Later.SendAnyway)
	}
	if s.pager.More() {
		v.Keys[0] = keymap.Enter.As(c.Keys.More)
	}
	return v
}

// page draws a page that can be scrolled.
func (s *realtime) page(b *component.Body, w, h int) screen.View {
	return screen.View{Body: s.pager.View(b, w, h)}
}

// drawReview adds the order, what to beware of, and that it cannot be undone.
func (s *realtime) drawReview(b *component.Body, w int) {
	c, t := s.env.Text, s.env.Theme
	s.drawWarnings(b, w)
	b.Add(indented(component.Pairs(s.env.Look, s.reviewPairs(c), w-2*len(margin)))...)
	b.Blank()
	if hours := s.review.Order.When.DelayHours; hours != 0 && s.chosenWhen().Now() {
		b.Add(paragraph(c.Transfer.Care.HeldBack(hours), w, t.Strong.Render)...)
	}
	b.Add(paragraph(c.Transfer.Phishing, w, t.Warn.Render)...)
	b.Add(paragraph(c.Transfer.Final, w, t.Strong.Render)...)
}

func (s *realtime) reviewPairs(c *text.Catalog) []component.Pair {
	r, o := s.review, s.review.Order
	pairs := []component.Pair{
		{Label: c.Transfer.From, Value: ownLine(s.env.Look, s.account(o.From), s.env.Unmasked)},
		{Label: c.Transfer.To, Value: payeeLine(c, s.institution(o.Bank), o.To)},
		{Label: c.Transfer.Recipient, Value: fullName(c, r.RecipientEN, o.Recipient), Strong: true},
		{Label: c.Transfer.Amount, Value: readAloud(c, o.Amount), Strong: true},
		{Label: c.Transfer.Fee, Value: component.Won(c, r.Fee)},
		{Label: c.Transfer.BalanceAfter, Value: component.Won(c, r.BalanceAfter)},
		{Label: c.Transfer.LeftToday, Value: component.Won(c, r.LeftToday)},
		{Label: c.Transfer.Theirs, Value: component.Clean(o.RecipientMemo)},
		{Label: c.Transfer.Mine, Value: component.Clean(o.OwnMemo)},
	}
	return append(pairs, duePairs(c, bank.Scheduled, o, r.Due, time.Time{})...)
}

// account is a withdrawal account by its number.
func (s *realtime) account(n bank.AccountNumber) bank.Account {
	return accountOf(s.facts.accounts, n)
}

// readAloud is an amount of won and how it is read in Korean.
func readAloud(c *text.Catalog, a money.Amount) string {
	if a.Minor() == 0 {
		return component.Won(c, a)
	}
	return component.Won(c, a) + "   " + c.Component.Read(text.Reading(a.Minor()))
}
