package cms

import (
	"bytes"
	"crypto"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
	"slices"
	"time"

	"golang.org/x/crypto/cryptobyte"
	der "golang.org/x/crypto/cryptobyte/asn1"
)

// Sign signs content, which goes into the message together with the certificate and
// chain. With at zero there are no signed attributes; otherwise they are contentType, messageDigest and, with whole
// seconds, signingTime. The same arguments give the same bytes.
//
// It refuses a key that is not the certificate's, a message over [MaxSize] (ErrTooBig), and, without attributes, content
// that could be mistaken for attributes.
func Sign(content []byte, cert *x509.Certificate, chain []*x509.Certificate, key *rsa.PrivateKey, at time.Time) ([]byte, error) {
	if public, ok := cert.PublicKey.(*rsa.PublicKey); !ok || !public.Equal(key.Public()) {
		return nil, errors.New("sign: the key is not the certificate's")
	}
	var attributes []byte // the members of the SET
	signed := content
	if !at.IsZero() {
		var err error
		if attributes, err = signedAttributes(content, at); err != nil {
			return nil, fmt.Errorf("sign: %w", err)
		}
		signed = setOf(attributes)
	} else if isAttributes(content) {
		return nil, errors.New("sign: such content needs signed attributes")
	}
	digest := sha256.Sum256(signed)
	signature, err := rsa.SignPKCS1v15(nil, key, crypto.SHA256, digest[:])
	if err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	message, err := encode(content, certificateSet(cert, chain), signerInfo(cert, attributes, signature))
	if err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	if len(message) > MaxSize {
		return nil, fmt.Errorf("sign: %w", ErrTooBig)
	}
	return message, nil
}

// encode builds ContentInfo around SignedData (RFC 5652, sections 3 and 5.1).
func encode(content []byte, certs [][]byte, signer cryptobyte.BuilderContinuation) ([]byte, error) {
	var b cryptobyte.Builder
	b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(oidSignedData)
		b.AddASN1(explicit(0), func(b *cryptobyte.Builder) {
			b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1Int64(1)
				b.AddASN1(der.SET, func(b *cryptobyte.Builder) { addAlgorithm(b, oidSHA256) })
				b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
					b.AddASN1ObjectIdentifier(oidData)
					b.AddASN1(explicit(0), func(b *cryptobyte.Builder) { b.AddASN1OctetString(content) })
				})
				b.AddASN1(explicit(0), func(b *cryptobyte.Builder) { b.AddBytes(bytes.Join(certs, nil)) })
				b.AddASN1(der.SET, func(b *cryptobyte.Builder) { b.AddASN1(der.SEQUENCE, signer) })
			})
		})
	})
	return b.Bytes()
}

// certificateSet is the certificates of a message, each once, in the order of a DER SET.
func certificateSet(cert *x509.Certificate, chain []*x509.Certificate) [][]byte {
	set := [][]byte{cert.Raw}
	for _, c := range chain {
		set = append(set, c.Raw)
	}
	slices.SortFunc(set, bytes.Compare)
	return slices.CompactFunc(set, bytes.Equal)
}

// signerInfo builds SignerInfo (RFC 5652, section 5.3), version 1: the signer by issuer and serial.
func signerInfo(cert *x509.Certificate, attributes, signature []byte) cryptobyte.BuilderContinuation {
	return func(b *cryptobyte.Builder) {
		b.AddASN1Int64(1)
		b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddBytes(cert.RawIssuer)
			b.AddASN1BigInt(cert.SerialNumber)
		})
		addAlgorithm(b, oidSHA256)
		if attributes != nil {
			b.AddASN1(explicit(0), func(b *cryptobyte.Builder) { b.AddBytes(attributes) })
		}
		addAlgorithm(b, oidRSA)
		b.AddASN1OctetString(signature)
	}
}

// signedAttributes is the members of the SET OF Attribute (RFC 5652, section 11), in the order of DER.
func signedAttributes(content []byte, at time.Time) ([]byte, error) {
	digest := sha256.Sum256(content)
	values := []struct {
		kind asn1.ObjectIdentifier
		add  cryptobyte.BuilderContinuation
	}{
		{oidContentType, func(b *cryptobyte.Builder) { b.AddASN1ObjectIdentifier(oidData) }},
		{oidMessageDigest, func(b *cryptobyte.Builder) { b.AddASN1OctetString(digest[:]) }},
		{oidSigningTime, func(b *cryptobyte.Builder) { addTime(b, at.UTC().Truncate(time.Second)) }},
	}
	members := make([][]byte, 0, len(values))
	for _, v := range values {
		var b cryptobyte.Builder
		b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1ObjectIdentifier(v.kind)
			b.AddASN1(der.SET, v.add)
		})
		member, err := b.Bytes()
		if err != nil {
			return nil, err
		}
		members = append(members, member)
	}
	slices.SortFunc(members, bytes.Compare)
	return bytes.Join(members, nil), nil
}

// addTime writes a time as RFC 5652, section 11.3, wants it: UTCTime for the years it can hold.
func addTime(b *cryptobyte.Builder, t time.Time) {
	if 1950 <= t.Year() && t.Year() < 2050 {
		b.AddASN1UTCTime(t)
	} else {
		b.AddASN1GeneralizedTime(t)
	}
}

// addAlgorithm writes an AlgorithmIdentifier whose parameters are NULL, as those of RSA have to be and those of SHA-256
// are everywhere in Korea.
func addAlgorithm(b *cryptobyte.Builder, oid asn1.ObjectIdentifier) {
	b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(oid)
		b.AddASN1NULL()
	})
}

// setOf is the encoding that is signed: members under the tag of a SET, not the [0] they stand under (RFC 5652, section 5.4).
func setOf(members []byte) []byte {
	var b cryptobyte.Builder
	b.AddASN1(der.SET, func(b *cryptobyte.Builder) { b.AddBytes(members) })
	return b.BytesOrPanic() // it fails only over 4 GiB
}

// explicit is the context-specific, constructed tag n.
func explicit(n uint8) der.Tag { return der.Tag(n).ContextSpecific().Constructed() }
