package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// answer runs f in a write transaction. A refusal is an answer of the bank as a
// receipt is: what f wrote before it, which is never more than counts of wrong passwords and
// the record of the refusal, is committed. Any other error undoes all.
//
// After an error the caller must not read what f wrote: f may still be running.
func (b *Bank) answer(ctx context.Context, doing string, f func(ctx context.Context, t *tx) error) error {
	var refused error
	err := b.inTx(ctx, func(ctx context.Context, t *tx) error {
		err := f(ctx, t)
		if purpose := b.refused(doing, t.now); purpose != nil && (err == nil || RefusalCode(err) != "") {
			return purpose // all is undone
		}
		if RefusalCode(err) != "" {
			refused = err
			return nil
		}
		return err
	})
	if err != nil {
		return during(doing, err)
	}
	return refused
}

// lookup runs f in a read transaction, after checking the caller's session.
func (b *Bank) lookup(ctx context.Context, c Caller, doing string, f func(ctx context.Context, t *tx) error) error {
	return during(doing, b.read(ctx, func(ctx context.Context, t *tx) error {
		if err := t.mayRead(ctx, c); err != nil {
			return err
		}
		err := f(ctx, t)
		if purpose := b.refused(doing, t.now); purpose != nil && (err == nil || RefusalCode(err) != "") {
			return purpose
		}
		return err
	}))
}

// during says what the bank was doing when a fault occurred. Refusals are for the
// customer and stay as they are.
func during(doing string, err error) error {
	if err == nil || RefusalCode(err) != "" || errors.Is(err, ErrUnknown) {
		return err
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// collect reads all rows that a statement finds.
func collect[T any](ctx context.Context, t *tx, scan func(*sql.Rows) (T, error), statement string, args ...any) ([]T, error) {
	rows, err := t.QueryContext(ctx, query(statement), args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // the error of reading is rows.Err
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}
