package bank

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"fmt"

	"smartbank/bank/fx"
	"smartbank/bank/money"
)

// The kinds of acts of remittances.
const (
	actRemittance = "remittance"         // subject: the key of the order; text: its document; body: the signature, empty if none is needed
	actRequest    = "remittance-request" // subject: the key; text: what was asked for; body: stepNote
	actStep       = "remittance-step"    // subject: the key; text: the reason of a step; body: stepNote
)

// The answers to requests, as reasons of the step after them.
const (
	requestAccepted = "ACPT"
	requestRejected = "RJCT"
)

// reasonExpired is the reason of what was not collected: "narrative" of
// ExternalReturnReason1Code, which has no code of its own for it.
const reasonExpired = "NARR"

// stepNote is what is kept of a step besides its status, in an act.
type stepNote struct {
	N         int        `json:"n"`
	Rate      int64      `json:"rate,omitempty"` // at which money was booked back, in millionths
	Amendment *Amendment `json:"amendment,omitempty"`
}

// note keeps what a step is about.
func (t *tx) note(ctx context.Context, who CustomerID, kind, key, text string, n stepNote) error {
	body, err := json.Marshal(n)
	if err != nil {
		return fmt.Errorf("keep the step: %w", err)
	}
	return t.act(ctx, act{customer: who, kind: kind, subject: key, text: text, body: body})
}

// steps are the steps of an entry's order so far, in order.
func (t *tx) steps(ctx context.Context, entry int64) ([]step, error) {
	return collect(ctx, t, func(rows *sql.Rows) (s step, err error) {
		var at int64
		err = rows.Scan(&s.n, &s.status, &at)
		s.at = instant(at)
		return s, err
	}, "event_list", entry)
}

// planStep plans what comes after the newest step of a remittance.
func (t *tx) planStep(ctx context.Context, body remittanceBody, all ...step) error {
	newest, before := all[len(all)-1], RemittanceStatus("")
	if len(all) > 1 {
		before = all[len(all)-2].status
	}
	status, at := body.order.next(newest, before)
	if status == "" {
		return nil
	}
	return t.plan(ctx, due{kind: dueRemittance, subject: body.order.Key, n: newest.n, at: at})
}

// stepRemittance takes a remittance to its next step, as of when that was due,
// unless it has gone another way.
func (t *tx) stepRemittance(ctx context.Context, d due) error {
	if err := t.atItsTime(ctx, d); err != nil {
		return err
	}
	r, found, err := t.remittanceReceipt(ctx, d.subject)
	if err == nil && !found {
		err = sql.ErrNoRows
	}
	if err != nil {
		return fmt.Errorf("find the remittance: %w", err)
	}
	all, err := t.steps(ctx, r.entry)
	if err != nil {
		return err
	}
	newest := all[len(all)-1]
	if newest.n != d.n {
		return nil
	}
	before := RemittanceStatus("")
	if len(all) > 1 {
		before = all[len(all)-2].status
	}
	status, _ := r.body.order.next(newest, before)
	if status == "" {
		return nil
	}
	n := stepNote{N: newest.n + 1}
	if status.Back() {
		if n.Rate, err = t.bringBack(ctx, r, d, newest.status == CancellationRequested && before.unsent()); err != nil {
			return err
		}
	}
	if err := t.take(ctx, r.entry, newest, step{newest.n + 1, status, d.at}); err != nil {
		return err
	}
	if reason := r.body.order.reason(newest.status, status); reason != "" {
		if err := t.note(ctx, r.customer, actStep, d.subject, reason, n); err != nil {
			return err
		}
	}
	return t.planStep(ctx, r.body, append(all, step{newest.n + 1, status, d.at})...)
}

// reason is why a remittance went from one status to the next; "" where that goes
// without saying.
func (o RemittanceOrder) reason(from, to RemittanceStatus) string {
	switch {
	case to == RemittanceReturned:
		return o.returnReason()
	case to == RemittanceExpired:
		return reasonExpired
	case from.requested() && (o.ending() == endingKept):
		return requestRejected
	case from.requested():
		return requestAccepted
	}
	return ""
}

