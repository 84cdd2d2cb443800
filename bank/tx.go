package bank

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync/atomic"
	"time"
)

var (
	errClosed = errors.New("the bank is closed")

	// errNested keeps a read inside a transaction from waiting for ever for the
	// one connection that a bank in memory has.
	errNested = errors.New("inside a transaction only the transaction is used")
)

// inside marks the context that a transaction gives to its function.
type inside struct{}

// tx is what one order or one reader sees: all rows of an order have one time.
type tx struct {
	*work

	bank *Bank
	now  time.Time // of the ledger: Options.Now, and later than what was booked before, whatever the clock does
}

// order is what a caller waits for.
type order struct {
	run   func(t *tx) outcome
	state atomic.Int32 // one of the three below
	done  chan outcome // takes one
}

// An order waits until the writer takes it or its caller goes away, whoever is
// first.
const (
	orderWaits = iota
	orderTaken
	orderWithdrawn
)

// outcome is how an order ended: an error, or the panic of its function.
type outcome struct {
	err      error
	panicked string
}

// inTx runs f in a write transaction of the one writer, which commits what waits
// as one batch. What f wrote is on the disk when inTx returns nil; if f returns an error or panics, nothing of it stays,
// whatever becomes of the others of the batch. Orders run one after another, in the order they came.
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
	endless := context.WithValue(context.WithoutCancel(ctx), inside{}, true)
	o := &order{
		run:  func(t *tx) outcome { return attempt(func() error { return f(endless, t) }) },
		done: make(chan outcome, 1),
	}
	if err := b.submit(ctx, o); err != nil {
		return err
	}
	select {
	case out := <-o.done:
		return out.report()
	case <-ctx.Done():
	}
	if o.state.CompareAndSwap(orderWaits, orderWithdrawn) {
		return ctx.Err()
	}
	select { // both were ready: the answer is better than none
	case out := <-o.done:
		return out.report()
	default:
		return ErrUnknown
	}
}

// attempt runs an order's function.
func attempt(f func() error) (out outcome) {
	defer func() {
		if r := recover(); r != nil {
			out.panicked = fmt.Sprintf("%v\n\n%s", r, debug.Stack())
		}
	}()
	return outcome{err: f()}
}

// failed reports whether what the order wrote is to be undone.
func (o outcome) failed() bool { return o.err != nil || o.panicked != "" }

// report is the outcome as the caller gets it. A panic goes on where the caller
// can restore the terminal.
func (o outcome) report() error {
	if o.panicked != "" {
		panic(o.panicked)
	}
	return o.err
}

// submit queues an order.
func (b *Bank) submit(ctx context.Context, o *order) error {
	b.closing.RLock()
	defer b.closing.RUnlock()
	if b.closed {
		return errClosed
	}
	select {
	case b.orders <- o:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// read runs f in a read transaction: one snapshot. The writer is not held up,
// except in memory, where there is one connection for both.
func (b *Bank) read(ctx context.Context, f func(ctx context.Context, tx *tx) error) error {
	return b.readAt(ctx, newestEntry, f)
}

// anyTime spares a reader whose answer has no time in it the question how late it is
// in the books: its tx has the clock's.
func anyTime(context.Context, rower) (int64, error) { return 0, nil }

// readAt is read with another idea of when the newest entry was.
func (b *Bank) readAt(ctx context.Context, newest func(context.Context, rower) (int64, error), f func(ctx context.Context, tx *tx) error) error {
	if ctx.Value(inside{}) != nil {
		return errNested
	}
	began, err := b.beginRead(ctx)
	if err != nil {
		return fault(b.path, "begin", err)
	}
	if err = b.readIn(ctx, began, newest, f); broken(err) {
		b.reopenReaders(context.WithoutCancel(ctx), began.on)
	}
	return err
}

func (b *Bank) readIn(
	ctx context.Context, began *work, newest func(context.Context, rower) (int64, error), f func(ctx context.Context, tx *tx) error,
) error {
	defer began.Rollback() //nolint:errcheck // it only reads
	at, err := newest(ctx, began)
	if err != nil {
		return fault(b.path, "read the newest entry", err)
	}
	if err := f(context.WithValue(ctx, inside{}, true), &tx{work: began, bank: b, now: b.ledgerTime(at)}); err != nil {
		return faulty(b.path, err)
	}
	if err := began.Commit(); err != nil {
		return fault(b.path, "commit", err)
	}
	return nil
}

// look runs f in a read transaction that knows no time.
func (b *Bank) look(ctx context.Context, f func(began *work) error) error {
	began, err := b.beginRead(ctx)
	if err != nil {
		return err
	}
	defer began.Rollback() //nolint:errcheck // it only reads
	return f(began)
}

// beginRead begins a read transaction on the readers there are now.
func (b *Bank) beginRead(ctx context.Context) (*work, error) {
	b.files.RLock()
	defer b.files.RUnlock()
	return b.r.begin(ctx, toRead)
}
