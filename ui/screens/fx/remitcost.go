package fx

import (
	"smartbank/bank"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/text"
)

// noteSender says who sends: that cannot be typed.
func (s *sending) noteSender(l component.Look, w int) []string {
	if s.facts.holder.NameEN == "" {
		return nil
	}
	return append(paragraph(l.Text.FX.Remit.SenderFixed(s.facts.holder.NameEN), w, l.Theme.Base), "")
}

// payer is the withdrawal account that is chosen.
func (s *sending) payer() bank.Account {
	return s.account(bank.AccountNumber(s.draft.from.Selected()))
}

// wrongAccount is what is wrong with the withdrawal account; nil if nothing is.
func (s *sending) wrongAccount() error {
	a := s.payer()
	if c := a.Available.Currency(); c != money.KRW && c != "" && c != s.draft.sent() {
		return &bank.RefusedError{Code: bank.CodeAccountCurrency, Account: string(a.Number), Currency: s.draft.sent()}
	}
	return nil
}

// pays reports whether the withdrawal account pays such a remittance.
func (s *sending) pays() bool { return s.wrongAccount() == nil }

// noteFrom says what is on the withdrawal account, or that it does not pay such a remittance.
func (s *sending) noteFrom(l component.Look, w int) []string {
	lines := muted(l, l.Text.Transfer.Available(component.Won(l.Text, s.payer().Available)), w)
	if err := s.wrongAccount(); err != nil && !s.refused(fieldFrom) {
		lines = append(lines, component.Problem(l, l.Text.Explain(err), w)...)
	}
	return lines
}

// noteRate says that there is no rate for what is sent; nothing where there is one.
func (s *sending) noteRate(l component.Look, w int) []string {
	sent := s.draft.sent()
	if _, ok := s.facts.board.Row(sent); ok || sent == "" || s.stage == opening {
		return nil
	}
	return component.Problem(l, l.Text.Explain(&bank.RefusedError{Code: bank.CodeNoRate, Currency: sent}), w)
}

// refused reports whether a field of the page in sight says what is wrong with it already.
func (s *sending) refused(field string) bool { return s.page().form.Refused(field) }

// cost is what the order would cost at the rates of now, or why it would be refused; typed is false while there is no amount.
func (s *sending) cost() (t bank.RemittanceTerms, typed bool, err error) {
	if !s.draft.typedAmount() || !s.pays() {
		return t, false, nil
	}
	from := s.payer()
	if t, err = bank.EstimateRemittance(s.draft.order(), from.Available.Currency(), s.facts.board, s.env.Now); err != nil {
		return t, true, err
	}
	if err := s.facts.year.Takes(t.Dollars); err != nil {
		return t, true, err
	}
	if t.Total.Minor() > from.Available.Minor() {
		return t, true, &bank.RefusedError{
			Code: bank.CodeInsufficientFunds, Account: string(from.Number), Amount: t.Total,
			Available: money.New(max(0, from.Available.Minor()-t.Fees.Minor()), t.Total.Currency()),
		}
	}
	return t, true, nil
}

// unpayable is the field of a page that the bank would refuse as far as the form knows, and why; nil if there is none.
func (s *sending) unpayable(p *page) (field string, m message) {
	if p.form.Field(fieldAmount) == nil {
		return "", nil
	}
	if err := s.wrongAccount(); err != nil {
		return fieldFrom, explained(err)
	}
	if _, _, err := s.cost(); err != nil {
		return fieldAmount, explained(err)
	}
	return "", nil
}

// noteAmount says what the amount would cost at the rate of now, or why it would be refused, and what may still be sent this year.
func (s *sending) noteAmount(l component.Look, w int) []string {
	c, y := l.Text, s.facts.year
	year := muted(l, c.FX.Remit.Year(dollars(y.Used), dollars(y.Limit), dollars(y.Left)), w)
	terms, typed, err := s.cost()
	switch {
	case !typed, err != nil && s.refused(fieldAmount):
		return year
	case err != nil:
		return append(component.Problem(l, c.Explain(err), w), year...)
	}
	return append(s.about(c, l, terms, w), year...)
}

// about says what the recipient is sent for won, or what it takes, and what it comes to with fees.
func (s *sending) about(c *text.Catalog, l component.Look, t bank.RemittanceTerms, w int) []string {
	r := c.FX.Remit
	var lines []string
	if t.Exchanged {
		other := t.Principal
		if s.draft.typedIn() == money.KRW {
			other = t.Amount
		} else if won, err := t.Quote.Won(t.Amount); err == nil { // without what banks abroad charge
			other = won
		}
		lines = muted(l, r.About(component.Won(c, other), component.UnitName(t.Quote.Currency), t.Quote.Rate.Grouped()), w)
	}
	fees := component.Won(c, t.Fees)
	if t.Our.Minor() > 0 {
		fees += " + " + r.OurCharge(t.Our.String())
	}
	return append(lines, muted(l, r.InAll(component.Won(c, t.Total), fees), w)...)
}
