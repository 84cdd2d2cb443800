package bank

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"time"
)

// ApprovalDays is how long an approval can be used, and how long an issue that was
// broken off can be continued.
const ApprovalDays = 7

// CertificateFee is the yearly fee of a certificate that can be used everywhere,
// in won. Those for banks are free.
const CertificateFee = 4_400

// IssuePlan is the beginning of an issue: Order names it. Coming back before it is
// done continues it, with the positions that were asked.
type IssuePlan struct {
	Order     string
	Medium    Medium
	Challenge Challenge
	Replaces  *IssuedCertificate // the customer's certificate that a reissue discards; nil for a first issue
}

// Identification is how a customer is identified for an issue. The slices are
// wiped.
type Identification struct {
	Login    string
	Identity []byte // resident or foreigner number, 13 digits
	Account  AccountNumber
	PIN      []byte // of the account
	Digits   []byte // of the second factor
}

// IssueApproval is what a customer needs at the certificate authority.
type IssueApproval struct {
	Order     string
	Reference string // twelve digits
	Code      []byte // authorisation code, eight digits
	Until     time.Time
}

// IssueOrder is an approval as the certificate authority asks about it.
type IssueOrder struct {
	Order    string
	Owner    string // the customer's Korean name
	Policy   string // dotted OID that the customer chose; "" before
	Renews   bool
	Replaces *IssuedCertificate // nil for a first issue
}

// PlanIssue begins an issue, or continues the one that was broken off. It is
// refused with CodeReadOnly, CodeCorporate, CodeNotMember and CodeNoConsent.
func (b *Bank) PlanIssue(ctx context.Context, c Caller) (IssuePlan, error) {
	var p IssuePlan
	err := b.answer(ctx, "plan an issue", func(ctx context.Context, t *tx) error {
		who, err := t.mayBeIssued(ctx, c)
		if err != nil {
			return err
		}
		if p.Order, err = t.openApproval(ctx, who.id, ""); err != nil {
			return err
		}
		if p.Replaces, err = t.certificateOf(ctx, who.id); err != nil {
			return err
		}
		p.Medium = who.medium
		p.Challenge, err = t.challenge(ctx, who)
		return err
	})
	if err != nil {
		return IssuePlan{}, err
	}
	return p, nil
}

// ApproveIssue identifies the caller for a planned issue, and approves it. Approving
// it again makes another reference number and code. Everything is checked before the second factor. It is refused with
// CodeReadOnly, CodeCorporate, CodeNotMember, CodeNoConsent, CodeBadApproval for an order that is none or done,
// CodeWrongIdentity, which is also the answer to another's user ID, CodeIdentityLocked, CodeNoAccount, CodeAccountClosed,
// CodeNotWithdrawable, CodeWrongPIN, CodePINLocked, CodeWrongFactor and CodeFactorLocked.
func (b *Bank) ApproveIssue(ctx context.Context, c Caller, order string, i Identification) (IssueApproval, error) {
	identity, mac, f := b.takeIdentity(i.Identity), b.pinMAC(i.Account, i.PIN), takeFactor(i.Digits)
	clear(i.Identity)
	clear(i.PIN)
	var a IssueApproval
	err := b.answer(ctx, "approve an issue", func(ctx context.Context, t *tx) error {
		who, err := t.mayBeIssued(ctx, c)
		if err != nil {
			return err
		}
		p, err := t.plannedApproval(ctx, who.id, order)
		if err != nil {
			return err
		}
		if canonicalLogin(i.Login) != who.login {
			identity = identityMAC{}
		}
		from, err := t.identified(ctx, who, identity, i.Account, mac)
		if err != nil {
			return err
		}
		if err := t.checkAsked(ctx, who, f); err != nil {
			return err
		}
		a, err = t.approve(ctx, p, from)
		return err
	})
	if err != nil {
		return IssueApproval{}, err
	}
	return a, nil
}

// mayBeIssued is the caller, if a certificate may be issued to them online.
func (t *tx) mayBeIssued(ctx context.Context, c Caller) (customer, error) {
	if err := t.mayOrder(ctx, c); err != nil {
		return customer{}, err
	}
	m, err := t.membership(ctx, c.Customer)
	if err == nil {
		err = m.issuable()
	}
	if err != nil {
		return customer{}, err
	}
	return t.customerByID(ctx, c.Customer)
}

