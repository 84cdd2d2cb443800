package fx

import (
	"context"
	"errors"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// prepare has the bank review the order, at the rate of now. The password leaves the form with it.
func (s *sending) prepare() tea.Cmd {
	order, pin := s.draft.order(), s.draft.pin.Bytes()
	s.draft.pin.Clear()
	caller, b := s.env.Caller(), s.bank
	s.work = preparing
	return screen.Do(func(ctx context.Context) (bank.RemittanceReview, error) {
		defer clear(pin)
		r, err := b.PrepareRemittance(ctx, caller, order, pin)
		if err == nil && ctx.Err() != nil { // nobody is there to look at it
			return bank.RemittanceReview{}, errors.Join(ctx.Err(), b.ForgetRemittance(context.WithoutCancel(ctx), caller, r.Order.Key))
		}
		return r, err
	})
}

// prepared shows the review, or says beside the field what is wrong.
func (s *sending) prepared(msg screen.Result[bank.RemittanceReview]) tea.Cmd {
	s.work = idle
	switch {
	case msg.Err == nil:
		s.review, s.before, s.kept = msg.Value, nil, msg.Value.Order.Key
		s.arrive(reviewing)
		return nil
	case errors.Is(msg.Err, context.Canceled), errors.Is(msg.Err, bank.ErrUnknown): // a review moves no money
		return screen.Say(func(c *text.Catalog) string { return c.Transfer.Cancelled })
	case bank.RefusalCode(msg.Err) == "":
		s.page().form.Refuse("", func(c *text.Catalog) text.Message { return c.Transfer.NotPrepared })
		return nil
	}
	s.refuse(msg.Err)
	return s.load()
}

// refuse goes to the field that a refusal is about, and says it there.
func (s *sending) refuse(err error) {
	name := concerned(err)
	for i, p := range s.pages {
		if f := p.form.Field(name); f != nil && !f.Hidden {
			s.at = i
			p.form.ClearProblems()
			p.form.Refuse(name, func(c *text.Catalog) text.Message { return saidOf(c, err) })
			return
		}
	}
	s.page().form.Refuse("", func(c *text.Catalog) text.Message { return saidOf(c, err) })
}

// saidOf is a refusal in the customer's words; what is wrong with a field as a sentence.
func saidOf(c *text.Catalog, err error) text.Message {
	if bank.RefusalCode(err) == bank.CodeBadField {
		return c.Explain(err).Sentences()
	}
	return c.Explain(err)
}

// concerned is the field that a refusal is about; "" for the whole order.
func concerned(err error) string {
	refusal, ok := errors.AsType[*bank.RefusedError](err)
	if !ok {
		return ""
	}
	switch refusal.Code {
	case bank.CodeWrongPIN, bank.CodePINLocked:
		return fieldPIN
	case bank.CodeNoAccount, bank.CodeAccountClosed, bank.CodeNotWithdrawable, bank.CodeAccountCurrency:
		return fieldFrom
	case bank.CodeBadAmount, bank.CodeInsufficientFunds, bank.CodeOverRemittanceLimit, bank.CodeOverYearlyLimit,
		bank.CodeSplitRemittance, bank.CodeAfterHoursLimit, bank.CodeNoRate:
		return fieldAmount
	case bank.CodeCountryBlocked, bank.CodeNoGiro:
		return fieldCountry
	case bank.CodeRemittanceAtBranch:
		return fieldCategory
	case bank.CodeNoPurpose:
		return fieldPurpose
	case bank.CodeNoRemittanceConsent:
		return fieldAgreed
	case bank.CodeNotOffered:
		return fieldCurrency
	case bank.CodeBadField:
		if refusal.Invalid != nil {
			return fieldOf(refusal.Invalid.Field)
		}
	default: // about the whole order
	}
	return ""
}

// fieldOf is the field of the form that a field of the order or of a message is typed in.
func fieldOf(field string) string {
	tag, part, _ := strings.Cut(field, ":")
	switch tag {
	case "70":
		return fieldMessage
	case "56":
		return fieldIntermediary
	case "57":
		switch part {
		case "bic":
			return fieldBIC
		case "name":
			return fieldBankName
		case "town", "country":
			return fieldBankTown
		case "address":
			return fieldBankAddress
		}
		return fieldClearing
	case "50":
		switch part {
		case "address":
			return fieldMyAddress
		case "phone":
			return fieldMyPhone
		}
		return fieldMyTown
	case "59":
		return part
	case "bank":
		return fieldBankName
	}
	return field
}

// pressReview goes on to the second factor once all of the order was in sight, or back to the form. A rate that
// has expired is asked for anew first.
func (s *sending) pressReview(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg):
		return s.backToForm()
	case keymap.Refresh.Pressed(msg):
		if _, exchanged := s.review.SecondsLeft(s.env.Now); exchanged {
			return s.renew(nil)
		}
	case !keymap.Enter.Pressed(msg):
		s.pager.Update(msg)
	case s.early():
	case s.over():
		return s.renew(nil)
	case s.pager.More():
		s.pager.Turn()
	default:
		return s.sure(s.look)
	}
	return nil
}

