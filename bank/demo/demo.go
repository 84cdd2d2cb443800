// Package demo makes up the demonstration bank: two customers and three more that no certificate is issued to, the people and
// firms they deal with, and two years of their accounts.
//
// Everybody here is invented, and so are the shops, the employers and every
// account number; a name or number that exists is chance. Only the names of
// banks and the exchange rates are real.
//
// The whole bank is a function of a seed and of a day in Seoul. The same pair
// gives the same bank on every machine, so that a tape which was recorded on one
// plays on another.
package demo

import (
	"crypto/sha256"
	"fmt"
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// The credentials of both customers. They protect nothing: the sign-in screen
// shows them.
const (
	Password            = "demo-2026!"
	PIN                 = "7391"         // of every account
	CertificatePassword = "Epost#4837kr" //nolint:gosec // shown on the screen, on purpose
)

// The user IDs of the customers.
const (
	HongLogin = "demo01" // Hong Gildong, who has a security card
	LeeLogin  = "demo02" // Lee Bada, who has a one-time-password token
)

// The user IDs of customers whom no certificate is issued to. They are not shown
// where the others are, and have an empty account each.
const (
	FirmLogin      = "demo03" // Saeron Studio, a firm
	DisagreesLogin = "demo04" // Park Sori, who does not agree with certificates being issued online
	NoMemberLogin  = "demo05" // Choi Noeul, who is no member of Smart Banking
)

// Identity is the resident number of a customer, or the business number of the firm:
// invented, with a check digit that is wrong, so that it is nobody's. "" for any other user ID.
func Identity(login string) string { return bank.DemonstrationIdentity(login) }

// Name is the Korean name of one of [Logins]; "" for any other user ID.
func Name(login string) string {
	switch login {
	case HongLogin:
		return hongName
	case LeeLogin:
		return leeName
	default:
		return ""
	}
}

// months is how long the history is.
const months = 24

// Logins are the user IDs of the customers, in the order they are shown.
func Logins() []string { return []string{HongLogin, LeeLogin} }

// Opening is the demonstration bank for a seed and the day of now in Seoul. Its
// history ends the day before and is two years long; its books are the same at
// every hour of the day.
func Opening(seed uint64, now time.Time) *bank.Opening {
	today := calendar.DateOf(now)
	first := today.AddMonths(-months)
	customers := customers(seed, first)
	return &bank.Opening{
		Demonstration:  true,
		Seed:           seed,
		At:             today.Start(),
		Customers:      customers,
		Counterparties: counterparties(),
		Entries:        history(seed, first, today, customers),
	}
}

// mediumKey is the secret of a customer's security card or token: 20 bytes.
func mediumKey(seed uint64, login string) []byte {
	sum := sha256.Sum256(fmt.Appendf(nil, "smartbank demonstration medium %d %s", seed, login))
	return sum[:20]
}

// won is an amount of won.
func won(n int64) money.Amount { return money.New(n, money.KRW) }

// cents is an amount of US dollars, in cents.
func cents(n int64) money.Amount { return money.New(n, money.USD) }
