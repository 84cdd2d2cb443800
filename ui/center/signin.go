package center

import (
	"context"
	"time"

	"smartbank/bank"
)

// Consent is a customer's pre-consent to certificates being issued online.
type Consent struct {
	Agreed bool
	Since  time.Time
}

// Consent reads it.
func (c *Center) Consent(ctx context.Context, caller bank.Caller) (Consent, error) {
	m, err := c.bank.Membership(ctx, caller)
	return Consent{m.Agreed, m.Since}, err
}

// Disagree withdraws the consent. To agree again a customer goes to a branch. The digits are wiped.
func (c *Center) Disagree(ctx context.Context, caller bank.Caller, digits []byte) error {
	return c.bank.Disagree(ctx, caller, digits)
}

// Agree is refused with bank.CodeBranchOnly where the consent was withdrawn.
func (c *Center) Agree(ctx context.Context, caller bank.Caller) error {
	return c.bank.Agree(ctx, caller)
}

// SignIn signs in with a certificate: its owner must have registered it here. The password is wiped.
func (c *Center) SignIn(ctx context.Context, id string, password []byte, on bank.Channel) (bank.Session, error) {
	defer clear(password)
	document, err := c.bank.AskSignIn(ctx)
	if err != nil {
		return bank.Session{}, err
	}
	signature, err := c.Sign(ctx, id, password, document)
	if err != nil {
		return bank.Session{}, err
	}
	return c.bank.SignInByCertificate(ctx, document, signature, on)
}

// Sign signs what the customer was shown in full. The password is wiped.
func (c *Center) Sign(ctx context.Context, id string, password, document []byte) (signature []byte, err error) {
	signer, err := c.kept().Unlock(ctx, id, password)
	if err != nil {
		return nil, err
	}
	defer signer.Close()
	return signer.Sign(document, c.bank.Now())
}
