package bank

import (
	"context"
	"time"
)

// What tests of package bank_test see of the inside.

// TOTP is totp.
func TOTP(key []byte, step int64, digits int) string { return totp(key, step, digits) }

// Meddle changes the bank's file behind its back, as a branch or another bank
// would.
func (b *Bank) Meddle(ctx context.Context, statement string, args ...any) error {
	return b.inTx(ctx, func(ctx context.Context, t *tx) error {
		_, err := t.ExecContext(ctx, statement, args...)
		return err
	})
}

// Count is what a SELECT of one number answers.
func (b *Bank) Count(ctx context.Context, statement string, args ...any) (n int, err error) {
	err = b.read(ctx, func(ctx context.Context, t *tx) error {
		return t.QueryRowContext(ctx, statement, args...).Scan(&n)
	})
	return n, err
}

// WriteUnchecked writes a prepared order without asking whether it passes: what
// is refused then, the constraints of the books refuse.
func (b *Bank) WriteUnchecked(ctx context.Context, c Caller, o TransferOrder) error {
	return b.inTx(ctx, func(ctx context.Context, t *tx) error {
		who, err := t.customerByID(ctx, c.Customer)
		if err != nil {
			return err
		}
		p := passing{order: o, who: who}
		if p.from, err = t.ownAccount(ctx, who.id, o.From); err != nil {
			return err
		}
		if p.limits, err = t.limits(ctx, who); err != nil {
			return err
		}
		hash, err := requestHash(o)
		if err != nil {
			return err
		}
		_, err = t.write(ctx, p, keptOrder{order: o, hash: hash, at: t.now}, counterBank{})
		return err
	})
}

// DocumentOf is what a customer signs of an order, with names that stand for all.
func DocumentOf(o TransferOrder, requested time.Time) string {
	d := document{order: o, requested: requested, fee: transferFee(), holder: "김민수 (KIM MINSU)", bank: "004 KB국민은행 (KB Kookmin Bank)"}
	return string(d.bytes())
}
