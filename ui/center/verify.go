package center

import (
	"bytes"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"smartbank/bank"
	"smartbank/certstore"
	"smartbank/certstore/ca"
	"smartbank/certstore/cms"
	"smartbank/certstore/trust"
)

// Verifier checks signatures for a bank, with what its certificate authorities say.
// It is made before the bank is opened, as the bank's Options.Verify, and told its authorities afterwards. Until then
// every signature is refused.
type Verifier struct{ ca atomic.Pointer[ca.Authority] }

// Use tells the verifier whom to ask.
func (v *Verifier) Use(a *ca.Authority) { v.ca.Store(a) }

// Verify implements bank.VerifySignature: it says who signed payload, as of a time.
// Whether a certificate was revoked is asked as of then, too, so that what was signed before stays signed.
func (v *Verifier) Verify(payload, signature []byte, at time.Time) (bank.Signer, error) {
	authority := v.ca.Load()
	if authority == nil {
		return bank.Signer{}, &bank.RefusedError{Code: bank.CodeSignatureRefused}
	}
	signed, err := cms.Verify(signature)
	switch {
	case err != nil:
		return bank.Signer{}, &bank.RefusedError{Code: bank.CodeSignatureRefused}
	case !bytes.Equal(signed.Content, payload):
		return bank.Signer{}, &bank.RefusedError{Code: bank.CodeOtherDocument}
	}
	cert, err := certstore.ParseCertificate(signed.Signer.Raw)
	if err != nil {
		return bank.Signer{}, &bank.RefusedError{Code: bank.CodeCertificateUntrusted}
	}
	if err := reliable(context.Background(), authority, cert, at); err != nil {
		return bank.Signer{}, err
	}
	return signerOf(cert), nil
}

// accepted are the policies that this bank accepts: those for everything and those
// for banks, of every institute.
func accepted() []string {
	var oids []string
	for _, i := range ca.Institutes() {
		for _, p := range i.Policies {
			if p.Use == ca.Universal || p.Use == ca.Bank {
				oids = append(oids, p.OID)
			}
		}
	}
	return oids
}

// reliable refuses a certificate on which the bank does not rely at a time.
func reliable(ctx context.Context, a *ca.Authority, c certstore.Certificate, at time.Time) error {
	anchors, record, err := anchorsFor(ctx, a, c.X509, at)
	if err != nil {
		return fmt.Errorf("verify a certificate: %w", err)
	}
	err = trust.Verify(c.X509, anchors, at)
	if err == nil {
		return issuedHere(c, record, at)
	}
	failed, ok := errors.AsType[*trust.FailedError](err)
	if !ok {
		return fmt.Errorf("verify a certificate: %w", err)
	}
	told := &bank.RefusedError{Code: bank.CodeCertificateStatus, At: failed.At}
	switch failed.Check {
	case trust.Chain:
		told.Code = bank.CodeCertificateUntrusted
	case trust.Validity:
		told.Code = bank.CodeCertificateExpired
	case trust.Policy:
		told.Code = bank.CodeCertificatePolicy
	case trust.Revoked:
		told.Code = bank.CodeCertificateDiscarded
		if record.At(at).Status == ca.Suspended {
			told.Code = bank.CodeCertificateSuspended
		}
	case trust.CRL, trust.OCSP, trust.Identity:
	}
	return told
}

// anchorsFor is what is relied on for a certificate: the authorities, and the list of
// its issuer as of then.
func anchorsFor(ctx context.Context, a *ca.Authority, c *x509.Certificate, at time.Time) (trust.Anchors, ca.Record, error) {
	anchors := trust.Anchors{Policies: accepted(), NeedStatus: true}
	var (
		record ca.Record
		err    error
	)
	if anchors.Roots, err = a.Roots(ctx); err != nil {
		return trust.Anchors{}, record, err
	}
	if anchors.Intermediates, err = a.Issuers(ctx); err != nil {
		return trust.Anchors{}, record, err
	}
	of, err := a.InstituteOf(ctx, c)
	if err != nil || of == "" {
		return anchors, record, err
	}
	list, err := a.CRL(ctx, of, at)
	if err != nil {
		return trust.Anchors{}, record, err
	}
	anchors.CRLs = [][]byte{list}
	record, err = a.Record(ctx, of, c.SerialNumber.Text(16))
	if r, ok := errors.AsType[*ca.RefusedError](err); ok && r.Reason == ca.NoSuch {
		err = nil
	}
	return anchors, record, err
}

// issuedHere refuses a certificate that says it is the bank's institute's, and that
// nobody issued or accepted.
func issuedHere(c certstore.Certificate, record ca.Record, at time.Time) error {
	if _, of, _ := ca.PolicyOf(c.Policy); of == ca.Yessign && record.At(at).Status != ca.Good {
		return &bank.RefusedError{Code: bank.CodeCertificateStatus}
	}
	return nil
}
