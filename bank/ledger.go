package bank

import (
	"context"

	"smartbank/bank/money"
)

// entry is a business operation to be posted.
type entry struct {
	key         string // idempotency key
	requestHash [32]byte
	kind        string
	legs        []leg
}

// leg moves amount from the account debit to the account credit, both row ids.
type leg struct {
	debit, credit         int64
	amount                money.Amount
	debitMemo, creditMemo string
}

// post writes an entry and its legs. It is the only writer of money in a running
// bank, and refuses with CodeInsufficientFunds and CodeAccountClosed what the floor and the leg's trigger refuse.
func post(ctx context.Context, t *tx, e entry) (entryID int64, err error) { panic("todo") }

// reference is what customers call an entry: its business day and number.
func reference(businessDay int, entryID int64) string { panic("todo") }
