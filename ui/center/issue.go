package center

import (
	"context"
	"fmt"
	"time"

	"smartbank/bank"
	"smartbank/certstore"
	"smartbank/certstore/ca"
)

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
			if err := c.kept().Remove(ctx, k.ID); err != nil {
				return fmt.Errorf("remove the old certificate: %w", err)
			}
		}
	}
	return nil
}
