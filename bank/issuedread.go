package bank

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
)

// Issued is the record of a certificate. It is refused with CodeNoCertificate.
func (b *Bank) Issued(ctx context.Context, institute, serial string) (c IssuedCertificate, err error) {
	if all, known := b.memo.recall(b); known {
		for _, c := range all {
			if c.Institute == institute && c.Serial == serial {
				return c, nil
			}
		}
		return IssuedCertificate{}, &RefusedError{Code: CodeNoCertificate}
	}
	err = b.read(ctx, func(ctx context.Context, t *tx) error {
		c, err = t.issuedOne(ctx, institute, serial)
		return err
	})
	return c, during("read a certificate", err)
}

// IssuedForOrder are the certificates that were issued for an approval, oldest
// first.
func (b *Bank) IssuedForOrder(ctx context.Context, order string) ([]IssuedCertificate, error) {
	return b.listIssued(ctx, "issued_of_order", order)
}

// TouchedIssued are an institute's certificates that were ever suspended or
// revoked, oldest first.
func (b *Bank) TouchedIssued(ctx context.Context, institute string) ([]IssuedCertificate, error) {
	if all, known := b.memo.recall(b); known {
		return slices.DeleteFunc(all, func(c IssuedCertificate) bool { return c.Institute != institute || !c.touched() }), nil
	}
	return b.listIssued(ctx, "issued_touched", institute)
}

// touched reports whether a certificate was ever suspended or revoked.
func (c IssuedCertificate) touched() bool {
	return slices.ContainsFunc(c.Steps, func(s CertificateStep) bool {
		return s.Status == IssuedSuspended || s.Status == IssuedRevoked
	})
}

func (b *Bank) listIssued(ctx context.Context, statement, value string) (found []IssuedCertificate, err error) {
	err = b.read(ctx, func(ctx context.Context, t *tx) error {
		found, err = t.issued(ctx, statement, value)
		return err
	})
	return found, during("list certificates", err)
}

// issuedOne is one certificate. It is refused with CodeNoCertificate.
func (t *tx) issuedOne(ctx context.Context, institute, serial string) (IssuedCertificate, error) {
	found, err := t.issued(ctx, "issued_one", institute, serial)
	if err == nil && len(found) == 0 {
		err = &RefusedError{Code: CodeNoCertificate}
	}
	if err != nil {
		return IssuedCertificate{}, err
	}
	return found[0], nil
}

// issuedTo are all certificates that the bank issued to a customer, oldest first.
func (t *tx) issuedTo(ctx context.Context, who CustomerID) ([]IssuedCertificate, error) {
	return t.issued(ctx, "issued_to", who)
}

// certificateOf is the customer's certificate that is good or suspended, nil if
// there is none: there is at most one.
func (t *tx) certificateOf(ctx context.Context, who CustomerID) (*IssuedCertificate, error) {
	issued, err := t.issuedTo(ctx, who)
	if err != nil {
		return nil, err
	}
	for i := range issued {
		if s := issued[i].Status(); s == IssuedGood || s == IssuedSuspended {
			return &issued[i], nil
		}
	}
	return nil, nil //nolint:nilnil // there is none, and that is no error
}

// issued reads certificates with their steps.
func (t *tx) issued(ctx context.Context, statement string, args ...any) ([]IssuedCertificate, error) {
	found, err := collect(ctx, t, func(rows *sql.Rows) (c IssuedCertificate, err error) {
		err = rows.Scan(&c.id, &c.Institute, &c.Serial, &c.Issuer, &c.SHA256, &c.DER, &c.Order, &c.Replaces)
		return c, err
	}, statement, args...)
	if err != nil {
		return nil, fmt.Errorf("read certificates: %w", err)
	}
	for i := range found {
		found[i].Steps, err = collect(ctx, t, func(rows *sql.Rows) (s CertificateStep, err error) {
			var at int64
			err = rows.Scan(&s.Status, &s.Why, &at)
			s.At = instant(at)
			return s, err
		}, "issued_steps", found[i].id)
		if err != nil {
			return nil, fmt.Errorf("read a certificate's steps: %w", err)
		}
	}
	return found, nil
}
