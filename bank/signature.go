package bank

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"time"
)

// Proof is how a customer confirms an order that was reviewed.
type Proof struct {
	// Digits are the four digits of the card challenge or the six of the token. They are wiped.
	Digits []byte

	// Signature is over Review.Document, by a certificate that is registered to the customer: CMS SignedData (RFC 5652).
	Signature []byte
}

// VerifySignature checks a signature over payload as of a time, and returns who
// signed. What does not hold is a *RefusedError: CodeSignatureRefused, CodeOtherDocument, CodeCertificateExpired,
// CodeCertificateDiscarded, CodeCertificateSuspended, CodeCertificateUntrusted, CodeCertificatePolicy or
// CodeCertificateStatus. Any other error is a fault. It is called from several goroutines.
type VerifySignature func(payload, signature []byte, at time.Time) (Signer, error)

// longestSignature bounds what is looked at, in bytes: a CMS message with its chain
// has some thousands.
const longestSignature = 64 << 10

// signed is a signature that was checked before its order was queued.
type signed struct {
	document, signature []byte
	by                  Signer
	at                  time.Time
	err                 error // why it does not count; nil of none that is not needed
}

// checkSignature checks the signature of an order over what the bank says the order
// is, if it is the one that was prepared under its key. It is done before the order is queued: the writer must not wait
// for it. What speaks against it is told when it is the order's turn, who may have been booked already, or be another one.
func (b *Bank) checkSignature(ctx context.Context, c Caller, by confirmation, signature []byte) (signed, error) {
	return b.checkSigned(ctx, signature, func() (document []byte, asOf time.Time, err error) {
		if shown, ok := b.reviewed.order(c.Customer, by.order.Key, by.hash); ok {
			return shown.document, b.ledgerTime(shown.at.UnixMicro()), nil
		}
		err = b.readAt(ctx, anyTime, func(ctx context.Context, t *tx) error {
			var (
				n        orderNames
				prepared int64
			)
			err := t.QueryRowContext(ctx, query("signing"), by.order.Key, c.Customer, by.order.Bank).Scan(
				&prepared, &n.holderEN, &n.holderKO, &n.bankEN, &n.bankKO)
			switch {
			case errors.Is(err, sql.ErrNoRows):
				return nil
			case err != nil:
				return err
			}
			document, asOf = n.document(by.order, instant(prepared)), b.ledgerTime(prepared)
			return nil
		})
		return document, asOf, err
	})
}

// checkSigned checks a signature over what document reads, and as of the time that it
// says; no document is none. One processor is left to the writer: behind many that check it would wait its turn again and again, and all that are
// checked wait for it.
func (b *Bank) checkSigned(ctx context.Context, signature []byte, document func() (text []byte, asOf time.Time, err error)) (signed, error) {
	s := signed{signature: bytes.Clone(signature)}
	switch {
	case len(signature) == 0:
		s.err = &RefusedError{Code: CodeSignatureNeeded}
		return s, nil
	case b.opt.Verify == nil || len(signature) > longestSignature:
		s.err = &RefusedError{Code: CodeSignatureRefused}
		return s, nil
	}
	select {
	case b.checking <- struct{}{}:
		defer func() { <-b.checking }()
	case <-ctx.Done():
		return signed{}, ctx.Err()
	}
	var err error
	s.document, s.at, err = document()
	switch {
	case err != nil:
		return signed{}, err
	case s.document == nil: // there is no such order, unless it was booked
		s.err = &RefusedError{Code: CodeSignatureRefused}
	default:
		s.by, s.err = b.opt.Verify(s.document, s.signature, s.at)
	}
	return s, nil
}

// counts refuses a signature that does not hold, or is by a certificate that is not
// registered to the customer.
func (t *tx) counts(ctx context.Context, who CustomerID, s signed) error {
	if s.err != nil {
		return s.err
	}
	switch held, _, err := t.holder(ctx, s.by); {
	case err != nil:
		return err
	case held != who:
		return &RefusedError{Code: CodeCertificateNotRegistered}
	}
	return nil
}

// sign keeps the signature of an order that was just booked.
func (t *tx) sign(ctx context.Context, who CustomerID, key string, s signed) error {
	if len(s.signature) == 0 {
		return nil
	}
	return t.act(ctx, act{customer: who, kind: actSignature, subject: key, text: string(s.document), body: s.signature, at: s.at})
}
