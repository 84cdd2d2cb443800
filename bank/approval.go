package bank

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"smartbank/bank/money"
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
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		m, err := t.membership(ctx, c.Customer)
		if err != nil {
			return err
		}
		if err := m.issuable(); err != nil {
			return err
		}
		who, err := t.customerByID(ctx, c.Customer)
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

// openApproval is the issue of a customer that was broken off, or a new one. A
// renewal, of the certificate with serial number renews, is always a new one.
func (t *tx) openApproval(ctx context.Context, who CustomerID, renews string) (key string, err error) {
	if renews == "" {
		since := t.now.AddDate(0, 0, -ApprovalDays)
		err := t.QueryRowContext(ctx, query("approval_open"), who, since.UnixMicro()).Scan(&key)
		if err == nil {
			return key, nil
		}
		if !errors.Is(err, sql.ErrNoRows) {
			return "", fmt.Errorf("read approvals: %w", err)
		}
	}
	if key, err = t.newKey(); err != nil {
		return "", err
	}
	if _, err := t.ExecContext(ctx, query("approval_plan"), key, who, renews, t.now.UnixMicro()); err != nil {
		return "", fmt.Errorf("plan an issue: %w", err)
	}
	return key, nil
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
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		m, err := t.membership(ctx, c.Customer)
		if err != nil {
			return err
		}
		if err := m.issuable(); err != nil {
			return err
		}
		p, err := t.plannedApproval(ctx, c.Customer, order)
		if err != nil {
			return err
		}
		who, err := t.customerByID(ctx, c.Customer)
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

// ApproveRenewal identifies the caller for the renewal of a certificate, and
// approves it. Whether it is time is for the authority to say. It is refused with CodeReadOnly, CodeNoCertificate for one
// that is not the caller's, CodeCorporate, CodeNotMember, CodeWrongIdentity, CodeIdentityLocked, CodeNoAccount,
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
		from, err := t.identified(ctx, who, typed, account, mac)
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

// codeMAC is how an authorisation code is kept.
func (b *Bank) codeMAC(reference string, code []byte) []byte {
	return pinMAC(b.pin, AccountNumber("approval "+reference), code)
}

// approval is a row of the table approval.
type approval struct {
	key       string
	customer  CustomerID
	owner     string
	renews    string
	account   int64
	number    AccountNumber
	reference string
	codeMAC   []byte
	until     time.Time
	policy    string
	fee       money.Amount
	done      bool
}

func scanApproval(rows *sql.Rows) (approval, error) {
	var (
		p                approval
		until, fee, done int64
	)
	err := rows.Scan(&p.key, &p.customer, &p.owner, &p.renews, &p.account, &p.number, &p.reference, &p.codeMAC, &until, &p.policy, &fee, &done)
	p.until, p.fee, p.done = instant(until), money.New(fee, money.KRW), done != 0
	return p, err
}

// approvalBy reads an approval by its key or its reference number. It is refused
// with CodeBadApproval if there is none.
func (t *tx) approvalBy(ctx context.Context, statement, value string) (approval, error) {
	found, err := collect(ctx, t, scanApproval, statement, value)
	if err != nil {
		return approval{}, fmt.Errorf("read an approval: %w", err)
	}
	if len(found) == 0 {
		return approval{}, &RefusedError{Code: CodeBadApproval}
	}
	return found[0], nil
}

// plannedApproval is a customer's approval that is not done. It is refused with
// CodeBadApproval.
func (t *tx) plannedApproval(ctx context.Context, who CustomerID, key string) (approval, error) {
	p, err := t.approvalBy(ctx, "approval_by_key", key)
	if err == nil && (p.customer != who || p.done) {
		err = &RefusedError{Code: CodeBadApproval}
	}
	return p, err
}

// ChoosePolicy says which certificate an approval is for, a dotted policy OID, and
// what it costs: fee is booked when the certificate is accepted. It is refused with CodeReadOnly, CodeBadApproval and
// CodeInsufficientFunds.
func (b *Bank) ChoosePolicy(ctx context.Context, c Caller, order, policy string, fee money.Amount) error {
	return b.answer(ctx, "choose a certificate", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		p, err := t.plannedApproval(ctx, c.Customer, order)
		if err != nil {
			return err
		}
		if p.reference == "" {
			return &RefusedError{Code: CodeBadApproval}
		}
		from, err := t.ownAccount(ctx, c.Customer, p.number)
		if err != nil {
			return err
		}
		if fee.Minor() > from.available.Minor() {
			return &RefusedError{Code: CodeInsufficientFunds, Account: string(from.number), Amount: fee, Available: from.available}
		}
		if _, err := t.ExecContext(ctx, query("approval_choose"), order, c.Customer, policy, fee.Minor()); err != nil {
			return fmt.Errorf("keep the choice: %w", err)
		}
		return nil
	})
}

// approvalLock counts wrong authorisation codes of a reference number: after the
// fifth the approval is void.
func approvalLock(reference string) lock {
	return lock{subject: "approval:" + reference, wrong: CodeBadApproval, locked: CodeBadApproval}
}

// ApprovedIssue is what a reference number and its code stand for, if the identity
// number is that of whom was approved. Neither slice is wiped. It is refused with CodeBadApproval, wrong codes being
// counted, CodeWrongIdentity and CodeIdentityLocked.
func (b *Bank) ApprovedIssue(ctx context.Context, reference string, code, identity []byte) (IssueOrder, error) {
	typed, mac := b.takeIdentity(identity), b.codeMAC(reference, code)
	var o IssueOrder
	err := b.answer(ctx, "look up an approval", func(ctx context.Context, t *tx) error {
		p, err := t.approvalBy(ctx, "approval_by_reference", reference)
		if err != nil {
			return err
		}
		if err := t.tried(ctx, approvalLock(reference), subtle.ConstantTimeCompare(p.codeMAC, mac) == 1); err != nil {
			return err
		}
		if p.done || t.now.After(p.until) {
			return &RefusedError{Code: CodeBadApproval, At: p.until}
		}
		if err := t.checkIdentity(ctx, p.customer, typed); err != nil {
			return err
		}
		o = IssueOrder{Order: p.key, Owner: p.owner, Policy: p.policy, Renews: p.renews != ""}
		o.Replaces, err = t.certificateOf(ctx, p.customer)
		if o.Renews && (o.Replaces == nil || o.Replaces.Serial != p.renews) {
			return &RefusedError{Code: CodeAlreadyDiscarded}
		}
		return err
	})
	if err != nil {
		return IssueOrder{}, err
	}
	return o, nil
}

// bookFee books the fee of an approval, once: its entry has the approval's key. It
// is refused with CodeInsufficientFunds and CodeAccountClosed.
func (t *tx) bookFee(ctx context.Context, p approval) error {
	if p.fee.Minor() == 0 {
		return nil
	}
	var fees int64
	if err := t.QueryRowContext(ctx, query("account_internal"), OwnFees).Scan(&fees); err != nil {
		return fmt.Errorf("find account %s: %w", OwnFees, err)
	}
	hash := sha256.Sum256([]byte("certificate\x00" + p.key + "\x00" + p.policy + "\x00" + strconv.FormatInt(p.fee.Minor(), 10)))
	_, err := post(ctx, t, entry{key: p.key, requestHash: hash, kind: "fee", legs: []leg{
		{debit: p.account, credit: fees, amount: p.fee, debitMemo: "공동인증서 수수료", creditMemo: p.owner},
	}})
	return err
}

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
