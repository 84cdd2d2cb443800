// Package pkcs12 reads and writes PFX files (RFC 7292) that keep the random number R
// of a Korean private key, which other programs lose.
package pkcs12

import (
	"errors"
	"fmt"

	"smartbank/certstore/npki"
)

// Errors of [Open] and [Inspect]. They are wrapped with what is wrong.
var (
	ErrPassword = errors.New("the password is wrong")
	ErrFormat   = errors.New("not a PFX file")
	ErrTooBig   = errors.New("over the limits for a PFX file") // size, iterations or salt, refused before any work
)

// The limits.
const (
	MaxSize       = 1 << 20   // of a file, in bytes
	MaxIterations = 1_000_000 // of everything in a file together; OpenSSL writes 3 times 2,048
	maxSalt       = 1024      // bytes
	maxBags       = 64        // keys and certificates; a file has four
)

// Content is what a PFX holds: a key, its certificate, and the certificates above it.
type Content struct {
	Key   *npki.Key
	Cert  []byte // DER
	Chain [][]byte

	// Exchange is the pair for key exchange (kmCert, kmPri), nil where there is none.
	Exchange *Pair
}

// Pair is a key and its certificate.
type Pair struct {
	Key  *npki.Key
	Cert []byte // DER
}

// Encryption is how the key in a PFX is encrypted, by the name it is shown with.
type Encryption struct {
	Algorithm  string
	Iterations int
}

// Form is how a PFX is encrypted.
type Form int

// The forms that are written. All that is common is read.
const (
	Yessign Form = iota // certificates in clear, key pbeWithSHAAnd3-KeyTripleDES-CBC, HMAC-SHA-1: what yessign writes
	AES                 // PBES2 AES-256-CBC, HMAC-SHA-256: OpenSSL 3 opens it without -legacy
)

// wrong is what is wrong with the form of a file.
func wrong(what string) error { return fmt.Errorf("%w: %s", ErrFormat, what) }

// tooBig is what is over a limit.
func tooBig(what string) error { return fmt.Errorf("%w: %s", ErrTooBig, what) }