// backToForm withdraws the order. Everything typed is kept, except passwords.
func (s *sending) backToForm() tea.Cmd {
	s.factor.Clear()
	s.sign.Clear()
	s.before = nil
	s.stage, s.work, s.at = filling, idle, len(s.pages)-1
	s.pager.Top()
	s.page().form.Focus(fieldPIN)
	return tea.Batch(s.forget(), s.load())
}

// viewReview draws the order as the bank understood it.
func (s *sending) viewReview(w, h int) screen.View {
	c, t := s.env.Text, s.env.Theme
	top := s.countdown(w)
	b := component.NewBody(s.env.Look)
	b.Add(indented(component.Pairs(s.env.Look, s.reviewPairs(c), w-2*len(margin)))...)
	b.Blank()
	b.Add(paragraph(c.Transfer.Phishing, w, t.Warn)...)
	b.Add(paragraph(c.FX.Remit.Final, w, t.Strong)...)
	body := s.pager.View(b, w, max(h-len(top), 1))
	v := screen.View{Body: strings.Join(append(top, body), "\n")}
	enter := keymap.Enter.As(c.Transfer.GoOn)
	switch {
	case s.over():
		enter = keymap.Enter.As(c.FX.Remit.AskRate)
	case s.pager.More():
		enter = keymap.Enter.As(c.Keys.More)
	}
	v.Keys = []keymap.Hint{enter, keymap.Back.As(c.Transfer.BackToForm)}
	if _, exchanged := s.review.SecondsLeft(s.env.Now); exchanged && !s.over() {
		v.Keys = append(v.Keys, keymap.Refresh.As(c.FX.Remit.AskRate))
	}
	v.Keys = append(v.Keys, keymap.AllMenus.Hint(c), keymap.Language.Hint(c))
	return v
}

// countdown says how long the rate still holds; nothing where none is at stake.
func (s *sending) countdown(w int) []string {
	c, t := s.env.Text, s.env.Theme
	left, exchanged := s.review.SecondsLeft(s.env.Now)
	if !exchanged {
		return nil
	}
	q := s.review.Terms.Quote
	rate := component.UnitName(q.Currency) + " " + q.Rate.Grouped()
	switch {
	case left == 0 && s.stage == reviewing:
		return paragraph(c.FX.Remit.RateOver(rate), w, t.Problem)
	case left == 0:
		return paragraph(c.FX.Remit.RateOverLater(rate), w, t.Advice)
	}
	lines := paragraph(t.Glyphs.Clock+" "+c.FX.Remit.RateHolds(rate, strconv.Itoa(left)), w, t.Accent)
	if s.before != nil && s.stage == reviewing {
		lines = append(lines, paragraph(s.difference(c), w, t.Warn)...)
	}
	return lines
}

// reviewPairs are the order and its terms.
func (s *sending) reviewPairs(c *text.Catalog) []component.Pair {
	r := s.review
	rows := append(component.RemittancePairs(c, r.Order), component.Pair{})
	rows = append(rows, component.RemittanceSenderPairs(c, r.Order, s.facts.holder.NameEN)...)
	rows = append(rows, component.Pair{Label: c.FX.Remit.From, Value: s.accountLine(s.account(r.Order.From))})
	rows = append(rows, component.RemittanceTermPairs(c, r.Order, r.Terms)...)
	left := money.New(max(r.Year.Left.Minor()-r.Terms.Dollars.Minor(), 0), money.USD)
	return append(
		rows,
		component.Pair{Label: c.Transfer.BalanceAfter, Value: component.Won(c, r.BalanceAfter)},
		component.Pair{Label: c.FX.Remit.YearLabel, Value: c.FX.Remit.YearAfter(dollars(r.Terms.Dollars), dollars(r.Year.Used), dollars(left))},
	)
}
