// Package trust says whether a joint certificate can be relied on: chain, validity,
// policy, revocation list, online status, and identity.
package trust

import (
	"crypto/x509"
	"fmt"
	"time"
)

// Check names one of the checks.
type Check string

// The checks, in the order they are made.
const (
	Chain    Check = "chain"    // it does not lead to a trusted authority, or a link does not hold
	Validity Check = "validity" // expired, or not valid yet
	Policy   Check = "policy"   // not one of the wanted policies
	Revoked  Check = "revoked"  // discarded or suspended
	CRL      Check = "crl"      // the list is not the issuer's, does not hold, or is out of date
	OCSP     Check = "ocsp"     // the answer is not about it, does not hold, is out of date, or says unknown
	Identity Check = "identity" // VID
)

// FailedError says which check failed, and why.
type FailedError struct {
	Check     Check
	At        time.Time // of a revocation; the end of validity, or its beginning where that is still to come; zero for others
	Reason    string    // for people who know certificates, in English; names from certificates in it are quoted
	Suspended bool      // Revoked, with the reason certificateHold: it may be taken back
	Err       error
}

// Error describes the failed check.
func (e *FailedError) Error() string { return fmt.Sprintf("%s: %s", e.Check, e.Reason) }

// Unwrap returns what lies behind it, if anything.
func (e *FailedError) Unwrap() error { return e.Err }

// Anchors is what is relied on, and what is known of revocations.
type Anchors struct {
	Roots         []*x509.Certificate
	Intermediates []*x509.Certificate
	CRLs          [][]byte // DER or PEM; those of authorities that are not in the chain are not looked at
	OCSP          [][]byte // responses, DER; each has to be about a certificate of the chain
	Policies      []string // dotted; empty accepts every policy
	NeedStatus    bool     // refuse where neither list nor answer says anything: for signing
}

// Verify checks a certificate at a time. The error is a *FailedError of the first check that fails.
//
// Identity is not asked here, because R is needed for it. Where lists or answers are given, one of them has to say that the
// certificate is good. Lists and answers are good from their thisUpdate to their nextUpdate.
func Verify(c *x509.Certificate, a Anchors, at time.Time) error {
	at = at.UTC().Truncate(time.Second) // validity is in whole seconds, the last one included
	chain, err := a.chain(c, nil, at)
	if err != nil && !noPolicy(err) {
		if outside := checkValidity(c, at); outside != nil && a.issued(c, at) {
			return outside
		}
		return chainFailed(err)
	}
	if err := checkValidity(c, at); err != nil {
		return err
	}
	if err != nil {
		return &FailedError{Check: Policy, Reason: "its authority demands a policy, and it has none that the chain allows", Err: err}
	}
	if len(a.Policies) > 0 {
		if chain, err = a.checkPolicy(c, at); err != nil {
			return err
		}
	}
	return a.checkStatus(chain, at)
}
