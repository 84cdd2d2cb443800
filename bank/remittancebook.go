package bank

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// Remit books a prepared order. The same key seen before gives the first receipt again, whatever the proof.
// Besides the refusals of PrepareRemittance, which are all asked again inside the transaction: CodeNotPrepared, CodeKeyReused,
// CodeQuoteExpired once the quote's minute is over, those of signatures as for [Bank.Transfer], and CodeWrongFactor. ErrUnknown means
// that it may have been booked: ask RemittanceOutcome.
func (b *Bank) Remit(ctx context.Context, c Caller, o RemittanceOrder, p Proof) (RemittanceReceipt, error) {
	f := takeFactor(p.Digits)
	s, err := b.checkRemittanceSignature(ctx, c, o.Key, p.Signature)
	if err != nil {
		return RemittanceReceipt{}, during("remit", err)
	}
	var r RemittanceReceipt
	err = b.answer(ctx, "remit", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		switch seen, found, err := t.remittanceReceipt(ctx, o.Key); {
		case err != nil:
			return err
		case found && (seen.customer != c.Customer || !seen.Order.same(o)):
			return &RefusedError{Code: CodeKeyReused}
		case found:
			r = seen.RemittanceReceipt
			return nil
		}
		booked, err := t.confirmRemittance(ctx, c, o, f, s)
		r = booked
		return err
	})
	if err != nil {
		return RemittanceReceipt{}, err
	}
	return r, nil
}

// checkRemittanceSignature is checkSignature for a remittance.
func (b *Bank) checkRemittanceSignature(ctx context.Context, c Caller, key string, signature []byte) (signed, error) {
	return b.checkSigned(ctx, signature, func() (document []byte, asOf time.Time, err error) {
		err = b.read(ctx, func(ctx context.Context, t *tx) error {
			asOf = t.now
			kept, found, err := t.preparedRemittance(ctx, c.Customer, key)
			if err == nil && found {
				document = kept.document()
			}
			return err
		})
		return document, asOf, err
	})
}

// confirmRemittance checks the signature and the second factor of a prepared order
// and books it.
func (t *tx) confirmRemittance(ctx context.Context, c Caller, o RemittanceOrder, f factor, s signed) (RemittanceReceipt, error) {
	kept, found, err := t.preparedRemittance(ctx, c.Customer, o.Key)
	switch {
	case err != nil:
		return RemittanceReceipt{}, err
	case !found:
		return RemittanceReceipt{}, &RefusedError{Code: CodeNotPrepared}
	case !kept.order.same(o):
		return RemittanceReceipt{}, &RefusedError{Code: CodeKeyReused}
	}
	if err := t.counts(ctx, c.Customer, s); err != nil {
		return RemittanceReceipt{}, err
	}
	who, err := t.customerByID(ctx, c.Customer)
	if err != nil {
		return RemittanceReceipt{}, err
	}
	if err := t.checkFactor(ctx, who, kept.challenge, f); err != nil {
		return RemittanceReceipt{}, err
	}
	p, err := t.remittancePasses(ctx, who, kept.remittanceBody)
	if err != nil {
		return RemittanceReceipt{}, err
	}
	err = t.undone(ctx, func() error { return t.writeRemittance(ctx, p, kept, s) })
	if err != nil {
		return RemittanceReceipt{}, err
	}
	receipt, err := t.remittanceOutcome(ctx, who.id, o.Key)
	if err == nil && receipt == nil {
		err = fmt.Errorf("remit: no receipt of %s", o.Key)
	}
	if err != nil {
		return RemittanceReceipt{}, err
	}
	return *receipt, nil
}

// writeRemittance writes the entry, the order behind it, its first step and what it
// was agreed to by, and plans what happens next.
func (t *tx) writeRemittance(ctx context.Context, p passingRemittance, kept keptRemittance, s signed) error {
	o, terms := p.order, p.terms
	legs, err := t.legs(ctx, p.movements())
	if err != nil {
		return err
	}
	id, err := post(ctx, t, entry{key: o.Key, requestHash: kept.hash, kind: "exchange", legs: legs})
	if err != nil {
		return err
	}
	body, _, err := kept.encode()
	if err != nil {
		return fmt.Errorf("keep the remittance: %w", err)
	}
	_, err = t.ExecContext(ctx, query("remittance_book"), id, p.who.id, p.from.id, o.Kind, body, o.country(), o.Currency,
		terms.Amount.Minor(), terms.Dollars.Minor(), calendar.DateOf(t.now).Year, o.recipient(), o.account(), p.who.medium, kept.requested.UnixMicro())
	switch {
	case violates(err, "over the limit of the year"):
		return &RefusedError{Code: CodeOverYearlyLimit, Amount: terms.Dollars, Available: p.year.Left, Limit: p.year.Limit}
	case err != nil:
		return fmt.Errorf("keep the remittance: %w", err)
	}
	first := RemittanceReceived
	if o.Kind == Eurogiro {
		first = RemittanceAccepted
	}
	if _, err := t.ExecContext(ctx, query("event_begin"), id, first, t.now.UnixMicro()); err != nil {
		return fmt.Errorf("keep the step: %w", err)
	}
	if err := t.act(ctx, act{customer: p.who.id, kind: actRemittance, subject: o.Key, text: string(p.document()), body: s.signature, at: s.at}); err != nil {
		return err
	}
	return t.planStep(ctx, p.remittanceBody, step{1, first, t.now})
}

// bookedRemittance is a receipt, and whose it is.
type bookedRemittance struct {
	RemittanceReceipt

	customer CustomerID
	entry    int64
	body     remittanceBody
}

// remittanceReceipt reads the receipt of the remittance with a key, from the books
// alone.
func (t *tx) remittanceReceipt(ctx context.Context, key string) (r bookedRemittance, found bool, err error) {
	var (
		hash        []byte
		day         int
		at, balance int64
		body        string
	)
	err = t.QueryRowContext(ctx, query("remittance_receipt"), key).Scan(&hash, &r.customer, &r.entry, &day, &at, &body, &balance)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return bookedRemittance{}, false, nil
	case err != nil:
		return bookedRemittance{}, false, fmt.Errorf("read receipt: %w", err)
	}
	if r.body, err = decodeRemittance(body); err != nil {
		return bookedRemittance{}, false, err
	}
	if _, now, err := r.body.encode(); err != nil || !bytes.Equal(now[:], hash) {
		return bookedRemittance{}, false, errors.Join(fmt.Errorf("remittance %s is not what was hashed", key), err)
	}
	r.Order, r.Terms = r.body.order, r.body.terms
	r.Reference, r.At = reference(day, r.entry), instant(at)
	r.BalanceAfter = money.New(balance, r.Terms.Total.Currency())
	r.MT103, r.Pacs008, err = r.body.messages(r.Reference, r.At)
	return r, err == nil, err
}

// RemittanceOutcome asks what became of the order with this key: its receipt, or
// nil if it was not booked. Another customer's key is nobody's.
func (b *Bank) RemittanceOutcome(ctx context.Context, c Caller, key string) (*RemittanceReceipt, error) {
	var r *RemittanceReceipt
	err := b.lookup(ctx, c, "ask for an outcome", func(ctx context.Context, t *tx) (err error) {
		r, err = t.remittanceOutcome(ctx, c.Customer, key)
		return err
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}

func (t *tx) remittanceOutcome(ctx context.Context, who CustomerID, key string) (*RemittanceReceipt, error) {
	seen, found, err := t.remittanceReceipt(ctx, key)
	if err != nil || !found || seen.customer != who {
		return nil, err
	}
	return &seen.RemittanceReceipt, nil
}
