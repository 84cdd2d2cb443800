package bank

import (
	"context"
	"errors"
	"fmt"
	"time"

	"smartbank/bank/money"
)

// TransferOrder is a real-time transfer as the customer gives it. Key is empty
// until [Bank.Prepare] made one.
type TransferOrder struct {
	Key           string // UUIDv7
	From          AccountNumber
	Bank          BankCode
	To            string // digits
	Recipient     string // the Korean name that the name check answered
	Amount        money.Amount
	OwnMemo       string // on the sender's passbook; "" is the recipient's name
	RecipientMemo string // on the recipient's passbook; "" is the sender's name
}

// Receipt is a transfer that was booked.
type Receipt struct {
	Order        TransferOrder
	RecipientEN  string
	Reference    string // what the bank calls it, on receipts and in searches
	At           time.Time
	Fee          money.Amount
	BalanceAfter money.Amount
}

// transferFee is what a domestic transfer costs: nothing, since Korea Post
// dropped these fees on 5 March 2018.
func transferFee() money.Amount { return money.New(0, money.KRW) }

// Transfer books a prepared order. digits are the four digits of the card
// challenge or the six digits of the token, and are wiped. The same key seen before gives the first receipt again,
// whatever the factor. Besides the refusals of Prepare, which are all asked again inside the
// transaction: CodeNotPrepared, CodeKeyReused (also when the order is not the one that was reviewed under
// its key), CodeWrongFactor. A refusal after the factor was right is kept for
// [Bank.Transfers]; wrong factors count. ErrUnknown means that it may have been booked: ask Outcome.
func (b *Bank) Transfer(ctx context.Context, c Caller, o TransferOrder, digits []byte) (Receipt, error) {
	f := takeFactor(digits)
	var r Receipt
	err := b.answer(ctx, "transfer", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		hash, err := requestHash(o)
		if err != nil {
			return err
		}
		switch seen, found, err := t.receipt(ctx, o.Key); {
		case err != nil:
			return err
		case found && (seen.customer != c.Customer || seen.hash != hash):
			return &RefusedError{Code: CodeKeyReused}
		case found:
			r = seen.Receipt
			return nil
		}
		r, err = t.confirm(ctx, c, hash, o, f)
		return err
	})
	if err != nil {
		return Receipt{}, err
	}
	return r, nil
}

// confirm checks the second factor of a prepared order and books it. What is
// refused after a right factor is kept.
func (t *tx) confirm(ctx context.Context, c Caller, hash [32]byte, o TransferOrder, f factor) (Receipt, error) {
	kept, found, err := t.prepared(ctx, c.Customer, o.Key)
	switch {
	case err != nil:
		return Receipt{}, err
	case !found:
		return Receipt{}, &RefusedError{Code: CodeNotPrepared}
	case kept.hash != hash:
		return Receipt{}, &RefusedError{Code: CodeKeyReused}
	}
	who, err := t.customerByID(ctx, c.Customer)
	if err != nil {
		return Receipt{}, err
	}
	if err := t.checkFactor(ctx, who, kept.challenge, f); err != nil {
		return Receipt{}, err
	}
	r, err := t.book(ctx, who, hash, kept)
	if code := RefusalCode(err); code != "" {
		if err := t.keepRefusal(ctx, who, kept, code); err != nil {
			return Receipt{}, err
		}
	}
	return r, err
}

// book asks everything again and moves the money. If it is refused, nothing of it
// stays: constraints of the books speak after some rows are written.
func (t *tx) book(ctx context.Context, who customer, hash [32]byte, kept keptOrder) (Receipt, error) {
	p, err := t.passes(ctx, who, kept.order)
	if err != nil {
		return Receipt{}, err
	}
	if _, err := t.ExecContext(ctx, "SAVEPOINT booking"); err != nil {
		return Receipt{}, fmt.Errorf("book: %w", err)
	}
	if err := t.write(ctx, p, hash, kept.at); err != nil {
		if _, undone := t.ExecContext(ctx, "ROLLBACK TO SAVEPOINT booking"); undone != nil {
			// A fault, so that all is undone. SQLite may have done so: then it is the first error that counts.
			return Receipt{}, errors.Join(err, fmt.Errorf("undo booking: %w", undone))
		}
		return Receipt{}, err
	}
	if _, err := t.ExecContext(ctx, "RELEASE SAVEPOINT booking"); err != nil {
		return Receipt{}, fmt.Errorf("book: %w", err)
	}
	seen, found, err := t.receipt(ctx, kept.order.Key)
	if err == nil && !found {
		err = fmt.Errorf("book: no receipt of %s", kept.order.Key)
	}
	return seen.Receipt, err
}

// write writes the entry of a transfer and the order behind it. What only the
// constraints of the books know is refused here.
func (t *tx) write(ctx context.Context, p passing, hash [32]byte, requested time.Time) error {
	credit := p.to.id
	if credit == 0 {
		err := t.QueryRowContext(ctx, query("account_internal"), OwnClearing).Scan(&credit)
		if err != nil {
			return fmt.Errorf("find account %s: %w", OwnClearing, err)
		}
	}
	o := p.order
	id, err := post(ctx, t, entry{key: o.Key, requestHash: hash, kind: "transfer", legs: []leg{
		{debit: p.from.id, credit: credit, amount: o.Amount, debitMemo: o.OwnMemo, creditMemo: o.RecipientMemo},
	}})
	if err != nil {
		return err
	}
	_, err = t.ExecContext(ctx, query("transfer_book"), id, p.who.id, p.from.id, o.Bank, o.To, o.Recipient,
		o.Amount.Minor(), transferFee().Minor(), o.OwnMemo, o.RecipientMemo, p.who.medium, requested.UnixMicro())
	switch {
	case violates(err, "over the limit of one transfer"):
		return p.limits.overEach(o.Amount)
	case violates(err, "customer_day_limit"):
		return p.limits.overDay(o.Amount)
	case err != nil:
		return fmt.Errorf("keep the order: %w", err)
	}
	if _, err := t.ExecContext(ctx, query("transfer_event"), id, t.now.UnixMicro()); err != nil {
		return fmt.Errorf("keep the events: %w", err)
	}
	return nil
}

// keepRefusal records an order that was confirmed and refused.
func (t *tx) keepRefusal(ctx context.Context, who customer, kept keptOrder, code Code) error {
	o := kept.order
	_, err := t.ExecContext(ctx, query("transfer_refuse"), o.Key, who.id, o.From, o.Bank, o.To, o.Recipient,
		o.Amount.Minor(), o.OwnMemo, o.RecipientMemo, kept.at.UnixMicro(), t.now.UnixMicro(), code)
	if err != nil {
		return fmt.Errorf("keep the refusal: %w", err)
	}
	return nil
}
