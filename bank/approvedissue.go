package bank

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"strconv"

	"smartbank/bank/money"
)

// ChoosePolicy says which certificate an approval is for, a dotted policy OID, and
// what it costs: fee is booked when the certificate is accepted. It is refused with CodeReadOnly, CodeBadApproval,
// CodeNoAccount for a fee where no account was approved, and CodeInsufficientFunds.
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
		if err := t.canPay(ctx, p, fee); err != nil {
			return err
		}
		if _, err := t.ExecContext(ctx, query("approval_choose"), order, c.Customer, policy, fee.Minor()); err != nil {
			return fmt.Errorf("keep the choice: %w", err)
		}
		return nil
	})
}

// canPay refuses a fee that the account of an approval cannot pay.
func (t *tx) canPay(ctx context.Context, p approval, fee money.Amount) error {
	if p.account == 0 && fee.Minor() == 0 {
		return nil
	}
	from, err := t.ownAccount(ctx, p.customer, p.number)
	if err != nil {
		return err
	}
	if fee.Minor() > from.available.Minor() {
		return &RefusedError{Code: CodeInsufficientFunds, Account: string(from.number), Amount: fee, Available: from.available}
	}
	return nil
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
