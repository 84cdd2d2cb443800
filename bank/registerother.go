package bank

import (
	"context"
)

// RegisterOther registers another institute's certificate to the caller, after their
// identity number and second factor, both wiped. That the certificate is theirs was asked before. It is refused with
// CodeReadOnly, CodeNotMember, CodeWrongIdentity, CodeIdentityLocked, CodeCertificateTaken, CodeWrongFactor and
// CodeFactorLocked.
func (b *Bank) RegisterOther(ctx context.Context, c Caller, s Signer, identity, digits []byte) error {
	typed, f := b.takeIdentity(identity), takeFactor(digits)
	clear(identity)
	return b.answer(ctx, "register another institute's certificate", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		m, err := t.membership(ctx, c.Customer)
		if err != nil {
			return err
		}
		if !m.Member {
			return &RefusedError{Code: CodeNotMember}
		}
		if err := t.checkIdentity(ctx, c.Customer, typed); err != nil {
			return err
		}
		switch held, taken, err := t.holder(ctx, s); {
		case err != nil:
			return err
		case taken && held != c.Customer:
			return &RefusedError{Code: CodeCertificateTaken}
		}
		who, err := t.customerByID(ctx, c.Customer)
		if err != nil {
			return err
		}
		if err := t.checkAsked(ctx, who, f); err != nil {
			return err
		}
		return t.registerCertificate(ctx, who.id, s)
	})
}

// Registered reports whether a certificate is registered to anybody here. It says
// not to whom.
func (b *Bank) Registered(ctx context.Context, s Signer) (registered bool, err error) {
	err = b.read(ctx, func(ctx context.Context, t *tx) error {
		_, taken, err := t.holder(ctx, s)
		registered = taken
		return err
	})
	return registered, during("find a registration", err)
}
