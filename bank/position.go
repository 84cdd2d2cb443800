package bank

import (
	"context"
	"database/sql"
	"fmt"

	"smartbank/bank/fx"
	"smartbank/bank/money"
)

// CurrencyPosition is what the bank has in a foreign currency by its exchanges:
// below zero what it sold and has yet to buy.
type CurrencyPosition struct {
	Amount money.Amount
	Won    money.Amount // at the base rate of now
}

// Position is the bank's position in foreign exchange, as the books have it.
type Position struct {
	Currencies []CurrencyPosition // those that are not zero, in the order of the board
	Won        money.Amount       // what was taken in for it, less what was paid out
	Result     money.Amount       // all of it at the base rates: what the exchanges earned
}

// Position reads the position from the books and values it at the base rates of
// now, truncated to won. It is refused with CodeNoRate if one of its currencies has none.
func (b *Bank) Position(ctx context.Context) (Position, error) {
	var p Position
	err := b.read(ctx, func(ctx context.Context, t *tx) error {
		r, err := t.rates(ctx)
		if err != nil {
			return err
		}
		all, err := collect(ctx, t, func(rows *sql.Rows) (money.Amount, error) {
			var (
				n int64
				c money.Currency
			)
			err := rows.Scan(&n, &c)
			return money.New(n, c), err
		}, "position")
		if err != nil {
			return err
		}
		p, err = valued(all, func() (fx.Board, error) { return r.at(t.now) })
		return err
	})
	if err != nil {
		return Position{}, during("read the position", err)
	}
	return p, nil
}

// valued is the position that amounts are, at the base rates of a board, which is
// asked for only if there is something to value.
func valued(all []money.Amount, at func() (fx.Board, error)) (Position, error) {
	p := Position{Won: money.New(0, money.KRW), Result: money.New(0, money.KRW)}
	for _, a := range all {
		worth := a
		if a.Currency() == money.KRW {
			p.Won = a
		} else {
			board, err := at()
			if err != nil {
				return Position{}, noRate(err, a.Currency())
			}
			row, ok := board.Row(a.Currency())
			if !ok {
				return Position{}, &RefusedError{Code: CodeNoRate, Currency: a.Currency()}
			}
			if worth, err = row.Worth(a); err != nil {
				return Position{}, fmt.Errorf("value %s: %w", a, err)
			}
			p.Currencies = append(p.Currencies, CurrencyPosition{a, worth})
		}
		var err error
		if p.Result, err = p.Result.Add(worth); err != nil {
			return Position{}, fmt.Errorf("value %s: %w", a, err)
		}
	}
	return p, nil
}
