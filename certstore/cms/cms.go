// Package cms signs and verifies CMS SignedData (RFC 5652), with and without
// signed attributes, as Korean banks exchange them: SHA-256 with RSA, content inside.
package cms

import (
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"time"
)

// Errors of [Verify]. They are wrapped with what is wrong.
var (
	ErrFormat    = errors.New("not a signed CMS message")
	ErrSignature = errors.New("the signature does not hold")
	ErrTooBig    = errors.New("over the limits for a signed message")
)

// MaxSize is the largest message in bytes that is read or written.
const MaxSize = 1 << 20

// Limits on what one message may make us do, before it is done.
const (
	maxCerts   = 16   // a chain has three
	maxKeyBits = 8192 // of RSA: verifying takes time with the square of it
	minKeyBits = 1024 // joint certificates before 2012 had so few
)

// The object identifiers of RFC 5652, RFC 8017 and RFC 5754.
var (
	oidData          = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}
	oidSignedData    = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}
	oidContentType   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 3}
	oidMessageDigest = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}
	oidSigningTime   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 5}
	oidSHA256        = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}
	oidRSA           = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 1}
	oidSHA256RSA     = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 11}
)

// Signed is a message whose signature holds. Who the signer is worth is for package trust to say.
type Signed struct {
	Content []byte
	Signer  *x509.Certificate
	Certs   []*x509.Certificate // all in the message
	At      time.Time           // signingTime, in whole seconds, as the signer says; zero where there is none
}
