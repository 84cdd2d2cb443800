package bank

import (
	"context"
	"database/sql"
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

// payable is what the books, or another bank, say about an account that money is
// to be sent to.
type payable struct {
	known bool // there is such a bank

	id             int64 // of an account here
	customer       CustomerID
	nameEN, nameKO string
	status         AccountStatus // "" if there is no such account; elsewhere also "silent"
	currency       money.Currency
	kind           ProductKind
}

// checkRecipient finds an account and refuses as CheckRecipient does.
func (t *tx) checkRecipient(ctx context.Context, at BankCode, number string) (recipient, error) {
	var p payable
	err := t.QueryRowContext(ctx, query("recipient"), at, number, KoreaPost).
		Scan(&p.known, &p.id, &p.customer, &p.nameEN, &p.nameKO, &p.status, &p.currency, &p.kind)
	if err != nil {
		return recipient{}, fmt.Errorf("find recipient: %w", err)
	}
	return t.bank.pays(at, number, p)
}

// pays judges an account that was found, or was not, and refuses as CheckRecipient
// does.
func (b *Bank) pays(at BankCode, number string, p payable) (recipient, error) {
	refusal := RefusedError{Bank: at, Account: number}
	reason := ""
	if b.demo && at != KoreaPost {
		reason = demonstratedReason(number)
	}
	switch {
	case at != KoreaPost && !p.known:
		refusal.Code = CodeUnknownBank
	case !accountDigits(at, number):
		refusal.Code = CodeBadAccountNumber
	case p.status == "" && reason != "":
		return demonstratedName(reason), nil
	case p.status == "":
		refusal.Code = CodeNoRecipient
	case p.status == silent:
		refusal.Code = CodeBankNotAnswering
	case p.status != AccountOpen:
		refusal.Code = CodeRecipientClosed
	case at == KoreaPost && p.currency != money.KRW:
		refusal.Code = CodeOtherCurrency
	case at == KoreaPost && p.kind == TimeDeposit:
		refusal.Code = CodeNoRecipient
	default:
		return recipient{id: p.id, nameEN: p.nameEN, nameKO: p.nameKO, customer: p.customer}, nil
	}
	return recipient{}, &refusal
}

// silent is the status of an account at a bank that does not answer.
const silent AccountStatus = "silent"

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
