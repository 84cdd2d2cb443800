package bank

import (
	"context"
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
}

// Accounts are the caller's accounts, in the customer's order.
func (b *Bank) Accounts(ctx context.Context, c Caller) ([]Account, error) { panic("todo") }
