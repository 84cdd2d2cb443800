package bank

import (
	"context"
	"fmt"
)

// The kinds of acts of issues and sign-ins.
const (
	actCertificateApproved = "certificate-approved" // subject: the approval; body: the reference number
	actCertificateStep     = "certificate-step"     // subject: the fingerprint; body: the certificate, then each later status and its reason
	actSignIn              = "sign-in"              // subject: the session; text: what was signed; body: the signature
)

// Membership is what the caller is to Smart Banking.
func (b *Bank) Membership(ctx context.Context, c Caller) (Membership, error) {
	var m membership
	err := b.lookup(ctx, c, "read membership", func(ctx context.Context, t *tx) (err error) {
		m, err = t.membership(ctx, c.Customer)
		return err
	})
	if err != nil {
		return Membership{}, err
	}
	return m.Membership, nil
}

// withdrawal is what a customer agrees to who withdraws the pre-consent.
const withdrawal = "공동인증서 발급 사전동의 철회 / I withdraw my pre-consent to joint certificates being issued online.\n" +
	"다시 동의하려면 우체국을 방문해야 합니다 / To agree again I have to visit a post office."

// Disagree withdraws the caller's pre-consent, confirmed with the second factor,
// whose digits are wiped. It is refused with CodeReadOnly, CodeNoConsent when it is withdrawn already, CodeWrongFactor
// and CodeFactorLocked.
func (b *Bank) Disagree(ctx context.Context, c Caller, digits []byte) error {
	f := takeFactor(digits)
	return b.answer(ctx, "withdraw consent", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		m, err := t.membership(ctx, c.Customer)
		if err != nil {
			return err
		}
		if !m.Agreed {
			return &RefusedError{Code: CodeNoConsent, At: m.Since}
		}
		who, err := t.customerByID(ctx, c.Customer)
		if err != nil {
			return err
		}
		if err := t.checkAsked(ctx, who, f); err != nil {
			return err
		}
		if _, err := t.ExecContext(ctx, query("consent_withdraw"), who.id, t.now.UnixMicro()); err != nil {
			return fmt.Errorf("withdraw the consent: %w", err)
		}
		return t.act(ctx, act{customer: who.id, kind: actConsent, subject: "pre-consent", text: withdrawal, body: []byte("disagree")})
	})
}

// Agree is refused: with CodeBranchOnly where the caller has withdrawn the
// pre-consent, since only a post office takes it back; it is nil where it holds.
func (b *Bank) Agree(ctx context.Context, c Caller) error {
	return b.lookup(ctx, c, "agree", func(ctx context.Context, t *tx) error {
		m, err := t.membership(ctx, c.Customer)
		if err == nil && !m.Agreed {
			err = &RefusedError{Code: CodeBranchOnly, At: m.Since}
		}
		return err
	})
}

// Challenge is what the caller confirms with, and the positions of the security card
// that are asked; zero for a token. They stay the same until they are answered. It is refused with CodeReadOnly.
func (b *Bank) Challenge(ctx context.Context, c Caller) (m Medium, asked Challenge, err error) {
	var (
		medium Medium
		cells  Challenge
	)
	err = b.answer(ctx, "ask for the second factor", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		who, err := t.customerByID(ctx, c.Customer)
		if err != nil {
			return err
		}
		medium = who.medium
		cells, err = t.challenge(ctx, who)
		return err
	})
	if err != nil {
		return "", Challenge{}, err
	}
	return medium, cells, nil
}

// checkAsked checks the second factor against the positions that are asked. It is
// refused with CodeWrongFactor and CodeFactorLocked.
func (t *tx) checkAsked(ctx context.Context, who customer, f factor) error {
	asked, err := t.challenge(ctx, who)
	if err != nil {
		return err
	}
	return t.checkFactor(ctx, who, asked, f)
}
