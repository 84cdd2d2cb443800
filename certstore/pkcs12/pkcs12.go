// Package pkcs12 reads and writes PFX files (RFC 7292) that keep the random number R
// of a Korean private key, which other programs lose.
package pkcs12

import (
	"errors"
	"io"

	"smartbank/certstore/npki"
)

// Errors of [Open].
var (
	ErrPassword = errors.New("the password is wrong")
	ErrFormat   = errors.New("not a PFX file")
	ErrTooBig   = errors.New("over the limits for a PFX file") // size, iterations or salt, refused before any work
)

// Content is what a PFX holds: a key, its certificate, and the certificates above it.
type Content struct {
	Key   *npki.Key
	Cert  []byte // DER
	Chain [][]byte
}

// Form is how a PFX is encrypted.
type Form int

// The forms that are written. All that is common is read.
const (
	Yessign Form = iota // certificates in clear, key pbeWithSHAAnd3-KeyTripleDES-CBC, HMAC-SHA-1: what yessign writes
	AES                 // PBES2 AES-256-CBC, HMAC-SHA-256: OpenSSL 3 opens it without -legacy
)

// Open opens a PFX. The password stays as it is. It returns ErrPassword, ErrFormat or ErrTooBig.
func Open(file, password []byte) (Content, error) { panic("todo") }

// Seal writes a PFX.
func Seal(c Content, password []byte, form Form, chance io.Reader) ([]byte, error) { panic("todo") }
