package bank

import (
	"context"
	"database/sql"
	"fmt"

	"smartbank/bank/money"
)

// signatures checks every signature again, as of when it was checked first: that
// its document is that of the order that was booked, and, if somebody can, that it holds and is by a certificate that was
// registered to the customer then.
func (v *verification) signatures(ctx context.Context) (difference string, err error) {
	var total, done int64
	if err := v.began.QueryRowContext(ctx, query("signature_count")).Scan(&total); err != nil || total == 0 {
		return "", err
	}
	rows, err := v.began.QueryContext(ctx, query("signature_list"))
	if err != nil {
		return "", err
	}
	defer rows.Close() //nolint:errcheck // the error of reading is rows.Err
	for rows.Next() {
		s, err := scanSignature(rows)
		if err != nil {
			return "", err
		}
		if difference, err = v.signature(ctx, s, s.booked && s.signature.says(s.act.text)); err != nil || difference != "" {
			return difference, err
		}
		if done++; done%signaturesAtOnce == 0 || done == total {
			v.at(PartSignatures, done, total)
		}
	}
	return "", rows.Err()
}

// signaturesAtOnce is how many signatures are checked before somebody is told.
const signaturesAtOnce = 100

// storedSignature is a signature in the books, and the order that it is for.
type storedSignature struct {
	act       act
	id        int64
	booked    bool
	signature document // as the books have the order
}

func scanSignature(rows *sql.Rows) (s storedSignature, err error) {
	var (
		o                          = &s.signature.order
		at, amount, fee, requested int64
	)
	err = rows.Scan(&s.id, &at, &s.act.customer, &s.act.subject, &s.act.text, &s.act.body, &s.booked,
		&o.From, &o.Bank, &o.To, &o.Recipient, &amount, &fee, &o.OwnMemo, &o.RecipientMemo, &requested, &o.Expected, &o.Acknowledged)
	s.act.at = instant(at)
	o.Key, o.Amount = s.act.subject, money.New(amount, money.KRW)
	s.signature.fee, s.signature.requested = money.New(fee, money.KRW), instant(requested)
	return s, err
}

// signature checks one, of which it is known whether the order says the same.
func (v *verification) signature(ctx context.Context, s storedSignature, says bool) (difference string, err error) {
	if !says {
		return fmt.Sprintf("act %d: what was signed is not the order %s", s.id, s.act.subject), nil
	}
	if v.check == nil {
		return "", nil
	}
	by, err := v.check([]byte(s.act.text), s.act.body, s.act.at)
	switch code := RefusalCode(err); {
	case code != "":
		return fmt.Sprintf("act %d: the signature of the order %s does not hold (%s)", s.id, s.act.subject, code), nil
	case err != nil:
		return "", fmt.Errorf("act %d: %w", s.id, err)
	}
	var registered int
	err = v.began.QueryRowContext(ctx, query("signer_then"), by.Issuer, by.Serial, by.SHA256, s.act.customer, s.act.at.UnixMicro()).Scan(&registered)
	if err == nil && registered == 0 {
		difference = fmt.Sprintf("act %d: the order %s is signed with a certificate that was not registered to the customer", s.id, s.act.subject)
	}
	return difference, err
}
