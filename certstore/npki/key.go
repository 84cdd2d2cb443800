package npki

import (
	"bytes"
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"
	"fmt"
	"math/big"

	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"
)

// SizeR is the size of R in bytes (KCAC.TS.SIVID).
const SizeR = 20

var (
	oidRSA = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 1}
	oidR   = asn1.ObjectIdentifier{1, 2, 410, 200004, 10, 1, 1, 3} // kisa-identifyData-randomNum, an attribute of the key
)

// tagAttributes is the tag of the attributes of a PrivateKeyInfo.
var tagAttributes = tags.Tag(0).ContextSpecific().Constructed()

// Key is a private key, opened. It keeps its PKCS#8 encoding byte for byte, attributes included.
// It is for one goroutine.
type Key struct {
	der []byte
	rsa *rsa.PrivateKey
	r   []byte // part of der
}

// ParseKey reads a PrivateKeyInfo (RFC 5208): RSA of two primes, 1,024 to 4,096 bits, strict DER, nothing after it. It returns
// ErrFormat or ErrTooBig. The encoding is copied.
func ParseKey(pkcs8 []byte) (*Key, error) {
	if len(pkcs8) > MaxKey {
		return nil, fmt.Errorf("npki: parse key: %w: %d bytes", ErrTooBig, len(pkcs8))
	}
	k, err := parseKey(bytes.Clone(pkcs8))
	if err != nil {
		return nil, fmt.Errorf("npki: parse key: %w", err)
	}
	return k, nil
}

// parseKey reads a PrivateKeyInfo, which becomes part of the key.
func parseKey(der []byte) (*Key, error) {
	input := cryptobyte.String(der)
	var info, inner cryptobyte.String
	var version int
	if !input.ReadASN1(&info, tags.SEQUENCE) || !input.Empty() ||
		!info.ReadASN1Integer(&version) || version != 0 ||
		!readAlgorithm(&info, oidRSA) ||
		!info.ReadASN1(&inner, tags.OCTET_STRING) {
		return nil, fmt.Errorf("%w: no PrivateKeyInfo of RSA", ErrFormat)
	}
	r, ok := readAttributes(&info)
	if !ok || !info.Empty() {
		return nil, fmt.Errorf("%w: the attributes of the key", ErrFormat)
	}
	if err := checkRSA(inner); err != nil {
		return nil, err
	}
	private, err := x509.ParsePKCS1PrivateKey(inner)
	if err != nil {
		return nil, fmt.Errorf("%w: the numbers of the RSA key do not fit", ErrFormat) // the cause could tell of them
	}
	return &Key{der: der, rsa: private, r: r}, nil
}

// checkRSA checks that an RSAPrivateKey (RFC 8017, A.1.2) is strict DER of two primes and of a size that can be worked with,
// before anything is computed with it.
func checkRSA(der cryptobyte.String) error {
	var sequence cryptobyte.String
	var version int
	if !der.ReadASN1(&sequence, tags.SEQUENCE) || !der.Empty() || !sequence.ReadASN1Integer(&version) || version != 0 {
		return fmt.Errorf("%w: no RSAPrivateKey of two primes", ErrFormat)
	}
	for i := range 8 {
		number := new(big.Int)
		if !sequence.ReadASN1Integer(number) || number.Sign() <= 0 {
			return fmt.Errorf("%w: no RSAPrivateKey", ErrFormat)
		}
		size := number.BitLen()
		clear(number.Bits())
		if size > maxModulus {
			return fmt.Errorf("%w: a number of %d bits", ErrTooBig, size)
		}
		if i == 0 && size < minModulus {
			return fmt.Errorf("%w: an RSA key of %d bits", ErrFormat, size)
		}
	}
	if !sequence.Empty() {
		return fmt.Errorf("%w: something follows the RSAPrivateKey", ErrFormat)
	}
	return nil
}

// readAlgorithm reads an AlgorithmIdentifier without parameters, which is what absent and NULL both say.
func readAlgorithm(s *cryptobyte.String, want asn1.ObjectIdentifier) bool {
	var algorithm cryptobyte.String
	var oid asn1.ObjectIdentifier
	return s.ReadASN1(&algorithm, tags.SEQUENCE) &&
		algorithm.ReadASN1ObjectIdentifier(&oid) && oid.Equal(want) && skipNull(&algorithm)
}

