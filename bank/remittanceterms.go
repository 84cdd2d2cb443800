package bank

import (
	"context"
	"fmt"
	"io"

	"smartbank/bank/fx"
	"smartbank/bank/iso"
	"smartbank/bank/money"
)

// feeBand is the fee of a SWIFT remittance of up to so many dollars.
type feeBand struct {
	upTo int64 // cents
	fee  int64 // won
}

// feeBands are half of what the five big banks of Korea take at the counter.
var feeBands = []feeBand{{500_00, 2_500}, {2_000_00, 5_000}, {5_000_00, 7_500}, {20_000_00, 10_000}}

// The fee above the bands, and the cable fee of each SWIFT remittance, in won.
const (
	feeAbove = 12_500
	cableFee = 8_000
)

// ourCharges are what banks abroad take where the sender bears all charges, and
// where they send money back: about 20 dollars, as Korean banks announce it.
var ourCharges = map[money.Currency]int64{
	"USD": 20_00, "EUR": 20_00, "JPY": 3_000, "GBP": 16_00, "CAD": 28_00, "AUD": 30_00, "NZD": 34_00, "SGD": 27_00,
	"HKD": 155_00, "CHF": 18_00, "SEK": 200_00, "DKK": 140_00, "NOK": 210_00,
}

// swiftFee is the fee of a SWIFT remittance of so many cents.
func swiftFee(dollars int64) int64 {
	for _, b := range feeBands {
		if dollars <= b.upTo {
			return b.fee
		}
	}
	return feeAbove
}

// RemittanceFees are the fee and the cable fee in won of a remittance of so many
// dollars, for converters and forms; a review has those of its order.
func RemittanceFees(kind RemittanceKind, dollars money.Amount) (fee, cable money.Amount) {
	if kind == Eurogiro {
		return money.New(giroFee, money.KRW), money.New(0, money.KRW)
	}
	return money.New(swiftFee(dollars.Minor()), money.KRW), money.New(cableFee, money.KRW)
}

// ChargeAbroad is what banks abroad take of a remittance in a currency: from the
// sender with OUR, and of what they send back. It is nothing in a currency that no remittance is sent in.
func ChargeAbroad(c money.Currency) money.Amount { return money.New(ourCharges[c], c) }

// fixTerms fixes the terms of an order at the rates of now, or at the one that was
// quoted, and draws its UETR. It is refused with CodeNoRate, CodeNoQuote, CodeQuoteExpired and CodeBadAmount.
func (t *tx) fixTerms(ctx context.Context, who CustomerID, from ownAccount, o *RemittanceOrder) (RemittanceTerms, error) {
	terms, err := t.termsNow(ctx, who, from, o)
	if err != nil || o.Kind != SWIFT {
		return terms, err
	}
	var chance [16]byte
	if _, err := io.ReadFull(t.bank.opt.Rand, chance[:]); err != nil {
		return RemittanceTerms{}, fmt.Errorf("draw a UETR: %w", err)
	}
	terms.UETR = iso.NewUETR(chance)
	return terms, nil
}

// termsNow are the terms of an order at the rates of now, or at the one that was
// quoted, without a UETR.
func (t *tx) termsNow(ctx context.Context, who CustomerID, from ownAccount, o *RemittanceOrder) (RemittanceTerms, error) {
	r, err := t.rates(ctx)
	if err != nil {
		return RemittanceTerms{}, err
	}
	board, err := r.at(t.now)
	if err != nil {
		return RemittanceTerms{}, noRate(err, o.Currency)
	}
	quote, err := t.orderQuote(ctx, who, from, o, board)
	if err != nil {
		return RemittanceTerms{}, err
	}
	return o.termsOn(board, quote, from.currency)
}

// termsOn are the terms of an order at a quote, on a board that says what it is in
// dollars.
func (o RemittanceOrder) termsOn(board fx.Board, quote fx.Quote, from money.Currency) (RemittanceTerms, error) {
	return o.termsAt(quote, from, func(a money.Amount) (money.Amount, error) {
		dollars, err := board.Dollars(a)
		return dollars, noRate(err, a.Currency())
	})
}

// orderQuote is the quote of an order: where nothing is exchanged it is not kept,
// because only fees are reckoned by it.
func (t *tx) orderQuote(ctx context.Context, who CustomerID, from ownAccount, o *RemittanceOrder, board fx.Board) (fx.Quote, error) {
	if from.currency == o.Currency {
		o.Quote = ""
		q, err := board.Quote(o.Currency, fx.Buy, Preference, t.now) // the bank buys what the fees are paid in
		return q, noRate(err, o.Currency)
	}
	if o.Quote != "" {
		q, err := t.quoted(ctx, who, o.Quote, o.Currency, fx.Sell)
		return q.Quote, err
	}
	q, err := t.quote(ctx, who, o.Currency, fx.Sell)
	o.Quote = q.ID
	return q.Quote, err
}

// termsAt are the terms of an order at a quote, from an account in a currency. They
// follow from these three, and from what dollars says.
func (o RemittanceOrder) termsAt(q fx.Quote, from money.Currency, dollars func(money.Amount) (money.Amount, error)) (RemittanceTerms, error) {
	t := RemittanceTerms{Quote: q, Exchanged: from != o.Currency, Amount: o.Amount}
	var err error
	if o.Amount.Currency() == money.KRW {
		if t.Amount, err = q.Foreign(o.Amount); err != nil {
			return t, tooLarge(o.Amount, err)
		}
	}
	if t.Amount.Minor() <= 0 || t.Amount.Currency() != o.Currency {
		return t, &RefusedError{Code: CodeBadAmount, Amount: o.Amount}
	}
	if t.Dollars, err = dollars(t.Amount); err != nil {
		return t, tooLarge(o.Amount, err)
	}
	t.Fee, t.Cable = RemittanceFees(o.Kind, t.Dollars)
	t.Our, t.Taken = money.New(0, o.Currency), money.New(0, o.Currency)
	if o.charges() == iso.OUR {
		t.Our = ChargeAbroad(o.Currency)
	}
	if err := t.split(o.charges(), from); err != nil {
		return t, tooLarge(o.Amount, err)
	}
	if t.Settled.Minor() <= 0 {
		return t, &RefusedError{Code: CodeBadAmount, Amount: o.Amount}
	}
	return t, nil
}

// tooLarge turns an overflow into a refusal: no such amount is sent.
func tooLarge(a money.Amount, err error) error {
	if RefusalCode(err) != "" {
		return err
	}
	return &RefusedError{Code: CodeBadAmount, Amount: a}
}

// split works out who pays what of fees: with BEN they are taken out of the
// amount.
func (t *RemittanceTerms) split(charges iso.Bearer, from money.Currency) error {
	fees, err := t.Fee.Add(t.Cable)
	if err != nil {
		return err
	}
	foreign, err := t.Quote.Foreign(fees)
	if err != nil {
		return err
	}
	if t.Settled, err = t.Amount.Add(t.Our); err != nil {
		return err
	}
	t.Principal, t.Fees = t.Settled, foreign
	if t.Exchanged {
		t.Fees = fees
		if t.Principal, err = t.Quote.Won(t.Settled); err != nil {
			return err
		}
	}
	if charges == iso.BEN {
		t.Taken, t.Fees = foreign, money.New(0, from)
		if t.Settled, err = t.Amount.Sub(t.Taken); err != nil {
			return err
		}
	}
	t.Total, err = t.Principal.Add(t.Fees)
	return err
}
