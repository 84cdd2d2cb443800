package ca

import (
	"bytes"
	"context"
	"crypto/rsa"
	"crypto/x509"
	"fmt"
	"io"
	"math/big"
	"time"

	"smartbank/certstore"
	"smartbank/certstore/cms"
	"smartbank/certstore/npki"
)

// Request is what is asked for with a reference number and its authorisation code.
// The byte slices stay as they are: the caller wipes them.
type Request struct {
	Reference string
	Code      []byte
	CSR       []byte // PKCS#10 (RFC 2986) over the new key, which signs it; its name and extensions are not looked at
	Identity  []byte // the number of whom it is for, 13 digits
	R         []byte // the random number that the new key keeps, 20 bytes
	Proof     []byte // for renewals: CMS over the CSR, signed by the old key
}

// keyBits is the length of the keys that are certified.
const keyBits = 2048

// Issue certifies a key: it issues, reissues, or renews, as the approval says. The
// certificate is pending until it is accepted. Asked again with the same approval it certifies again, and what was
// pending is no more; once the certificate has been accepted, it refuses with BadApproval. It refuses with BadApproval,
// BadIdentity, BadRequest and NoPolicy; a renewal also with BadProof, TooEarly, TooLate, IsRevoked and IsHeld.
func (a *Authority) Issue(ctx context.Context, r Request) (Record, error) {
	at := a.o.Now()
	approval, err := a.o.Records.Approved(ctx, r.Reference, r.Code, r.Identity)
	if err != nil {
		return Record{}, err
	}
	key, err := requestedKey(r.CSR)
	if err != nil {
		return Record{}, err
	}
	if approval.NotAfter.IsZero() {
		approval.NotAfter = YearFrom(at)
	}
	if approval.Replaces != "" {
		if approval.NotAfter, err = a.replacing(ctx, approval, r, at); err != nil {
			return Record{}, err
		}
	}
	record, err := a.certify(ctx, approval, key, r, at)
	if err != nil {
		return Record{}, err
	}
	return record, a.o.Records.Add(ctx, record, at)
}

// requestedKey is the key that a request is signed with, and for.
func requestedKey(csr []byte) (*rsa.PublicKey, error) {
	request, err := x509.ParseCertificateRequest(csr)
	if err != nil || request.CheckSignature() != nil {
		return nil, &RefusedError{Reason: BadRequest}
	}
	key, ok := request.PublicKey.(*rsa.PublicKey)
	if !ok || key.N.BitLen() != keyBits {
		return nil, &RefusedError{Reason: BadRequest}
	}
	return key, nil
}

// replacing is when a certificate ends that takes the place of another: a reissued
// one with the old one, unless that has ended, a renewed one a year after it.
func (a *Authority) replacing(ctx context.Context, approval Approval, r Request, at time.Time) (time.Time, error) {
	old, err := a.o.Records.Find(ctx, approval.Institute, approval.Replaces)
	if err != nil {
		return time.Time{}, err
	}
	cert, err := certstore.ParseCertificate(old.DER)
	if err != nil {
		return time.Time{}, fmt.Errorf("read the old certificate: %w", err)
	}
	switch {
	case !approval.Renews && cert.Expired(at):
		return YearFrom(at), nil
	case !approval.Renews:
		return cert.NotAfter, nil
	}
	if err := Renewable(cert, old.Latest(at).Status, at); err != nil {
		return time.Time{}, err
	}
	signed, err := cms.Verify(r.Proof)
	if err != nil || !bytes.Equal(signed.Content, r.CSR) || !bytes.Equal(signed.Signer.Raw, old.DER) {
		return time.Time{}, &RefusedError{Reason: BadProof}
	}
	return YearAfter(cert.NotAfter), nil
}

// Renewable refuses what cannot be renewed at a time, with TooEarly, TooLate,
// IsRevoked, IsHeld and NotAccepted. The days are those of Seoul.
func Renewable(c certstore.Certificate, s Status, at time.Time) error {
	switch {
	case s == Revoked:
		return &RefusedError{Reason: IsRevoked}
	case s == Suspended:
		return &RefusedError{Reason: IsHeld}
	case s != Good:
		return &RefusedError{Reason: NotAccepted}
	case c.Expired(at):
		return &RefusedError{Reason: TooLate}
	case at.Before(c.RenewableFrom()):
		return &RefusedError{Reason: TooEarly, From: c.RenewableFrom()}
	}
	return nil
}

// YearFrom is when a certificate of today ends: with the same day of the next
// year, to the second. 29 February ends with 28 February.
func YearFrom(at time.Time) time.Time {
	day := at.In(seoul)
	return YearAfter(time.Date(day.Year(), day.Month(), day.Day(), 23, 59, 59, 0, seoul))
}

