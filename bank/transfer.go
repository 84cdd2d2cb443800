package bank

import (
	"context"
	"fmt"
	"time"

	"smartbank/bank/calendar"
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

	Expected     string   // the name that the customer typed, if any: [Bank.CheckName]
	Acknowledged Warnings // what the customer was warned of, and sends all the same
	When         When     // zero is at once
}

// Receipt is a transfer that was booked, or an order for later that was taken.
type Receipt struct {
	Order        TransferOrder
	RecipientEN  string
	Reference    string // what the bank calls it, on receipts and in searches
	At           time.Time
	Fee          money.Amount
	BalanceAfter money.Amount
	Status       TransferStatus // Completed, Checking, Rejected after it was Checking, or Scheduled
	Due          time.Time      // when an order for later is carried out first; when the answer is expected of one that is Checking
}

// transferFee is what a domestic transfer costs: nothing, since Korea Post
// dropped these fees on 5 March 2018.
func transferFee() money.Amount { return money.New(0, money.KRW) }

// Transfer books a prepared order. The same key seen before gives the first receipt again,
// whatever the proof. Besides the refusals of Prepare, which are all asked again inside the
// transaction: CodeNotPrepared, CodeKeyReused (also when the order is not the one that was reviewed under
// its key), CodeSignatureNeeded, CodeCertificateNotRegistered and those of [VerifySignature], then CodeWrongFactor. What was signed is
// kept with the order. A refusal after the factor was right is kept for
// [Bank.Transfers]; wrong factors count. ErrUnknown means that it may have been booked: ask Outcome.
func (b *Bank) Transfer(ctx context.Context, c Caller, o TransferOrder, p Proof) (Receipt, error) {
	by := confirmation{factor: takeFactor(p.Digits)}
	var err error
	if by.order, by.hash, err = canonicalOrder(o); err != nil {
		return Receipt{}, during("transfer", err)
	}
	if by.signature, err = b.checkSignature(ctx, c, by, p.Signature); err != nil {
		return Receipt{}, during("transfer", err)
	}
	var r Receipt
	err = b.answer(ctx, "transfer", func(ctx context.Context, t *tx) (err error) {
		if r, err = t.confirm(ctx, c, by); err != nil {
			return err
		}
		return b.opt.Fault.inside(b.path)
	})
	if err == nil {
		err = b.opt.Fault.after()
	}
	if err != nil {
		return Receipt{}, err
	}
	return r, nil
}

// seen is the receipt of an order that was carried out already, or taken for later.
func (t *tx) seen(ctx context.Context, o TransferOrder) (booked, bool, error) {
	if !o.When.Now() {
		return t.instructed(ctx, o.Key)
	}
	return t.receipt(ctx, o.Key)
}

// confirmation is what a customer confirms: an order, with both proofs.
type confirmation struct {
	order     TransferOrder // in its canonical form
	hash      [32]byte
	factor    factor
	signature signed
}

// confirm checks the session, the signature and the second factor of a prepared
// order and books it, once. What is refused after a right factor is kept.
func (t *tx) confirm(ctx context.Context, c Caller, by confirmation) (Receipt, error) {
	s, err := t.standing(ctx, c, by)
	if err != nil {
		return Receipt{}, err
	}
	if err := s.mayOrder(c); err != nil {
		return Receipt{}, err
	}
	if s.booked || !by.order.When.Now() {
		switch seen, found, err := t.seen(ctx, by.order); {
		case err != nil:
			return Receipt{}, err
		case found && (seen.customer != c.Customer || seen.hash != by.hash):
			return Receipt{}, &RefusedError{Code: CodeKeyReused}
		case found:
			return seen.Receipt, nil
		}
	}
	if err := s.confirms(t, by); err != nil {
		return Receipt{}, err
	}
	if err := t.checkFactorAfter(ctx, s.who, s.tries, s.kept.challenge, by.factor); err != nil {
		return Receipt{}, err
	}
	r, err := t.carryOut(ctx, s, by.signature)
	if code := RefusalCode(err); code != "" {
		if err := t.keepRefusal(ctx, s.who, s.kept, code); err != nil {
			return Receipt{}, err
		}
	}
	return r, err
}

// carryOut asks everything again, and moves the money or keeps the order for later.
func (t *tx) carryOut(ctx context.Context, of standing, s signed) (Receipt, error) {
	p, err := t.passesAs(ctx, of.who, of.facts, of.kept.order)
	if err != nil {
		return Receipt{}, err
	}
	if err := p.acknowledged(); err != nil {
		return Receipt{}, err
	}
	if !of.kept.order.When.Now() {
		return t.instruct(ctx, p, of.kept, s)
	}
	return t.bookPassing(ctx, p, of.kept, s)
}

