package bank

import (
	"context"
	"fmt"
)

// instructionIsDue carries out an order for later. What is verified is the stored
// signature, as of when it was made: the certificate may have ended since. What is refused becomes a result with its code.
func (b *Bank) instructionIsDue(ctx context.Context, d due) (doer, error) {
	s, err := b.instructionSigned(ctx, d.subject)
	if err != nil {
		return nil, err
	}
	return func(t *tx, ctx context.Context, row due) error {
		if err := t.atItsTime(ctx, row); err != nil {
			return err
		}
		i, found, err := t.instruction(ctx, row.subject)
		switch {
		case err != nil:
			return err
		case !found || !i.cancelled.IsZero():
			return nil
		}
		if err := t.runInstruction(ctx, i, s, row); err != nil || !i.order.When.Monthly {
			return err
		}
		return t.plan(ctx, due{kind: dueInstruction, subject: row.subject, n: row.n + 1, at: i.order.When.due(i.at, row.n+1)})
	}, nil
}

// instructionSigned is the signature that an order for later was given with, and
// why it does not count, if it does not.
func (b *Bank) instructionSigned(ctx context.Context, key string) (signed, error) {
	var (
		s    signed
		done int64
		text string
		who  CustomerID
	)
	err := b.readAt(ctx, anyTime, func(ctx context.Context, t *tx) error {
		if err := t.QueryRowContext(ctx, query("act_instruction"), key).Scan(&who, &text, &s.signature, &done); err != nil {
			return fmt.Errorf("read the signature of the instruction: %w", err)
		}
		i, _, err := t.instruction(ctx, key)
		if err != nil {
			return err
		}
		if !(document{order: i.order, requested: i.requested, fee: transferFee()}).says(text) {
			s.err = &RefusedError{Code: CodeOtherDocument}
		}
		return nil
	})
	s.document, s.at = []byte(text), instant(done)
	switch {
	case err != nil || s.err != nil:
		return s, err
	case len(s.signature) == 0:
		s.err = &RefusedError{Code: CodeSignatureNeeded}
	case b.opt.Verify == nil:
		s.err = &RefusedError{Code: CodeSignatureRefused}
	default:
		s.by, s.err = b.opt.Verify(s.document, s.signature, s.at)
	}
	return s, nil
}

// runKey is the key of the entry, or the refusal, of the nth time: an order that is
// carried out once has its own key.
func (i instruction) runKey(n int) string {
	if !i.order.When.Monthly {
		return i.order.Key
	}
	month := i.order.When.month(n)
	return fmt.Sprintf("%s-%04d%02d", i.order.Key, month.Year, month.Month)
}

// runInstruction books an order for later now, or keeps why it is refused. Its
// warnings were acknowledged when it was given.
func (t *tx) runInstruction(ctx context.Context, i instruction, s signed, row due) error {
	who, err := t.customerByID(ctx, i.customer)
	if err != nil {
		return err
	}
	kept := keptOrder{order: i.order, at: t.now}
	kept.order.Key, kept.order.When = i.runKey(row.n), When{}
	if kept.hash, err = requestHash(kept.order); err != nil {
		return err
	}
	p, err := passing{}, t.signedThen(ctx, i.customer, s)
	if err == nil {
		p, err = t.passes(ctx, who, kept.order)
	}
	if err == nil {
		_, err = t.bookPassing(ctx, p, kept, signed{})
	}
	if code := RefusalCode(err); code != "" {
		return t.keepRefusal(ctx, who, kept, code)
	}
	return err
}

// signedThen refuses a signature that does not hold, or by a certificate that was
// not registered to the customer when it was made.
func (t *tx) signedThen(ctx context.Context, who CustomerID, s signed) error {
	if s.err != nil || len(s.signature) == 0 {
		return s.err
	}
	var registered int
	err := t.QueryRowContext(ctx, query("signer_then"), s.by.Issuer, s.by.Serial, s.by.SHA256, who, s.at.UnixMicro()).Scan(&registered)
	if err == nil && registered == 0 {
		err = &RefusedError{Code: CodeCertificateNotRegistered}
	}
	return err
}
