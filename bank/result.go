package bank

import (
	"context"
	"database/sql"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// TransferStatus is what became of an order.
type TransferStatus string

// The states of a transfer.
const (
	Completed TransferStatus = "completed"
	Rejected  TransferStatus = "rejected"
)

// MaxTransfers is how many orders [Bank.Transfers] answers with at most: the
// newest.
const MaxTransfers = 500

// TransferQuery asks for orders requested from From to To, days in Seoul, both
// included. Account "" and Status "" mean all.
type TransferQuery struct {
	From, To calendar.Date
	Account  AccountNumber
	Status   TransferStatus
}

// TransferResult is one order, booked or refused.
type TransferResult struct {
	Order       TransferOrder
	RecipientEN string
	Status      TransferStatus
	Code        Code      // why it was rejected; "" when it was not
	Reference   string    // "" of an order that was rejected
	RequestedAt time.Time // when it was prepared
	ProcessedAt time.Time // when it was confirmed, and booked or refused
	Fee         money.Amount
}

// Transfers answers a query, newest first, with at most MaxTransfers orders. It
// is refused with the period refusals of [Bank.History] and CodeNoAccount.
func (b *Bank) Transfers(ctx context.Context, c Caller, q TransferQuery) ([]TransferResult, error) {
	var results []TransferResult
	err := b.lookup(ctx, c, "list transfers", func(ctx context.Context, t *tx) error {
		if q.Account != "" {
			if _, err := t.ownAccount(ctx, c.Customer, q.Account); err != nil {
				return err
			}
		}
		if err := checkPeriod(q.From, q.To, calendar.DateOf(t.now)); err != nil {
			return err
		}
		var err error
		results, err = collect(ctx, t, scanResult, "transfer_list", c.Customer,
			q.From.Start().UnixMicro(), q.To.AddDays(1).Start().UnixMicro(), q.Account, q.Status, MaxTransfers, KoreaPost)
		return err
	})
	return results, err
}

func scanResult(rows *sql.Rows) (TransferResult, error) {
	var (
		r                            TransferResult
		amount, fee, id, asked, done int64
		day                          int
	)
	o := &r.Order
	err := rows.Scan(&o.Key, &o.From, &o.Bank, &o.To, &o.Recipient, &r.RecipientEN,
		&amount, &o.OwnMemo, &o.RecipientMemo, &fee, &r.Code, &day, &id, &asked, &done)
	if err != nil {
		return TransferResult{}, err
	}
	r.Status = Rejected
	if r.Code == "" {
		r.Status, r.Reference = Completed, reference(day, id)
	}
	o.Amount, r.Fee = money.New(amount, money.KRW), money.New(fee, money.KRW)
	r.RequestedAt, r.ProcessedAt = instant(asked), instant(done)
	return r, nil
}
