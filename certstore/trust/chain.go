package trust

import (
	"bytes"
	"crypto/x509"
	"errors"
	"slices"
	"strings"
	"time"
)

// chain is a chain from c to a root in which every link holds (RFC 5280, section 6). A time before or after c's own days, which
// checkValidity looks at, is taken as the nearest of them; the authorities have to be valid then. SHA-1 does not hold.
func (a Anchors) chain(c *x509.Certificate, policies []x509.OID, at time.Time) ([]*x509.Certificate, error) {
	roots, others := x509.NewCertPool(), x509.NewCertPool()
	for _, r := range a.Roots {
		roots.AddCert(r)
	}
	for _, i := range a.Intermediates {
		others.AddCert(i)
	}
	switch {
	case at.Before(c.NotBefore):
		at = c.NotBefore
	case at.After(c.NotAfter):
		at = c.NotAfter
	}
	chains, err := c.Verify(x509.VerifyOptions{
		Roots: roots, Intermediates: others, CurrentTime: at, CertificatePolicies: policies,
		KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny}, // joint certificates have no extended key usage
	})
	if err != nil {
		return nil, err
	}
	return chains[0], nil
}

// issued reports whether an authority that is relied on at that time has issued c. Of a certificate out of its days whose authority
// was not there yet in them, or no longer, that tells whether its days are what is wrong with it.
func (a Anchors) issued(c *x509.Certificate, at time.Time) bool {
	for _, authority := range slices.Concat(a.Intermediates, a.Roots) {
		if !bytes.Equal(authority.RawSubject, c.RawIssuer) || c.CheckSignatureFrom(authority) != nil || checkValidity(authority, at) != nil {
			continue
		}
		if _, err := a.chain(authority, nil, at); err == nil {
			return true
		}
	}
	return false
}

// noPolicy reports whether chains hold but for their policies: with any key usage allowed, that is the only reason why a chain
// that was found is not valid.
func noPolicy(err error) bool {
	invalid, ok := errors.AsType[x509.CertificateInvalidError](err)
	return ok && invalid.Reason == x509.NoValidChains
}

// chainFailed says why there is no chain.
func chainFailed(err error) *FailedError {
	failed := &FailedError{Check: Chain, Reason: strings.TrimPrefix(err.Error(), "x509: "), Err: err}
	if unknown, ok := errors.AsType[x509.UnknownAuthorityError](err); ok {
		failed.Reason = "no trusted authority issued it" + strings.TrimPrefix(unknown.Error(), "x509: certificate signed by unknown authority")
	}
	if invalid, ok := errors.AsType[x509.CertificateInvalidError](err); ok && invalid.Reason == x509.Expired {
		failed.Reason = "an authority above it is not valid: " + invalid.Detail
	}
	return failed
}

// checkValidity checks the certificate's own days.
func checkValidity(c *x509.Certificate, at time.Time) error {
	switch {
	case at.Before(c.NotBefore):
		return &FailedError{Check: Validity, At: c.NotBefore, Reason: "not valid before " + seoul(c.NotBefore)}
	case at.After(c.NotAfter):
		return &FailedError{Check: Validity, At: c.NotAfter, Reason: "expired at " + seoul(c.NotAfter)}
	default:
		return nil
	}
}

// kst is the time in which authorities in Korea count days.
var kst = time.FixedZone("KST", 9*60*60)

func seoul(t time.Time) string { return t.In(kst).Format(time.RFC3339) }

// checkPolicy checks that the certificate itself names a wanted policy, and that the chain allows it. The first is for us
// to do: x509 looks at policies only where an authority demands one (requireExplicitPolicy).
func (a Anchors) checkPolicy(c *x509.Certificate, at time.Time) ([]*x509.Certificate, error) {
	var wanted, have []x509.OID
	for _, dotted := range a.Policies {
		oid, err := x509.ParseOID(dotted)
		if err != nil {
			return nil, &FailedError{Check: Policy, Reason: "a wanted policy is no object identifier", Err: err}
		}
		wanted = append(wanted, oid)
		if slices.ContainsFunc(c.Policies, oid.Equal) {
			have = append(have, oid)
		}
	}
	if len(have) == 0 {
		return nil, &FailedError{Check: Policy, Reason: "it has " + names(c.Policies) + ", wanted is " + names(wanted)}
	}
	chain, err := a.chain(c, have, at)
	if err != nil {
		return nil, &FailedError{Check: Policy, Reason: "the chain does not allow " + names(have), Err: err}
	}
	return chain, nil
}

// names is policies in a sentence.
func names(policies []x509.OID) string {
	if len(policies) == 0 {
		return "no policy"
	}
	dotted := make([]string, len(policies))
	for i, p := range policies {
		dotted[i] = p.String()
	}
	return "policy " + strings.Join(dotted, ", ")
}
