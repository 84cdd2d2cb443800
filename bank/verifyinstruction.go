package bank

import (
	"context"
	"database/sql"
	"fmt"

	"smartbank/bank/money"
)

// signedInstruction is an order for later with its signature.
type signedInstruction struct {
	stored storedSignature
	body   string
}

func scanSignedInstruction(rows *sql.Rows) (s signedInstruction, err error) {
	var at, requested int64
	a := &s.stored.act
	err = rows.Scan(&s.stored.id, &at, &a.customer, &a.subject, &a.text, &a.body, &s.body, &requested)
	a.at, s.stored.signature.requested, s.stored.signature.fee = instant(at), instant(requested), transferFee()
	return s, err
}

// instructions checks every order for later: that what was signed is what is kept,
// and, if somebody can, that the signature holds and was the customer's; and that what was carried out is what was ordered.
func (v *verification) instructions(ctx context.Context) (difference string, err error) {
	rows, err := v.began.QueryContext(ctx, query("instruction_signed"))
	if err != nil {
		return "", err
	}
	all, err := scanAll(rows, scanSignedInstruction)
	if err != nil {
		return "", err
	}
	for _, s := range all {
		d := &s.stored.signature
		var unread error
		if d.order, unread = decode(s.body); unread != nil {
			return fmt.Sprintf("act %d: the order %s cannot be read", s.stored.id, s.stored.act.subject), nil //nolint:nilerr // it is the difference that is looked for
		}
		difference, err = v.signature(ctx, s.stored, d.order.Key == s.stored.act.subject && d.says(s.stored.act.text))
		if err != nil || difference != "" {
			return difference, err
		}
		if difference, err = v.carriedOut(ctx, d.order); err != nil || difference != "" {
			return difference, err
		}
	}
	return "", nil
}

// carriedOut compares what an order for later had booked with it.
func (v *verification) carriedOut(ctx context.Context, o TransferOrder) (difference string, err error) {
	rows, err := v.began.QueryContext(ctx, query("instruction_runs"), o.Key, o.Key+"-", o.Key+".")
	if err != nil {
		return "", err
	}
	runs, err := scanAll(rows, func(rows *sql.Rows) (run TransferOrder, err error) {
		var amount int64
		err = rows.Scan(&run.Key, &run.From, &run.Bank, &run.To, &run.Recipient, &amount, &run.OwnMemo, &run.RecipientMemo)
		run.Amount = money.New(amount, money.KRW)
		return run, err
	})
	for _, run := range runs {
		wanted := TransferOrder{
			Key: run.Key, From: o.From, Bank: o.Bank, To: o.To, Recipient: o.Recipient, Amount: o.Amount, OwnMemo: o.OwnMemo, RecipientMemo: o.RecipientMemo,
		}
		if run != wanted || !o.When.Monthly && run.Key != o.Key {
			return fmt.Sprintf("what was carried out as %s is not the order for later", run.Key), nil
		}
	}
	return "", err
}
