package bank

import (
	"context"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// Review is an order that would pass now, as it is shown before it is confirmed.
// The memos of Order are filled in.
type Review struct {
	Order        TransferOrder
	RecipientEN  string
	Fee          money.Amount
	BalanceAfter money.Amount
	LeftToday    money.Amount // of the daily limit, after this order
	Medium       Medium
	Challenge    Challenge
	PreparedAt   time.Time

	// Document is the whole order in words, UTF-8 in lines: what the customer is
	// shown before signing, and signs.
	Document []byte

	Warnings []Caution // what the customer has to acknowledge: see [Bank.Acknowledge]
	Due      time.Time // when it would be carried out if it were confirmed now; zero is at once
}

// Prepare checks an order and the withdrawal account's four-digit password, which
// is wiped, gives the order its key, and keeps both until [Bank.Forget]. A key that the order has already is replaced.
// Memos are filled in, composed, and rid of characters that cannot be printed. Everything that can be known before
// the second factor is refused here: CodeReadOnly, CodeNoAccount, CodeAccountClosed, CodeNotWithdrawable, CodeWrongPIN,
// CodePINLocked, CodeServiceClosed, CodeBadSchedule, CodeCardIdle, CodeOverUndesignated, CodeBadAmount, CodeOtherCurrency, CodeSameAccount, the refusals of CheckRecipient, CodeRecipientChanged,
// CodeMemoTooLong, CodeOverTransferLimit, CodeOverDailyLimit, CodeInsufficientFunds, CodeFactorLocked.
// The password is checked before anything about money is said.
func (b *Bank) Prepare(ctx context.Context, c Caller, o TransferOrder, pin []byte) (Review, error) {
	mac := b.pinMAC(o.From, pin)
	clear(pin)
	var r Review
	err := b.answer(ctx, "prepare transfer", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		if err := t.serving(); err != nil {
			return err
		}
		from, err := t.ownAccount(ctx, c.Customer, o.From)
		if err != nil {
			return err
		}
		if err := from.withdrawable(); err != nil {
			return err
		}
		if err := t.checkPIN(ctx, from, mac); err != nil {
			return err
		}
		who, err := t.customerByID(ctx, c.Customer)
		if err != nil {
			return err
		}
		p, err := t.passes(ctx, who, o)
		if err != nil {
			return err
		}
		if err := t.unlocked(ctx, mediumLock(who)); err != nil {
			return err
		}
		r, err = t.keep(ctx, p)
		return err
	})
	if err != nil {
		return Review{}, err
	}
	b.reviewed.keep(c.Customer, r)
	return r, nil
}

// passing is an order that nothing speaks against, and what was found out about
// it.
type passing struct {
	order  TransferOrder // filled in
	who    customer
	from   ownAccount
	to     recipient
	limits TransferLimits

	asks     asks
	warnings []Caution
}

// passes checks all of an order but the passwords and the medium, and fills it in. An order that
// it filled in once stays as it is.
func (t *tx) passes(ctx context.Context, who customer, o TransferOrder) (passing, error) {
	s, err := t.standing(ctx, Caller{Customer: who.id}, confirmation{order: o})
	if err != nil {
		return passing{}, err
	}
	return t.passesAs(ctx, who, s.facts, o)
}

// passesAs is passes after the facts were read.
func (t *tx) passesAs(ctx context.Context, who customer, f facts, o TransferOrder) (passing, error) {
	if err := f.sends(); err != nil {
		return passing{}, err
	}
	if err := checkAmount(o); err != nil {
		return passing{}, err
	}
	to, err := t.bank.pays(o.Bank, o.To, f.to)
	if err != nil {
		return passing{}, err
	}
	o.Expected = printable(o.Expected)
	if err := o.When.check(t.now); err != nil {
		return passing{}, err
	}
	o.Recipient = norm.NFC.String(o.Recipient)
	if o.Recipient != norm.NFC.String(to.nameKO) {
		return passing{}, &RefusedError{Code: CodeRecipientChanged, Bank: o.Bank, Account: o.To, Name: to.nameKO}
	}
	o.OwnMemo, o.RecipientMemo = memo(o.OwnMemo, to.nameKO), memo(o.RecipientMemo, who.nameKO)
	if tooLong(o.OwnMemo) || tooLong(o.RecipientMemo) {
		return passing{}, &RefusedError{Code: CodeMemoTooLong, Max: MemoCells}
	}
	p := passing{order: o, who: who, from: f.from, to: to, asks: f.asks}
	if err := p.asks.idle(who, calendar.DateOf(t.now)); err != nil {
		return passing{}, err
	}
	if p.order.When, err = t.protect(ctx, p); err != nil {
		return passing{}, err
	}
	p.warnings, p.limits = p.notices(calendar.DateOf(t.now).Key()), who.limits(p.asks.sent)
	return p, p.affordable()
}

