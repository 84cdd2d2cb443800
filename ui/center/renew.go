package center

import (
	"bytes"
	"context"
	"time"

	"smartbank/bank"
	"smartbank/bank/money"
	"smartbank/certstore/ca"
)

// Renewal is what a renewal would do.
type Renewal struct {
	Entry    Entry
	NotAfter time.Time // one year after the old expiry
	Fee      money.Amount
}

// PlanRenewal refuses outside the window: *bank.RefusedError with Day the first day from which it works.
func (c *Center) PlanRenewal(ctx context.Context, caller bank.Caller, id string) (Renewal, error) {
	if err := c.bank.CheckSession(ctx, caller); err != nil {
		return Renewal{}, err
	}
	k, err := c.find(ctx, id)
	if err != nil {
		return Renewal{}, err
	}
	if err := k.renewable(c.bank.Now()); err != nil {
		return Renewal{}, err
	}
	return Renewal{Entry: k.Entry, NotAfter: ca.YearAfter(k.NotAfter), Fee: renewalFee(k.Use)}, nil
}

// renewable refuses what cannot be renewed here now.
func (k known) renewable(at time.Time) error {
	if !k.Ours {
		return &bank.RefusedError{Code: bank.CodeOtherInstitute}
	}
	return refused(ca.Renewable(k.Certificate, k.record.Latest(at).Status, at))
}

// renewalFee is what another year costs.
func renewalFee(use Use) money.Amount {
	if use == Universal {
		return won(bank.CertificateFee)
	}
	return won(0)
}

// Renew renews a certificate with its old key's signature, under the same password, and replaces it on this device. What is of use at
// which moment is as with Issue. identity, password and pin are wiped.
func (c *Center) Renew(ctx context.Context, caller bank.Caller, id string, identity, password []byte, account bank.AccountNumber, pin []byte, progress func(Step)) (Entry, error) {
	defer clear(identity)
	defer clear(password)
	defer clear(pin)
	k, err := c.find(ctx, id)
	if err != nil {
		return Entry{}, err
	}
	if err := k.renewable(c.bank.Now()); err != nil {
		return Entry{}, err
	}
	signer, err := c.kept().Unlock(ctx, id, bytes.Clone(password))
	if err != nil {
		return Entry{}, err
	}
	defer signer.Close()
	a, err := c.bank.ApproveRenewal(ctx, caller, string(k.institute), k.record.Serial, bytes.Clone(identity), account, pin)
	if err != nil {
		return Entry{}, err
	}
	if err := c.bank.ChoosePolicy(ctx, caller, a.Order, k.Policy, renewalFee(k.Use)); err != nil {
		return Entry{}, err
	}
	return c.certified(ctx, request{
		approval: Approval(a), policy: k.Policy, identity: identity, password: password, progress: progress,
		prove: func(csr []byte) ([]byte, error) { return signer.Sign(csr, c.bank.Now()) },
	})
}
