// Package keyring keeps small secrets under names: in the operating system's
// keyring, in a file under a passphrase, or in memory.
package keyring

import (
	"context"
	"errors"
	"fmt"
)

// Keyring keeps values of at most MaxValue bytes. Names are letters, digits, "-" and ".", at most 64 of them. It may be used from several
// goroutines. Errors are ErrNotFound, the context's, or an *UnavailableError.
type Keyring interface {
	Get(ctx context.Context, name string) ([]byte, error)
	Set(ctx context.Context, name string, value []byte) error
	Delete(ctx context.Context, name string) error // of what is not there: no error
}

// MaxValue is the largest value in bytes that every keyring takes; Windows takes 2,560 in all.
const MaxValue = 2000

// ErrNotFound is returned for a name that has no value.
var ErrNotFound = errors.New("not in the keyring")

// Reason says why a keyring cannot be used.
type Reason string

// The reasons of an [*UnavailableError].
const (
	NoService Reason = "no service" // there is no keyring in this session
	Locked    Reason = "locked"     // it is locked, and nobody unlocked it
	Denied    Reason = "denied"     // it refused
	TooBig    Reason = "too big"    // the value is
	TimedOut  Reason = "timed out"  // it did not answer within three seconds
	WrongPass Reason = "passphrase" // of a file
	Damaged   Reason = "damaged"    // a file
	NoRoom    Reason = "no room"    // its disk is full
)

// UnavailableError says why a keyring could not do it, and where.
type UnavailableError struct {
	Reason Reason
	Where  string // os, file, memory
	Err    error
}

// Error describes it.
func (e *UnavailableError) Error() string {
	return fmt.Sprintf("keyring (%s): %s: %v", e.Where, e.Reason, e.Err)
}

// Unwrap returns what the system said.
func (e *UnavailableError) Unwrap() error { return e.Err }