// checkAmount refuses with CodeBadAmount, CodeOtherCurrency and CodeSameAccount.
func checkAmount(o TransferOrder) error {
	switch {
	case o.Amount.Minor() <= 0:
		return &RefusedError{Code: CodeBadAmount, Amount: o.Amount}
	case o.Amount.Currency() != money.KRW:
		return &RefusedError{Code: CodeOtherCurrency, Amount: o.Amount}
	case o.Bank == KoreaPost && o.To == string(o.From):
		return &RefusedError{Code: CodeSameAccount, Bank: o.Bank, Account: o.To}
	}
	return nil
}

// affordable refuses an order that is over the limits, or over the balance. What is sent later has to be there then, and counts on that day.
func (p passing) affordable() error {
	switch {
	case p.order.When.Now():
		if err := p.limits.Allow(p.order.Amount); err != nil {
			return err
		}
	case p.order.Amount.Minor() > p.limits.Each.Minor(): // whatever is left today
		over := p.limits
		over.UsedToday = money.New(0, money.KRW)
		return over.overEach(p.order.Amount)
	default:
		return nil
	}
	available, err := p.from.available.Sub(transferFee())
	if err != nil {
		return err
	}
	if p.order.Amount.Minor() > available.Minor() {
		return &RefusedError{
			Code: CodeInsufficientFunds, Account: string(p.from.number), Amount: p.order.Amount, Available: available,
		}
	}
	return nil
}

// memo is what a passbook shows: what the customer wrote, or the name of the
// other side as far as it fits.
func memo(written, name string) string {
	if m := printable(written); m != "" {
		return m
	}
	return CutCells(printable(name), MemoCells)
}

func tooLong(memo string) bool {
	return Cells(memo) > MemoCells || utf8.RuneCountInString(memo) > memoRunes
}

// keep stores an order that passes, under a new key, and reviews it.
func (t *tx) keep(ctx context.Context, p passing) (Review, error) {
	var err error
	if p.order.Key, err = t.newKey(); err != nil {
		return Review{}, err
	}
	kept := keptOrder{order: p.order, at: t.now}
	if kept.challenge, err = t.challenge(ctx, p.who); err != nil {
		return Review{}, err
	}
	if err := t.keepOrder(ctx, p.who.id, kept); err != nil {
		return Review{}, err
	}
	r, err := t.review(ctx, kept, p.who, p.to.nameEN, p.from.balance, p.limits.Left())
	r.Warnings = p.outstanding()
	return r, err
}

// review is what a kept order would do to a balance and to what is left of the
// daily limit.
func (t *tx) review(ctx context.Context, kept keptOrder, who customer, nameEN string, balance, left money.Amount) (Review, error) {
	var due time.Time
	var err error
	after := balance
	if when := kept.order.When; !when.Now() { // nothing leaves now
		due = when.due(t.now, 0)
	} else {
		if after, err = balance.Sub(kept.order.Amount); err != nil {
			return Review{}, err
		}
		if after, err = after.Sub(transferFee()); err != nil {
			return Review{}, err
		}
		if left, err = left.Sub(kept.order.Amount); err != nil {
			return Review{}, err
		}
	}
	text, err := t.document(ctx, who.id, kept)
	if err != nil {
		return Review{}, err
	}
	return Review{
		Order: kept.order, RecipientEN: nameEN, Fee: transferFee(), BalanceAfter: after, LeftToday: left,
		Medium: who.medium, Challenge: kept.challenge, PreparedAt: kept.at, Document: text, Due: due,
	}, nil
}
