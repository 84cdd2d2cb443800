package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"smartbank/bank/money"
)

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

// approvalLock counts wrong authorisation codes of a reference number: after the
// fifth the approval is void.
func approvalLock(reference string) lock {
	return lock{subject: "approval:" + reference, wrong: CodeBadApproval, locked: CodeBadApproval}
}
