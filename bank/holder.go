package bank

import "context"

// Holder is what a customer is called, on receipts and statements.
type Holder struct{ NameEN, NameKO string }

// Holder is the caller's name. Like [Bank.Accounts] it is read at any hour.
func (b *Bank) Holder(ctx context.Context, c Caller) (Holder, error) {
	var h Holder
	err := b.readAt(ctx, anyTime, func(ctx context.Context, t *tx) error {
		if err := t.mayRead(ctx, c); err != nil {
			return err
		}
		who, err := t.customerByID(ctx, c.Customer)
		h = Holder{who.nameEN, who.nameKO}
		return err
	})
	return h, during("read holder", err)
}
