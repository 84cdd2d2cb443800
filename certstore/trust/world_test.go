package trust

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"math/big"
	"os"
	"testing"
	"time"

	"golang.org/x/crypto/ocsp"

	"smartbank/certstore/fixedkeys"
)

// samples is where the files of other programs are.
const samples = "../../../shared/interop/npki/"

const (
	bankUse = "1.2.410.200005.1.1.4"
	other   = "1.2.410.200005.1.1.1"
)

var noon = time.Date(2026, time.November, 5, 12, 0, 0, 0, time.FixedZone("KST", 9*60*60))

// The keys of the world, by whose they are.
const (
	rootKey = iota
	authorityKey
	leafKey
	responderKey
	strangerKey
)

// world is a root, an authority as the Korean ones are, and a customer.
type world struct{ root, authority, leaf *x509.Certificate }

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// issue makes a certificate of one key by another's.
func issue(c, parent *x509.Certificate, key, parentKey int) *x509.Certificate {
	if c.NotBefore.IsZero() {
		c.NotBefore, c.NotAfter = noon.AddDate(-1, 0, 0), noon.AddDate(1, 0, 0)
	}
	if parent == nil {
		parent = c
	}
	c.BasicConstraintsValid = true
	raw, err := x509.CreateCertificate(rand.Reader, c, parent, fixedkeys.Key(key).Public(), fixedkeys.Key(parentKey))
	must(err)
	made, err := x509.ParseCertificate(raw)
	must(err)
	return made
}

func oid(dotted string) x509.OID {
	o, err := x509.ParseOID(dotted)
	must(err)
	return o
}

func rootTemplate() *x509.Certificate {
	return &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Root"}, IsCA: true, SubjectKeyId: []byte{1},
		KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageCRLSign, NotBefore: noon.AddDate(-10, 0, 0), NotAfter: noon.AddDate(10, 0, 0),
	}
}

func authorityTemplate() *x509.Certificate {
	return &x509.Certificate{
		SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: "Authority"}, IsCA: true, SubjectKeyId: []byte{2}, MaxPathLenZero: true,
		KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageCRLSign, Policies: []x509.OID{oid("2.5.29.32.0")},
		NotBefore: noon.AddDate(-5, 0, 0), NotAfter: noon.AddDate(5, 0, 0),
		ExtraExtensions: []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 36}, Critical: true, Value: []byte{0x30, 3, 0x80, 1, 0}}},
	}
}

func leafTemplate() *x509.Certificate {
	return &x509.Certificate{
		SerialNumber: big.NewInt(70_000), Subject: pkix.Name{CommonName: "홍길동()0071"}, KeyUsage: x509.KeyUsageDigitalSignature,
		Policies: []x509.OID{oid(bankUse)},
	}
}

func newWorld() world {
	root := issue(rootTemplate(), nil, rootKey, rootKey)
	authority := issue(authorityTemplate(), root, authorityKey, rootKey)
	return world{root, authority, issue(leafTemplate(), authority, leafKey, authorityKey)}
}

func (w world) anchors() Anchors {
	return Anchors{Roots: []*x509.Certificate{w.root}, Intermediates: []*x509.Certificate{w.authority}}
}

// list makes a revocation list of an issuer; change has the last word.
func list(issuer *x509.Certificate, key int, change func(*x509.RevocationList)) []byte {
	l := &x509.RevocationList{Number: big.NewInt(8), ThisUpdate: noon.Add(-time.Hour), NextUpdate: noon.Add(time.Hour)}
	if change != nil {
		change(l)
	}
	raw, err := x509.CreateRevocationList(rand.Reader, l, issuer, fixedkeys.Key(key))
	must(err)
	return raw
}

func entry(serial int64, reason int) x509.RevocationListEntry {
	return x509.RevocationListEntry{SerialNumber: big.NewInt(serial), RevocationTime: noon.Add(-2 * time.Hour), ReasonCode: reason}
}

// reply makes an OCSP response about the leaf; change has the last word.
func (w world) reply(responder *x509.Certificate, key *rsa.PrivateKey, change func(*ocsp.Response)) []byte {
	r := ocsp.Response{
		Status: ocsp.Good, SerialNumber: w.leaf.SerialNumber, ThisUpdate: noon.Add(-time.Hour), NextUpdate: noon.Add(time.Hour),
	}
	if responder != w.authority {
		r.Certificate = responder
	}
	if change != nil {
		change(&r)
	}
	raw, err := ocsp.CreateResponse(w.authority, responder, r, key)
	must(err)
	return raw
}

// responder is somebody whom an issuer lets answer, if usage says so.
func responder(issuer *x509.Certificate, issuerKey int, usage x509.ExtKeyUsage) *x509.Certificate {
	c := &x509.Certificate{SerialNumber: big.NewInt(9), Subject: pkix.Name{CommonName: "Responder"}, ExtKeyUsage: []x509.ExtKeyUsage{usage}}
	return issue(c, issuer, responderKey, issuerKey)
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(samples + path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
