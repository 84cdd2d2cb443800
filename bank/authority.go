package bank

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// What a certificate authority says of a certificate.
const (
	IssuedPending   = "pending" // issued, and not accepted: it is good for nothing
	IssuedGood      = "good"
	IssuedSuspended = "suspended"
	IssuedRevoked   = "revoked"
)

// revokedSuperseded is the reason of what another takes the place of (RFC 5280
// section 5.3.1).
const revokedSuperseded = 4

// CertificateStep is what its authority says of a certificate from a time on.
type CertificateStep struct {
	Status string
	Why    int // RFC 5280 section 5.3.1
	At     time.Time
}

// IssuedCertificate is what the authorities keep of a certificate. The bank keeps
// it for them.
type IssuedCertificate struct {
	Institute string
	Serial    string // hexadecimal, lower case
	Issuer    string // distinguished name
	SHA256    string // fingerprint, 64 hexadecimal digits
	DER       []byte
	Order     string
	Replaces  string // the serial number of the one whose place it takes; "" for none
	Steps     []CertificateStep

	id int64
}

// Status is the last step; "" for none.
func (c IssuedCertificate) Status() string {
	if len(c.Steps) == 0 {
		return ""
	}
	return c.Steps[len(c.Steps)-1].Status
}

// settingAuthorityKeys is where the keys of a bank's own authorities are.
const settingAuthorityKeys = "authority_keys"

// AuthorityKeys are the keys that the certificate authorities keep here, nil if
// there are none.
func (b *Bank) AuthorityKeys(ctx context.Context) (keys []byte, err error) {
	err = b.read(ctx, func(ctx context.Context, t *tx) error {
		keys, err = t.setting(ctx, settingAuthorityKeys)
		return err
	})
	return keys, during("read the authorities' keys", err)
}

// KeepAuthorityKeys keeps keys, once: if there are some already it returns those.
func (b *Bank) KeepAuthorityKeys(ctx context.Context, keys []byte) (kept []byte, err error) {
	var found []byte
	err = b.answer(ctx, "keep the authorities' keys", func(ctx context.Context, t *tx) error {
		if found, err = t.setting(ctx, settingAuthorityKeys); err != nil || found != nil {
			return err
		}
		found = keys
		_, err := t.ExecContext(ctx, query("setting_add"), settingAuthorityKeys, keys)
		return err
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// setting reads a fact of this file; nil if it is not there.
func (t *tx) setting(ctx context.Context, name string) (value []byte, err error) {
	err = t.QueryRowContext(ctx, query("setting_one"), name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return value, err
}

// CountIssued is how many certificates an institute has issued.
func (b *Bank) CountIssued(ctx context.Context, institute string) (n int, err error) {
	err = b.read(ctx, func(ctx context.Context, t *tx) error {
		return t.QueryRowContext(ctx, query("issued_count"), institute).Scan(&n)
	})
	return n, during("count certificates", err)
}

// BookTime is the time that something booked now would have: the bank's, and later
// than whatever was booked before. It is as of this time that the present is asked about certificates.
func (b *Bank) BookTime(ctx context.Context) (at time.Time, err error) {
	err = b.read(ctx, func(_ context.Context, t *tx) error {
		at = t.now
		return nil
	})
	return at, during("read the time", err)
}
