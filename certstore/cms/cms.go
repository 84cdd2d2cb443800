// Package cms signs and verifies CMS SignedData (RFC 5652), with and without
// signed attributes, as Korean banks exchange them: RSA with SHA-256, content inside. SHA-384 and SHA-512 are read as well.
package cms

import (
	"crypto"
	_ "crypto/sha256" // of digests
	_ "crypto/sha512"
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
)

// digest is a hash function of signatures: by its own identifier, and by that of RSA with it (RFC 5754, sections 2 and 3.2).
type digest struct {
	oid, rsa asn1.ObjectIdentifier
	hash     crypto.Hash
}

// digests are those that hold. SHA-1, which old messages have, does not.
var digests = []digest{
	{oidSHA256, asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 11}, crypto.SHA256},
	{asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 2}, asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 12}, crypto.SHA384},
	{asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 3}, asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 13}, crypto.SHA512},
}

// digestOf finds a digest by its own identifier.
func digestOf(oid asn1.ObjectIdentifier) (d digest, ok bool) {
	for _, d := range digests {
		if d.oid.Equal(oid) {
			return d, true
		}
	}
	return digest{}, false
}

// of is the digest of content.
func (d digest) of(content []byte) []byte {
	h := d.hash.New()
	h.Write(content)
	return h.Sum(nil)
}

// Signed is a message whose signature holds. Who the signer is worth is for package trust to say.
type Signed struct {
	Content []byte
	Signer  *x509.Certificate
	Certs   []*x509.Certificate // all in the message
	At      time.Time           // signingTime, in whole seconds, as the signer says; zero where there is none
}
