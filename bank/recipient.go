package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"smartbank/bank/money"
)

// BankCode is the three-digit code of a Korean bank.
type BankCode string //nolint:revive // the code of a bank, not one of this package's Codes

// KoreaPost is this bank.
const KoreaPost BankCode = "071"

// Institution is a Korean bank that money can be sent to.
type Institution struct {
	Code           BankCode
	NameEN, NameKO string
}

// Recipient is the answer to a name check.
type Recipient struct {
	Bank           BankCode
	Account        string // digits
	NameEN, NameKO string
	CheckedAt      time.Time
}

// Institutions are the Korean banks, this one first, then by code.
func (b *Bank) Institutions(ctx context.Context) ([]Institution, error) {
	var banks []Institution
	err := b.read(ctx, func(ctx context.Context, t *tx) (err error) {
		banks, err = collect(ctx, t, scanInstitution, "institution_list", KoreaPost)
		return err
	})
	return banks, during("list institutions", err)
}

func scanInstitution(rows *sql.Rows) (i Institution, err error) {
	err = rows.Scan(&i.Code, &i.NameEN, &i.NameKO)
	return i, err
}

// CheckRecipient asks the receiving bank whose account it is. number is digits
// only. It is refused with CodeUnknownBank, CodeBadAccountNumber (not 10 to 16 digits, or not 14 at
// this bank), CodeNoRecipient (at this bank also a time deposit, which takes no transfers),
// CodeRecipientClosed (closed or frozen), CodeBankNotAnswering, and CodeOtherCurrency for a foreign currency account of this bank.
func (b *Bank) CheckRecipient(ctx context.Context, c Caller, at BankCode, number string) (Recipient, error) {
	var r Recipient
	err := b.lookup(ctx, c, "check recipient", func(ctx context.Context, t *tx) error {
		found, err := t.checkRecipient(ctx, at, number)
		r = Recipient{Bank: at, Account: number, NameEN: found.nameEN, NameKO: found.nameKO, CheckedAt: t.now}
		return err
	})
	if err != nil {
		return Recipient{}, err
	}
	return r, nil
}

// recipient is an account that money can be sent to.
type recipient struct {
	id             int64 // of the account; 0 at another bank
	nameEN, nameKO string
	customer       CustomerID // whose it is; 0 at another bank
	invented       bool       // an account of a demonstration that is there to refuse
}

// checkRecipient finds an account and refuses as CheckRecipient does.
func (t *tx) checkRecipient(ctx context.Context, at BankCode, number string) (recipient, error) {
	known := 1
	if at != KoreaPost {
		if err := t.QueryRowContext(ctx, query("institution_known"), at).Scan(&known); err != nil {
			return recipient{}, fmt.Errorf("read institution: %w", err)
		}
	}
	if known == 0 {
		return recipient{}, &RefusedError{Code: CodeUnknownBank, Bank: at, Account: number}
	}
	if !accountDigits(at, number) {
		return recipient{}, &RefusedError{Code: CodeBadAccountNumber, Bank: at, Account: number}
	}
	find := t.recipientElsewhere
	if at == KoreaPost {
		find = t.recipientHere
	}
	r, refused, err := find(ctx, at, number)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		refused = CodeNoRecipient
	case err != nil:
		return recipient{}, fmt.Errorf("find recipient: %w", err)
	}
	if refused != "" {
		return recipient{}, &RefusedError{Code: refused, Bank: at, Account: number}
	}
	return r, nil
}

// accountDigits reports whether number could be one of that bank.
func accountDigits(at BankCode, number string) bool {
	if strings.Trim(number, "0123456789") != "" {
		return false
	}
	if at == KoreaPost {
		return len(number) == 14
	}
	return len(number) >= 10 && len(number) <= 16
}

// recipientHere finds an account of this bank, and why it takes no transfers, if
// it does not.
func (t *tx) recipientHere(ctx context.Context, _ BankCode, number string) (r recipient, refused Code, err error) {
	var (
		status   AccountStatus
		currency money.Currency
		kind     ProductKind
	)
	err = t.QueryRowContext(ctx, query("recipient_here"), number).
		Scan(&r.id, &r.nameEN, &r.nameKO, &status, &currency, &kind, &r.customer)
	switch {
	case err != nil:
	case status != AccountOpen:
		refused = CodeRecipientClosed
	case currency != money.KRW:
		refused = CodeOtherCurrency
	case kind == TimeDeposit:
		refused = CodeNoRecipient
	}
	return r, refused, err
}

// recipientElsewhere asks another bank.
func (t *tx) recipientElsewhere(ctx context.Context, at BankCode, number string) (r recipient, refused Code, err error) {
	var status string
	err = t.QueryRowContext(ctx, query("recipient_elsewhere"), at, number).Scan(&r.nameEN, &r.nameKO, &status)
	switch reason := demonstratedReason(number); {
	case errors.Is(err, sql.ErrNoRows) && t.bank.demo && reason != "":
		return demonstratedName(reason), "", nil
	case err != nil:
	case status == "silent":
		refused = CodeBankNotAnswering
	case status != "open":
		refused = CodeRecipientClosed
	}
	return r, refused, err
}
