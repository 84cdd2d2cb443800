package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// due is something that happens at its time: a row of the table due. Kind says who
// does it, subject what it is about, and n which step of that it follows.
type due struct {
	id      int64
	kind    string
	subject string
	n       int
	at      time.Time
}

// dueRemittance is the next step of a remittance; its subject is the order's key.
const dueRemittance = "remittance"

// doers do what is due, by kind. Each runs in the transaction in which the row is
// marked as done, and finds out for itself whether it still applies: what was asked for meanwhile may have changed everything.
var doers = map[string]doer{
	dueRemittance: (*tx).stepRemittance,
	dueAnswer:     (*tx).answerComes,
	dueSettlement: (*tx).settleDay,
}

// doer does what is due.
type doer = func(t *tx, ctx context.Context, d due) error

// preparers find out what a doer needs and takes long, before the writer is asked:
// it must not wait for signatures to be checked.
var preparers = map[string]func(b *Bank, ctx context.Context, d due) (doer, error){
	dueInstruction: (*Bank).instructionIsDue,
}

// The kinds of what is due of transfers; their subject is the order's key.
const (
	dueAnswer      = "answer"      // another bank's, to a transfer of which nothing is known
	dueInstruction = "instruction" // an order for later
)

// plan has something done at a time.
func (t *tx) plan(ctx context.Context, d due) error {
	if _, err := t.ExecContext(ctx, query("due_plan"), d.kind, d.subject, d.n, d.at.UnixMicro()); err != nil {
		return fmt.Errorf("plan %s: %w", d.kind, err)
	}
	return nil
}

// Advance does everything that is due at the bank's time, each at its own due time
// and once, whoever else does it too, and returns how much was done. Every opener of a bank calls it, at the start and now and then.
//
// What happens is dated as of when it was due, however late that is noticed, and so is the money that it books: or right after
// the newest entry where that is later, because entries are in the order of time.
//
// One row is one transaction: a process that is killed has done a row or has not.
func (b *Bank) Advance(ctx context.Context) (done int, err error) {
	for {
		did, err := b.advanceOne(ctx)
		if err != nil || !did {
			return done, during("advance", err)
		}
		done++
	}
}

// advanceOne does the first of what is due, and reports whether there was something.
func (b *Bank) advanceOne(ctx context.Context) (did bool, err error) {
	var waits, done bool
	var first due
	err = b.read(ctx, func(ctx context.Context, t *tx) error {
		var err error
		first, waits, err = t.firstDue(ctx)
		return err
	})
	if err != nil || !waits {
		return false, err
	}
	f, err := b.doer(ctx, first)
	if err != nil {
		return false, err
	}
	err = b.inTx(ctx, func(ctx context.Context, t *tx) error {
		d, found, err := t.firstDue(ctx) // again: another process may have been quicker
		if err != nil || !found || d.id != first.id {
			return err
		}
		done = true
		return t.do(ctx, d, f)
	})
	if err != nil { // f may still be running
		return false, err
	}
	return done, nil
}

// firstDue is the first of what is due now and not done.
func (t *tx) firstDue(ctx context.Context) (d due, waits bool, err error) {
	var at int64
	err = t.QueryRowContext(ctx, query("due_first"), t.bank.opt.Now().UnixMicro()).Scan(&d.id, &d.kind, &d.subject, &d.n, &at)
	if errors.Is(err, sql.ErrNoRows) {
		return due{}, false, nil
	}
	d.at = instant(at)
	return d, err == nil, err
}

// doer is who does what is due. What nobody here knows to do is of a later version,
// and a fault.
func (b *Bank) doer(ctx context.Context, d due) (doer, error) {
	if prepare, ok := preparers[d.kind]; ok {
		return prepare(b, ctx, d)
	}
	if f, ok := doers[d.kind]; ok {
		return f, nil
	}
	return nil, fmt.Errorf("nobody does what is due as %q", d.kind)
}

// atItsTime dates what an order does as of when it was due, or right after the
// newest entry where that is later.
func (t *tx) atItsTime(ctx context.Context, d due) error {
	newest, err := newestEntry(ctx, t)
	if err == nil {
		t.now = time.UnixMicro(max(d.at.UnixMicro(), newest+1)).UTC()
	}
	return err
}

// do does what is due, and marks it as done.
func (t *tx) do(ctx context.Context, d due, f doer) error {
	if err := f(t, ctx, d); err != nil {
		return fmt.Errorf("%s %s: %w", d.kind, d.subject, err)
	}
	if _, err := t.ExecContext(ctx, query("due_done"), d.id, t.now.UnixMicro()); err != nil {
		return fmt.Errorf("mark as done: %w", err)
	}
	return nil
}
