package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"smartbank/bank/money"
)

// booked is a receipt, and whose it is.
type booked struct {
	Receipt

	customer CustomerID
	hash     [32]byte // of the order
}

// receipt reads the receipt of the transfer with a key. It is made from the books
// alone, so that the first and the tenth are the same.
func (t *tx) receipt(ctx context.Context, key string) (r booked, found bool, err error) {
	var (
		hash                 []byte
		day                  int
		id, at               int64
		amount, fee, balance int64
		state                string
		due                  int64
	)
	o := &r.Order
	err = t.QueryRowContext(ctx, query("transfer_receipt"), key, KoreaPost).Scan(
		&hash, &r.customer, &id, &day, &at, &o.From, &o.Bank, &o.To,
		&o.Recipient, &r.RecipientEN, &amount, &fee, &o.OwnMemo, &o.RecipientMemo, &o.Expected, &o.Acknowledged, &balance, &state, &due)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return booked{}, false, nil
	case err != nil:
		return booked{}, false, fmt.Errorf("read receipt: %w", err)
	}
	copy(r.hash[:], hash)
	o.Key, o.Amount = key, money.New(amount, money.KRW)
	r.Reference, r.At = reference(day, id), instant(at)
	if r.Status = transferStatuses[state]; due != 0 {
		r.Due = instant(due)
	}
	r.Fee, r.BalanceAfter = money.New(fee, money.KRW), money.New(balance, money.KRW)
	return r, true, nil
}

// Outcome asks what became of the order with this key: its receipt, or nil if it
// was not booked. It needs no prepared order. Another customer's key is nobody's.
func (b *Bank) Outcome(ctx context.Context, c Caller, key string) (*Receipt, error) {
	var r *Receipt
	err := b.lookup(ctx, c, "ask for an outcome", func(ctx context.Context, t *tx) error {
		var err error
		r, err = t.outcome(ctx, c, key)
		return err
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}

func (t *tx) outcome(ctx context.Context, c Caller, key string) (*Receipt, error) {
	seen, found, err := t.receipt(ctx, key)
	if err == nil && !found {
		seen, found, err = t.instructed(ctx, key)
	}
	if err != nil || !found || seen.customer != c.Customer {
		return nil, err
	}
	return &seen.Receipt, nil
}
