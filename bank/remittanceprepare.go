package bank

import (
	"context"
	"database/sql"
	"fmt"

	"smartbank/bank/money"
)

// PrepareRemittance checks an order and the withdrawal account's four-digit
// password, which is wiped, fixes its terms, gives it its key, and keeps it until [Bank.ForgetRemittance]. What can be known before
// the second factor is refused here: CodeReadOnly, CodeNoAccount, CodeAccountClosed, CodeNotWithdrawable, CodeAccountCurrency,
// CodeWrongPIN, CodePINLocked, CodeBadAmount, CodeRemittanceClosed, CodeNoRemittanceConsent, CodeRemittanceAtBranch,
// CodeNoPurpose, CodeOtherSender, CodeNotOffered, CodeNoGiro, CodeCountryBlocked, CodeBadField, CodeNoRate, CodeNoQuote,
// CodeQuoteExpired, CodeOverRemittanceLimit, CodeOverYearlyLimit, CodeSplitRemittance, CodeAfterHoursLimit,
// CodeInsufficientFunds and CodeFactorLocked. The password is checked before anything about money is said.
func (b *Bank) PrepareRemittance(ctx context.Context, c Caller, o RemittanceOrder, pin []byte) (RemittanceReview, error) {
	mac := b.pinMAC(o.From, pin)
	clear(pin)
	var r RemittanceReview
	err := b.answer(ctx, "prepare remittance", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		from, err := t.ownAccount(ctx, c.Customer, o.From)
		if err != nil {
			return err
		}
		if err := from.remits(o.Currency); err != nil {
			return err
		}
		if err := t.checkPIN(ctx, from, mac); err != nil {
			return err
		}
		who, err := t.customerByID(ctx, c.Customer)
		if err != nil {
			return err
		}
		body, err := t.fixRemittance(ctx, who, from, o)
		if err != nil {
			return err
		}
		r, err = t.keepRemittance(ctx, who, body)
		return err
	})
	if err != nil {
		return RemittanceReview{}, err
	}
	return r, nil
}

// fixRemittance checks an order, and gives it its key and terms.
func (t *tx) fixRemittance(ctx context.Context, who customer, from ownAccount, o RemittanceOrder) (remittanceBody, error) {
	if err := o.checkOrder(who.nameEN, t.now); err != nil {
		return remittanceBody{}, err
	}
	body := remittanceBody{order: o, holderEN: who.nameEN, holderKO: who.nameKO, requested: t.now, form: documentForm}
	var err error
	if body.order.Key, err = t.newKey(); err != nil {
		return remittanceBody{}, err
	}
	body.terms, err = t.fixTerms(ctx, who.id, from, &body.order)
	return body, err
}

// passingRemittance is an order that nothing speaks against.
type passingRemittance struct {
	remittanceBody

	who  customer
	from ownAccount
	year YearlyLimit
}

// remittancePasses asks all of an order with terms but the passwords.
func (t *tx) remittancePasses(ctx context.Context, who customer, body remittanceBody) (passingRemittance, error) {
	p := passingRemittance{remittanceBody: body, who: who}
	o := body.order
	var err error
	if p.from, err = t.ownAccount(ctx, who.id, o.From); err != nil {
		return p, err
	}
	if err := p.from.remits(o.Currency); err != nil {
		return p, err
	}
	if err := t.unlocked(ctx, accountLock(p.from.number)); err != nil {
		return p, err
	}
	if err := o.checkOrder(who.nameEN, t.now); err != nil {
		return p, err
	}
	if o.Kind == SWIFT { // the longest reference that there can be
		if err := badField("", body.transfer(reference(29991231, 9_999_999), t.now).Check()); err != nil {
			return p, err
		}
	}
	if err := body.holds(t.now); err != nil {
		return p, err
	}
	if p.year, err = t.withinLimits(ctx, who.id, o, body.terms.Dollars); err != nil {
		return p, err
	}
	if total := body.terms.Total; total.Minor() > p.from.available.Minor() {
		return p, &RefusedError{
			Code: CodeInsufficientFunds, Account: string(p.from.number), Amount: total,
			Available: money.New(max(0, p.from.available.Minor()-body.terms.Fees.Minor()), total.Currency()),
		}
	}
	return p, t.unlocked(ctx, mediumLock(who))
}

