// Package cms signs and verifies CMS SignedData (RFC 5652), with and without
// signed attributes, as Korean banks exchange them: SHA-256 with RSA, content inside.
package cms

import (
	"crypto/rsa"
	"crypto/x509"
	"errors"
	"time"
)

// Errors of [Verify].
var (
	ErrFormat    = errors.New("not a signed CMS message")
	ErrSignature = errors.New("the signature does not hold")
	ErrTooBig    = errors.New("over the limits for a signed message")
)

// Signed is a message whose signature holds. Who the signer is worth is for package trust to say.
type Signed struct {
	Content []byte
	Signer  *x509.Certificate
	Certs   []*x509.Certificate // all in the message
	At      time.Time           // signingTime; zero where there is none
}

// Sign signs content, which goes into the message together with the certificate and chain. With at zero there are no signed attributes.
func Sign(content []byte, cert *x509.Certificate, chain []*x509.Certificate, key *rsa.PrivateKey, at time.Time) ([]byte, error) {
	panic("todo")
}

// Verify reads a message with exactly one signer, nothing after it, and checks the signature over its content.
func Verify(message []byte) (Signed, error) { panic("todo") }
