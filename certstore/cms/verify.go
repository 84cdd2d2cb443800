package cms

import (
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"
	"fmt"
	"math/big"

	"golang.org/x/crypto/cryptobyte"
	der "golang.org/x/crypto/cryptobyte/asn1"
)

// wrong is what is wrong with the form of a message.
func wrong(what string) error { return fmt.Errorf("%w: %s", ErrFormat, what) }

// broken is why a signature does not hold.
func broken(what string) error { return fmt.Errorf("%w: %s", ErrSignature, what) }

// Verify reads a message with exactly one signer, nothing after it, and checks the signature over its content.
//
// It reads what RFC 5652 says, as DER only: id-data with the content inside, SHA-256, -384 or -512, RSA with PKCS #1 v1.5, the
// signer's certificate among those of the message. Unsigned attributes and revocation lists in the message are not looked at.
// Errors wrap ErrTooBig, ErrFormat or ErrSignature.
func Verify(message []byte) (Signed, error) {
	if len(message) > MaxSize {
		return Signed{}, ErrTooBig
	}
	m, err := parse(message)
	if err != nil {
		return Signed{}, err
	}
	s := Signed{Content: m.content}
	for _, raw := range m.certs {
		c, err := x509.ParseCertificate(raw)
		if err != nil {
			return Signed{}, fmt.Errorf("%w: %w", ErrFormat, err)
		}
		s.Certs = append(s.Certs, c)
		if !m.signer.is(c) {
			continue
		}
		if s.Signer != nil && !s.Signer.Equal(c) {
			return Signed{}, wrong("two certificates for one signer")
		}
		s.Signer = c
	}
	if s.Signer == nil {
		return Signed{}, wrong("the signer's certificate is not in it")
	}
	signed := []byte(m.content)
	if m.signer.attributes != nil {
		if s.At, err = checkAttributes(m.signer.attributes, m.content, m.signer.digest); err != nil {
			return Signed{}, err
		}
		signed = setOf(m.signer.attributes)
	} else if isAttributes(m.content) {
		return Signed{}, broken("the content is the signed attributes of another message")
	}
	if err := check(s.Signer, m.signer.digest, signed, m.signer.signature); err != nil {
		return Signed{}, err
	}
	return s, nil
}

// check checks an RSA signature, PKCS #1 v1.5 (RFC 8017, section 8.2).
func check(c *x509.Certificate, d digest, signed, signature []byte) error {
	key, ok := c.PublicKey.(*rsa.PublicKey)
	if !ok {
		return wrong("the signer's key is not RSA")
	}
	if bits := key.N.BitLen(); bits < minKeyBits || bits > maxKeyBits {
		return wrong(fmt.Sprintf("the signer's key has %d bits", bits))
	}
	if err := rsa.VerifyPKCS1v15(key, d.hash, d.of(signed), signature); err != nil {
		return fmt.Errorf("%w: %w", ErrSignature, err)
	}
	return nil
}

// message is a SignedData, read.
type message struct {
	content cryptobyte.String
	certs   []cryptobyte.String
	signer  signer
}

// signer is a SignerInfo, read: the signer by issuer and serial, or by subject key identifier.
type signer struct {
	issuer     cryptobyte.String
	serial     *big.Int
	keyID      cryptobyte.String
	digest     digest
	attributes cryptobyte.String // the members of the SET; nil where there is none
	signature  cryptobyte.String
}

// is reports whether a certificate is the signer's.
func (s *signer) is(c *x509.Certificate) bool {
	if s.serial == nil {
		return string(c.SubjectKeyId) == string(s.keyID)
	}
	return string(c.RawIssuer) == string(s.issuer) && c.SerialNumber.Cmp(s.serial) == 0
}

// indefinite is the length of what ends where two zeros stand (X.690, 8.1.3.6), which DER does not have.
const indefinite = 0x80

// parse reads ContentInfo and SignedData (RFC 5652, sections 3 and 5.1).
func parse(file []byte) (m message, err error) {
	var info, outer, data, used, content, infos cryptobyte.String
	var kind asn1.ObjectIdentifier
	var version int
	all := cryptobyte.String(file)
	if len(file) > 1 && file[1] == indefinite {
		return m, wrong("its length is left open (BER), and only DER is read")
	}
	if !all.ReadASN1(&info, der.SEQUENCE) || !info.ReadASN1ObjectIdentifier(&kind) || !kind.Equal(oidSignedData) ||
		!info.ReadASN1(&outer, explicit(0)) || !outer.ReadASN1(&data, der.SEQUENCE) {
		return m, wrong("it does not begin as one")
	}
	if !all.Empty() || !info.Empty() || !outer.Empty() {
		return m, wrong("something follows it")
	}
	if !data.ReadASN1Integer(&version) || (version != 1 && version != 3) {
		return m, wrong("unknown version")
	}
	if !data.ReadASN1(&used, der.SET) {
		return m, wrong("it does not say with what digest it is signed")
	}
	if !data.ReadASN1(&content, der.SEQUENCE) {
		return m, wrong("there is no content")
	}
	if m.content, err = parseContent(content); err != nil {
		return m, err
	}
	if m.certs, err = parseCerts(&data); err != nil {
		return m, err
	}
	if !data.SkipOptionalASN1(explicit(1)) || !data.ReadASN1(&infos, der.SET) || !data.Empty() {
		return m, wrong("there are no signers")
	}
	if m.signer, err = parseSigner(infos); err == nil && !uses(used, m.signer.digest.oid) {
		err = wrong("the signer's digest is not one of the message's")
	}
	return m, err
}