// keepRemittance keeps an order that passes, in the place of what was kept under
// its key, and reviews it.
func (t *tx) keepRemittance(ctx context.Context, who customer, body remittanceBody) (RemittanceReview, error) {
	p, err := t.remittancePasses(ctx, who, body)
	if err != nil {
		return RemittanceReview{}, err
	}
	asked, err := t.challenge(ctx, who)
	if err != nil {
		return RemittanceReview{}, err
	}
	text, hash, err := body.encode()
	if err != nil {
		return RemittanceReview{}, fmt.Errorf("keep remittance: %w", err)
	}
	if _, err := t.ExecContext(ctx, query("prepared_remittance_forget"), body.order.Key, who.id); err != nil {
		return RemittanceReview{}, fmt.Errorf("keep remittance: %w", err)
	}
	_, err = t.ExecContext(ctx, query("prepared_remittance_keep"), body.order.Key, who.id, text, hash[:], asked.String(), t.now.UnixMicro())
	if err != nil {
		return RemittanceReview{}, fmt.Errorf("keep remittance: %w", err)
	}
	return p.review(asked)
}

// review is what an order would do to the account.
func (p passingRemittance) review(asked Challenge) (RemittanceReview, error) {
	after, err := p.from.balance.Sub(p.terms.Total)
	if err != nil {
		return RemittanceReview{}, err
	}
	r := RemittanceReview{
		Order: p.order, Terms: p.terms, Year: p.year, BalanceAfter: after, Medium: p.who.medium, Challenge: asked,
		PreparedAt: p.requested, Document: p.document(),
	}
	if p.terms.Exchanged {
		r.Until = p.terms.Quote.Until
	}
	return r, nil
}

// preparedRemittance reads a kept remittance of a customer.
func (t *tx) preparedRemittance(ctx context.Context, who CustomerID, key string) (kept keptRemittance, found bool, err error) {
	all, err := collect(ctx, t, scanKeptRemittance, "prepared_remittance_by_key", key, who)
	if err != nil || len(all) == 0 {
		return keptRemittance{}, false, during("read prepared remittance", err)
	}
	return all[0], true, nil
}

func scanKeptRemittance(rows *sql.Rows) (kept keptRemittance, err error) {
	var (
		body, asked string
		hash        []byte
	)
	if err := rows.Scan(&body, &hash, &asked); err != nil {
		return kept, err
	}
	copy(kept.hash[:], hash)
	if kept.challenge, err = parseChallenge(asked); err != nil {
		return kept, err
	}
	kept.remittanceBody, err = decodeRemittance(body)
	return kept, err
}

// LeftOverRemittances are the caller's prepared remittances, oldest first.
func (b *Bank) LeftOverRemittances(ctx context.Context, c Caller) ([]PreparedRemittance, error) {
	return leftOvers(ctx, b, c, "prepared_remittance", scanKeptRemittance, func(ctx context.Context, t *tx, who customer, k keptRemittance) (PreparedRemittance, error) {
		return t.leftOverRemittance(ctx, who, k)
	})
}

// leftOverRemittance reviews a kept order again and says what became of it.
func (t *tx) leftOverRemittance(ctx context.Context, who customer, kept keptRemittance) (PreparedRemittance, error) {
	p := passingRemittance{remittanceBody: kept.remittanceBody, who: who}
	var err error
	if p.from, err = t.ownAccount(ctx, who.id, kept.order.From); err != nil {
		return PreparedRemittance{}, err
	}
	if p.year, err = t.yearlyLimit(ctx, who.id); err != nil {
		return PreparedRemittance{}, err
	}
	r, err := p.review(kept.challenge)
	if err != nil {
		return PreparedRemittance{}, err
	}
	receipt, err := t.remittanceOutcome(ctx, who.id, kept.order.Key)
	if receipt != nil {
		r.BalanceAfter = receipt.BalanceAfter
	}
	return PreparedRemittance{Review: r, Receipt: receipt}, err
}

// ForgetRemittance removes a prepared remittance: its receipt was shown, or the
// customer withdrew it. Forgetting what is not there is no error. It is refused with CodeReadOnly.
func (b *Bank) ForgetRemittance(ctx context.Context, c Caller, key string) error {
	return b.forget(ctx, c, "prepared_remittance", key)
}
