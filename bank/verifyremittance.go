package bank

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"smartbank/bank/fx"
	"smartbank/bank/money"
)

// storedRemittance is a remittance as the books have it.
type storedRemittance struct {
	entry, customer                     int64
	key, body, kind, country, from      string
	currency, recipient, account        string
	amount, dollars, requested, reverse int64
	hash                                []byte
	act                                 sql.NullInt64
	text                                sql.NullString
	signature                           []byte
	signedAt                            sql.NullInt64
	rate                                sql.NullInt64 // of what came back
}

func scanStoredRemittance(rows *sql.Rows) (s storedRemittance, err error) {
	err = rows.Scan(&s.entry, &s.customer, &s.key, &s.hash, &s.body, &s.kind, &s.country, &s.from, &s.currency, &s.recipient, &s.account,
		&s.amount, &s.dollars, &s.requested, &s.reverse, &s.act, &s.text, &s.signature, &s.signedAt, &s.rate)
	return s, err
}

// remittances checks every remittance: that its order is what was hashed, that its
// entry moved what follows from the order and its quote, that what came back is what had to, and that the customer agreed to just that.
func (v *verification) remittances(ctx context.Context) (difference string, err error) {
	rows, err := v.began.QueryContext(ctx, query("verify_remittance"))
	if err != nil {
		return "", err
	}
	all, err := scanAll(rows, scanStoredRemittance)
	if err != nil {
		return "", err
	}
	for _, s := range all {
		if difference, err = v.remittance(ctx, s); err != nil || difference != "" {
			return difference, err
		}
	}
	return "", nil
}

// scanAll reads all rows and closes them.
func scanAll[T any](rows *sql.Rows, scan func(*sql.Rows) (T, error)) (all []T, err error) {
	defer rows.Close() //nolint:errcheck // the error of reading is rows.Err
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// remittance checks one.
func (v *verification) remittance(ctx context.Context, s storedRemittance) (difference string, err error) {
	wrong := func(what string) (string, error) { return fmt.Sprintf("remittance %d: %s", s.entry, what), nil }
	r, err := decodeRemittance(s.body)
	if err != nil {
		return wrong("its order cannot be read")
	}
	if text, hash, err := r.encode(); err != nil || text != s.body || !slices.Equal(hash[:], s.hash) {
		return wrong("its order is not what was hashed")
	}
	if !s.mirrors(r) {
		return wrong("it is not of its order")
	}
	if !r.follows() {
		return wrong("its terms do not follow from its order and its rate")
	}
	moved, err := v.moved(ctx, s.entry)
	if err != nil {
		return "", err
	}
	if !slices.Equal(moved, r.movements()) {
		return wrong("its entry did not move what follows from its terms")
	}
	if s.reverse != 0 {
		if ok, err := v.cameBack(ctx, s, r); err != nil || !ok {
			return fmt.Sprintf("remittance %d: what came back is not what had to", s.entry), err
		}
	}
	if !s.act.Valid || s.text.String != string(r.document()) {
		return wrong("no act of its customer says what was ordered")
	}
	if len(s.signature) == 0 || v.check == nil {
		return "", nil
	}
	return v.signature(ctx, storedSignature{
		act: act{customer: CustomerID(s.customer), subject: s.key, text: s.text.String, body: s.signature, at: instant(s.signedAt.Int64)},
		id:  s.act.Int64,
	}, true)
}

// mirrors reports whether the columns are those of the order.
func (s storedRemittance) mirrors(r remittanceBody) bool {
	o := r.order
	return o.Key == s.key && string(o.Kind) == s.kind && o.country() == s.country && string(o.From) == s.from && string(o.Currency) == s.currency &&
		o.recipient() == s.recipient && o.account() == s.account && r.terms.Amount.Minor() == s.amount && r.terms.Dollars.Minor() == s.dollars &&
		r.requested.UnixMicro() == s.requested
}

// follows reports whether the terms are those that the order has at its quote. What
// it is in dollars was said by a board that is not kept.
func (r remittanceBody) follows() bool {
	from := r.terms.Total.Currency()
	again, err := r.order.termsAt(r.terms.Quote, from, func(money.Amount) (money.Amount, error) { return r.terms.Dollars, nil })
	again.UETR = r.terms.UETR
	return err == nil && again == r.terms
}

// moved are the legs of an entry.
func (v *verification) moved(ctx context.Context, entry int64) ([]movement, error) {
	rows, err := v.began.QueryContext(ctx, query("verify_moved"), entry)
	if err != nil {
		return nil, err
	}
	return scanAll(rows, func(rows *sql.Rows) (m movement, err error) {
		var (
			minor int64
			c     money.Currency
		)
		err = rows.Scan(&m.debit, &m.credit, &minor, &c, &m.debitMemo, &m.creditMemo)
		m.amount = money.New(minor, c)
		return m, err
	})
}

// cameBack reports whether the entry that reverses a remittance moved what had to
// come back: all of it, or what its rate makes of what the banks abroad left. An account that was closed by then had it wait in clearing.
func (v *verification) cameBack(ctx context.Context, s storedRemittance, r remittanceBody) (bool, error) {
	moved, err := v.moved(ctx, s.reverse)
	if err != nil {
		return false, err
	}
	for i, m := range moved {
		if m.credit == ownNumber(OwnClearing, m.amount.Currency()) {
			moved[i].credit = s.from
		}
	}
	q := r.terms.Quote
	if s.rate.Valid && s.rate.Int64 != 0 {
		q.Rate = fx.Rate(s.rate.Int64)
	}
	less, err := r.returned(q)
	if err != nil {
		return false, err
	}
	whole := back(r.movements())
	return slices.Equal(moved, less) || slices.Equal(moved, whole), nil
}
