package certtest_test

import (
	"bytes"
	"crypto/x509"
	"testing"

	"smartbank/certstore"
	"smartbank/certstore/certtest"
	"smartbank/certstore/npki"
	"smartbank/certstore/trust"
)

// TestCertificatesAreAsTheRealOnes checks one with the packages that it is for.
func TestCertificatesAreAsTheRealOnes(t *testing.T) {
	t.Parallel()
	m := certtest.Material(t, certtest.Holder{})
	c, err := certstore.ParseCertificate(m.Sign.Cert)
	if err != nil {
		t.Fatal(err)
	}
	if c.Subject.String() != certtest.Hong || c.Policy != certtest.Policy || !m.Sign.Key.Matches(c.X509) {
		t.Errorf("it is that of %s with policy %s", c.Subject, c.Policy)
	}
	v, found, err := npki.CertificateVID(c.X509)
	if err != nil || !found || v.RealName != "홍길동" || !v.Is(certtest.Identity, m.Sign.Key.R()) {
		t.Errorf("its VID is %+v (%v, %v)", v, found, err)
	}
	root, authority := certtest.Authority(t)
	anchors := trust.Anchors{
		Roots: []*x509.Certificate{root}, Intermediates: []*x509.Certificate{authority}, Policies: []string{certtest.Policy},
	}
	if err := trust.Verify(c.X509, anchors, certtest.NotBefore); err != nil {
		t.Errorf("it does not lead to its root: %v", err)
	}
}

func TestCertificatesAreTheSameEveryTime(t *testing.T) {
	t.Parallel()
	first, second := certtest.Set(t, certtest.Holder{Key: 3}, certtest.Password), certtest.Set(t, certtest.Holder{Key: 3}, certtest.Password)
	if !bytes.Equal(first.Cert, second.Cert) || !bytes.Equal(first.Key, second.Key) {
		t.Error("made twice they differ")
	}
	key, err := npki.Open(first.Key, []byte(certtest.Password))
	if err != nil || !bytes.Equal(key.R(), certtest.R()) {
		t.Errorf("the key does not open, or has another R: %v", err)
	}
}
