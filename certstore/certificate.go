package certstore

import (
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"
	"time"

	"smartbank/certstore/dn"
)

// Certificate is a joint certificate as it is shown.
type Certificate struct {
	X509            *x509.Certificate
	Subject, Issuer dn.Name
	Serial          *big.Int
	Policy          string // dotted OID of the first policy
	NotBefore       time.Time
	NotAfter        time.Time
	SHA256          string // fingerprint, 64 hexadecimal digits
}

// maxCertificate is the size of the largest certificate that is read, in bytes: ten times that of real ones.
const maxCertificate = 16 << 10

var errCertificateSize = errors.New("too big for a certificate")

// ParseCertificate reads a certificate: DER of at most 16 KiB, nothing after it.
func ParseCertificate(der []byte) (Certificate, error) {
	if len(der) > maxCertificate {
		return Certificate{}, fmt.Errorf("read the certificate: %w: %d bytes", errCertificateSize, len(der))
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		return Certificate{}, fmt.Errorf("read the certificate: %w", err)
	}
	subject, err := dn.Parse(parsed.RawSubject)
	if err != nil {
		return Certificate{}, fmt.Errorf("read the certificate's subject: %w", err)
	}
	issuer, err := dn.Parse(parsed.RawIssuer)
	if err != nil {
		return Certificate{}, fmt.Errorf("read the certificate's issuer: %w", err)
	}
	c := Certificate{
		X509: parsed, Subject: subject, Issuer: issuer, Serial: parsed.SerialNumber,
		NotBefore: parsed.NotBefore, NotAfter: parsed.NotAfter, SHA256: fingerprint(der),
	}
	if len(parsed.Policies) > 0 {
		c.Policy = parsed.Policies[0].String()
	}
	return c, nil
}

// fingerprint is the SHA-256 of what a certificate is encoded as, in hexadecimal digits.
func fingerprint(der []byte) string {
	sum := sha256.Sum256(der)
	return hex.EncodeToString(sum[:])
}

// RenewalDays is how many days before its expiry a certificate can be renewed and counts as expiring (Korea Post).
const RenewalDays = 60

// seoul is the time zone of Korea, which has had no other since 1988: the store needs no table of zones.
var seoul = time.FixedZone("KST", 9*60*60)

// Expired reports whether the certificate's last day in Seoul has passed. Authorities let certificates end with the last second of
// that day, which is the certificate's to its end (RFC 5280, 4.1.2.5).
func (c Certificate) Expired(at time.Time) bool {
	return at.Truncate(time.Second).After(c.NotAfter)
}

// RenewableFrom is the first moment of the day in Seoul from which it can be renewed.
func (c Certificate) RenewableFrom() time.Time {
	year, month, day := c.NotAfter.In(seoul).Date()
	return time.Date(year, month, day-RenewalDays, 0, 0, 0, 0, seoul)
}
