package trust

import (
	"bytes"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"testing"

	"golang.org/x/crypto/ocsp"

	"smartbank/certstore/fixedkeys"
)

// FuzzCRL feeds anything as a list. It never says good by accident: what holds is the list that was signed.
func FuzzCRL(f *testing.F) {
	w := newWorld()
	good := list(w.authority, authorityKey, nil)
	f.Add(good)
	f.Add(pem.EncodeToMemory(&pem.Block{Type: "X509 CRL", Bytes: good}))
	f.Add(list(w.authority, authorityKey, func(l *x509.RevocationList) {
		l.RevokedCertificateEntries = []x509.RevocationListEntry{entry(70_000, 6)}
	}))
	f.Fuzz(func(t *testing.T, file []byte) {
		a := w.anchors()
		a.CRLs = [][]byte{file}
		err := Verify(w.leaf, a, noon)
		if _, ok := errors.AsType[*FailedError](err); err != nil && !ok {
			t.Errorf("an error of no kind: %v", err)
		}
		if err == nil && !bytes.HasPrefix(bytes.TrimSpace(file), []byte("-----")) && !bytes.Contains(file, good) && !bytes.Contains(file, []byte("-----BEGIN")) {
			t.Error("a list that nobody signed holds")
		}
	})
}

// FuzzOCSP feeds anything as an answer, and compares what is read of it with an
// independent reader.
func FuzzOCSP(f *testing.F) {
	w := newWorld()
	good := w.reply(w.authority, fixedkeys.Key(authorityKey), nil)
	f.Add(good)
	f.Add(w.reply(responder(w.authority, authorityKey, x509.ExtKeyUsageOCSPSigning), fixedkeys.Key(responderKey), nil))
	f.Add(ocsp.TryLaterErrorResponse)
	f.Fuzz(func(t *testing.T, file []byte) {
		a := w.anchors()
		a.OCSP = [][]byte{file}
		err := Verify(w.leaf, a, noon)
		if _, ok := errors.AsType[*FailedError](err); err != nil && !ok {
			t.Errorf("an error of no kind: %v", err)
		}
		if err == nil {
			if theirs, other := ocsp.ParseResponseForCert(file, w.leaf, w.authority); other != nil || theirs.Status != ocsp.Good {
				t.Errorf("the other reader says %v", other)
			}
		}
	})
}

// FuzzReadCertificates feeds anything as certificates. What is read is read again.
func FuzzReadCertificates(f *testing.F) {
	w := newWorld()
	f.Add(w.leaf.Raw)
	f.Add(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: w.root.Raw}))
	f.Fuzz(func(t *testing.T, file []byte) {
		certs, err := ReadCertificates(file)
		if (err == nil) != (len(certs) > 0) {
			t.Errorf("%d certificates, and %v", len(certs), err)
		}
		for _, c := range certs {
			again, err := ReadCertificates(c.Raw)
			if err != nil || len(again) != 1 || !again[0].Equal(c) {
				t.Errorf("read once, but not twice: %v", err)
			}
		}
	})
}
