package center

import (
	"context"
	"crypto/sha1" //nolint:gosec // older programs show certificates by it
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"smartbank/bank"
	"smartbank/certstore"
	"smartbank/certstore/ca"
	"smartbank/certstore/npki"
)

// Details are what the details page adds to an entry.
type Details struct {
	Entry
	Chain      []certstore.Certificate // from the issuer up
	PolicyName string                  // as the authority calls it
	SHA1       string                  // fingerprint, as older programs show it
	VIDHash    string
	RealName   string // of the VID
	Identity   string // "ours": the VID is that of the signed-in customer; "other"; "unknown": nobody signed in, or it cannot be told without the key
	RevokedAt  time.Time
	Reason     string // of a revocation
}

// The answers of Details.Identity.
const (
	identityOurs    = "ours"
	identityOther   = "other"
	identityUnknown = "unknown"
)

// known is a certificate on this device and what is known of it here.
type known struct {
	Entry

	institute ca.Name   // that signed it; "" for one of nobody here
	record    ca.Record // of its institute; zero where that is not kept here
}

// List returns the certificates on this device, newest first. Without a session whether one is registered is still known.
// A certificate of an issue that was broken off is none yet and is not listed.
func (c *Center) List(ctx context.Context) ([]Entry, error) {
	all, err := c.all(ctx)
	if err != nil {
		return nil, err
	}
	var listed []Entry
	for _, k := range all {
		if !k.unfinished() {
			listed = append(listed, k.Entry)
		}
	}
	return listed, nil
}

// all are the certificates on this device, those of broken issues too.
func (c *Center) all(ctx context.Context) ([]known, error) {
	kept, err := c.kept().List(ctx)
	if err != nil {
		return nil, fmt.Errorf("list certificates: %w", err)
	}
	all := make([]known, 0, len(kept))
	for _, e := range kept {
		k, err := c.know(ctx, e)
		if err != nil {
			return nil, err
		}
		all = append(all, k)
	}
	return all, nil
}

// find is one certificate on this device. It is refused with bank.CodeNoCertificate.
func (c *Center) find(ctx context.Context, id string) (known, error) {
	all, err := c.all(ctx)
	if err != nil {
		return known{}, err
	}
	for _, k := range all {
		if k.ID == id {
			return k, nil
		}
	}
	return known{}, &bank.RefusedError{Code: bank.CodeNoCertificate}
}

// know finds out what is known of a certificate.
func (c *Center) know(ctx context.Context, e certstore.Entry) (known, error) {
	k := known{Entry: Entry{Entry: e, Use: useOf(e.Policy)}}
	var err error
	if k.institute, err = c.ca.InstituteOf(ctx, e.X509); err != nil {
		return known{}, err
	}
	k.record, err = c.ca.Record(ctx, k.institute, e.Serial.Text(16))
	if refused, ok := errors.AsType[*ca.RefusedError](err); err != nil && (!ok || refused.Reason != ca.NoSuch) {
		return known{}, fmt.Errorf("look up a certificate: %w", err)
	}
	k.Ours = k.institute == ca.Yessign && k.record.Serial != ""
	registered, err := c.bank.Registered(ctx, signerOf(e.Certificate))
	if err != nil {
		return known{}, err
	}
	k.State = k.state(c.bank.Now(), registered)
	return k, nil
}

// unfinished reports whether the certificate was issued and never accepted.
func (k known) unfinished() bool {
	if k.record.Serial == "" {
		return false
	}
	for _, step := range k.record.Changes {
		if step.Status == ca.Good {
			return false
		}
	}
	return true
}

// state is what is shown first of what holds.
func (k known) state(at time.Time, registered bool) State {
	switch status := k.record.Latest(at).Status; {
	case status == ca.Revoked:
		return Discarded
	case status == ca.Suspended:
		return Suspended
	case k.Expired(at):
		return Expired
	case k.Locked:
		return Locked
	case !registered:
		return Unregistered
	case !at.Before(k.RenewableFrom()):
		return Expiring
	default:
		return Valid
	}
}

// useOf is what a policy allows.
func useOf(oid string) Use {
	p, _, _ := ca.PolicyOf(oid)
	switch p.Use {
	case ca.Universal:
		return Universal
	case ca.Bank:
		return BankUse
	case ca.Securities:
		return Securities
	default:
		return OtherUse
	}
}

// signerOf is a certificate as the bank names it.
func signerOf(c certstore.Certificate) bank.Signer {
	return bank.Signer{Issuer: c.Issuer.String(), Serial: c.Serial.Text(16), SHA256: c.SHA256}
}

// Details reads one certificate's.
func (c *Center) Details(ctx context.Context, caller bank.Caller, id string) (Details, error) {
	k, err := c.find(ctx, id)
	if err != nil {
		return Details{}, err
	}
	sum := sha1.Sum(k.X509.Raw) //nolint:gosec // older programs show it
	d := Details{Entry: k.Entry, SHA1: hex.EncodeToString(sum[:])}
	policy, _, _ := ca.PolicyOf(k.Policy)
	d.PolicyName = policy.Name
	if v, found, err := npki.CertificateVID(k.X509); err == nil && found {
		d.VIDHash, d.RealName = v.Hash, v.RealName
	}
	if last := k.record.Latest(c.bank.Now()); last.Status == ca.Revoked || last.Status == ca.Suspended {
		d.RevokedAt, d.Reason = last.At, last.Why.String()
	}
	if d.Chain, err = c.chain(ctx, k); err != nil {
		return Details{}, err
	}
	d.Identity, err = c.whose(ctx, caller, k)
	return d, err
}

// chain are the certificates above one, from its issuer up.
func (c *Center) chain(ctx context.Context, k known) ([]certstore.Certificate, error) {
	issuers, err := c.ca.Issuers(ctx)
	if err != nil {
		return nil, err
	}
	roots, err := c.ca.Roots(ctx)
	if err != nil {
		return nil, err
	}
	var chain []certstore.Certificate
	below := k.X509
	for _, above := range append(issuers, roots...) {
		if below.CheckSignatureFrom(above) != nil {
			continue
		}
		parsed, err := certstore.ParseCertificate(above.Raw)
		if err != nil {
			return nil, err
		}
		chain, below = append(chain, parsed), above
	}
	return chain, nil
}

// whose says whether a certificate is that of who is signed in. What was
// registered here had its identity checked then.
func (c *Center) whose(ctx context.Context, caller bank.Caller, k known) (string, error) {
	if caller.Customer == 0 {
		return identityUnknown, nil
	}
	registered, err := c.bank.Certificates(ctx, caller)
	if err != nil {
		return "", err
	}
	for _, r := range registered {
		if r.Signer == signerOf(k.Certificate) {
			return identityOurs, nil
		}
	}
	elsewhere, err := c.bank.Registered(ctx, signerOf(k.Certificate))
	if err != nil || !elsewhere {
		return identityUnknown, err
	}
	return identityOther, nil
}
