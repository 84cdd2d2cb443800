package bank

import (
	"context"
	"crypto/subtle"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"smartbank/bank/money"
)

// AccountNumber is a number of this bank: 14 digits, of which the seventh and
// eighth are the product.
type AccountNumber string

// String groups the digits 6-2-6, as passbooks print them.
func (n AccountNumber) String() string {
	if len(n) != 14 {
		return string(n)
	}
	return string(n[:6] + "-" + n[6:8] + "-" + n[8:])
}

// Masked is String with the first three digits of the last group hidden.
func (n AccountNumber) Masked() string {
	if len(n) != 14 {
		return string(n)
	}
	return string(n[:6] + "-" + n[6:8] + "-•••" + n[11:])
}

// ProductKind groups products on the screen.
type ProductKind string

// The kinds of product.
const (
	Demand      ProductKind = "demand"
	Savings     ProductKind = "savings"
	TimeDeposit ProductKind = "time"
	Foreign     ProductKind = "foreign"
)

// Product is what kind of account it is.
type Product struct {
	Code           string // two digits, 7 and 8 of the account number
	Kind           ProductKind
	NameEN, NameKO string
}

// AccountStatus tells whether an account can be used.
type AccountStatus string

// The states of an account.
const (
	AccountOpen   AccountStatus = "open"
	AccountFrozen AccountStatus = "frozen"
	AccountClosed AccountStatus = "closed"
)

// Account is one account of a customer, as Account inquiry shows it.
type Account struct {
	Number    AccountNumber
	Product   Product
	Nickname  string
	Balance   money.Amount
	Available money.Amount // balance less holds; zero unless open
	OpenedAt  time.Time
	LastAt    time.Time // of the last transaction; zero if there was none
	Status    AccountStatus
	Sends     bool // money can be sent from it: open, demand, won
	Default   bool // screens that ask for an account begin with it; see [Bank.ArrangeAccounts]
}

// Accounts are the caller's accounts, in the customer's order; see
// [Bank.ArrangeAccounts].
func (b *Bank) Accounts(ctx context.Context, c Caller) ([]Account, error) {
	var accounts []Account
	err := b.readAt(ctx, anyTime, func(ctx context.Context, t *tx) (err error) {
		if err := t.mayRead(ctx, c); err != nil {
			return err
		}
		accounts, err = collect(ctx, t, scanAccount, "account_list", c.Customer)
		return err
	})
	return accounts, during("list accounts", err)
}

func scanAccount(rows *sql.Rows) (Account, error) {
	var (
		a                      Account
		currency               money.Currency
		posted, held, openedAt int64
		lastAt                 sql.NullInt64
	)
	err := rows.Scan(&a.Number, &currency, &a.Product.Code, &a.Product.Kind, &a.Product.NameEN, &a.Product.NameKO,
		&a.Nickname, &posted, &held, &openedAt, &lastAt, &a.Status, &a.Default)
	if err != nil {
		return Account{}, err
	}
	a.Balance, a.Available = money.New(posted, currency), money.New(0, currency)
	if a.Status == AccountOpen {
		a.Available = money.New(posted-held, currency)
	}
	a.OpenedAt = instant(openedAt)
	if lastAt.Valid {
		a.LastAt = instant(lastAt.Int64)
	}
	a.Sends = sends(a.Status, a.Product.Kind, currency)
	return a, nil
}

// sends reports whether money can be sent from such an account.
func sends(status AccountStatus, kind ProductKind, currency money.Currency) bool {
	return status == AccountOpen && kind == Demand && currency == money.KRW
}

// ownAccount is an account of the customer who asks, as orders need it.
type ownAccount struct {
	id        int64
	number    AccountNumber
	currency  money.Currency
	kind      ProductKind
	status    AccountStatus
	pin       []byte       // MAC of the account password; nil if there is none
	balance   money.Amount // posted
	available money.Amount // above floor and holds
}

// ownAccount reads an account. It is refused with CodeNoAccount if there is none
// of that number, or if it is not the customer's: the two are not told apart.
func (t *tx) ownAccount(ctx context.Context, who CustomerID, n AccountNumber) (ownAccount, error) {
	a := ownAccount{number: n}
	var posted, held, floor int64
	err := t.QueryRowContext(ctx, query("account_own"), n, who).
		Scan(&a.id, &a.currency, &a.kind, &a.status, &a.pin, &posted, &held, &floor)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return ownAccount{}, &RefusedError{Code: CodeNoAccount, Account: string(n)}
	case err != nil:
		return ownAccount{}, fmt.Errorf("read account %s: %w", n, err)
	}
	a.balance, a.available = money.New(posted, a.currency), money.New(posted-held-floor, a.currency)
	return a, nil
}

// withdrawable refuses with CodeAccountClosed, CodeOtherCurrency and
// CodeNotWithdrawable unless money can be sent from a.
func (a ownAccount) withdrawable() error {
	switch {
	case a.status != AccountOpen:
		return &RefusedError{Code: CodeAccountClosed, Account: string(a.number)}
	case a.currency != money.KRW:
		return &RefusedError{Code: CodeOtherCurrency, Account: string(a.number)}
	case !sends(a.status, a.kind, a.currency):
		return &RefusedError{Code: CodeNotWithdrawable, Account: string(a.number)}
	}
	return nil
}

// checkPIN checks an account password by its MAC, and counts. It is refused with
// CodeWrongPIN and CodePINLocked. An account without a password has no right one.
func (t *tx) checkPIN(ctx context.Context, a ownAccount, mac []byte) error {
	return t.tried(ctx, accountLock(a.number), len(a.pin) > 0 && subtle.ConstantTimeCompare(a.pin, mac) == 1)
}