// take writes the next step.
func (t *tx) take(ctx context.Context, entry int64, from, to step) error {
	_, err := t.ExecContext(ctx, query("event_next"), entry, to.n, from.status, to.status, to.at.UnixMicro())
	if err != nil {
		return fmt.Errorf("keep the step: %w", err)
	}
	return nil
}

// bringBack books the money of a remittance back, as a new entry: all of it if it
// had not left the bank, otherwise what is left after the banks abroad took theirs, at the T/T receive rate of when it
// was due. It returns that rate in millionths, 0 where nothing was exchanged back.
func (t *tx) bringBack(ctx context.Context, r bookedRemittance, d due, whole bool) (rate int64, err error) {
	all := back(r.body.movements())
	if !whole {
		q, err := t.backRate(ctx, r, d)
		if err != nil {
			return 0, err
		}
		if all, err = r.body.returned(q); err != nil {
			return 0, err
		}
		if r.Terms.Exchanged {
			rate = int64(q.Rate)
		}
	}
	if all, err = t.payable(ctx, all, r.Order.From); err != nil {
		return 0, err
	}
	legs, err := t.legs(ctx, all)
	if err != nil {
		return 0, err
	}
	_, err = post(ctx, t, entry{
		key: backKey(d.subject), requestHash: sha256.Sum256([]byte(backKey(d.subject))), kind: "reversal", legs: legs, reverses: r.entry,
	})
	return rate, err
}

// backKey is the key of the entry that brings the money of an order back.
func backKey(key string) string { return "back-" + key }

// backRate is the T/T receive rate of when something was due. Where there is none,
// it is the rate of the order.
func (t *tx) backRate(ctx context.Context, r bookedRemittance, d due) (fx.Quote, error) {
	known, err := t.rates(ctx)
	if err != nil {
		return fx.Quote{}, err
	}
	board, err := known.at(d.at)
	if err == nil {
		q, err := board.Quote(r.Order.Currency, fx.Buy, 0, d.at)
		if err == nil {
			return q, nil
		}
	}
	if RefusalCode(noRate(err, r.Order.Currency)) == "" && err != nil {
		return fx.Quote{}, err
	}
	return r.Terms.Quote, nil
}

// returned are the legs of what comes back at a rate: what was settled less the
// charge of the banks abroad, which is at most half of it.
func (r remittanceBody) returned(q fx.Quote) ([]movement, error) {
	from, c := string(r.order.From), r.order.Currency
	position, nostro := ownNumber(OwnExchange, c), ownNumber(OwnNostro, c)
	settled := r.terms.Settled.Minor()
	left := money.New(settled-min(ourCharges[c], settled/2), c)
	memo := CutCells(printable("반환 "+r.order.recipient()), MemoCells)
	if !r.terms.Exchanged {
		return []movement{{nostro, from, left, memo, memo}}, nil
	}
	won, err := q.Won(left)
	if err != nil {
		return nil, err
	}
	all := []movement{{nostro, position, left, memo, from}}
	if won.Minor() > 0 {
		all = append(all, movement{OwnExchange, from, won, from, memo})
	}
	return all, nil
}

// payable has money for an account that was closed meanwhile wait at the bank, for
// its customer to call.
func (t *tx) payable(ctx context.Context, all []movement, to AccountNumber) ([]movement, error) {
	var status AccountStatus
	if err := t.QueryRowContext(ctx, query("account_status"), to).Scan(&status); err != nil {
		return nil, fmt.Errorf("find account %s: %w", to, err)
	}
	if status == AccountOpen {
		return all, nil
	}
	for i := range all {
		if all[i].credit == string(to) {
			all[i].credit = ownNumber(OwnClearing, all[i].amount.Currency())
		}
	}
	return all, nil
}
