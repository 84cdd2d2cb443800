package command

import (
	"bytes"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"smartbank/bank/calendar"
	"smartbank/certstore/npki"
	"smartbank/certstore/trust"
)

// verifyRecord is what verifying found, in JSON.
type verifyRecord struct {
	OK        bool        `json:"ok"`
	Check     trust.Check `json:"check,omitempty"`
	Reason    string      `json:"reason,omitempty"`
	At        string      `json:"at,omitempty"` // of a revocation, or an end of validity
	Suspended bool        `json:"suspended,omitempty"`
}

// verifying is the flags of certVerify.
type verifying struct {
	relied

	key                       string
	identity, fromStdin, json bool
}

// certVerify is `smartbank cert verify PATH`.
func (p *program) certVerify() *cobra.Command {
	var v verifying
	c := p.fileCommand("verify PATH --ca FILE", p.text.Command.Cert.Verify, func(_ context.Context, path string) error {
		at, err := v.check(p)
		if err != nil {
			return err
		}
		anchors, err := v.anchors(p)
		if err != nil {
			return err
		}
		h, err := p.hold(path, v.key)
		if err != nil {
			return err
		}
		return p.tellVerified(v.json, p.verifyCert(&h, anchors, at, v))
	})
	v.add(c, p)
	w := p.text.Command.Cert.Flag
	c.Flags().StringVar(&v.key, "key", "", w.Key)
	c.Flags().BoolVar(&v.identity, "identity-stdin", false, w.Identity)
	c.Flags().BoolVar(&v.fromStdin, "password-stdin", false, p.text.Command.Flag.FromStdin)
	c.Flags().BoolVar(&v.json, "json", false, p.text.Command.Flag.JSON)
	return c
}

// check refuses wrong flags, and returns the time that is asked about.
func (r *relied) check(p *program) (time.Time, error) {
	w := p.text.Command
	if len(r.authorities) == 0 {
		return time.Time{}, wrong(w.Cert.NoAuthority)
	}
	for _, policy := range r.policies {
		if _, err := x509.ParseOID(policy); err != nil {
			return time.Time{}, wrong(w.BadValue("--policy", policy, "1.2.410.200005.1.1.4"))
		}
	}
	if r.at == "" {
		return p.clock().Now(), nil
	}
	if at, err := time.Parse(time.RFC3339, r.at); err == nil {
		return at, nil
	}
	at, err := time.ParseInLocation(time.DateOnly, r.at, calendar.Seoul)
	if err != nil {
		return at, wrong(w.BadValue("--at", r.at, "2026-11-05T10:00:00+09:00, 2026-11-05"))
	}
	return at, nil
}

// verifyCert verifies what h holds, and who it is of where that is asked. Its error is a *trust.FailedError or a problem.
func (p *program) verifyCert(h *holding, a trust.Anchors, at time.Time, v verifying) error {
	if v.identity && h.beside != nil {
		return p.refusedBeside(h)
	}
	password, identity, err := p.identitySecrets(v)
	if err != nil {
		return err
	}
	defer clear(password)
	defer clear(identity)
	key, err := p.keyToVerify(h, password, v)
	if err != nil {
		return err
	}
	var random []byte
	if key != nil {
		defer key.Wipe()
		random = key.R()
	}
	if h.cert == nil {
		return p.refusedFile(h.name, errKind)
	}
	c, err := p.identified(h.name, h.cert)
	if err != nil {
		return err
	}
	for _, raw := range h.chain {
		if above, err := x509.ParseCertificate(raw); err == nil {
			a.Intermediates = append(a.Intermediates, above)
		}
	}
	if err := trust.Verify(c.X509, a, at); err != nil || !v.identity {
		return err
	}
	return trust.VerifyIdentity(c.X509, string(identity), random)
}

// keyToVerify opens the key where it is needed: for R, or for the certificate that is encrypted with it. nil is one that is not. A
// password that is nil is still to be asked for.
func (p *program) keyToVerify(h *holding, password []byte, v verifying) (*npki.Key, error) {
	if !h.locked() || !v.identity && h.cert != nil {
		return h.plain, nil
	}
	if password == nil {
		var err error
		if password, err = p.filePassword(v.fromStdin || v.identity); err != nil {
			return nil, err
		}
		defer clear(password)
	}
	key, err := h.open(password)
	if err != nil {
		return nil, p.refusedFile(h.name, err)
	}
	return key, nil
}

// identitySecrets reads the identity number from stdin, and before it the password where both come from there; nil is a
// secret that was not asked for so. Where the first line is a number and the second is none, they change places. Without
// --password-stdin the password is the line after the number.
func (p *program) identitySecrets(v verifying) (password, identity []byte, err error) {
	if !v.identity {
		return nil, nil, nil
	}
	if v.fromStdin {
		if password, err = p.password(true); err != nil {
			return nil, nil, err
		}
	}
	if identity, err = p.password(true); err != nil {
		return password, nil, err
	}
	if v.fromStdin && isIdentity(password) && !isIdentity(identity) {
		password, identity = identity, password
	}
	return password, digitsOf(identity), nil
}

// isIdentity reports whether a line can be a resident, foreigner or business number, with or without hyphens.
func isIdentity(line []byte) bool {
	const resident, business = 13, 10
	digits := digitsOf(bytes.Clone(line))
	defer clear(digits)
	return (len(digits) == resident || len(digits) == business) && len(bytes.Trim(digits, "0123456789")) == 0
}

// digitsOf takes the hyphens and spaces that people write out of an identity number, in place.
func digitsOf(line []byte) []byte {
	kept := line[:0]
	for _, b := range line {
		if b != '-' && b != ' ' {
			kept = append(kept, b)
		}
	}
	clear(line[len(kept):])
	return kept
}

// tellVerified tells what was found: ok, or the check that failed and, on stderr, why.
func (p *program) tellVerified(asJSON bool, found error) error {
	broken, ok := errors.AsType[*trust.FailedError](found)
	if found != nil && !ok {
		return found
	}
	record := verifyRecord{OK: found == nil}
	line := p.text.Command.Cert.OK
	if broken != nil {
		record = verifyRecord{Check: broken.Check, Reason: broken.Reason, At: stamp(broken.At), Suspended: broken.Suspended}
		line = p.text.Command.Cert.CheckFailed(broken.Check)
	}
	var err error
	if asJSON {
		err = writeJSON(p.Out, record)
	} else {
		_, err = fmt.Fprintln(p.Out, line)
	}
	if err != nil || broken == nil {
		return err
	}
	return p.notRelied(broken)
}
