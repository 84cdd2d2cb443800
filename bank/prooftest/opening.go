package prooftest

import (
	"fmt"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/money"
)

// Customers is how many customers the bank has. All have a security card, which any number of orders at once can be
// confirmed with (a token's password is good once), and limits that they do not reach.
const Customers = 8

// Deposit is what is on every account when a proof begins, in won.
const Deposit = 1_000_000_000

// Number is the one account of a customer, counted from 0.
func Number(customer int) bank.AccountNumber {
	return bank.AccountNumber(fmt.Sprintf("30000001%06d", customer+1))
}

// Login is a customer's user ID.
func Login(customer int) string { return fmt.Sprintf("caller%d", customer) }

func password(customer int) string { return Login(customer) + "-2026!" }

func nameKO(customer int) string {
	return "고객" + string([]rune("가개갸걔거게겨계")[customer])
}

// Opening is what the bank of a proof is made of.
func Opening() *bank.Opening {
	o := &bank.Opening{
		Demonstration: true,
		At:            banktest.Start.Add(-time.Hour),
		Counterparties: []bank.Counterparty{
			{Bank: banktest.ParkBank, Number: banktest.ParkNumber, NameEN: "PARK JIHUN", NameKO: banktest.ParkName},
		},
	}
	joined := banktest.Start.AddDate(0, -1, 0)
	won := func(n int64) money.Amount { return money.New(n, money.KRW) }
	for i := range Customers {
		o.Customers = append(o.Customers, bank.NewCustomer{
			Login: Login(i), NameEN: fmt.Sprintf("CALLER %d", i), NameKO: nameKO(i), Password: password(i),
			Medium: bank.SecurityCard, MediumKey: fmt.Appendf(nil, "the card of caller %d", i)[:20], JoinedAt: joined,
			LimitEach: won(Deposit), LimitDay: won(Deposit * Deposit),
			Accounts:     []bank.NewAccount{{Number: Number(i), Currency: money.KRW, PIN: banktest.PIN, OpenedAt: joined}},
			Certificates: []bank.Signer{banktest.Certificate(Login(i))},
		})
		deposit := bank.NewEntry{Kind: "opening", At: joined, Debit: bank.OwnCash, Credit: string(Number(i)), Amount: won(Deposit)}
		o.Entries = append(o.Entries, deposit)
	}
	return o
}
