package bank

import (
	"bytes"
	"context"
)

// RenewRemittance takes the rate of now for a prepared remittance, and reviews it again: it keeps its key, what the customer
// typed, and what is asked of the security card; the account password was right when it was prepared. While nothing of what is
// signed changes, the document stays the same to the byte, and a signature over it is as good as before. A rate that still holds is
// not given up for another one: its review comes back as it is. It is refused with CodeReadOnly, with CodeNotPrepared if there is no such
// order or it was booked, and as [Bank.PrepareRemittance] is for what may have changed since.
func (b *Bank) RenewRemittance(ctx context.Context, c Caller, key string) (RemittanceReview, error) {
	var r RemittanceReview
	err := b.answer(ctx, "renew remittance", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		kept, found, err := t.preparedRemittance(ctx, c.Customer, key)
		if err != nil {
			return err
		}
		booked, err := t.remittanceOutcome(ctx, c.Customer, key)
		switch {
		case err != nil:
			return err
		case !found || booked != nil:
			return &RefusedError{Code: CodeNotPrepared}
		}
		who, err := t.customerByID(ctx, c.Customer)
		if err != nil {
			return err
		}
		r, err = t.renew(ctx, who, kept)
		return err
	})
	if err != nil {
		return RemittanceReview{}, err
	}
	return r, nil
}

// renew reviews a kept remittance at the rate of now, and keeps it so, unless its
// own rate still holds and is another one.
func (t *tx) renew(ctx context.Context, who customer, kept keptRemittance) (RemittanceReview, error) {
	from, err := t.ownAccount(ctx, who.id, kept.order.From)
	if err != nil {
		return RemittanceReview{}, err
	}
	fresh := kept.remittanceBody
	fresh.order.Quote = ""
	if fresh.terms, err = t.termsNow(ctx, who.id, from, &fresh.order); err != nil {
		return RemittanceReview{}, err
	}
	fresh.terms.UETR = kept.terms.UETR
	if kept.holds(t.now) == nil && !bytes.Equal(fresh.document(), kept.document()) {
		fresh = kept.remittanceBody
	}
	return t.keepRemittance(ctx, who, fresh)
}
