// Package ca is a mock of the accredited certificate authorities: it issues,
// reissues, renews, suspends and revokes joint certificates, and signs lists and answers about them. Its keys never leave it,
// except to the records where they are kept.
//
// A certificate begins as [Pending] and is good for nothing; [Authority.Accept] makes it good and discards the one that it
// replaces in the same step, as the confirmation of RFC 4210 section 5.2.8 does. So whoever breaks off an issue keeps
// the certificate that was there before.
package ca

import (
	"context"
	"crypto/rsa"
	"crypto/x509"
	"fmt"
	"io"
	"sync"
	"time"
)

// Options are what the authorities take from outside. Records, Now and Rand are
// required.
type Options struct {
	Records   Records
	Now       func() time.Time
	Rand      io.Reader                       // of serial numbers
	Published bool                            // sign with the keys that are published with the program, for demonstrations
	NewKey    func() (*rsa.PrivateKey, error) // makes the authorities' own keys when they first sign; not asked for published ones
}

// Authority is the certificate authorities of one bank's world: a root and five
// institutes below it. Its methods may be called from several goroutines.
type Authority struct {
	o Options

	founding sync.Mutex
	founded  *keyring // nil until it is needed first
}

// New returns the authorities over their records. It does no work yet.
func New(o Options) *Authority { return &Authority{o: o} }

// Now is the authorities' time.
func (a *Authority) Now() time.Time { return a.o.Now() }

// Roots is what everything leads to: one certificate.
func (a *Authority) Roots(ctx context.Context) ([]*x509.Certificate, error) {
	k, err := a.keys(ctx)
	if err != nil {
		return nil, err
	}
	return []*x509.Certificate{k.root.cert}, nil
}

// Issuers are the certificates of the institutes, in the order of [Institutes].
func (a *Authority) Issuers(ctx context.Context) ([]*x509.Certificate, error) {
	k, err := a.keys(ctx)
	if err != nil {
		return nil, err
	}
	certs := make([]*x509.Certificate, 0, len(institutes))
	for _, i := range institutes {
		certs = append(certs, k.issuers[i.Name].cert)
	}
	return certs, nil
}

// InstituteOf is the institute that signed a certificate; "" if none of these did.
func (a *Authority) InstituteOf(ctx context.Context, c *x509.Certificate) (Name, error) {
	k, err := a.keys(ctx)
	if err != nil {
		return "", err
	}
	for _, i := range institutes {
		if c.CheckSignatureFrom(k.issuers[i.Name].cert) == nil {
			return i.Name, nil
		}
	}
	return "", nil
}

// Reason says why the authority refused.
type Reason string

// The reasons of a [*RefusedError].
const (
	BadApproval Reason = "approval"   // no such reference number, another code, used up or too late
	BadIdentity Reason = "identity"   // not the number of whom was approved
	BadRequest  Reason = "request"    // the request is not signed by its own key, or the key is not RSA of 2,048 bits
	BadProof    Reason = "proof"      // a renewal that the old key did not sign
	TooEarly    Reason = "too early"  // to renew; From is when it begins
	TooLate     Reason = "too late"   // to renew: it has expired
	NoSuch      Reason = "no such"    // no certificate of that number
	IsRevoked   Reason = "revoked"    // discarded: nothing can be done with it any more
	IsHeld      Reason = "suspended"  // it has to be resumed first
	NotHeld     Reason = "not held"   // only a suspended one can be resumed
	NotAccepted Reason = "not good"   // pending: nobody accepted it
	NoPolicy    Reason = "no policy"  // the institute issues no such certificates
	WrongStatus Reason = "wrong step" // the records allow no such change
)

// RefusedError is an answer of the authority: it will not do it, and nothing has
// changed.
type RefusedError struct {
	Reason Reason
	From   time.Time // for TooEarly
	Tries  int       // wrong numbers in a row, for BadIdentity and BadApproval where they are counted
	Max    int
}

// Error describes it.
func (e *RefusedError) Error() string { return fmt.Sprintf("the authority refused: %s", e.Reason) }
