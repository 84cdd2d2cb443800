package bank

import (
	"context"

	"smartbank/bank/money"
)

// What the tests of searching and reading see of the inside.
var (
	Query     = query
	MemoGrams = memoGrams
	TextGrams = textGrams
	Folded    = folded
)

// IndexFrom is how many memos are worth an index.
const IndexFrom = indexFrom

// BookMemos books one entry a memo on an account, all at once. Every third takes
// money out.
func (b *Bank) BookMemos(ctx context.Context, n AccountNumber, memos []string) error {
	return b.inTx(ctx, func(ctx context.Context, t *tx) error {
		var cash, id int64
		for number, found := range map[string]*int64{OwnCash: &cash, string(n): &id} {
			if err := t.QueryRowContext(ctx, "SELECT id FROM account WHERE number = $1", number).Scan(found); err != nil {
				return err
			}
		}
		for i, memo := range memos {
			key, err := t.newKey()
			if err != nil {
				return err
			}
			l := leg{debit: cash, credit: id, amount: money.New(1000, money.KRW), creditMemo: memo}
			if i%3 == 2 {
				l = leg{debit: id, credit: cash, amount: money.New(1, money.KRW), debitMemo: memo}
			}
			if _, err := post(ctx, t, entry{key: key, kind: "cash", legs: []leg{l}}); err != nil {
				return err
			}
		}
		return nil
	})
}

// IndexMemos indexes the next memos of an account.
func (b *Bank) IndexMemos(ctx context.Context, n AccountNumber, most int) (more bool, err error) {
	var id int64
	err = b.read(ctx, func(ctx context.Context, t *tx) error {
		return t.QueryRowContext(ctx, "SELECT id FROM account WHERE number = $1", n).Scan(&id)
	})
	if err != nil {
		return false, err
	}
	return b.indexMemos(ctx, id, most)
}

// Indexed is how many memos of all accounts are indexed.
func (b *Bank) Indexed(ctx context.Context) (n int, err error) {
	err = b.read(ctx, func(ctx context.Context, t *tx) error {
		return t.QueryRowContext(ctx, "SELECT coalesce(sum(seq), 0) FROM memo_reach").Scan(&n)
	})
	return n, err
}

// Explain is SQLite's plan of a statement, a line a step.
func (b *Bank) Explain(ctx context.Context, statement string, args ...any) (steps []string, err error) {
	err = b.read(ctx, func(ctx context.Context, t *tx) error {
		rows, err := t.QueryContext(ctx, "EXPLAIN QUERY PLAN "+statement, args...)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var id, parent, unused int
			var step string
			if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
				return err
			}
			steps = append(steps, step)
		}
		return rows.Err()
	})
	return steps, err
}
