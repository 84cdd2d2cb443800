package bank

import (
	"context"
	"database/sql"
	"embed"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"sync"
	"time"
)

// statements holds one statement per file, named for what it does.
//
//go:embed sql/*.sql
var statements embed.FS

// queries are the texts of statements by name.
var queries = sync.OnceValue(func() map[string]string {
	files, err := statements.ReadDir("sql")
	if err != nil {
		panic(err)
	}
	texts := make(map[string]string, len(files))
	for _, file := range files {
		text, err := statements.ReadFile("sql/" + file.Name())
		if err != nil {
			panic(err)
		}
		// What follows the last semicolon would be another statement to the driver.
		texts[strings.TrimSuffix(file.Name(), ".sql")] = strings.TrimSpace(string(text))
	}
	return texts
})

// query returns the statement in sql/<name>.sql. It panics if there is none:
// TestQueries prepares every file.
func query(name string) string {
	text, ok := queries()[name]
	if !ok {
		panic("bank: no statement sql/" + name + ".sql")
	}
	return text
}

var (
	errClosed = errors.New("the bank is closed")

	// errNested keeps a read inside a transaction from waiting for ever for the
	// one connection that a bank in memory has.
	errNested = errors.New("inside a transaction only the transaction is used")
)

// inside marks the context that a transaction gives to its function.
type inside struct{}

// tx is one transaction: all its rows have one time.
type tx struct {
	*sql.Tx

	bank *Bank
	now  time.Time // of the ledger: Options.Now, and later than the newest entry, whatever the clock does
}

// outcome is how an order ended: an error, or the panic of its function.
type outcome struct {
	err      error
	panicked string
}

// inTx runs f in a write transaction (BEGIN IMMEDIATE) of the one writer, and
// commits if f returns nil. Orders run one after another, in the order they
// came.
//
// A caller whose context ends while the order still waits gets the context's
// error, and nothing was done. Once the writer has taken the order, it is carried
// out whatever happens to the caller, who gets ErrUnknown if the context ends first: f must then still wipe
// its secrets, and the caller must not read what f writes. The context that f gets never ends.
func (b *Bank) inTx(ctx context.Context, f func(ctx context.Context, tx *tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if ctx.Value(inside{}) != nil {
		return errNested
	}
	done := make(chan outcome, 1)
	if err := b.submit(ctx, func() { done <- b.attempt(context.WithoutCancel(ctx), f) }); err != nil {
		return err
	}
	select {
	case out := <-done:
		return out.report()
	case <-ctx.Done():
	}
	select { // both were ready: the answer is better than none
	case out := <-done:
		return out.report()
	default:
		return ErrUnknown
	}
}

// report is the outcome as the caller gets it. A panic goes on where the caller
// can restore the terminal.
func (o outcome) report() error {
	if o.panicked != "" {
		panic(o.panicked)
	}
	return o.err
}

// submit hands an order to the writer, and returns when the writer has taken it.
func (b *Bank) submit(ctx context.Context, order func()) error {
	b.closing.RLock()
	defer b.closing.RUnlock()
	if b.closed {
		return errClosed
	}
	select {
	case b.orders <- order:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// write is the one writer: it carries out orders until there are no more.
func (b *Bank) write() {
	defer close(b.written)
	for order := range b.orders {
		order()
	}
}

// attempt carries out one order.
func (b *Bank) attempt(ctx context.Context, f func(ctx context.Context, tx *tx) error) (out outcome) {
	defer func() {
		if r := recover(); r != nil {
			out.panicked = fmt.Sprintf("%v\n\n%s", r, debug.Stack())
		}
	}()
	return outcome{err: b.transact(ctx, b.w, nil, f)}
}

// read runs f in a read transaction: one snapshot. The writer is not held up,
// except in memory, where there is one connection for both.
func (b *Bank) read(ctx context.Context, f func(ctx context.Context, tx *tx) error) error {
	if ctx.Value(inside{}) != nil {
		return errNested
	}
	return b.transact(ctx, b.r, &sql.TxOptions{ReadOnly: true}, f)
}

// transact begins a transaction, runs f in it, and commits if f returns nil.
func (b *Bank) transact(ctx context.Context, db *sql.DB, how *sql.TxOptions, f func(ctx context.Context, tx *tx) error) error {
	began, err := db.BeginTx(ctx, how)
	if err != nil {
		return fault(b.path, "begin", err)
	}
	defer began.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	now, err := b.ledgerTime(ctx, began)
	if err != nil {
		return fault(b.path, "read the newest entry", err)
	}
	if err := f(context.WithValue(ctx, inside{}, true), &tx{Tx: began, bank: b, now: now}); err != nil {
		return err
	}
	if err := began.Commit(); err != nil {
		return fault(b.path, "commit", err)
	}
	return nil
}

// ledgerTime is the time of a transaction: the clock's, but later than the newest
// entry, so that a clock set back cannot reorder the books.
func (b *Bank) ledgerTime(ctx context.Context, began *sql.Tx) (time.Time, error) {
	now := b.opt.Now().UnixMicro()
	var newest int64
	switch err := began.QueryRowContext(ctx, query("newest_entry")).Scan(&newest); {
	case err == nil:
		now = max(now, newest+1)
	case !errors.Is(err, sql.ErrNoRows):
		return time.Time{}, err
	}
	return time.UnixMicro(now).UTC(), nil
}

// newKey makes a UUIDv7 (RFC 9562) from the transaction's time and Options.Rand.
func (t *tx) newKey() (string, error) { return newUUID(t.now, t.bank.opt.Rand) }

// newUUID makes a UUIDv7: 48 bits of milliseconds, then chance. Keys in the order
// of time keep their index in few pages.
func newUUID(at time.Time, chance io.Reader) (string, error) {
	var u [16]byte
	if _, err := io.ReadFull(chance, u[6:]); err != nil {
		return "", fmt.Errorf("make a key: %w", err)
	}
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(max(at.UnixMilli(), 0)))
	copy(u[:6], ms[2:])
	u[6] = u[6]&0x0f | 0x70 // version 7
	u[8] = u[8]&0x3f | 0x80 // variant of RFC 9562
	text := hex.EncodeToString(u[:])
	return text[:8] + "-" + text[8:12] + "-" + text[12:16] + "-" + text[16:20] + "-" + text[20:], nil
}
