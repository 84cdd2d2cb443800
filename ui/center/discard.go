package center

import (
	"context"
	"fmt"
	"slices"

	"smartbank/bank"
	"smartbank/certstore"
	"smartbank/certstore/ca"
)

// DiscardReason is why a certificate is discarded.
type DiscardReason string

// The reasons.
const (
	Lost    DiscardReason = "lost"
	Leaked  DiscardReason = "leaked"
	Changed DiscardReason = "changed"
	Unused  DiscardReason = "unused"
)

// why is the reason as revocation lists have it.
func (r DiscardReason) why() ca.Why {
	switch r {
	case Lost, Leaked:
		return ca.KeyCompromise
	case Changed:
		return ca.Affiliation
	case Unused:
		return ca.Ceased
	default:
		return ca.Unspecified
	}
}

// Discard revokes a certificate, then removes every copy on this device. It cannot be undone. The password may be empty where it was
// forgotten: then identity, the number of the customer, is checked instead. Both are wiped. What was revoked already, when removing it failed, is
// removed. It is refused with bank.CodeOtherInstitute for a certificate that its own institute has to discard.
func (c *Center) Discard(ctx context.Context, caller bank.Caller, id string, why DiscardReason, password, identity []byte) error {
	defer clear(password)
	defer clear(identity)
	k, err := c.find(ctx, id)
	if err != nil {
		return err
	}
	if err := c.mayDiscard(ctx, caller, k, password, identity); err != nil {
		return err
	}
	err = refused(c.ca.Revoke(ctx, k.institute, k.record.Serial, why.why()))
	if err != nil && !is(err, bank.CodeAlreadyDiscarded) {
		return err
	}
	all, err := c.kept().List(ctx)
	if err != nil {
		return fmt.Errorf("find the copies: %w", err)
	}
	for _, copied := range all {
		if copied.SHA256 != k.SHA256 {
			continue
		}
		if err := c.kept().Remove(ctx, copied.ID); err != nil {
			return fmt.Errorf("remove the certificate: %w", err)
		}
	}
	return nil
}

// mayDiscard refuses whose certificate it is not, and who can neither use it nor
// say who they are.
func (c *Center) mayDiscard(ctx context.Context, caller bank.Caller, k known, password, identity []byte) error {
	if !k.Ours {
		return &bank.RefusedError{Code: bank.CodeOtherInstitute}
	}
	if err := c.bank.CheckSession(ctx, caller); err != nil {
		return err
	}
	switch whose, err := c.whose(ctx, caller, k); {
	case err != nil:
		return err
	case whose != identityOurs:
		return &bank.RefusedError{Code: bank.CodeNoCertificate}
	}
	if len(password) == 0 {
		return c.bank.Identify(ctx, caller, identity)
	}
	signer, err := c.kept().Unlock(ctx, k.ID, password)
	if err != nil {
		return err
	}
	signer.Close()
	return nil
}

// ChangePassword changes a certificate's password on this device. New ones that break the rule are refused with a *FlawError. Both are wiped.
func (c *Center) ChangePassword(ctx context.Context, id string, old, fresh []byte, userID string) error {
	if flaws := certstore.Flaws(fresh, userID); len(flaws) > 0 {
		clear(old)
		clear(fresh)
		return &FlawError{flaws}
	}
	return c.kept().ChangePassword(ctx, id, old, fresh)
}

// FlawError is a new password that breaks the rule.
type FlawError struct{ Flaws []certstore.PasswordFlaw }

// Error describes it.
func (e *FlawError) Error() string { return "the new certificate password breaks the rule" }

// Delete removes a certificate from this device only. The password is wiped. One that wrong passwords have locked needs none: no
// password opens it any more.
func (c *Center) Delete(ctx context.Context, id string, password []byte) error {
	defer clear(password)
	entries, err := c.kept().List(ctx)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(entries, func(e certstore.Entry) bool { return e.ID == id && e.Locked }) {
		signer, err := c.kept().Unlock(ctx, id, password)
		if err != nil {
			return err
		}
		signer.Close()
	}
	return c.kept().Remove(ctx, id)
}
