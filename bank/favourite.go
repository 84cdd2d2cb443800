package bank

import (
	"context"
	"database/sql"

	"smartbank/bank/money"
)

// FavouriteCurrencies are the currencies that the caller wants first on the board,
// in order.
func (b *Bank) FavouriteCurrencies(ctx context.Context, c Caller) ([]money.Currency, error) {
	var all []money.Currency
	err := b.lookup(ctx, c, "list favourites", func(ctx context.Context, t *tx) (err error) {
		all, err = collect(ctx, t, func(rows *sql.Rows) (c money.Currency, err error) { return c, rows.Scan(&c) }, "favourite_list", c.Customer)
		return err
	})
	return all, err
}

// SetFavouriteCurrencies replaces them; what is there twice counts once. It is
// refused with CodeReadOnly, and with CodeNotOffered for what is no currency.
func (b *Bank) SetFavouriteCurrencies(ctx context.Context, c Caller, all []money.Currency) error {
	return b.answer(ctx, "set favourites", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		for _, currency := range all {
			if !currency.Known() {
				return &RefusedError{Code: CodeNotOffered, Currency: currency}
			}
		}
		if _, err := t.ExecContext(ctx, query("favourite_clear"), c.Customer); err != nil {
			return err
		}
		for i, currency := range all {
			if _, err := t.ExecContext(ctx, query("favourite_add"), c.Customer, i, currency); err != nil {
				return err
			}
		}
		return nil
	})
}
