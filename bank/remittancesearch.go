package bank

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"smartbank/bank/calendar"
	"smartbank/bank/fx"
	"smartbank/bank/money"
)

// Remittances answers a query, newest first, by keyset. It is refused with the
// period refusals of [Bank.History].
func (b *Bank) Remittances(ctx context.Context, c Caller, q RemittanceQuery) (RemittancePage, error) {
	var page RemittancePage
	err := b.lookup(ctx, c, "list remittances", func(ctx context.Context, t *tx) error {
		if err := checkPeriod(q.From, q.To, calendar.DateOf(t.now)); err != nil {
			return err
		}
		size := q.Limit
		if size <= 0 {
			size = RemittancePageSize
		}
		found, err := collect(ctx, t, scanRemittance, "remittance_list", c.Customer, q.From.Start().UnixMicro(),
			q.To.AddDays(1).Start().UnixMicro(), q.Kind, q.Status, q.Country, q.Currency, strings.TrimSpace(q.Text), entryOf(q.After), size+1)
		if err != nil {
			return err
		}
		page.Rows = found
		if len(found) > size {
			page.Rows = found[:size]
			page.Next = page.Rows[size-1].Reference
		}
		return nil
	})
	if err != nil {
		return RemittancePage{}, err
	}
	return page, nil
}

func scanRemittance(rows *sql.Rows) (Remittance, error) {
	var (
		r      Remittance
		id, at int64
		day    int
		body   string
	)
	if err := rows.Scan(&id, &day, &at, &body, &r.Status); err != nil {
		return Remittance{}, err
	}
	kept, err := decodeRemittance(body)
	r.Order, r.Terms, r.Recipient, r.Country = kept.order, kept.terms, kept.order.recipient(), kept.order.country()
	r.Reference, r.At = reference(day, id), instant(at)
	return r, err
}

// entryOf is the number of the entry with a reference, 0 if it is none.
func entryOf(reference string) int64 {
	_, number, _ := strings.Cut(reference, "-")
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return 0
	}
	return id
}

// ownRemittance reads a remittance of a customer by its reference. It is refused
// with CodeNoRemittance.
func (t *tx) ownRemittance(ctx context.Context, who CustomerID, ref string) (bookedRemittance, error) {
	var key string
	err := t.QueryRowContext(ctx, query("remittance_key"), entryOf(ref), who).Scan(&key)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return bookedRemittance{}, &RefusedError{Code: CodeNoRemittance}
	case err != nil:
		return bookedRemittance{}, fmt.Errorf("find remittance %s: %w", ref, err)
	}
	r, found, err := t.remittanceReceipt(ctx, key)
	if err == nil && (!found || r.Reference != ref) {
		err = &RefusedError{Code: CodeNoRemittance}
	}
	return r, err
}

// Remittance is everything about one of the caller's remittances. It is refused
// with CodeNoRemittance.
func (b *Bank) Remittance(ctx context.Context, c Caller, reference string) (RemittanceDetail, error) {
	var d RemittanceDetail
	err := b.lookup(ctx, c, "read remittance", func(ctx context.Context, t *tx) error {
		r, err := t.ownRemittance(ctx, c.Customer, reference)
		if err != nil {
			return err
		}
		d, err = t.detail(ctx, r)
		return err
	})
	if err != nil {
		return RemittanceDetail{}, err
	}
	return d, nil
}

func (t *tx) detail(ctx context.Context, r bookedRemittance) (RemittanceDetail, error) {
	o := r.Order
	d := RemittanceDetail{
		Remittance: Remittance{
			Order: o, Terms: r.Terms, Reference: r.Reference, At: r.At, Recipient: o.recipient(), Country: o.country(),
		},
		BalanceAfter: r.BalanceAfter, Document: r.body.document(), MT103: r.MT103, Pacs008: r.Pacs008,
	}
	if o.Kind == SWIFT {
		d.Transfer = r.body.transfer(r.Reference, r.At)
	}
	var err error
	if d.Steps, err = t.tracking(ctx, r, &d); err != nil {
		return RemittanceDetail{}, err
	}
	d.Status = d.Steps[len(d.Steps)-1].Status
	d.Amendable, d.Cancellable = o.may(d.Status, AmendmentRequested), o.may(d.Status, CancellationRequested)
	var back int64
	if err := t.QueryRowContext(ctx, query("remittance_back"), r.entry).Scan(&d.Medium, &back); err != nil {
		return RemittanceDetail{}, fmt.Errorf("read what came back: %w", err)
	}
	d.Returned = money.New(back, r.Terms.Total.Currency())
	return d, nil
}

// tracking are the steps of a remittance with what was noted of them.
func (t *tx) tracking(ctx context.Context, r bookedRemittance, d *RemittanceDetail) ([]RemittanceStep, error) {
	all, err := t.steps(ctx, r.entry)
	if err != nil {
		return nil, err
	}
	steps := make([]RemittanceStep, len(all))
	for i, s := range all {
		steps[i] = RemittanceStep{Status: s.status, At: s.at}
	}
	notes, err := collect(ctx, t, func(rows *sql.Rows) (a act, err error) {
		return a, rows.Scan(&a.kind, &a.text, &a.body)
	}, "remittance_notes", r.Order.Key)
	if err != nil {
		return nil, err
	}
	for _, a := range notes {
		var n stepNote
		if err := json.Unmarshal(a.body, &n); err != nil {
			return nil, fmt.Errorf("remittance %s: read a note: %w", r.Reference, err)
		}
		if n.N < 1 || n.N > len(steps) {
			return nil, fmt.Errorf("remittance %s: a note of step %d", r.Reference, n.N)
		}
		if a.kind == actRequest {
			steps[n.N-1].Note = a.text
			continue
		}
		steps[n.N-1].Reason = a.text
		if n.Rate > 0 {
			d.ReturnedRate = fx.Rate(n.Rate).String()
		}
	}
	return steps, nil
}
