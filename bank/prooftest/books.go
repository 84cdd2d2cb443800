package prooftest

import (
	"context"
	"fmt"

	"smartbank/bank"
)

// Books are the balances that follow from the orders that were booked.
type Books struct {
	balances [Customers]int64
	booked   map[string]bool
}

// NewBooks returns the books of a bank that was just opened.
func NewBooks() *Books {
	b := &Books{booked: map[string]bool{}}
	for i := range b.balances {
		b.balances[i] = Deposit
	}
	return b
}

// Book counts an order. The same order again does not count.
func (b *Books) Book(o bank.TransferOrder) {
	if b.booked[o.Key] {
		return
	}
	b.booked[o.Key] = true
	for i := range b.balances {
		if o.From == Number(i) {
			b.balances[i] -= o.Amount.Minor()
		}
		if o.Bank == bank.KoreaPost && o.To == string(Number(i)) {
			b.balances[i] += o.Amount.Minor()
		}
	}
}

// Check compares the books with a bank's balances. An order that was lost, or booked twice, or that nobody gave, shows here.
func (b *Books) Check(ctx context.Context, of *bank.Bank) error {
	for i, want := range b.balances {
		// Customers are numbered from 1, in the order of the opening.
		accounts, err := of.Accounts(ctx, bank.Caller{Customer: bank.CustomerID(i + 1)})
		if err != nil {
			return err
		}
		if len(accounts) != 1 || accounts[0].Number != Number(i) {
			return fmt.Errorf("customer %d has the accounts %v", i, accounts)
		}
		if got := accounts[0].Balance.Minor(); got != want {
			return fmt.Errorf("account %s has %d won and should have %d", Number(i), got, want)
		}
	}
	return nil
}

// Verify has a bank verify its books: what it finds is an error.
func Verify(ctx context.Context, b *bank.Bank) error {
	report, err := b.Verify(ctx)
	if err != nil {
		return err
	}
	if report.Difference != "" {
		return fmt.Errorf("the books do not agree: %s", report.Difference)
	}
	return nil
}