// ApproveRenewal identifies the caller for the renewal of a certificate, and
// approves it. Without an account, which is "" then, nothing can be charged for it. Whether it is time is for the authority
// to say. It is refused with CodeReadOnly, CodeNoCertificate for one that is not the caller's, CodeCorporate, CodeNotMember, CodeWrongIdentity, CodeIdentityLocked, CodeNoAccount,
// CodeAccountClosed, CodeNotWithdrawable, CodeWrongPIN and CodePINLocked. Both slices are wiped.
func (b *Bank) ApproveRenewal(ctx context.Context, c Caller, institute, serial string, identity []byte, account AccountNumber, pin []byte) (IssueApproval, error) {
	typed, mac := b.takeIdentity(identity), b.pinMAC(account, pin)
	clear(identity)
	clear(pin)
	var a IssueApproval
	err := b.answer(ctx, "approve a renewal", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		who, err := t.renewable(ctx, c.Customer, institute, serial)
		if err != nil {
			return err
		}
		var from ownAccount
		if account == "" {
			err = t.checkIdentity(ctx, who.id, typed)
		} else {
			from, err = t.identified(ctx, who, typed, account, mac)
		}
		if err != nil {
			return err
		}
		key, err := t.openApproval(ctx, who.id, serial)
		if err != nil {
			return err
		}
		p, err := t.plannedApproval(ctx, who.id, key)
		if err != nil {
			return err
		}
		a, err = t.approve(ctx, p, from)
		return err
	})
	if err != nil {
		return IssueApproval{}, err
	}
	return a, nil
}

// renewable is the customer, if the certificate is theirs and they may have one.
func (t *tx) renewable(ctx context.Context, who CustomerID, institute, serial string) (customer, error) {
	m, err := t.membership(ctx, who)
	if err != nil {
		return customer{}, err
	}
	if err := m.certifiable(); err != nil {
		return customer{}, err
	}
	issued, err := t.issuedTo(ctx, who)
	if err != nil {
		return customer{}, err
	}
	for _, r := range issued {
		if r.Institute == institute && r.Serial == serial {
			return t.customerByID(ctx, who)
		}
	}
	return customer{}, &RefusedError{Code: CodeNoCertificate}
}

// identified checks an identity number and an account with its password.
func (t *tx) identified(ctx context.Context, who customer, identity identityMAC, n AccountNumber, mac []byte) (ownAccount, error) {
	if err := t.checkIdentity(ctx, who.id, identity); err != nil {
		return ownAccount{}, err
	}
	from, err := t.ownAccount(ctx, who.id, n)
	if err != nil {
		return ownAccount{}, err
	}
	if err := from.withdrawable(); err != nil {
		return ownAccount{}, err
	}
	return from, t.checkPIN(ctx, from, mac)
}

// The lengths of reference numbers and codes, in digits.
const (
	referenceDigits = 12
	codeDigits      = 8
)

// approve draws a reference number and a code for an approval.
func (t *tx) approve(ctx context.Context, p approval, from ownAccount) (IssueApproval, error) {
	reference, err := t.drawDigits(referenceDigits)
	if err != nil {
		return IssueApproval{}, err
	}
	code, err := t.drawDigits(codeDigits)
	if err != nil {
		return IssueApproval{}, err
	}
	a := IssueApproval{Order: p.key, Reference: string(reference), Code: code, Until: t.now.AddDate(0, 0, ApprovalDays)}
	_, err = t.ExecContext(ctx, query("approval_approve"), p.key, p.customer, from.id, a.Reference,
		t.bank.codeMAC(a.Reference, code), a.Until.UnixMicro())
	if err != nil {
		return IssueApproval{}, fmt.Errorf("keep the approval: %w", err)
	}
	if from.id == 0 {
		if _, err := t.ExecContext(ctx, query("approval_free"), p.key); err != nil {
			return IssueApproval{}, fmt.Errorf("keep that the approval is free: %w", err)
		}
	}
	return a, t.act(ctx, act{customer: p.customer, kind: actCertificateApproved, subject: p.key, body: []byte(a.Reference)})
}

// drawDigits draws decimal digits.
func (t *tx) drawDigits(n int) ([]byte, error) {
	const modulus = 10_000_000_000_000_000 // more than any n here needs, and far below 2^64: no digit is likelier by more than 1 in 1,000
	var b [8]byte
	if _, err := io.ReadFull(t.bank.opt.Rand, b[:]); err != nil {
		return nil, fmt.Errorf("draw digits: %w", err)
	}
	digits := fmt.Appendf(nil, "%016d", binary.BigEndian.Uint64(b[:])%modulus)
	return digits[len(digits)-n:], nil
}