// YearAfter is the same second of the next year; of 29 February, 28 February's.
func YearAfter(end time.Time) time.Time {
	end = end.In(seoul)
	next := end.AddDate(1, 0, 0)
	if next.Month() != end.Month() {
		next = next.AddDate(0, 0, -1)
	}
	return next.UTC()
}

// certify makes the certificate that an approval allows.
func (a *Authority) certify(ctx context.Context, approval Approval, key *rsa.PublicKey, r Request, at time.Time) (Record, error) {
	i := institute(approval.Institute)
	if _, of, found := PolicyOf(approval.Policy); !found || of != i.Name {
		return Record{}, &RefusedError{Reason: NoPolicy}
	}
	k, err := a.keys(ctx)
	if err != nil {
		return Record{}, err
	}
	value, err := npki.ComputeVID("SHA-256", string(r.Identity), r.R)
	if err != nil {
		return Record{}, &RefusedError{Reason: BadRequest}
	}
	issued, err := a.o.Records.Count(ctx, i.Name)
	if err != nil {
		return Record{}, err
	}
	serial, err := a.newSerial()
	if err != nil {
		return Record{}, err
	}
	day := at.In(seoul)
	der, err := leaf{
		institute: i, serial: serial, key: key, policy: approval.Policy,
		// 0, the bank's code, 04 for this kind of issue, 1 for a person, the day, a number: as yessign numbers them
		name:      fmt.Sprintf("cn=%s()0071041%s%04d,%s", escaped(approval.Owner), day.Format("20060102"), issued+1, i.branch),
		notBefore: time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, seoul).UTC(), notAfter: approval.NotAfter.UTC(),
		vid: npki.VID{RealName: approval.Owner, Hash: "SHA-256", Value: value},
	}.encode(k.issuers[i.Name])
	if err != nil {
		return Record{}, err
	}
	return Record{
		Institute: i.Name, Serial: serial.Text(16), DER: der, Order: approval.Order, Replaces: approval.Replaces,
		Changes: []Change{{Status: Pending, At: at}},
	}, nil
}

// newSerial draws a serial number of 63 bits.
func (a *Authority) newSerial() (*big.Int, error) {
	var b [8]byte
	for {
		if _, err := io.ReadFull(a.o.Rand, b[:]); err != nil {
			return nil, fmt.Errorf("draw a serial number: %w", err)
		}
		b[0] &= 0x7f
		if n := new(big.Int).SetBytes(b[:]); n.BitLen() > 32 {
			return n, nil
		}
	}
}

// escaped is a value as the folder form writes it.
func escaped(value string) string {
	var b bytes.Buffer
	for _, r := range value {
		if r == ',' || r == '=' || r == '+' || r == '\\' {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Accept makes a pending certificate good, and discards the one that it replaces.
// It refuses with NoSuch and IsRevoked.
func (a *Authority) Accept(ctx context.Context, of Name, serial string) error {
	return a.o.Records.Accept(ctx, of, serial, a.o.Now())
}

// Revoke discards a certificate for ever. It refuses with NoSuch and IsRevoked.
func (a *Authority) Revoke(ctx context.Context, of Name, serial string, why Why) error {
	return a.o.Records.Change(ctx, of, serial, Change{Revoked, why, a.o.Now()})
}

// Suspend suspends a good certificate: after six months it is revoked by itself. It
// refuses with NoSuch, IsRevoked and WrongStatus.
func (a *Authority) Suspend(ctx context.Context, of Name, serial string) error {
	return a.o.Records.Change(ctx, of, serial, Change{Suspended, Hold, a.o.Now()})
}

// Resume makes a suspended certificate good again. It refuses with NoSuch, NotHeld
// and IsRevoked.
func (a *Authority) Resume(ctx context.Context, of Name, serial string) error {
	at := a.o.Now()
	record, err := a.o.Records.Find(ctx, of, serial)
	if err != nil {
		return err
	}
	switch record.Latest(at).Status {
	case Suspended:
		return a.o.Records.Change(ctx, of, serial, Change{Status: Good, At: at})
	case Revoked:
		return &RefusedError{Reason: IsRevoked}
	default:
		return &RefusedError{Reason: NotHeld}
	}
}

// Record is what an institute has recorded of a certificate. It refuses with NoSuch.
func (a *Authority) Record(ctx context.Context, of Name, serial string) (Record, error) {
	return a.o.Records.Find(ctx, of, serial)
}

// OfOrder are the certificates that were issued for an order, oldest first.
func (a *Authority) OfOrder(ctx context.Context, order string) ([]Record, error) {
	return a.o.Records.OfOrder(ctx, order)
}
