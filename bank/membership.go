package bank

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// Membership is what a customer is to Smart Banking.
type Membership struct {
	Corporate bool
	Member    bool      // of Smart Banking: only members have certificates
	Agreed    bool      // pre-consent to certificates being issued online
	Since     time.Time // of the consent, or of its withdrawal
}

// membership is a row of the table membership.
type membership struct {
	Membership

	identity identityMAC
}

// identityMAC is how an identity number is kept: HMAC-SHA-256 under the bank's key.
// It goes to the writer in the place of the digits, so that these can be wiped at once.
type identityMAC [sha256.Size]byte

// takeIdentity is the MAC of a resident, foreigner or business number, which is
// not wiped.
func (b *Bank) takeIdentity(digits []byte) identityMAC { return macIdentity(b.pin, digits) }

// macIdentity is the MAC of an identity number under a bank's key. Its first byte
// is no digit, so that it is never that of a four-digit password.
func macIdentity(key, digits []byte) identityMAC {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte("identity\x00"))
	mac.Write(digits)
	return identityMAC(mac.Sum(nil))
}

// identityLock counts wrong identity numbers of a customer.
func identityLock(who CustomerID) lock {
	return lock{
		subject: "identity:" + strconv.FormatInt(int64(who), 10),
		wrong:   CodeWrongIdentity, locked: CodeIdentityLocked,
	}
}

// checkIdentity checks an identity number, and counts. It is refused with
// CodeWrongIdentity and CodeIdentityLocked.
func (t *tx) checkIdentity(ctx context.Context, who CustomerID, typed identityMAC) error {
	m, err := t.membership(ctx, who)
	if err != nil {
		return err
	}
	return t.tried(ctx, identityLock(who), subtle.ConstantTimeCompare(m.identity[:], typed[:]) == 1)
}

// membership reads what a customer is to Smart Banking. Who is not in the table is
// no member.
func (t *tx) membership(ctx context.Context, who CustomerID) (membership, error) {
	var (
		m     membership
		kind  string
		mac   []byte
		since int64
	)
	err := t.QueryRowContext(ctx, query("membership"), who).Scan(&kind, &m.Member, &mac, &m.Agreed, &since)
	if errors.Is(err, sql.ErrNoRows) {
		return membership{}, nil
	}
	if err != nil {
		return membership{}, fmt.Errorf("read membership: %w", err)
	}
	m.Corporate, m.Since = kind == corporateKind, instant(since)
	copy(m.identity[:], mac)
	return m, nil
}

// The kinds of customers in the table membership.
const (
	personalKind  = "personal"
	corporateKind = "corporate"
)

// certifiable refuses whom no certificate is issued to, with CodeCorporate and
// CodeNotMember.
func (m membership) certifiable() error {
	switch {
	case m.Corporate:
		return &RefusedError{Code: CodeCorporate}
	case !m.Member:
		return &RefusedError{Code: CodeNotMember}
	}
	return nil
}

// issuable refuses whom no certificate is issued to online: as certifiable, and
// with CodeNoConsent.
func (m membership) issuable() error {
	if err := m.certifiable(); err != nil {
		return err
	}
	if !m.Agreed {
		return &RefusedError{Code: CodeNoConsent, At: m.Since}
	}
	return nil
}

// Identify checks a caller's identity number, which is wiped, and counts. It is
// refused with CodeReadOnly, CodeWrongIdentity and CodeIdentityLocked.
func (b *Bank) Identify(ctx context.Context, c Caller, identity []byte) error {
	typed := b.takeIdentity(identity)
	clear(identity)
	return b.answer(ctx, "identify", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		return t.checkIdentity(ctx, c.Customer, typed)
	})
}
