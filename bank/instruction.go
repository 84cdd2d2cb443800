package bank

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"smartbank/bank/calendar"
)

// instruction is an order to send money later.
type instruction struct {
	id        int64
	customer  CustomerID
	order     TransferOrder
	hash      [32]byte
	requested time.Time
	at        time.Time // confirmed
	cancelled time.Time // zero unless it was
}

// instructionReference is what customers call an order for later, such as
// 20261105-S000012.
func instructionReference(at time.Time, id int64) string {
	return fmt.Sprintf("%08d-S%06d", calendar.DateOf(at).Key(), id)
}

// instruct keeps an order for later with its signature, and makes it due.
func (t *tx) instruct(ctx context.Context, p passing, kept keptOrder, s signed) (Receipt, error) {
	who := p.who
	body, err := encode(kept.order)
	if err != nil {
		return Receipt{}, fmt.Errorf("keep the instruction: %w", err)
	}
	i := instruction{customer: who.id, order: kept.order, hash: kept.hash, requested: kept.at, at: t.now}
	err = t.QueryRowContext(ctx, query("instruction_keep"), kept.order.Key, who.id, string(body), kept.hash[:],
		kept.at.UnixMicro(), t.now.UnixMicro()).Scan(&i.id)
	if err != nil {
		return Receipt{}, fmt.Errorf("keep the instruction: %w", err)
	}
	if s.document == nil { // nobody here can check signatures
		if s.document, err = t.document(ctx, who.id, kept); err != nil {
			return Receipt{}, err
		}
	}
	err = t.act(ctx, act{customer: who.id, kind: actInstruction, subject: kept.order.Key, text: string(s.document), body: s.signature, at: s.at})
	if err != nil {
		return Receipt{}, err
	}
	first := due{kind: dueInstruction, subject: kept.order.Key, at: kept.order.When.due(t.now, 0)}
	if err := t.plan(ctx, first); err != nil {
		return Receipt{}, err
	}
	return i.receipt(p, first.at), nil
}

// receipt is that of an order which is carried out later.
func (i instruction) receipt(p passing, due time.Time) Receipt {
	return Receipt{
		Order: i.order, RecipientEN: p.to.nameEN, Reference: instructionReference(i.at, i.id), At: i.at,
		Fee: transferFee(), BalanceAfter: p.from.balance, Status: Scheduled, Due: due,
	}
}

// instruction reads an order for later by its key.
func (t *tx) instruction(ctx context.Context, key string) (i instruction, found bool, err error) {
	all, err := collect(ctx, t, scanInstruction, "instruction_by_key", key)
	if err != nil || len(all) == 0 {
		return instruction{}, false, during("read the instruction", err)
	}
	return all[0], true, nil
}

func scanInstruction(rows *sql.Rows) (i instruction, err error) {
	var (
		body          string
		hash          []byte
		requested, at int64
		cancelled     sql.NullInt64
	)
	if err := rows.Scan(&i.id, &i.customer, &body, &hash, &requested, &at, &cancelled); err != nil {
		return instruction{}, err
	}
	copy(i.hash[:], hash)
	i.requested, i.at = instant(requested), instant(at)
	if cancelled.Valid {
		i.cancelled = instant(cancelled.Int64)
	}
	i.order, err = decode(body)
	return i, err
}

// instructed is the receipt of an order for later, as it was given when it was
// confirmed but for the balance, which is that of now.
func (t *tx) instructed(ctx context.Context, key string) (r booked, found bool, err error) {
	i, found, err := t.instruction(ctx, key)
	if err != nil || !found {
		return booked{}, false, err
	}
	from, err := t.ownAccount(ctx, i.customer, i.order.From)
	if err != nil {
		return booked{}, false, err
	}
	to, err := t.checkRecipient(ctx, i.order.Bank, i.order.To)
	if err != nil && RefusalCode(err) == "" {
		return booked{}, false, err
	}
	receipt := i.receipt(passing{from: from, to: to}, i.order.When.due(i.at, 0))
	return booked{Receipt: receipt, customer: i.customer, hash: i.hash}, true, nil
}

// CancelTransfer stops an order for later, until CancelBefore before it is due; a
// monthly one for all months that follow. It is refused with CodeReadOnly, CodeNoInstruction and CodeTooLateToCancel.
// Cancelling what is cancelled is no error.
func (b *Bank) CancelTransfer(ctx context.Context, c Caller, key string) error {
	return b.answer(ctx, "cancel transfer", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		i, found, err := t.instruction(ctx, key)
		switch {
		case err != nil:
			return err
		case !found || i.customer != c.Customer:
			return &RefusedError{Code: CodeNoInstruction}
		case !i.cancelled.IsZero():
			return nil
		}
		due, waits, err := t.dueFor(ctx, key)
		switch {
		case err != nil:
			return err
		case !waits:
			return &RefusedError{Code: CodeNoInstruction}
		case t.now.After(due.Add(-CancelBefore)):
			return &RefusedError{Code: CodeTooLateToCancel, At: due.Add(-CancelBefore)}
		}
		if err := t.act(ctx, act{customer: c.Customer, kind: actInstructionCancelled, subject: key}); err != nil {
			return err
		}
		if _, err := t.ExecContext(ctx, query("instruction_cancel"), key, t.now.UnixMicro()); err != nil {
			return fmt.Errorf("cancel the instruction: %w", err)
		}
		return nil
	})
}

// dueFor is when something that waits for its time is due.
func (t *tx) dueFor(ctx context.Context, key string) (at time.Time, waits bool, err error) {
	all, err := collect(ctx, t, scanTime, "due_for", key)
	if err != nil || len(all) == 0 {
		return time.Time{}, false, during("read when it is due", err)
	}
	return all[0], true, nil
}

func scanTime(rows *sql.Rows) (time.Time, error) {
	var at int64
	err := rows.Scan(&at)
	return instant(at), err
}
