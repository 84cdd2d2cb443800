package ca

import (
	"crypto/rsa"
	"crypto/sha1" //nolint:gosec // RFC 5280 section 4.2.1.2 names keys by SHA-1; nothing rests on it
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"math/big"
	"time"

	"smartbank/certstore/dn"
)

// seoul is where days begin. Korea has had no summer time since 1988.
var seoul = time.FixedZone("KST", 9*60*60)

// The years in which the authorities' own certificates hold. Whatever a clock says
// that a demonstration is started with, leaf certificates are within.
var (
	authoritiesFrom  = time.Date(2010, time.January, 1, 0, 0, 0, 0, seoul)
	authoritiesUntil = time.Date(2049, time.December, 31, 23, 59, 59, 0, seoul)
)

const rootName = "cn=RootCA 4 (mock),ou=Korea Certification Authority Central,o=KISA,c=KR"

var (
	oidPolicyConstraints = asn1.ObjectIdentifier{2, 5, 29, 36}
	oidPolicies          = asn1.ObjectIdentifier{2, 5, 29, 32}
	oidNoCheck           = asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 48, 1, 5}
)

// certify makes the certificates of the authorities over their keys: the root,
// the institutes below it, and each one's delegated responder (RFC 6960 section 4.2.2.2).
func certify(rootKey *rsa.PrivateKey, issuerKeys []*rsa.PrivateKey, responderKey *rsa.PrivateKey) (*keyring, error) {
	root, err := authority(rootName, big.NewInt(1), rootKey, identity{})
	if err != nil {
		return nil, fmt.Errorf("certify the root: %w", err)
	}
	k := &keyring{root: root, issuers: map[Name]identity{}, responders: map[Name]identity{}}
	for n, i := range institutes {
		issuer, err := authority(i.issuer, big.NewInt(int64(4096+n)), issuerKeys[n], root)
		if err != nil {
			return nil, fmt.Errorf("certify %s: %w", i.Name, err)
		}
		k.issuers[i.Name] = issuer
		if k.responders[i.Name], err = responder(i, responderKey, issuer); err != nil {
			return nil, fmt.Errorf("certify the responder of %s: %w", i.Name, err)
		}
	}
	return k, nil
}

// authority certifies a certificate authority; without by it is the root.
func authority(name string, serial *big.Int, key *rsa.PrivateKey, by identity) (identity, error) {
	subject, err := encodeName(name)
	if err != nil {
		return identity{}, err
	}
	t := &x509.Certificate{
		SerialNumber: serial, RawSubject: subject, NotBefore: authoritiesFrom, NotAfter: authoritiesUntil,
		SignatureAlgorithm: x509.SHA256WithRSA, IsCA: true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageCRLSign, SubjectKeyId: keyID(&key.PublicKey),
	}
	if by.cert == nil {
		return sign(t, identity{key, t}, key)
	}
	t.MaxPathLenZero = true
	// Any policy, and that a leaf must have one: without the latter nobody enforces policies.
	anyPolicy, err := asn1.Marshal([]struct{ OID asn1.ObjectIdentifier }{{asn1.ObjectIdentifier{2, 5, 29, 32, 0}}})
	if err != nil {
		return identity{}, err
	}
	t.ExtraExtensions = []pkix.Extension{
		{Id: oidPolicies, Value: anyPolicy},
		{Id: oidPolicyConstraints, Critical: true, Value: []byte{0x30, 0x03, 0x80, 0x01, 0x00}},
	}
	return sign(t, by, key)
}

// responder certifies who answers for an institute.
func responder(i Institute, key *rsa.PrivateKey, by identity) (identity, error) {
	subject, err := encodeName("cn=OCSP responder (mock),ou=AccreditedCA,o=" + string(i.Name) + ",c=KR")
	if err != nil {
		return identity{}, err
	}
	policy, err := asn1.Marshal([]struct{ OID asn1.ObjectIdentifier }{{parseOID(i.Policies[0].OID)}})
	if err != nil {
		return identity{}, err
	}
	return sign(&x509.Certificate{
		SerialNumber: big.NewInt(2), RawSubject: subject, NotBefore: authoritiesFrom, NotAfter: authoritiesUntil,
		SignatureAlgorithm: x509.SHA256WithRSA, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageOCSPSigning},
		SubjectKeyId: keyID(&key.PublicKey),
		ExtraExtensions: []pkix.Extension{
			{Id: oidPolicies, Value: policy},
			{Id: oidNoCheck, Value: []byte{0x05, 0x00}},
		},
	}, by, key)
}

// sign signs a template over key. RSA signatures (PKCS #1 v1.5) take no chance.
func sign(t *x509.Certificate, by identity, key *rsa.PrivateKey) (identity, error) {
	der, err := x509.CreateCertificate(nil, t, by.cert, &key.PublicKey, by.key)
	if err != nil {
		return identity{}, err
	}
	cert, err := x509.ParseCertificate(der)
	return identity{key, cert}, err
}

// keyID is the name of a key: SHA-1 of the bits (RFC 5280 section 4.2.1.2).
func keyID(key *rsa.PublicKey) []byte {
	sum := sha1.Sum(x509.MarshalPKCS1PublicKey(key)) //nolint:gosec // a name
	return sum[:]
}

// encodeName encodes a name in folder form.
func encodeName(name string) ([]byte, error) {
	n, err := dn.ParseText(name)
	if err != nil {
		return nil, err
	}
	return n.DER()
}
