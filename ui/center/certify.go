package center

import (
	"bytes"
	"context"
	"crypto/rsa"
	"crypto/x509"
	"errors"
	"fmt"
	"io"

	"smartbank/certstore"
	"smartbank/certstore/ca"
	"smartbank/certstore/npki"
	"smartbank/certstore/trust"
)

// request is what a new certificate is asked for with.
type request struct {
	approval           Approval
	policy             string
	identity, password []byte
	prove              func(csr []byte) ([]byte, error) // signs with the old key; nil for an issue
	progress           func(Step)
}

func (r request) at(s Step) {
	if r.progress != nil {
		r.progress(s)
	}
}

// certified makes a key and gets it certified, stored, accepted and registered.
func (c *Center) certified(ctx context.Context, r request) (Entry, error) {
	r.at(MakingKey)
	key, err := c.makeKey()
	if err != nil {
		return Entry{}, fmt.Errorf("make a key: %w", err)
	}
	defer key.Wipe()
	r.at(Requesting)
	record, err := c.ask(ctx, r, key)
	if err != nil {
		return Entry{}, refused(err)
	}
	r.at(Checking)
	if err := c.check(ctx, r, record, key); err != nil {
		return Entry{}, err
	}
	r.at(Storing)
	all, err := c.all(ctx)
	if err != nil {
		return Entry{}, err
	}
	var unfinished []string
	for _, k := range all {
		if k.unfinished() {
			unfinished = append(unfinished, k.ID)
		}
	}
	kept, err := c.kept().Put(ctx, certstore.Material{Sign: certstore.Pair{Cert: record.DER, Key: key}}, bytes.Clone(r.password), unfinished...)
	if err != nil {
		return Entry{}, fmt.Errorf("store the certificate: %w", err)
	}
	r.at(Registering)
	if err := c.ca.Accept(ctx, record.Institute, record.Serial); err != nil {
		return Entry{}, refused(err)
	}
	if err := c.forget(ctx, all, record); err != nil {
		return Entry{}, err
	}
	k, err := c.know(ctx, kept)
	return k.Entry, err
}

// rLength is how long the random number behind the VID is (KCAC.TS.SIVID).
const rLength = 20

// makeKey makes a key with the random number that ties it to its owner.
func (c *Center) makeKey() (*npki.Key, error) {
	made, err := c.newKey()
	if err != nil {
		return nil, err
	}
	random := make([]byte, rLength)
	defer clear(random)
	if _, err := io.ReadFull(c.rand, random); err != nil {
		return nil, err
	}
	return npki.NewKey(made, random)
}

// ask asks the authority for the certificate.
func (c *Center) ask(ctx context.Context, r request, key *npki.Key) (ca.Record, error) {
	csr, err := certificateRequest(key.RSA())
	if err != nil {
		return ca.Record{}, err
	}
	asked := ca.Request{
		Reference: r.approval.Reference, Code: r.approval.Code, CSR: csr, Identity: r.identity, R: key.R(),
	}
	if r.prove != nil {
		if asked.Proof, err = r.prove(csr); err != nil {
			return ca.Record{}, err
		}
	}
	return c.ca.Issue(ctx, asked)
}

// certificateRequest is a PKCS#10 request over a key. The authority gives the name.
func certificateRequest(key *rsa.PrivateKey) ([]byte, error) {
	csr, err := x509.CreateCertificateRequest(nil, &x509.CertificateRequest{SignatureAlgorithm: x509.SHA256WithRSA}, key)
	if err != nil {
		return nil, fmt.Errorf("make a request: %w", err)
	}
	return csr, nil
}

var errNotAsAsked = errors.New("the authority sent another certificate than was asked for")

// check makes sure that what came is what was asked for, before it takes the place
// of anything.
func (c *Center) check(ctx context.Context, r request, record ca.Record, key *npki.Key) error {
	cert, err := x509.ParseCertificate(record.DER)
	if err != nil {
		return fmt.Errorf("read the new certificate: %w", err)
	}
	roots, err := c.ca.Roots(ctx)
	if err != nil {
		return err
	}
	issuers, err := c.ca.Issuers(ctx)
	if err != nil {
		return err
	}
	anchors := trust.Anchors{Roots: roots, Intermediates: issuers, Policies: []string{r.policy}}
	if err := trust.Verify(cert, anchors, c.bank.Now()); err != nil {
		return fmt.Errorf("check the new certificate: %w", err)
	}
	vid, found, err := npki.CertificateVID(cert)
	if err != nil || !found || !vid.Is(string(r.identity), key.R()) || !key.Matches(cert) {
		return errNotAsAsked
	}
	return nil
}