// bookPassing moves the money of an order that nothing speaks against. What the
// constraints of the books refuse leaves nothing; whatever fails after the money moved is a fault, which undoes the whole.
func (t *tx) bookPassing(ctx context.Context, p passing, kept keptOrder, s signed) (Receipt, error) {
	says := t.answers(p)
	if says.late == 0 && says.reason != "" {
		return Receipt{}, &RefusedError{Code: ReasonCode(says.reason), Bank: p.order.Bank, Account: p.order.To, Amount: p.order.Amount}
	}
	id, err := t.write(ctx, p, kept, says)
	if err != nil {
		return Receipt{}, err
	}
	if err := t.say(ctx, p.order); err != nil {
		return Receipt{}, err
	}
	if err := t.expect(ctx, p.order, says); err != nil {
		return Receipt{}, err
	}
	if err := t.sign(ctx, p.who.id, kept.order.Key, s); err != nil {
		return Receipt{}, err
	}
	r, err := p.receipt(id, t.now)
	if says.late != 0 {
		r.Status, r.Due = Checking, t.now.Add(says.late)
	}
	return r, err
}

// receipt is that of the entry just booked, as [tx.receipt] will read it from the
// books: the first one and the tenth are the same.
func (p passing) receipt(id int64, at time.Time) (Receipt, error) {
	after, err := p.from.balance.Sub(p.order.Amount)
	if err != nil {
		return Receipt{}, err
	}
	return Receipt{
		Order: p.order, Status: Completed, RecipientEN: p.to.nameEN, Reference: reference(calendar.DateOf(at).Key(), id),
		At: at, Fee: transferFee(), BalanceAfter: after,
	}, nil
}

// write writes a transfer: its entry, which moves the money, the order behind it and
// its first steps, in one statement. What only the constraints of the books know is refused here, and nothing of it stays.
func (t *tx) write(ctx context.Context, p passing, kept keptOrder, says counterBank) (entryID int64, err error) {
	credit := p.to.id
	if credit == 0 {
		err := t.QueryRowContext(ctx, query("account_internal"), OwnClearing).Scan(&credit)
		if err != nil {
			return 0, fmt.Errorf("find account %s: %w", OwnClearing, err)
		}
	}
	id := kept.entry
	if id == 0 {
		if id, err = t.nextEntry(ctx); err != nil {
			return 0, err
		}
	}
	o := p.order
	_, err = t.ExecContext(ctx, query("transfer_book"), id, o.Key, kept.hash[:], t.now.UnixMicro(), calendar.DateOf(t.now).Key(),
		p.who.id, p.from.id, credit, string(o.Amount.Currency()), o.Bank, o.To, o.Recipient,
		o.Amount.Minor(), transferFee().Minor(), o.OwnMemo, o.RecipientMemo, p.who.medium, kept.at.UnixMicro(), says.state())
	switch {
	case violates(err, "over the limit of one transfer"):
		return 0, p.limits.overEach(o.Amount)
	case violates(err, "customer_day_limit"):
		return 0, p.limits.overDay(o.Amount)
	case err != nil:
		return 0, refusedLeg(ctx, t, leg{debit: p.from.id, credit: credit, amount: o.Amount}, err)
	}
	return id, nil
}

// keepRefusal records an order that was confirmed and refused.
func (t *tx) keepRefusal(ctx context.Context, who customer, kept keptOrder, code Code) error {
	o := kept.order
	_, err := t.ExecContext(ctx, query("transfer_refuse"), o.Key, who.id, o.From, o.Bank, o.To, o.Recipient,
		o.Amount.Minor(), o.OwnMemo, o.RecipientMemo, kept.at.UnixMicro(), t.now.UnixMicro(), code)
	if err != nil {
		return fmt.Errorf("keep the refusal: %w", err)
	}
	return t.say(ctx, o)
}

// say keeps what the customer said besides the order, if anything.
func (t *tx) say(ctx context.Context, o TransferOrder) error {
	if o.Expected == "" && o.Acknowledged == "" {
		return nil
	}
	if _, err := t.ExecContext(ctx, query("said_keep"), o.Key, o.Expected, string(o.Acknowledged)); err != nil {
		return fmt.Errorf("keep what was said: %w", err)
	}
	return nil
}
