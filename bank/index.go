package bank

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

const (
	// indexFrom is how many memos of an account are read faster than indexed: most
	// accounts never get an index.
	indexFrom = 1000

	// indexStep is how many memos are indexed by one order, so that a transfer
	// waits some milliseconds for it at the most.
	indexStep = 1000
)

// indexing are the banks whose index is just being brought up to date, by *Bank.
var indexing sync.Map

// errIndexDamaged says that SQLite cannot make sense of the index. It is not a
// fault of the file, for which the writer would open it again.
var errIndexDamaged = errors.New("the search index is damaged")

// indexLater brings the index of an account up to date while nobody waits, if it
// is far behind. One account at a time: a search of another one asks again. What stops it, such as the end of the bank or a
// disk that cannot be written, is no fault: searches are right without an index.
func (b *Bank) indexLater(ctx context.Context, account int64) {
	var behind int64
	err := b.read(ctx, func(ctx context.Context, t *tx) error {
		reach, end, err := t.memoReach(ctx, account)
		behind = end - reach
		return err
	})
	if err != nil || behind < indexFrom {
		return
	}
	if _, busy := indexing.LoadOrStore(b, account); busy {
		return
	}
	ctx = context.WithoutCancel(ctx)
	go func() {
		defer indexing.Delete(b)
		for more := true; more && err == nil; {
			more, err = b.indexMemos(ctx, account, indexStep)
		}
		if errors.Is(err, errIndexDamaged) {
			_ = b.ForgetIndex(ctx)
		}
	}()
}

// memoReach is the position up to which memos of an account are indexed, and its
// last position.
func (t *tx) memoReach(ctx context.Context, account int64) (reach, end int64, err error) {
	err = t.QueryRowContext(ctx, query("memo_reach"), account).Scan(&reach, &end)
	return reach, end, err
}

// indexMemos indexes at most so many memos of an account, the oldest that are not,
// and reports whether there may be more.
func (b *Bank) indexMemos(ctx context.Context, account int64, most int) (more bool, err error) {
	err = b.inTx(ctx, func(ctx context.Context, t *tx) error {
		reach, _, err := t.memoReach(ctx, account)
		if err != nil {
			return err
		}
		reached := reach
		memos, err := collect(ctx, t, scanMemo, "memo_tail", account, reach, most)
		if err != nil {
			return err
		}
		for _, m := range memos {
			grams := strings.Join(memoGrams(folded(m.text)), " ")
			if _, err := t.ExecContext(ctx, query("gram_add"), account, m.seq, grams); err != nil {
				return indexFault(err)
			}
			reached = m.seq
		}
		more = len(memos) == most
		if reached == reach {
			return nil
		}
		if err := t.flushIndex(ctx); err != nil {
			return err
		}
		_, err = t.ExecContext(ctx, query("memo_reached"), account, reached)
		return err
	})
	if err != nil {
		return false, fmt.Errorf("index memos: %w", err)
	}
	return more, nil
}

// flushIndex makes SQLite write what it has collected for the index, as every
// savepoint does: what it finds wrong then is told to this order and not to another one of the batch.
func (t *tx) flushIndex(ctx context.Context) error {
	if _, err := t.ExecContext(ctx, "SAVEPOINT indexed"); err != nil {
		return indexFault(err)
	}
	_, err := t.ExecContext(ctx, "RELEASE SAVEPOINT indexed")
	return indexFault(err)
}

// indexFault is err, or errIndexDamaged if it is about the index alone: SQLite
// stumbles over what cannot be there, or writes a page of it twice.
func indexFault(err error) error {
	if e, ok := errors.AsType[*sqlite.Error](err); ok &&
		(e.Code() == sqlite3.SQLITE_CORRUPT_VTAB || e.Code()&0xff == sqlite3.SQLITE_CONSTRAINT) {
		return errIndexDamaged
	}
	return err
}

// ForgetIndex empties the index of memos, which is never needed to answer a query:
// searches read the memos again, and make it again. It is done where [Verify] finds nothing but the index wrong.
func (b *Bank) ForgetIndex(ctx context.Context) error {
	err := b.inTx(ctx, func(ctx context.Context, t *tx) error {
		if _, err := t.ExecContext(ctx, query("gram_forget")); err != nil {
			return indexFault(err)
		}
		_, err := t.ExecContext(ctx, query("memo_unreach"))
		return err
	})
	return during("forget the index", err)
}
