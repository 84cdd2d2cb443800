package bank

import (
	"context"
	"database/sql"
	"slices"
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
	Checking  TransferStatus = "checking"  // the money left, and nobody knows whether it arrived: not to be sent again
	Scheduled TransferStatus = "scheduled" // for later
	Cancelled TransferStatus = "cancelled" // was for later
)

// transferStatuses are those of the last steps of orders.
var transferStatuses = map[string]TransferStatus{"completed": Completed, "rejected": Rejected, "pending": Checking}

// MaxTransfers is how many orders [Bank.Transfers] answers with at most, unless it is asked for the whole: the
// newest.
const MaxTransfers = 500

// TransferQuery asks for orders requested from From to To, days in Seoul, both
// included. Account "" and Status "" mean all.
type TransferQuery struct {
	From, To calendar.Date
	Account  AccountNumber
	Status   TransferStatus
	Whole    bool // all of them, however many: for a file
}

// most is how many orders are asked for; below zero is all, as in SQL.
func (q TransferQuery) most() int {
	if q.Whole {
		return -1
	}
	return MaxTransfers
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

	Due         time.Time // when it is carried out next, or when the answer is expected; zero if neither is open
	CancelUntil time.Time // until when it can be cancelled; zero if it cannot
	Returned    bool      // a rejected one whose money had left and came back
}

// Transfers answers a query, newest first, with at most MaxTransfers orders unless it asks for the whole. It
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
		from, to := q.From.Start().UnixMicro(), q.To.AddDays(1).Start().UnixMicro()
		results, err = collect(ctx, t, scanResult, "transfer_list", c.Customer, from, to, q.Account, q.Status, q.most(), KoreaPost)
		if err != nil || q.Status != "" && q.Status != Scheduled && q.Status != Cancelled {
			return err
		}
		later, err := t.instructions(ctx, c.Customer, q, from, to)
		if err != nil {
			return err
		}
		results = append(results, later...)
		slices.SortStableFunc(results, func(a, b TransferResult) int { return b.RequestedAt.Compare(a.RequestedAt) })
		if most := q.most(); most >= 0 {
			results = results[:min(len(results), most)]
		}
		return nil
	})
	return results, err
}

func scanResult(rows *sql.Rows) (TransferResult, error) {
	var (
		r                            TransferResult
		amount, fee, id, asked, done int64
		day                          int
		state                        string
		due                          int64
	)
	o := &r.Order
	err := rows.Scan(&o.Key, &o.From, &o.Bank, &o.To, &o.Recipient, &r.RecipientEN,
		&amount, &o.OwnMemo, &o.RecipientMemo, &fee, &r.Code, &day, &id, &asked, &done, &state, &due, &o.Expected, &o.Acknowledged)
	if err != nil {
		return TransferResult{}, err
	}
	r.Status = Rejected
	if day != 0 {
		r.Status, r.Reference = transferStatuses[state], reference(day, id)
		r.Returned = r.Status == Rejected
	}
	if due != 0 {
		r.Due = instant(due)
	}
	o.Amount, r.Fee = money.New(amount, money.KRW), money.New(fee, money.KRW)
	r.RequestedAt, r.ProcessedAt = instant(asked), instant(done)
	return r, nil
}
