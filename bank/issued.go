package bank

import (
	"context"
	"errors"
	"fmt"
)

// AddIssued keeps a certificate that was issued for an approval, as pending, and
// revokes those of the same order that still were. It is refused with CodeBadApproval if the order is done.
func (b *Bank) AddIssued(ctx context.Context, c IssuedCertificate) error {
	return b.answer(ctx, "keep a certificate", func(ctx context.Context, t *tx) error {
		p, err := t.approvalBy(ctx, "approval_by_key", c.Order)
		if err != nil {
			return err
		}
		if p.done {
			return &RefusedError{Code: CodeBadApproval}
		}
		before, err := t.issued(ctx, "issued_of_order", c.Order)
		if err != nil {
			return err
		}
		for _, old := range before {
			if old.Status() == IssuedPending {
				if err := t.step(ctx, p.customer, old, IssuedRevoked, revokedSuperseded); err != nil {
					return err
				}
			}
		}
		err = t.QueryRowContext(ctx, query("issued_add"), c.Institute, c.Serial, c.Issuer, c.SHA256, c.DER, c.Order, c.Replaces).Scan(&c.id)
		if err != nil {
			return fmt.Errorf("keep the certificate: %w", err)
		}
		if err := t.step(ctx, p.customer, c, IssuedPending, 0); err != nil {
			return err
		}
		return t.remember(ctx)
	})
}

// AcceptIssued ends an issue, in one step: the certificate becomes good and is
// registered here, the customer's other ones that the bank issued are revoked, and the fee is booked. Accepting a good one
// again changes nothing. It is refused with CodeNoCertificate, CodeAlreadyDiscarded, CodeBadApproval,
// CodeInsufficientFunds and CodeAccountClosed.
func (b *Bank) AcceptIssued(ctx context.Context, institute, serial string) error {
	return b.answer(ctx, "accept a certificate", func(ctx context.Context, t *tx) error {
		c, err := t.issuedOne(ctx, institute, serial)
		switch {
		case err != nil:
			return err
		case c.Status() == IssuedGood:
			return nil
		case c.Status() != IssuedPending:
			return &RefusedError{Code: CodeAlreadyDiscarded}
		}
		p, err := t.approvalBy(ctx, "approval_by_key", c.Order)
		if err != nil {
			return err
		}
		if p.done {
			return &RefusedError{Code: CodeBadApproval}
		}
		if err := t.undone(ctx, func() error { return t.accept(ctx, p, c) }); err != nil {
			return err
		}
		return t.remember(ctx)
	})
}

// undone runs f, and undoes what it wrote if it refuses: a fee may be refused after
// rows are written.
func (t *tx) undone(ctx context.Context, f func() error) error {
	if _, err := t.ExecContext(ctx, "SAVEPOINT accepting"); err != nil {
		return fmt.Errorf("accept: %w", err)
	}
	if err := f(); err != nil {
		if _, undone := t.ExecContext(ctx, "ROLLBACK TO SAVEPOINT accepting"); undone != nil {
			return errors.Join(err, fmt.Errorf("undo: %w", undone))
		}
		return err
	}
	_, err := t.ExecContext(ctx, "RELEASE SAVEPOINT accepting")
	return err
}

// accept makes a pending certificate the customer's one.
func (t *tx) accept(ctx context.Context, p approval, c IssuedCertificate) error {
	if err := t.bookFee(ctx, p); err != nil {
		return err
	}
	others, err := t.issuedTo(ctx, p.customer)
	if err != nil {
		return err
	}
	for _, old := range others {
		if old.id == c.id || old.Status() == IssuedRevoked {
			continue
		}
		if err := t.revoke(ctx, p.customer, old, revokedSuperseded, CertificateReplaced); err != nil {
			return err
		}
	}
	if err := t.step(ctx, p.customer, c, IssuedGood, 0); err != nil {
		return err
	}
	if _, err := t.ExecContext(ctx, query("approval_done"), p.key, t.now.UnixMicro()); err != nil {
		return fmt.Errorf("end the approval: %w", err)
	}
	return t.registerCertificate(ctx, p.customer, c.signer())
}

// signer is the certificate as registrations name it.
func (c IssuedCertificate) signer() Signer { return Signer{c.Issuer, c.Serial, c.SHA256} }

// revoke revokes a certificate and ends its registration here.
func (t *tx) revoke(ctx context.Context, who CustomerID, c IssuedCertificate, why int, ended CertificateEnd) error {
	if err := t.step(ctx, who, c, IssuedRevoked, why); err != nil {
		return err
	}
	if err := t.endCertificate(ctx, who, c.signer(), ended); err != nil && RefusalCode(err) == "" {
		return err // that it was not registered is no matter
	}
	return nil
}

// StepIssued takes a certificate from one status to the next. A revoked one is
// registered no more. It is refused with CodeNoCertificate and CodeAlreadyDiscarded; a step that is none is a fault.
func (b *Bank) StepIssued(ctx context.Context, institute, serial, status string, why int) error {
	return b.answer(ctx, "change a certificate's status", func(ctx context.Context, t *tx) error {
		c, err := t.issuedOne(ctx, institute, serial)
		if err != nil {
			return err
		}
		if c.Status() == IssuedRevoked {
			return &RefusedError{Code: CodeAlreadyDiscarded, At: c.Steps[len(c.Steps)-1].At}
		}
		p, err := t.approvalBy(ctx, "approval_by_key", c.Order)
		if err != nil {
			return err
		}
		if status == IssuedRevoked {
			err = t.revoke(ctx, p.customer, c, why, CertificateDiscarded)
		} else {
			err = t.step(ctx, p.customer, c, status, why)
		}
		if err != nil {
			return err
		}
		return t.remember(ctx)
	})
}

// step writes a step of a customer's certificate, and the act that it is.
func (t *tx) step(ctx context.Context, who CustomerID, c IssuedCertificate, status string, why int) error {
	body := fmt.Appendf(nil, "%s %d", status, why)
	if status == IssuedPending {
		body = c.DER
	}
	if err := t.act(ctx, act{customer: who, kind: actCertificateStep, subject: c.SHA256, body: body}); err != nil {
		return err
	}
	if _, err := t.ExecContext(ctx, query("issued_step"), c.id, status, why, t.now.UnixMicro()); err != nil {
		return fmt.Errorf("keep a certificate's step: %w", err)
	}
	return nil
}
