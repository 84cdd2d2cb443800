package center

import (
	"context"
	"fmt"
	"time"

	"smartbank/bank"
	"smartbank/bank/money"
	"smartbank/certstore"
	"smartbank/certstore/ca"
)

// Plan is what an issue would do, told before anything is asked.
type Plan struct {
	Reissue   bool
	Replaces  *Entry    // will be discarded on this device; nil if the one that is replaced is not here
	NotAfter  time.Time // of the new certificate; a reissue keeps the old one's
	Fees      map[Use]money.Amount
	Accounts  []bank.Account // that can pay
	Medium    bank.Medium
	Challenge bank.Challenge // of the security card
	Order     string         // names this issue: breaking off and coming back continues it
}

// PlanIssue says what an issue would do. It refuses corporate customers, who is no member of Smart Banking, and customers whose
// pre-consent is "disagree".
func (c *Center) PlanIssue(ctx context.Context, caller bank.Caller) (Plan, error) {
	planned, err := c.bank.PlanIssue(ctx, caller)
	if err != nil {
		return Plan{}, err
	}
	now := c.bank.Now()
	p := Plan{
		NotAfter: ca.YearFrom(now), Fees: map[Use]money.Amount{BankUse: won(0), Universal: won(bank.CertificateFee)},
		Medium: planned.Medium, Challenge: planned.Challenge, Order: planned.Order,
	}
	if p.Accounts, err = c.paying(ctx, caller); err != nil {
		return Plan{}, err
	}
	if planned.Replaces == nil {
		return p, nil
	}
	old, err := certstore.ParseCertificate(planned.Replaces.DER)
	if err != nil {
		return Plan{}, fmt.Errorf("read the certificate that is replaced: %w", err)
	}
	if !old.Expired(now) {
		p.Reissue, p.NotAfter = true, old.NotAfter
	}
	p.Fees[Universal] = issueFee(Universal, planned.Replaces, now)
	all, err := c.all(ctx)
	if err != nil {
		return Plan{}, err
	}
	for _, k := range all {
		if k.SHA256 == old.SHA256 {
			p.Replaces = &k.Entry
		}
	}
	return p, nil
}

// paying are the caller's accounts that can pay.
func (c *Center) paying(ctx context.Context, caller bank.Caller) ([]bank.Account, error) {
	all, err := c.bank.Accounts(ctx, caller)
	if err != nil {
		return nil, err
	}
	var can []bank.Account
	for _, a := range all {
		if a.Sends {
			can = append(can, a)
		}
	}
	return can, nil
}

func won(n int64) money.Amount { return money.New(n, money.KRW) }

// issueFee is what an issue costs. The year of a certificate for everything is paid
// once: reissuing it is free.
func issueFee(use Use, replaced *bank.IssuedCertificate, now time.Time) money.Amount {
	if use != Universal {
		return won(0)
	}
	if replaced != nil {
		old, err := certstore.ParseCertificate(replaced.DER)
		if err == nil && useOf(old.Policy) == Universal && !old.Expired(now) {
			return won(0)
		}
	}
	return won(bank.CertificateFee)
}
