package trust

import (
	"crypto/x509"
	"fmt"
	"time"
)

// verdict is what lists, or answers, say about one certificate.
type verdict struct {
	said    bool         // that it is good
	revoked *FailedError // that it is not
	bad     *FailedError // one of them cannot be relied on
}

// reasons are the names of CRLReason (RFC 5280, section 5.3.1).
var reasons = map[int]string{
	0: "unspecified", 1: "keyCompromise", 2: "cACompromise", 3: "affiliationChanged", 4: "superseded", 5: "cessationOfOperation",
	certificateHold: "certificateHold", 8: "removeFromCRL", 9: "privilegeWithdrawn", 10: "aACompromise",
}

// certificateHold is the CRLReason of a certificate that is suspended.
const certificateHold = 6

// revoked says that a certificate was revoked, or is suspended.
func revoked(reason int, at time.Time) *FailedError {
	name, ok := reasons[reason]
	if !ok {
		name = fmt.Sprintf("reason %d", reason)
	}
	word := "revoked"
	if reason == certificateHold {
		word = "suspended"
	}
	return &FailedError{Check: Revoked, At: at, Reason: word + " at " + seoul(at) + " (" + name + ")", Suspended: reason == certificateHold}
}

// checkStatus asks lists and answers about a chain, from the top: what an authority that was revoked says is worth nothing.
func (a Anchors) checkStatus(chain []*x509.Certificate, at time.Time) error {
	answers, err := readAnswers(a.OCSP, chain)
	if err != nil {
		return err
	}
	if len(chain) == 1 {
		return nil // a root is relied on, whatever is said
	}
	var bad *FailedError
	for i := len(chain) - 2; i > 0; i-- {
		v := a.judge(chain[i], chain[i+1], answers, at)
		if v.revoked != nil {
			return &FailedError{Check: Chain, At: v.revoked.At, Reason: fmt.Sprintf("its authority %q was %s", chain[i].Subject.CommonName, v.revoked.Reason), Err: v.revoked}
		}
		if bad == nil {
			bad = v.bad
		}
	}
	v := a.judge(chain[0], chain[1], answers, at)
	if v.bad == nil {
		v.bad = bad
	}
	switch {
	case v.revoked != nil:
		return v.revoked
	case v.bad != nil:
		return v.bad
	case v.said:
		return nil
	case len(a.CRLs) > 0:
		return &FailedError{Check: CRL, Reason: "no list is of its issuer, and for it"}
	case len(a.OCSP) > 0:
		return &FailedError{Check: OCSP, Reason: "no answer is about it"}
	case a.NeedStatus:
		return &FailedError{Check: CRL, Reason: "nothing says whether it was revoked"}
	default:
		return nil
	}
}

// judge is what lists and answers together say. One that says revoked is believed before another is complained about.
func (a Anchors) judge(c, issuer *x509.Certificate, answers []*answer, at time.Time) verdict {
	lists, online := a.listed(c, issuer, at), answered(c, issuer, answers, at)
	v := verdict{said: lists.said || online.said, revoked: lists.revoked, bad: lists.bad}
	if v.revoked == nil {
		v.revoked = online.revoked
	}
	if v.bad == nil {
		v.bad = online.bad
	}
	return v
}

// current checks the time of a list or an answer (thisUpdate, nextUpdate).
func current(from, to, at time.Time) error {
	switch {
	case at.Before(from):
		return fmt.Errorf("it is of %s, which is still to come", seoul(from))
	case at.After(to):
		return fmt.Errorf("it was good until %s", seoul(to))
	default:
		return nil
	}
}

// modern reports whether a signature algorithm is one that holds: x509 accepts SHA-1 in lists.
func modern(algorithm x509.SignatureAlgorithm) bool {
	switch algorithm {
	case x509.SHA256WithRSA, x509.SHA384WithRSA, x509.SHA512WithRSA, x509.SHA256WithRSAPSS, x509.SHA384WithRSAPSS, x509.SHA512WithRSAPSS,
		x509.ECDSAWithSHA256, x509.ECDSAWithSHA384, x509.ECDSAWithSHA512, x509.PureEd25519:
		return true
	default:
		return false
	}
}
