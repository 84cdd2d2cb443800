package center

import (
	"bytes"
	"context"
	"crypto/rsa"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"time"

	"smartbank/bank"
	"smartbank/bank/money"
	"smartbank/certstore"
	"smartbank/certstore/ca"
	"smartbank/certstore/npki"
	"smartbank/certstore/trust"
)

// Plan is what an issue would do, told before anything is asked.
type Plan struct {
	Reissue   bool
	Replaces  *Entry    // will be discarded on this device; nil if the one that is replaced is not here
	NotAfter  time.Time // of the new certificate; a reissue keeps the old one's
	Fees      map[Use]money.Amount
	Accounts  []bank.Account // that can pay
	Medium    bank.Medium
	Challenge bank.Challenge // of the security card
	Order     string         // names this issue: breaking off and coming back continues it
}

// PlanIssue says what an issue would do. It refuses corporate customers, who is no member of Smart Banking, and customers whose
// pre-consent is "disagree".
func (c *Center) PlanIssue(ctx context.Context, caller bank.Caller) (Plan, error) {
	planned, err := c.bank.PlanIssue(ctx, caller)
	if err != nil {
		return Plan{}, err
	}
	now := c.bank.Now()
	p := Plan{
		NotAfter: ca.YearFrom(now), Fees: map[Use]money.Amount{BankUse: won(0), Universal: won(bank.CertificateFee)},
		Medium: planned.Medium, Challenge: planned.Challenge, Order: planned.Order,
	}
	if p.Accounts, err = c.paying(ctx, caller); err != nil {
		return Plan{}, err
	}
	if planned.Replaces == nil {
		return p, nil
	}
	old, err := certstore.ParseCertificate(planned.Replaces.DER)
	if err != nil {
		return Plan{}, fmt.Errorf("read the certificate that is replaced: %w", err)
	}
	if !old.Expired(now) {
		p.Reissue, p.NotAfter = true, old.NotAfter
	}
	p.Fees[Universal] = issueFee(Universal, planned.Replaces, now)
	all, err := c.all(ctx)
	if err != nil {
		return Plan{}, err
	}
	for _, k := range all {
		if k.SHA256 == old.SHA256 {
			p.Replaces = &k.Entry
		}
	}
	return p, nil
}

// paying are the caller's accounts that can pay.
func (c *Center) paying(ctx context.Context, caller bank.Caller) ([]bank.Account, error) {
	all, err := c.bank.Accounts(ctx, caller)
	if err != nil {
		return nil, err
	}
	var can []bank.Account
	for _, a := range all {
		if a.Sends {
			can = append(can, a)
		}
	}
	return can, nil
}

func won(n int64) money.Amount { return money.New(n, money.KRW) }

// issueFee is what an issue costs. The year of a certificate for everything is paid
// once: reissuing it is free.
func issueFee(use Use, replaced *bank.IssuedCertificate, now time.Time) money.Amount {
	if use != Universal {
		return won(0)
	}
	if replaced != nil {
		old, err := certstore.ParseCertificate(replaced.DER)
		if err == nil && useOf(old.Policy) == Universal && !old.Expired(now) {
			return won(0)
		}
	}
	return won(bank.CertificateFee)
}

// Identification is how a customer is identified for an issue. The byte slices are wiped.
type Identification struct {
	Login    string
	Identity []byte // resident or foreigner number, 13 digits
	Account  bank.AccountNumber
	PIN      []byte // of the account
	Digits   []byte // of the second factor
}

// Approval is what the bank tells the customer for the authority.
type Approval struct {
	Order     string
	Reference string // reference number
	Code      []byte // authorisation code
	Until     time.Time
}

// Identify checks an identification for a planned issue; the fee is taken later, by Issue. It returns what an issue is gated by.
func (c *Center) Identify(ctx context.Context, caller bank.Caller, order string, i Identification) (Approval, error) {
	a, err := c.bank.ApproveIssue(ctx, caller, order, bank.Identification(i))
	if err != nil {
		return Approval{}, err
	}
	return Approval(a), nil
}

// Step is what is being done while a certificate is issued.
type Step string

// The steps, in order.
const (
	MakingKey   Step = "key"
	Requesting  Step = "request"
	Checking    Step = "check"
	Storing     Step = "store"
	Registering Step = "register"
)

// Issue issues or reissues: makes a key, has it certified, checks what came, stores it beside the old one, and has it accepted: in that
// one step of the bank's the new certificate becomes good and registered, the old one is discarded, and the fee is booked. Then the old one is
// removed from this device. So at every moment exactly one certificate is of use, the old or the new one.
//
// It can be repeated after a failure with the same approval: what was not accepted is replaced, what was is returned. identity and
// password are wiped; progress may be nil and is called from the caller's goroutine. A password that breaks the rule is a *FlawError.
func (c *Center) Issue(ctx context.Context, caller bank.Caller, a Approval, use Use, identity, password []byte, progress func(Step)) (Entry, error) {
	defer clear(identity)
	defer clear(password)
	if flaws := certstore.Flaws(password, ""); len(flaws) > 0 {
		return Entry{}, &FlawError{flaws}
	}
	if done, err := c.accepted(ctx, a.Order); err != nil || done != nil {
		return deref(done), err
	}
	policy := ca.PolicyFor(ca.Yessign, ca.Use(use))
	if policy == "" {
		return Entry{}, &bank.RefusedError{Code: bank.CodeBadRequest}
	}
	planned, err := c.bank.PlanIssue(ctx, caller) // also whether the caller may still have one
	if err != nil {
		return Entry{}, err
	}
	if err := c.bank.ChoosePolicy(ctx, caller, a.Order, policy, issueFee(use, planned.Replaces, c.bank.Now())); err != nil {
		return Entry{}, err
	}
	return c.certified(ctx, request{approval: a, policy: policy, identity: identity, password: password, progress: progress})
}

// accepted is the certificate of an order that is done and on this device; nil if
// the order is not done.
func (c *Center) accepted(ctx context.Context, order string) (*Entry, error) {
	issued, err := c.ca.OfOrder(ctx, order)
	if err != nil {
		return nil, err
	}
	all, err := c.all(ctx)
	if err != nil {
		return nil, err
	}
	for _, r := range issued {
		if r.Latest(c.bank.Now()).Status != ca.Good {
			continue
		}
		for _, k := range all {
			if k.record.Serial == r.Serial {
				return &k.Entry, c.forget(ctx, all, r)
			}
		}
		return nil, &bank.RefusedError{Code: bank.CodeBadApproval} // done, and on another device
	}
	return nil, nil //nolint:nilnil // not done, which is no error
}

func deref(e *Entry) Entry {
	if e == nil {
		return Entry{}
	}
	return *e
}

// forget removes from this device what another certificate replaced.
func (c *Center) forget(ctx context.Context, all []known, by ca.Record) error {
	for _, k := range all {
		if by.Replaces != "" && k.institute == by.Institute && k.record.Serial == by.Replaces {
			if err := c.store.Remove(ctx, k.ID); err != nil {
				return fmt.Errorf("remove the old certificate: %w", err)
			}
		}
	}
	return nil
}

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
	kept, err := c.store.Put(ctx, certstore.Material{Sign: certstore.Pair{Cert: record.DER, Key: key}}, bytes.Clone(r.password), unfinished...)
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