// skipNull reads parameters that are absent or NULL, and reports whether nothing else is there.
func skipNull(s *cryptobyte.String) bool {
	var null cryptobyte.String
	return s.Empty() || s.ReadASN1(&null, tags.NULL) && null.Empty() && s.Empty()
}

// readAttributes reads the attributes of a key, if it has any, and finds R among them.
func readAttributes(s *cryptobyte.String) (r []byte, ok bool) {
	var attributes cryptobyte.String
	var present bool
	if !s.ReadOptionalASN1(&attributes, &present, tagAttributes) {
		return nil, false
	}
	for !attributes.Empty() {
		var attribute, values cryptobyte.String
		var oid asn1.ObjectIdentifier
		if !attributes.ReadASN1(&attribute, tags.SEQUENCE) || !attribute.ReadASN1ObjectIdentifier(&oid) ||
			!attribute.ReadASN1(&values, tags.SET) || !attribute.Empty() {
			return nil, false
		}
		if !oid.Equal(oidR) {
			continue
		}
		if r != nil || !values.ReadASN1BitStringAsBytes(&r) || !values.Empty() || len(r) != SizeR {
			return nil, false
		}
	}
	return r, true
}

// NewKey makes a PrivateKeyInfo with R, 20 random bytes, in its attributes. Without r there is none. Both are copied. A key that
// ParseKey would refuse, and an r of another size, are errors.
func NewKey(k *rsa.PrivateKey, r []byte) (*Key, error) {
	if len(r) != 0 && len(r) != SizeR {
		return nil, fmt.Errorf("npki: new key: R has %d bytes, this one %d", SizeR, len(r))
	}
	inner := x509.MarshalPKCS1PrivateKey(k)
	defer clear(inner)
	b := cryptobyte.NewFixedBuilder(make([]byte, 0, MaxKey)) // which does not leave copies behind as it grows
	b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1Int64(0)
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1ObjectIdentifier(oidRSA)
			b.AddASN1NULL()
		})
		b.AddASN1OctetString(inner)
		if len(r) == 0 {
			return
		}
		b.AddASN1(tagAttributes, func(b *cryptobyte.Builder) {
			b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1ObjectIdentifier(oidR)
				b.AddASN1(tags.SET, func(b *cryptobyte.Builder) { b.AddASN1BitString(r) })
			})
		})
	})
	der, err := b.Bytes()
	if err != nil {
		return nil, fmt.Errorf("npki: new key: %w: %w", ErrTooBig, err)
	}
	defer clear(der)
	return ParseKey(der)
}

// PKCS8 is the encoding. The caller must not change it. It is nil after Wipe.
func (k *Key) PKCS8() []byte { return k.der }

// RSA is the private key, nil after Wipe.
func (k *Key) RSA() *rsa.PrivateKey { return k.rsa }

// R is the random number behind the VID, 20 bytes; nil if the key has none, and after Wipe. It never leaves with a certificate in
// clear: who has both can try all identity numbers. The caller must not change it.
func (k *Key) R() []byte { return k.r }

// Matches reports whether the key is that of a certificate.
func (k *Key) Matches(c *x509.Certificate) bool {
	public, ok := c.PublicKey.(*rsa.PublicKey)
	return ok && k.rsa != nil && k.rsa.PublicKey.Equal(public)
}

// Wipe clears what can be cleared: the encoding with R in it, and the numbers of the key. What crypto/rsa has computed from them
// stays in memory until it is used for something else. The key is of no use after. Wiping again is no error.
func (k *Key) Wipe() {
	clear(k.der)
	if k.rsa != nil {
		p := &k.rsa.Precomputed
		for _, number := range append([]*big.Int{k.rsa.D, p.Dp, p.Dq, p.Qinv}, k.rsa.Primes...) {
			if number != nil {
				clear(number.Bits())
			}
		}
	}
	k.der, k.rsa, k.r = nil, nil, nil
}
