package trust

import (
	"crypto/x509"

	"smartbank/certstore/npki"
)

// VerifyIdentity checks that a certificate is of the person or firm with an identity number (本人확인): r is the random number of
// its key. The error is a *FailedError of Identity.
func VerifyIdentity(c *x509.Certificate, identity string, r []byte) error {
	vid, found, err := npki.CertificateVID(c)
	switch {
	case err != nil:
		return &FailedError{Check: Identity, Reason: "the identity in the certificate cannot be read", Err: err}
	case !found:
		return &FailedError{Check: Identity, Reason: "there is no identity in the certificate"}
	case len(r) == 0:
		return &FailedError{Check: Identity, Reason: "the key has no random number R"}
	case !vid.Is(identity, r):
		return &FailedError{Check: Identity, Reason: "the certificate is of somebody else"}
	default:
		return nil
	}
}
