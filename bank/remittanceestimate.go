package bank

import (
	"time"

	"smartbank/bank/fx"
	"smartbank/bank/money"
)

// EstimateRemittance is what an order from an account in a currency would cost at a board, for a form that is being filled in: of
// the order only kind, amount, currency, category, charges and Eurogiro's country matter. It quotes nothing, and its terms have no UETR. It is refused
// with CodeBadAmount, CodeNoRate and CodeOverRemittanceLimit, as [Bank.PrepareRemittance] would refuse it.
func EstimateRemittance(o RemittanceOrder, from money.Currency, board fx.Board, now time.Time) (RemittanceTerms, error) {
	side := fx.Sell
	if from == o.Currency { // only fees are exchanged: the bank buys what they are paid in
		side = fx.Buy
	}
	q, err := board.Quote(o.Currency, side, Preference, now)
	if err != nil {
		return RemittanceTerms{}, noRate(err, o.Currency)
	}
	terms, err := o.termsOn(board, q, from)
	if err != nil {
		return RemittanceTerms{}, err
	}
	return terms, o.withinEach(terms.Dollars)
}

// withinEach refuses with CodeOverRemittanceLimit what is too much for one
// remittance.
func (o RemittanceOrder) withinEach(dollars money.Amount) error {
	if each := o.limitEach(); dollars.Minor() > each.Minor() {
		return &RefusedError{Code: CodeOverRemittanceLimit, Amount: dollars, Limit: each}
	}
	return nil
}

// Takes refuses with CodeOverYearlyLimit what the year has no room for. What needs no documents may always be sent.
func (y YearlyLimit) Takes(dollars money.Amount) error {
	if dollars.Minor() > documentFree && dollars.Minor() > y.Left.Minor() {
		return &RefusedError{Code: CodeOverYearlyLimit, Amount: dollars, Available: y.Left, Limit: y.Limit}
	}
	return nil
}
