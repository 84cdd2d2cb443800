// Package certtest makes joint certificates for tests: over fixed keys and dates, the same bytes every time, without an authority that
// keeps books. For certificates with a history there is package ca.
package certtest

import (
	"bytes"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"math/big"
	"testing"
	"time"

	"smartbank/certstore"
	"smartbank/certstore/dn"
	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/npki"
)

// The fixed keys of the root and of the authority below it. Holders have others.
const (
	RootKey      = 15
	AuthorityKey = 14
)

// Hong is the holder of most tests.
const (
	Hong     = "cn=홍길동()0071041202611220001,ou=EPOST,ou=personal4IB,o=yessign,c=kr"
	Identity = "9999999999999"        // no resident's number: its digits do not check
	Policy   = "1.2.410.200005.1.1.4" // yessign, for banks
	Password = "Wooche2!gook"
)

// The validity of a holder's certificate, midnights in Seoul: 2026-11-22 to 2027-11-21.
var (
	NotBefore = time.Date(2026, time.November, 21, 15, 0, 0, 0, time.UTC)
	NotAfter  = time.Date(2027, time.November, 21, 14, 59, 59, 0, time.UTC)
)

// Holder is whose certificate it is; what is zero is that of Hong.
type Holder struct {
	Key                 int    // of fixedkeys
	Name                string // in folder form
	Identity            string // behind the VID
	NotBefore, NotAfter time.Time
}

// R is the random number of every key.
func R() []byte { return []byte("twenty bytes of R...") }

// Material is a holder's certificate and key, opened, with R. The key is the caller's to wipe.
func Material(tb testing.TB, h Holder) certstore.Material {
	tb.Helper()
	private := fixedkeys.Key(h.Key)
	key, err := npki.NewKey(private, R())
	check(tb, err)
	_, authority := Authority(tb)
	h = h.whole()
	value, err := npki.ComputeVID("SHA-256", h.Identity, R())
	check(tb, err)
	subject := parse(tb, h.Name)
	altName, err := npki.VID{RealName: subject.Owner(), Hash: "SHA-256", Value: value}.AltName()
	check(tb, err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(int64(1000 + h.Key)), RawSubject: encode(tb, subject),
		NotBefore: h.NotBefore, NotAfter: h.NotAfter,
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment,
		ExtraExtensions: []pkix.Extension{
			{Id: asn1.ObjectIdentifier{2, 5, 29, 17}, Value: altName},
			policies(tb, asn1.ObjectIdentifier{1, 2, 410, 200005, 1, 1, 4}),
		},
	}
	cert := issue(tb, template, authority, &private.PublicKey, AuthorityKey)
	return certstore.Material{Sign: certstore.Pair{Cert: cert.Raw, Key: key}}
}

// Set is a holder's certificate and key as an NPKI folder has them, under a password.
func Set(tb testing.TB, h Holder, password string) npki.Set {
	tb.Helper()
	m := Material(tb, h)
	defer m.Sign.Key.Wipe()
	key, err := npki.Seal(m.Sign.Key, []byte(password), npki.Encryption{}, bytes.NewReader([]byte("eight of")))
	check(tb, err)
	return npki.Set{Cert: m.Sign.Cert, Key: key}
}

// Authority is the authority that issues to holders, and the root above it, as the Korean ones are: any policy below, and one required.
func Authority(tb testing.TB) (root, authority *x509.Certificate) {
	tb.Helper()
	from, to := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2040, 1, 1, 0, 0, 0, 0, time.UTC)
	template := x509.Certificate{
		NotBefore: from, NotAfter: to, IsCA: true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageCRLSign,
	}
	above, below := template, template
	above.SerialNumber, above.RawSubject = big.NewInt(1), encode(tb, parse(tb, "cn=Test RootCA,ou=Korea Certification Authority Central,o=KISA,c=KR"))
	root = issue(tb, &above, &above, &fixedkeys.Key(RootKey).PublicKey, RootKey)
	below.SerialNumber, below.RawSubject = big.NewInt(2), encode(tb, parse(tb, "cn=yessignCA-TEST Class 1,ou=AccreditedCA,o=yessign,c=kr"))
	below.ExtraExtensions = []pkix.Extension{
		policies(tb, asn1.ObjectIdentifier{2, 5, 29, 32, 0}),
		{Id: asn1.ObjectIdentifier{2, 5, 29, 36}, Critical: true, Value: []byte{0x30, 3, 0x80, 1, 0}}, // requireExplicitPolicy: 0
	}
	authority = issue(tb, &below, root, &fixedkeys.Key(AuthorityKey).PublicKey, RootKey)
	return root, authority
}

// whole fills in what a holder leaves open.
func (h Holder) whole() Holder {
	if h.Name == "" {
		h.Name = Hong
	}
	if h.Identity == "" {
		h.Identity = Identity
	}
	if h.NotBefore.IsZero() {
		h.NotBefore = NotBefore
	}
	if h.NotAfter.IsZero() {
		h.NotAfter = NotAfter
	}
	return h
}

// policies is a critical certificatePolicies extension of one policy.
func policies(tb testing.TB, oid asn1.ObjectIdentifier) pkix.Extension {
	tb.Helper()
	value, err := asn1.Marshal([]struct{ Policy asn1.ObjectIdentifier }{{oid}})
	check(tb, err)
	return pkix.Extension{Id: asn1.ObjectIdentifier{2, 5, 29, 32}, Critical: true, Value: value}
}

// issue signs a certificate. RSA as PKCS#1 v1.5 signs needs no chance, so that none is given.
func issue(tb testing.TB, template, parent *x509.Certificate, public *rsa.PublicKey, signer int) *x509.Certificate {
	tb.Helper()
	der, err := x509.CreateCertificate(nil, template, parent, public, fixedkeys.Key(signer))
	check(tb, err)
	made, err := x509.ParseCertificate(der)
	check(tb, err)
	return made
}

func parse(tb testing.TB, text string) dn.Name {
	tb.Helper()
	name, err := dn.ParseText(text)
	check(tb, err)
	return name
}

func encode(tb testing.TB, name dn.Name) []byte {
	tb.Helper()
	der, err := name.DER()
	check(tb, err)
	return der
}

func check(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}
