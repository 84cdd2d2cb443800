package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"smartbank/bank/fx"
	"smartbank/bank/money"
)

// Quote is a rate that the bank stands by for a minute, even if the board changes.
type Quote struct {
	fx.Quote

	ID string // for RemittanceOrder.Quote
}

// Preference is how much of the spread of remittances the bank gives back online,
// in percent (Citibank Korea).
const Preference = 50

// Quote quotes the rate of the board now to the caller, and keeps it. It is refused
// with CodeReadOnly and CodeNoRate.
func (b *Bank) Quote(ctx context.Context, c Caller, currency money.Currency, side fx.Side) (Quote, error) {
	var q Quote
	err := b.answer(ctx, "quote", func(ctx context.Context, t *tx) (err error) {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		q, err = t.quote(ctx, c.Customer, currency, side)
		return err
	})
	if err != nil {
		return Quote{}, err
	}
	return q, nil
}

// quote quotes a rate of now, and keeps it.
func (t *tx) quote(ctx context.Context, who CustomerID, currency money.Currency, side fx.Side) (Quote, error) {
	r, err := t.rates(ctx)
	if err != nil {
		return Quote{}, err
	}
	board, err := r.at(t.now)
	if err != nil {
		return Quote{}, noRate(err, currency)
	}
	made, err := board.Quote(currency, side, Preference, t.now)
	if err != nil {
		return Quote{}, noRate(err, currency)
	}
	id, err := t.newKey()
	if err != nil {
		return Quote{}, err
	}
	if _, err := t.ExecContext(ctx, query("quote_forget"), t.now.AddDate(0, 0, -1).UnixMicro()); err != nil {
		return Quote{}, fmt.Errorf("forget old quotes: %w", err)
	}
	_, err = t.ExecContext(ctx, query("quote_keep"), id, who, made.Currency, made.Side, made.Unit, int64(made.Rate), int64(made.Listed),
		int64(made.Base), made.Percent, made.Date.Key(), made.Notice, made.At.UnixMicro(), made.Until.UnixMicro())
	if err != nil {
		return Quote{}, fmt.Errorf("keep the quote: %w", err)
	}
	return Quote{made, id}, nil
}

// quoted reads a quote that holds. It is refused with CodeNoQuote if it is none of
// the customer's for that currency and side, and with CodeQuoteExpired.
func (t *tx) quoted(ctx context.Context, who CustomerID, id string, currency money.Currency, side fx.Side) (Quote, error) {
	q := Quote{ID: id}
	var day int
	var at, until int64
	err := t.QueryRowContext(ctx, query("quote_by_id"), id, who).Scan(&q.Currency, &q.Side, &q.Unit, &q.Rate, &q.Listed,
		&q.Base, &q.Percent, &day, &q.Notice, &at, &until)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return Quote{}, &RefusedError{Code: CodeNoQuote, Currency: currency}
	case err != nil:
		return Quote{}, fmt.Errorf("read the quote: %w", err)
	case q.Currency != currency || q.Side != side:
		return Quote{}, &RefusedError{Code: CodeNoQuote, Currency: currency}
	}
	q.Date, q.At, q.Until = dateOfKey(day), instant(at), instant(until)
	if !q.Holds(t.now) {
		return Quote{}, &RefusedError{Code: CodeQuoteExpired, Currency: currency, At: q.Until}
	}
	return q, nil
}