// uses reports whether a SET OF AlgorithmIdentifier is one, and has a digest in it.
func uses(set cryptobyte.String, digest asn1.ObjectIdentifier) (found bool) {
	for !set.Empty() {
		oid, ok := readAlgorithm(&set)
		if !ok {
			return false
		}
		found = found || oid.Equal(digest)
	}
	return found
}

// readAlgorithm reads an AlgorithmIdentifier whose parameters are NULL or not there.
func readAlgorithm(s *cryptobyte.String) (oid asn1.ObjectIdentifier, ok bool) {
	var inner cryptobyte.String
	if !s.ReadASN1(&inner, der.SEQUENCE) || !inner.ReadASN1ObjectIdentifier(&oid) {
		return nil, false
	}
	if !inner.Empty() {
		var null cryptobyte.String
		if !inner.ReadASN1(&null, der.NULL) || !null.Empty() || !inner.Empty() {
			return nil, false
		}
	}
	return oid, true
}

// parseContent reads EncapsulatedContentInfo: id-data, and the content inside.
func parseContent(s cryptobyte.String) (content cryptobyte.String, err error) {
	var kind asn1.ObjectIdentifier
	var outer cryptobyte.String
	if !s.ReadASN1ObjectIdentifier(&kind) || !kind.Equal(oidData) {
		return nil, wrong("its content is not data")
	}
	if !s.ReadASN1(&outer, explicit(0)) || !s.Empty() || !outer.ReadASN1(&content, der.OCTET_STRING) || !outer.Empty() {
		return nil, wrong("the content is not inside")
	}
	return content, nil
}

// parseCerts reads the certificates of a SignedData.
func parseCerts(s *cryptobyte.String) (certs []cryptobyte.String, err error) {
	var set cryptobyte.String
	var there bool
	if !s.ReadOptionalASN1(&set, &there, explicit(0)) || !there {
		return nil, wrong("there are no certificates in it")
	}
	for !set.Empty() {
		var c cryptobyte.String
		if !set.ReadASN1Element(&c, der.SEQUENCE) {
			return nil, wrong("a certificate in it is none")
		}
		if certs = append(certs, c); len(certs) > maxCerts {
			return nil, fmt.Errorf("%w: more than %d certificates", ErrTooBig, maxCerts)
		}
	}
	return certs, nil
}

// parseSigner reads the one SignerInfo of a message (RFC 5652, section 5.3).
func parseSigner(infos cryptobyte.String) (s signer, err error) {
	var info cryptobyte.String
	var version int
	if !infos.ReadASN1(&info, der.SEQUENCE) || !infos.Empty() {
		return s, wrong("it has not exactly one signer")
	}
	if !info.ReadASN1Integer(&version) || !s.readID(&info, version) {
		return s, wrong("it does not say who signed")
	}
	oid, ok := readAlgorithm(&info)
	if ok {
		s.digest, ok = digestOf(oid)
	}
	if !ok {
		return s, wrong("the signer's digest is not SHA-256, SHA-384 or SHA-512")
	}
	var attributed bool
	if !info.ReadOptionalASN1(&s.attributes, &attributed, explicit(0)) {
		return s, wrong("the signed attributes cannot be read")
	}
	if !attributed {
		s.attributes = nil
	} else if len(s.attributes) == 0 {
		return s, wrong("there are no attributes where some should be")
	}
	if algorithm, ok := readAlgorithm(&info); !ok || !algorithm.Equal(oidRSA) && !algorithm.Equal(s.digest.rsa) {
		return s, wrong("it is not signed with RSA, PKCS #1 v1.5")
	}
	if !info.ReadASN1(&s.signature, der.OCTET_STRING) || !info.SkipOptionalASN1(explicit(1)) || !info.Empty() {
		return s, wrong("there is no signature")
	}
	return s, nil
}

// readID reads SignerIdentifier: version 1 has issuer and serial, version 3 a subject key identifier.
func (s *signer) readID(info *cryptobyte.String, version int) bool {
	switch version {
	case 1:
		var id cryptobyte.String
		s.serial = new(big.Int)
		return info.ReadASN1(&id, der.SEQUENCE) && id.ReadASN1Element(&s.issuer, der.SEQUENCE) &&
			id.ReadASN1Integer(s.serial) && id.Empty()
	case 3:
		return info.ReadASN1(&s.keyID, der.Tag(0).ContextSpecific()) && len(s.keyID) > 0
	default:
		return false
	}
}
