package center

import (
	"bytes"
	"context"

	"smartbank/bank"
	"smartbank/certstore/npki"
)

// Register registers another institute's certificate of the customer with this bank, checking identity by VID, possession by password, and the second factor.
// All three slices are wiped.
func (c *Center) Register(ctx context.Context, caller bank.Caller, id string, identity, password, digits []byte) (Entry, error) {
	defer clear(identity)
	defer clear(digits)
	k, err := c.find(ctx, id)
	if err != nil {
		clear(password)
		return Entry{}, err
	}
	if k.unfinished() {
		clear(password)
		return Entry{}, &bank.RefusedError{Code: bank.CodeNoCertificate}
	}
	signer, err := c.kept().Unlock(ctx, id, password)
	if err != nil {
		return Entry{}, err
	}
	defer signer.Close()
	now, err := c.bank.BookTime(ctx)
	if err != nil {
		return Entry{}, err
	}
	if err := reliable(ctx, c.ca, k.Certificate, now); err != nil {
		return Entry{}, err
	}
	if err := c.bank.Identify(ctx, caller, bytes.Clone(identity)); err != nil {
		return Entry{}, err
	}
	vid, found, err := npki.CertificateVID(k.X509)
	if err != nil || !found || !vid.Is(string(identity), signer.Key().R()) {
		return Entry{}, &bank.RefusedError{Code: bank.CodeOtherPerson}
	}
	if err := c.bank.RegisterOther(ctx, caller, signerOf(k.Certificate), identity, digits); err != nil {
		return Entry{}, err
	}
	k, err = c.know(ctx, k.Entry.Entry)
	return k.Entry, err
}

// Challenge draws the positions of the security card for a registration; zero for a token.
func (c *Center) Challenge(ctx context.Context, caller bank.Caller) (bank.Medium, bank.Challenge, error) {
	return c.bank.Challenge(ctx, caller)
}
