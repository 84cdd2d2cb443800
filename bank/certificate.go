package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// CertificateEnd is why a certificate is no longer registered to a customer.
type CertificateEnd string

// The reasons.
const (
	CertificateDiscarded CertificateEnd = "discarded" // revoked for good
	CertificateReplaced  CertificateEnd = "replaced"  // reissued or renewed: another one took its place
	CertificateWithdrawn CertificateEnd = "withdrawn" // of another institute, not used here any more
)

// Certificate is one that is or was registered to a customer.
type Certificate struct {
	Signer

	RegisteredAt time.Time
	EndedAt      time.Time      // zero while it is registered
	End          CertificateEnd // "" while it is registered
}

// RegisterCertificate registers a certificate to the caller, who may sign orders
// with it from then on. Whether it is a good one was asked before. Registering the caller's own again changes nothing. It is refused with
// CodeReadOnly, and with CodeCertificateTaken if it is registered to another customer.
func (b *Bank) RegisterCertificate(ctx context.Context, c Caller, s Signer) error {
	return b.answer(ctx, "register a certificate", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		return t.registerCertificate(ctx, c.Customer, s)
	})
}

// EndCertificate ends the registration of one of the caller's certificates. It is
// refused with CodeReadOnly, and with CodeCertificateNotRegistered if it is not registered to the caller, or not any more.
func (b *Bank) EndCertificate(ctx context.Context, c Caller, s Signer, why CertificateEnd) error {
	return b.answer(ctx, "end a certificate", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		return t.endCertificate(ctx, c.Customer, s, why)
	})
}

// Certificates are those that are or were registered to the caller, in the order
// in which they were registered.
func (b *Bank) Certificates(ctx context.Context, c Caller) ([]Certificate, error) {
	var all []Certificate
	err := b.lookup(ctx, c, "list certificates", func(ctx context.Context, t *tx) (err error) {
		all, err = collect(ctx, t, scanCertificate, "certificate_list", c.Customer)
		return err
	})
	return all, err
}

func scanCertificate(rows *sql.Rows) (Certificate, error) {
	var (
		c          Certificate
		registered int64
		ended      sql.NullInt64
		why        sql.NullString
	)
	err := rows.Scan(&c.Issuer, &c.Serial, &c.SHA256, &registered, &ended, &why)
	c.RegisteredAt = instant(registered)
	if ended.Valid {
		c.EndedAt, c.End = instant(ended.Int64), CertificateEnd(why.String)
	}
	return c, err
}

// holder finds the customer to whom a certificate is registered now; 0 if it is to
// nobody. taken is whether one of its issuer and number is to somebody, which is another one if its fingerprint is.
func (t *tx) holder(ctx context.Context, s Signer) (who CustomerID, taken bool, err error) {
	var fingerprint string
	err = t.QueryRowContext(ctx, query("certificate_holder"), s.Issuer, s.Serial).Scan(&who, &fingerprint)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return 0, false, nil
	case err != nil:
		return 0, false, fmt.Errorf("find the certificate: %w", err)
	case fingerprint != s.SHA256: // its issuer has made a mistake, or somebody plays issuer
		return 0, true, nil
	}
	return who, true, nil
}

// registerCertificate registers a certificate to a customer.
func (t *tx) registerCertificate(ctx context.Context, who CustomerID, s Signer) error {
	switch held, taken, err := t.holder(ctx, s); {
	case err != nil:
		return err
	case held == who:
		return nil
	case taken:
		return &RefusedError{Code: CodeCertificateTaken}
	}
	err := t.act(ctx, act{customer: who, kind: actCertificateRegistered, subject: s.SHA256, body: s.named()})
	if err != nil {
		return err
	}
	if _, err := t.ExecContext(ctx, query("certificate_register"), who, s.Issuer, s.Serial, s.SHA256, t.now.UnixMicro()); err != nil {
		return fmt.Errorf("register the certificate: %w", err)
	}
	return nil
}

// named is the body of the act that registers a certificate.
func (s Signer) named() []byte { return []byte(s.Issuer + "\n" + s.Serial) }

// endCertificate ends the registration of a certificate to a customer.
func (t *tx) endCertificate(ctx context.Context, who CustomerID, s Signer, why CertificateEnd) error {
	switch held, _, err := t.holder(ctx, s); {
	case err != nil:
		return err
	case held != who:
		return &RefusedError{Code: CodeCertificateNotRegistered}
	}
	err := t.act(ctx, act{customer: who, kind: actCertificateEnded, subject: s.SHA256, body: []byte(why)})
	if err != nil {
		return err
	}
	if _, err := t.ExecContext(ctx, query("certificate_end"), s.Issuer, s.Serial, t.now.UnixMicro(), why); err != nil {
		return fmt.Errorf("end the certificate: %w", err)
	}
	return nil
}
