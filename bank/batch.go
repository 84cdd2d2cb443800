package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// maxBatch is how many orders one commit may answer for.
const maxBatch = 256

// batch is a write transaction and the orders carried out in it. An order beside
// others runs inside a savepoint, to which it goes back if it fails.
type batch struct {
	bank   *Bank
	began  *work
	newest int64 // the time of the last order, unix microseconds
	orders []*order
	outs   []outcome

	committing bool // the commit was asked for: if it failed, the log may hold it all the same
}

// write is the one writer: it carries out orders until there are no more.
func (b *Bank) write() {
	defer close(b.written)
	for o := range b.orders {
		if o.state.CompareAndSwap(orderWaits, orderTaken) {
			b.carryOut(o)
		}
	}
}

// carryOut carries out an order, and with it those that wait or come meanwhile,
// and answers each when all of it is on the disk. If the commit fails nobody gets a success.
func (b *Bank) carryOut(first *order) {
	ctx := context.WithValue(context.Background(), inside{}, true)
	a := &batch{bank: b, orders: []*order{first}, outs: []outcome{{}}}
	err := b.repair(ctx)
	if err == nil {
		if err = a.run(ctx); err != nil {
			err = b.afterFault(ctx, err, a.committing)
		}
	}
	for i, o := range a.orders {
		if err != nil && a.outs[i].panicked == "" {
			a.outs[i].err = err
		}
		a.outs[i].err = faulty(b.path, a.outs[i].err)
		o.done <- a.outs[i]
	}
}

// run is the transaction of a batch. After an error nothing of it stays.
func (a *batch) run(ctx context.Context) error {
	b := a.bank
	var err error
	if a.began, err = b.w.begin(ctx, toWrite); err != nil {
		return fault(b.path, "begin", err)
	}
	defer a.began.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	if a.newest, err = newestEntry(ctx, a.began); err != nil {
		return fault(b.path, "read the newest entry", err)
	}
	// Alone the first order needs no savepoint: if it fails, all goes.
	if a.outs[0] = a.attempt(a.orders[0]); a.outs[0].failed() {
		if broken(a.outs[0].err) {
			return fault(b.path, "carry out", a.outs[0].err)
		}
		return nil
	}
	for len(a.orders) < maxBatch {
		o := b.next()
		if o == nil {
			break
		}
		a.orders, a.outs = append(a.orders, o), append(a.outs, outcome{})
		if a.outs[len(a.outs)-1], err = a.beside(ctx, o); err != nil {
			return err
		}
	}
	if err := b.seal(ctx, a.began, a.newest); err != nil {
		return fault(b.path, "seal", err)
	}
	a.committing = true
	if err := a.began.Commit(); err != nil {
		return fault(b.path, "commit", err)
	}
	return nil
}

// next is the next order that still waits, or nil.
func (b *Bank) next() *order {
	for {
		select {
		case o := <-b.orders: // nil when the bank is closing
			if o == nil || o.state.CompareAndSwap(orderWaits, orderTaken) {
				return o
			}
		default:
			return nil
		}
	}
}

// attempt runs an order at its own time, later than those before it.
func (a *batch) attempt(o *order) outcome {
	t := &tx{work: a.began, bank: a.bank, now: a.bank.ledgerTime(a.newest)}
	a.newest = t.now.UnixMicro()
	return o.run(t)
}

// beside runs an order that is not the first of its batch. It returns an error
// only if the others cannot go on either.
func (a *batch) beside(ctx context.Context, o *order) (outcome, error) {
	if _, err := a.began.ExecContext(ctx, "SAVEPOINT beside"); err != nil {
		return outcome{}, fault(a.bank.path, "begin", err)
	}
	out := a.attempt(o)
	if out.failed() {
		if broken(out.err) {
			return out, fault(a.bank.path, "carry out", out.err)
		}
		if _, err := a.began.ExecContext(ctx, "ROLLBACK TO SAVEPOINT beside"); err != nil {
			return out, fault(a.bank.path, "undo", err)
		}
	}
	if _, err := a.began.ExecContext(ctx, "RELEASE SAVEPOINT beside"); err != nil {
		return out, fault(a.bank.path, "go on", err)
	}
	return out, nil
}

// broken reports whether err is about the file and not about an order: what SQLite
// believes about the file may then be wrong. (A full disk is no such thing: SQLite undoes what did not fit.)
func broken(err error) bool {
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return false
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PROTOCOL:
		return true
	}
	return false
}

// afterFault opens the file again after a fault of it, and returns what the callers
// are told. If the commit failed, that nothing was booked can be said only once the log cannot bring it back.
func (b *Bank) afterFault(ctx context.Context, err error, committing bool) error {
	if b.path == "" || !broken(err) {
		return err
	}
	b.broken = true
	if again := b.repair(ctx); again != nil && committing {
		return errors.Join(ErrUnknown, err, again)
	}
	return err
}

// repair closes and opens the file after a fault, if there was one: after a failed
// write nothing that the connections remember may be relied on.
//
// A commit that failed may have left its pages in the log, whole, where a crash
// would find them and take them for a commit. Writing anything puts other pages in their place.
func (b *Bank) repair(ctx context.Context) error {
	if !b.broken {
		return nil
	}
	if err := b.at.check(); err != nil {
		return err
	}
	b.files.Lock()
	defer b.files.Unlock()
	_ = b.w.Close() // it has no transaction, and what it would say is known
	w, err := connect(ctx, writerDSN(b.path), 1)
	if err != nil {
		return fault(b.path, "open again", err)
	}
	b.w = newHandle(w, b.at, 1)
	if err := touch(ctx, w); err != nil {
		return fault(b.path, "open again", err)
	}
	r, err := connect(ctx, readerDSN(b.path), readers)
	if err != nil {
		return fault(b.path, "open again", err)
	}
	_ = b.r.Close() // its transactions go on to their end
	b.r = newHandle(r, b.at, readers)
	b.broken = false
	b.opened++
	return nil
}

// reopenReaders opens the readers again after a fault that one of those in from met,
// unless somebody has already. If that fails they stay as they are, and the next fault tries again.
func (b *Bank) reopenReaders(ctx context.Context, from *handle) {
	b.closing.RLock() // who closes the bank closes these readers too
	defer b.closing.RUnlock()
	b.files.Lock()
	defer b.files.Unlock()
	if b.closed || b.path == "" || b.r != from || b.at.check() != nil {
		return
	}
	r, err := connect(ctx, readerDSN(b.path), readers)
	if err != nil {
		return
	}
	_ = b.r.Close() // its transactions go on to their end
	b.r = newHandle(r, b.at, readers)
}

// touch commits a page that says what it said before.
func touch(ctx context.Context, db *sql.DB) error {
	began, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer began.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	var version int
	if err := began.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if _, err := began.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version=%d", version)); err != nil {
		return err
	}
	return began.Commit()
}
