package trust

import (
	"bytes"
	"crypto"
	_ "crypto/sha1" //nolint:gosec // RFC 6960 names certificates by SHA-1, which nothing relies on
	_ "crypto/sha256"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"time"

	"golang.org/x/crypto/cryptobyte"
	der "golang.org/x/crypto/cryptobyte/asn1"
)

const (
	maxAnswer = 16 << 10        // bytes of an OCSP response; with two certificates in it, it has 4 KB
	freshness = 5 * time.Minute // how long an answer without nextUpdate is good
)

// answer is an OCSP response (RFC 6960, section 4.2.1), read.
type answer struct {
	signed    []byte // tbsResponseData
	algorithm asn1.ObjectIdentifier
	signature []byte
	certs     []*x509.Certificate
	name      []byte // of the responder, or
	keyHash   []byte // the hash of its key
	produced  time.Time
	singles   []single
}

// single is what a response says about one certificate.
type single struct {
	hash                asn1.ObjectIdentifier
	nameHash, keyHash   []byte // of the issuer
	serial              *big.Int
	status              int // the tag of CertStatus
	revokedAt, from, to time.Time
	reason              int
}

// The tags of CertStatus.
const (
	statusGood = iota
	statusRevoked
	statusUnknown
)

// readAnswers reads responses, each of which has to be about a certificate of the chain.
func readAnswers(files [][]byte, chain []*x509.Certificate) (answers []*answer, err error) {
	for _, file := range files {
		a, err := readAnswer(file)
		if err != nil {
			return nil, &FailedError{Check: OCSP, Reason: err.Error(), Err: err}
		}
		about := false
		for i := range len(chain) - 1 {
			about = about || a.about(chain[i], chain[i+1]) != nil
		}
		if !about && len(chain) > 1 {
			return nil, &FailedError{Check: OCSP, Reason: "the answer is not about it"}
		}
		answers = append(answers, a)
	}
	return answers, nil
}

// answered is what the answers say about a certificate.
func answered(c, issuer *x509.Certificate, answers []*answer, at time.Time) (v verdict) {
	for _, a := range answers {
		s := a.about(c, issuer)
		if s == nil {
			continue
		}
		err := a.check(issuer, at)
		if err == nil {
			err = s.current(at)
		}
		if err == nil && s.status == statusUnknown {
			err = errors.New("the responder does not know it")
		}
		switch {
		case err != nil && v.bad == nil:
			v.bad = &FailedError{Check: OCSP, Reason: err.Error(), Err: err}
		case err == nil && s.status == statusRevoked:
			v.revoked = revoked(s.reason, s.revokedAt)
		case err == nil:
			v.said = true
		}
	}
	return v
}

// about is what the answer says about a certificate of an issuer (CertID, RFC 6960, section 4.1.1), nil for nothing.
func (a *answer) about(c, issuer *x509.Certificate) *single {
	for i := range a.singles {
		s := &a.singles[i]
		hash, ok := hashes[s.hash.String()]
		if !ok || s.serial.Cmp(c.SerialNumber) != 0 || !bytes.Equal(c.RawIssuer, issuer.RawSubject) {
			continue
		}
		if bytes.Equal(s.nameHash, sum(hash, issuer.RawSubject)) && bytes.Equal(s.keyHash, sum(hash, publicKey(issuer))) {
			return s
		}
	}
	return nil
}

// hashes are the algorithms of a CertID.
var hashes = map[string]crypto.Hash{"1.3.14.3.2.26": crypto.SHA1, "2.16.840.1.101.3.4.2.1": crypto.SHA256}

func sum(hash crypto.Hash, of []byte) []byte {
	h := hash.New()
	h.Write(of)
	return h.Sum(nil)
}

// publicKey is the content of a certificate's subjectPublicKey, which is what responders hash.
func publicKey(c *x509.Certificate) []byte {
	var info cryptobyte.String
	var key asn1.BitString
	s := cryptobyte.String(c.RawSubjectPublicKeyInfo)
	if !s.ReadASN1(&info, der.SEQUENCE) || !info.SkipASN1(der.SEQUENCE) || !info.ReadASN1BitString(&key) {
		return nil
	}
	return key.RightAlign()
}

// current checks the time of what is said.
func (one *single) current(at time.Time) error {
	to := one.to
	if to.IsZero() {
		to = one.from.Add(freshness)
	}
	if err := current(one.from, to, at); err != nil {
		return fmt.Errorf("the answer is out of date: %w", err)
	}
	return nil
}

// check checks who signed the answer: the issuer, or somebody whom the issuer itself entrusted with it (RFC 6960, section 4.2.2.2).
func (a *answer) check(issuer *x509.Certificate, at time.Time) error {
	algorithm, ok := algorithms[a.algorithm.String()]
	if !ok {
		return fmt.Errorf("the answer is signed with %v", a.algorithm)
	}
	responder, err := a.responder(issuer, at)
	if err != nil {
		return err
	}
	if err := responder.CheckSignature(algorithm, a.signed, a.signature); err != nil {
		return fmt.Errorf("the answer's signature does not hold: %w", err)
	}
	return nil
}

// algorithms are those that answers may be signed with.
var algorithms = map[string]x509.SignatureAlgorithm{
	"1.2.840.113549.1.1.11": x509.SHA256WithRSA, "1.2.840.113549.1.1.12": x509.SHA384WithRSA, "1.2.840.113549.1.1.13": x509.SHA512WithRSA,
	"1.2.840.10045.4.3.2": x509.ECDSAWithSHA256, "1.2.840.10045.4.3.3": x509.ECDSAWithSHA384, "1.2.840.10045.4.3.4": x509.ECDSAWithSHA512,
}

// responder is the certificate of who signed the answer.
func (a *answer) responder(issuer *x509.Certificate, at time.Time) (*x509.Certificate, error) {
	if a.is(issuer) {
		return issuer, nil
	}
	for _, c := range a.certs {
		if !a.is(c) {
			continue
		}
		if !bytes.Equal(c.RawIssuer, issuer.RawSubject) || !modern(c.SignatureAlgorithm) {
			return nil, errors.New("its responder was not entrusted by the issuer")
		}
		if err := issuer.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature); err != nil {
			return nil, fmt.Errorf("its responder was not entrusted by the issuer: %w", err)
		}
		if !entrusted(c) {
			return nil, errors.New("its responder may not answer for the issuer: no OCSPSigning")
		}
		if err := current(c.NotBefore, c.NotAfter, at); err != nil {
			return nil, fmt.Errorf("its responder's certificate is out of date: %w", err)
		}
		return c, nil
	}
	return nil, errors.New("nobody known signed the answer")
}

// is reports whether a certificate is the responder's (ResponderID).
func (a *answer) is(c *x509.Certificate) bool {
	if a.name != nil {
		return bytes.Equal(a.name, c.RawSubject)
	}
	return bytes.Equal(a.keyHash, sum(crypto.SHA1, publicKey(c)))
}

// entrusted reports whether a certificate has the extended key usage OCSPSigning itself: any is not enough.
func entrusted(c *x509.Certificate) bool {
	return slices.Contains(c.ExtKeyUsage, x509.ExtKeyUsageOCSPSigning) && len(c.UnhandledCriticalExtensions) == 0
}
