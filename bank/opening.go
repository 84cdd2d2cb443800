package bank

import (
	"time"

	"smartbank/bank/money"
)

// Opening is everything a new bank starts with, as plain values. People and
// history are made up by package demo; `bank seed --empty` opens a bank with none of them.
// Currencies, Korean banks, products and the bank's own accounts are always there.
type Opening struct {
	Demonstration  bool
	Seed           uint64    // of a demonstration: what its exchange rates are made up from
	At             time.Time // when the bank was made; no entry is later
	Customers      []NewCustomer
	Counterparties []Counterparty
	Entries        []NewEntry // oldest first
}

// NewCustomer is a customer of a new bank. Password and PIN are hashed when the
// bank is made.
type NewCustomer struct {
	Login          string
	NameEN, NameKO string
	Password       string
	Medium         Medium
	MediumKey      []byte // 20 bytes
	LimitEach      money.Amount
	LimitDay       money.Amount
	JoinedAt       time.Time
	Accounts       []NewAccount
	Certificates   []Signer // registered when the customer joined

	Identity  string // resident or foreigner number, 13 digits; of a firm its business number, 10
	Corporate bool
	NoMember  bool // of Smart Banking
	Disagrees bool // with certificates being issued online
}

// NewAccount is an account of a new customer.
type NewAccount struct {
	Number   AccountNumber
	Currency money.Currency
	Nickname string
	PIN      string // four digits
	OpenedAt time.Time
	Status   AccountStatus // "" is open
}

// Counterparty is an account at another bank.
type Counterparty struct {
	Bank           BankCode
	Number         string
	NameEN, NameKO string
	Status         string // open, closed or silent; "" is open
}

// NewEntry is one business operation of a new bank's history: one leg.
type NewEntry struct {
	Key    string // "" makes one
	Kind   string
	At     time.Time
	Debit  string // account number, or one of the bank's own accounts
	Credit string
	Amount money.Amount

	DebitMemo, CreditMemo string

	Transfer *NewTransfer // for kind transfer, when a customer ordered it
}

// NewTransfer is the order behind a past transfer.
type NewTransfer struct {
	Bank      BankCode
	To        string
	Recipient string
}

// The bank's own accounts. A debit of one of them is where money of the
// history comes from.
const (
	OwnCash     = "cash"     // notes and coins, by currency: "cash" for won, "cash-USD"
	OwnClearing = "clearing" // other banks, through the interbank network
	OwnInterest = "interest" // interest paid
	OwnFees     = "fees"     // fees earned
	OwnExchange = "exchange" // foreign exchange position, by currency like cash
	OwnNostro   = "nostro"   // with correspondents abroad, by currency: "nostro-USD"
)
