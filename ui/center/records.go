package center

import (
	"context"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"time"

	"smartbank/bank"
	"smartbank/certstore"
	"smartbank/certstore/ca"
)

// NewAuthority returns the certificate authorities of a bank's world, which keep
// their state in the bank. Those of a demonstration sign with the keys that are published with the program; others make
// their own with newKey when they are needed first.
func NewAuthority(b *bank.Bank, chance io.Reader, newKey func() (*rsa.PrivateKey, error)) *ca.Authority {
	return ca.New(ca.Options{Records: records{b}, Now: b.Now, Rand: chance, Published: b.Demonstration(), NewKey: newKey})
}

// ReadVerifier returns what checks the signatures in the bank's file at path, which it
// only reads, with what the file says of certificates. Errors are those of bank.ReadAuthorities.
func ReadVerifier(ctx context.Context, path string, now func() time.Time) (*Verifier, error) {
	kept, err := bank.ReadAuthorities(ctx, path)
	if err != nil {
		return nil, err
	}
	defer clear(kept.Keys)
	memory := ca.NewMemory()
	if kept.Keys != nil {
		if _, err := memory.KeepKeys(ctx, kept.Keys); err != nil {
			return nil, err
		}
	}
	memory.Fill(recordsOf(kept.Issued))
	v := &Verifier{}
	v.Use(ca.New(ca.Options{Records: memory, Now: now, Published: kept.Demonstration}))
	return v, nil
}

// records keeps the authorities' state in the bank. What the bank refuses, it
// refuses itself.
type records struct{ bank *bank.Bank }

// Keys implements [ca.Records].
func (r records) Keys(ctx context.Context) ([]byte, error) { return r.bank.AuthorityKeys(ctx) }

// KeepKeys implements [ca.Records].
func (r records) KeepKeys(ctx context.Context, keys []byte) ([]byte, error) {
	return r.bank.KeepAuthorityKeys(ctx, keys)
}

// Approved implements [ca.Records].
func (r records) Approved(ctx context.Context, reference string, code, identity []byte) (ca.Approval, error) {
	o, err := r.bank.ApprovedIssue(ctx, reference, code, identity)
	if err != nil {
		return ca.Approval{}, err
	}
	a := ca.Approval{Order: o.Order, Institute: ca.Yessign, Policy: o.Policy, Owner: o.Owner, Renews: o.Renews}
	if o.Replaces != nil {
		a.Replaces = o.Replaces.Serial
	}
	return a, nil
}

// Count implements [ca.Records].
func (r records) Count(ctx context.Context, of ca.Name) (int, error) {
	return r.bank.CountIssued(ctx, string(of))
}

// Add implements [ca.Records]. The bank's time is that of the step.
func (r records) Add(ctx context.Context, c ca.Record, _ time.Time) error {
	cert, err := certstore.ParseCertificate(c.DER)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(c.DER)
	return r.bank.AddIssued(ctx, bank.IssuedCertificate{
		Institute: string(c.Institute), Serial: c.Serial, Issuer: cert.Issuer.String(), SHA256: hex.EncodeToString(sum[:]),
		DER: c.DER, Order: c.Order, Replaces: c.Replaces,
	})
}

// Accept implements [ca.Records].
func (r records) Accept(ctx context.Context, of ca.Name, serial string, _ time.Time) error {
	return r.bank.AcceptIssued(ctx, string(of), serial)
}

// Change implements [ca.Records].
func (r records) Change(ctx context.Context, of ca.Name, serial string, c ca.Change) error {
	return r.bank.StepIssued(ctx, string(of), serial, string(c.Status), int(c.Why))
}

// Find implements [ca.Records].
func (r records) Find(ctx context.Context, of ca.Name, serial string) (ca.Record, error) {
	c, err := r.bank.Issued(ctx, string(of), serial)
	if is(err, bank.CodeNoCertificate) {
		return ca.Record{}, &ca.RefusedError{Reason: ca.NoSuch}
	}
	if err != nil {
		return ca.Record{}, err
	}
	return recordOf(c), nil
}

// OfOrder implements [ca.Records].
func (r records) OfOrder(ctx context.Context, order string) ([]ca.Record, error) {
	found, err := r.bank.IssuedForOrder(ctx, order)
	return recordsOf(found), err
}

// Touched implements [ca.Records].
func (r records) Touched(ctx context.Context, of ca.Name) ([]ca.Record, error) {
	found, err := r.bank.TouchedIssued(ctx, string(of))
	return recordsOf(found), err
}

func recordsOf(found []bank.IssuedCertificate) []ca.Record {
	all := make([]ca.Record, 0, len(found))
	for _, c := range found {
		all = append(all, recordOf(c))
	}
	return all
}

// recordOf is a record as the bank keeps it.
func recordOf(c bank.IssuedCertificate) ca.Record {
	r := ca.Record{Institute: ca.Name(c.Institute), Serial: c.Serial, DER: c.DER, Order: c.Order, Replaces: c.Replaces}
	for _, s := range c.Steps {
		r.Changes = append(r.Changes, ca.Change{Status: ca.Status(s.Status), Why: ca.Why(s.Why), At: s.At})
	}
	return r
}
