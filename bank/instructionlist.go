package bank

import "context"

// instructions are a customer's orders for later that were requested in a period:
// those that wait, and those that were cancelled. What was carried out is a transfer, or a refusal.
func (t *tx) instructions(ctx context.Context, who CustomerID, q TransferQuery, from, to int64) ([]TransferResult, error) {
	all, err := collect(ctx, t, scanInstruction, "instruction_list", who, from, to, q.most())
	if err != nil {
		return nil, during("list orders for later", err)
	}
	var results []TransferResult
	for _, i := range all {
		r, shown, err := t.waiting(ctx, i)
		if err != nil {
			return nil, err
		}
		if shown && (q.Status == "" || q.Status == r.Status) && (q.Account == "" || q.Account == r.Order.From) {
			results = append(results, r)
		}
	}
	return results, nil
}

// waiting is an order for later as a result; there is none of one that was carried
// out.
func (t *tx) waiting(ctx context.Context, i instruction) (r TransferResult, shown bool, err error) {
	r = TransferResult{
		Order: i.order, Status: Scheduled, Reference: instructionReference(i.at, i.id),
		RequestedAt: i.requested, ProcessedAt: i.at, Fee: transferFee(),
	}
	to, err := t.checkRecipient(ctx, i.order.Bank, i.order.To)
	if err != nil && RefusalCode(err) == "" {
		return TransferResult{}, false, err
	}
	r.RecipientEN = to.nameEN
	if !i.cancelled.IsZero() {
		r.Status, r.ProcessedAt = Cancelled, i.cancelled
		return r, true, nil
	}
	due, waits, err := t.dueFor(ctx, i.order.Key)
	if err != nil || !waits {
		return TransferResult{}, false, err
	}
	r.Due = due
	if until := due.Add(-CancelBefore); !t.now.After(until) {
		r.CancelUntil = until
	}
	return r, true, nil
}

// WaitingTransfers are the caller's orders for later that wait for their time, the next one
// first, up to MaxTransfers of them, whenever they were ordered.
func (b *Bank) WaitingTransfers(ctx context.Context, c Caller) ([]TransferResult, error) {
	var results []TransferResult
	err := b.lookup(ctx, c, "list orders for later", func(ctx context.Context, t *tx) error {
		all, err := collect(ctx, t, scanInstruction, "instruction_waiting", c.Customer, MaxTransfers)
		if err != nil {
			return err
		}
		for _, i := range all {
			r, waits, err := t.waiting(ctx, i)
			if err != nil {
				return err
			}
			if waits {
				results = append(results, r)
			}
		}
		return nil
	})
	return results, err
}
