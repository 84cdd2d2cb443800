package fx

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/fx"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/text"
)

// The fields of the converter.
const (
	fieldDeal    = "deal"
	fieldForeign = "foreign"
	fieldWon     = "won"
)

// The deals, by the price that they are made at.
const (
	dealSend     = "send"
	dealReceive  = "receive"
	dealCashBuy  = "buy"
	dealCashSell = "sell"
)

// converter turns an amount of a currency into won and back, whichever is typed.
type converter struct {
	*component.Form

	board   fx.Board // to reckon dollars by
	row     fx.Row
	deal    *component.Choice
	of      money.Currency
	foreign *component.Amount
	won     *component.Amount
	typed   string // the field that the other one follows
}

func newConverter(c money.Currency) *converter {
	k := &converter{of: c, foreign: component.NewAmount(c), won: component.NewAmount(money.KRW), typed: fieldForeign}
	k.deal = component.NewChoice(
		component.Option{Key: dealSend, Label: func(c *text.Catalog) string { return c.FX.Rates.Send }},
		component.Option{Key: dealReceive, Label: func(c *text.Catalog) string { return c.FX.Rates.Receive }},
		component.Option{Key: dealCashBuy, Label: func(c *text.Catalog) string { return c.FX.Rates.CashBuy }},
		component.Option{Key: dealCashSell, Label: func(c *text.Catalog) string { return c.FX.Rates.CashSell }},
	)
	k.Form = component.NewForm(
		&component.Field{Name: fieldDeal, Label: func(c *text.Catalog) string { return c.FX.Rates.Deal }, Input: k.deal},
		&component.Field{Name: fieldForeign, Label: func(l *text.Catalog) string { return currencyName(l, c) }, Input: k.foreign},
		&component.Field{Name: fieldWon, Label: func(c *text.Catalog) string { return currencyName(c, money.KRW) }, Input: k.won, Note: k.note},
	)
	k.Focus(fieldForeign)
	return k
}

// use takes the prices of a board.
func (k *converter) use(b fx.Board) {
	k.board = b
	k.row, _ = b.Row(k.of)
	k.follow()
}

// Update lets the other amount follow the one that was typed last.
func (k *converter) Update(msg tea.Msg) component.Event {
	event := k.Form.Update(msg)
	if event.Kind == component.Changed {
		if event.Field.Name != fieldDeal {
			k.typed = event.Field.Name
		}
		k.follow()
	}
	return event
}

// quote is the chosen price, as a rate to reckon with.
func (k *converter) quote() fx.Quote {
	q := fx.Quote{Currency: k.row.Currency, Unit: k.row.Unit, Rate: k.row.Send}
	switch k.deal.Selected() {
	case dealReceive:
		q.Rate = k.row.Receive
	case dealCashBuy:
		q.Rate = k.row.CashBuy
	case dealCashSell:
		q.Rate = k.row.CashSell
	}
	return q
}

// follow reckons the amount that was not typed; it is empty where there is none.
func (k *converter) follow() {
	if k.row.Unit == 0 {
		return
	}
	from, to, reckon := k.foreign, k.won, k.quote().Won
	if k.typed == fieldWon {
		from, to, reckon = k.won, k.foreign, k.quote().Foreign
	}
	amount, err := from.Value()
	if err != nil {
		to.Clear()
		return
	}
	if other, err := reckon(amount); err == nil {
		to.Set(other)
		return
	}
	to.Clear()
}

// note says what is taken besides.
func (k *converter) note(l component.Look, w int) []string {
	c := l.Text
	switch k.deal.Selected() {
	case dealSend:
		return k.fees(l, w)
	case dealReceive:
		return muted(l, c.FX.Rates.FeesOfReceiving, w)
	}
	return muted(l, c.FX.Rates.FeesOfCash, w)
}

// draw adds the converter to a page; without the focus no field of it is marked.
func (k *converter) draw(l component.Look, b *component.Body, w int, focused bool) {
	if !focused {
		calm := component.NewBody(l)
		k.Draw(l, calm, w)
		body, _ := calm.View(w, calm.Len())
		b.AddBlock(body)
		return
	}
	k.Draw(l, b, w)
}

// fees is what a SWIFT remittance of the amount costs besides, and what it comes to.
func (k *converter) fees(l component.Look, w int) []string {
	amount, err := k.foreign.Value()
	won, also := k.won.Value()
	if err != nil || also != nil || amount.Minor() <= 0 {
		return nil
	}
	in, err := k.board.Dollars(amount)
	if err != nil {
		return nil
	}
	fee, cable := bank.RemittanceFees(bank.SWIFT, in)
	total := money.New(won.Minor()+fee.Minor()+cable.Minor(), money.KRW)
	return muted(l, l.Text.FX.Rates.FeesOfSending(fee.Grouped(), cable.Grouped(), total.Grouped()), w)
}
