package trust

import (
	"bytes"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"time"
)

// maxList is the largest revocation list in bytes that is read.
const maxList = 8 << 20

// The extensions of lists that are understood (RFC 5280, section 5.2).
var (
	oidKeyID  = asn1.ObjectIdentifier{2, 5, 29, 35}
	oidNumber = asn1.ObjectIdentifier{2, 5, 29, 20}
	oidScope  = asn1.ObjectIdentifier{2, 5, 29, 28} // issuingDistributionPoint
	oidReason = asn1.ObjectIdentifier{2, 5, 29, 21}
	oidSince  = asn1.ObjectIdentifier{2, 5, 29, 24} // invalidityDate
)

// listed is what the revocation lists say about a certificate: the newest, by its number, of those that are its issuer's and for it.
func (a Anchors) listed(c, issuer *x509.Certificate, at time.Time) (v verdict) {
	var newest *x509.RevocationList
	for _, file := range a.CRLs {
		list, err := readList(file)
		if err == nil {
			if !bytes.Equal(list.RawIssuer, issuer.RawSubject) {
				continue
			}
			var covers bool
			if covers, err = scopeCovers(list.Extensions, c); err == nil && !covers {
				continue
			}
		}
		if err == nil {
			err = checkList(list, issuer, at)
		}
		switch {
		case err != nil && v.bad == nil:
			v.bad = &FailedError{Check: CRL, Reason: err.Error(), Err: err}
		case err == nil && (newest == nil || list.Number.Cmp(newest.Number) > 0):
			newest = list
		}
	}
	if newest == nil {
		return v
	}
	v.said = true
	if entry := find(newest, c.SerialNumber); entry != nil {
		v.said, v.revoked = false, revoked(entry.ReasonCode, entry.RevocationTime)
	}
	return v
}

// readList reads a revocation list, DER or PEM, with nothing after it.
func readList(file []byte) (*x509.RevocationList, error) {
	if len(file) > maxList {
		return nil, fmt.Errorf("a list over %d bytes", maxList)
	}
	if block, rest := pem.Decode(file); block != nil {
		if block.Type != "X509 CRL" || len(bytes.TrimSpace(rest)) > 0 {
			return nil, errors.New("not one list in PEM")
		}
		file = block.Bytes
	}
	list, err := x509.ParseRevocationList(file)
	if err != nil {
		return nil, fmt.Errorf("not a list: %w", err)
	}
	if len(list.Raw) != len(file) {
		return nil, errors.New("something follows the list")
	}
	return list, nil
}

// checkList checks that a list is one of the issuer that is current and whole.
func checkList(list *x509.RevocationList, issuer *x509.Certificate, at time.Time) error {
	if !modern(list.SignatureAlgorithm) {
		return fmt.Errorf("the list is signed with %v", list.SignatureAlgorithm)
	}
	if err := list.CheckSignatureFrom(issuer); err != nil {
		return fmt.Errorf("the list is not signed by the issuer: %w", err)
	}
	if err := understood(list.Extensions, oidKeyID, oidNumber, oidScope); err != nil {
		return fmt.Errorf("the list has %w", err)
	}
	for _, entry := range list.RevokedCertificateEntries {
		if err := understood(entry.Extensions, oidReason, oidSince); err != nil {
			return fmt.Errorf("an entry of the list has %w", err)
		}
	}
	if list.Number == nil || list.NextUpdate.IsZero() {
		return errors.New("the list has no number or no nextUpdate")
	}
	if err := current(list.ThisUpdate, list.NextUpdate, at); err != nil {
		return fmt.Errorf("the list is out of date: %w", err)
	}
	return nil
}

// understood refuses critical extensions that are not in known: delta lists, certificates of other issuers.
func understood(extensions []pkix.Extension, known ...asn1.ObjectIdentifier) error {
next:
	for _, e := range extensions {
		if !e.Critical {
			continue
		}
		for _, k := range known {
			if e.Id.Equal(k) {
				continue next
			}
		}
		return fmt.Errorf("the critical extension %v, which is not understood", e.Id)
	}
	return nil
}

// find is the entry of a list with a serial number, nil if there is none.
func find(list *x509.RevocationList, serial *big.Int) *x509.RevocationListEntry {
	for i := range list.RevokedCertificateEntries {
		if e := &list.RevokedCertificateEntries[i]; e.SerialNumber.Cmp(serial) == 0 {
			return e
		}
	}
	return nil
}
