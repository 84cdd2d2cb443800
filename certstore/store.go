// Package certstore keeps joint certificates with their private keys: a [Store]
// over a keyring, and a [Signer], which is an unlocked key.
package certstore

import (
	"context"
	"crypto/x509"
	"fmt"
	"io"
	"math/big"
	"time"

	"smartbank/certstore/dn"
	"smartbank/certstore/keyring"
	"smartbank/certstore/npki"
)

// Certificate is a joint certificate as it is shown.
type Certificate struct {
	X509            *x509.Certificate
	Subject, Issuer dn.Name
	Serial          *big.Int
	Policy          string // dotted OID of the first policy
	NotBefore       time.Time
	NotAfter        time.Time
	SHA256          string // fingerprint, 64 hexadecimal digits
}

// ParseCertificate reads a certificate: DER of at most 16 KiB, nothing after it.
func ParseCertificate(der []byte) (Certificate, error) { panic("todo") }

// RenewalDays is how many days before its expiry a certificate can be renewed and counts as expiring (Korea Post).
const RenewalDays = 60

// Expired reports whether the certificate's last day in Seoul has passed.
func (c Certificate) Expired(at time.Time) bool { panic("todo") }

// RenewableFrom is the first moment of the day in Seoul from which it can be renewed.
func (c Certificate) RenewableFrom() time.Time { panic("todo") }

// Entry is a certificate in a store.
type Entry struct {
	ID string // random, stays the same when the password changes
	Certificate
	Tries  int  // wrong passwords in a row
	Locked bool // by MaxTries of them
	Added  time.Time
}

// MaxTries is how many wrong passwords in a row lock a certificate on this device.
const MaxTries = 5

// PasswordError is a wrong password of a stored certificate, counted; Locked with the fifth and with any after it.
type PasswordError struct {
	Tries, Max int
	Locked     bool
}

// Error describes it.
func (e *PasswordError) Error() string {
	return fmt.Sprintf("wrong certificate password (%d of %d)", e.Tries, e.Max)
}

// Pair is a certificate and its opened key.
type Pair struct {
	Cert []byte // DER
	Key  *npki.Key
}

// Material is what is kept of one certificate: the pair for signing and, in sets that have it, the one for key exchange.
type Material struct {
	Sign     Pair
	Exchange *Pair
}

// Cost is the cost of argon2id that seals a key at rest.
type Cost = keyring.Cost

// The costs: of the program, and of tapes and tests.
var (
	ProgramCost = keyring.ProgramCost
	TapeCost    = keyring.TapeCost
)

// Options are what a store takes from outside.
type Options struct {
	Keyring keyring.Keyring
	Now     func() time.Time
	Rand    io.Reader
	Cost    Cost // zero means ProgramCost
}

// Store keeps certificates in a keyring, in items of at most 2,000 bytes, the manifest written last. Its methods may be called from
// several goroutines. Errors of the keyring are *keyring.UnavailableError.
type Store struct{ _ int }

// New returns a store over a keyring.
func New(o Options) *Store { panic("todo") }

// List returns what is kept, newest first, without opening any key.
func (s *Store) List(ctx context.Context) ([]Entry, error) { panic("todo") }

// Put keeps m under a password, which is wiped, and returns its entry. It replaces the certificates that replaces names, in the same step. A key
// that is not the certificate's is refused.
func (s *Store) Put(ctx context.Context, m Material, password []byte, replaces ...string) (Entry, error) {
	panic("todo")
}

// Unlock opens a key. The password is wiped. A wrong one is a *PasswordError, counted on this device.
func (s *Store) Unlock(ctx context.Context, id string, password []byte) (*Signer, error) {
	panic("todo")
}

// ChangePassword seals a key again under another password: it writes, opens what it wrote, commits, and only then removes the
// old. Both passwords are wiped. The rule for new passwords is the caller's: [Flaws].
func (s *Store) ChangePassword(ctx context.Context, id string, old, fresh []byte) error {
	panic("todo")
}

// Remove removes a certificate and its key from this device.
func (s *Store) Remove(ctx context.Context, id string) error { panic("todo") }

// Clear removes everything that the store keeps.
func (s *Store) Clear(ctx context.Context) error { panic("todo") }
