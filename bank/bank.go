package bank

import (
	"context"
	"database/sql"
	"io"
	"time"
)

// Signer names the certificate behind a signature. Issuer is its distinguished
// name, Serial its serial number in hexadecimal, SHA256 its fingerprint.
type Signer struct{ Issuer, Serial, SHA256 string }

// PasswordCost is the cost of a new argon2id hash (RFC 9106): passes over
// Memory KiB with Threads lanes. It is kept beside each hash, so that changing
// it leaves old passwords usable.
type PasswordCost struct {
	Passes  uint32
	Memory  uint32 // KiB
	Threads uint8
}

// The costs in use: ProgramCost in the terminal, TapeCost in tapes and tests.
var (
	ProgramCost = PasswordCost{Passes: 3, Memory: 64 * 1024, Threads: 4}
	TapeCost    = PasswordCost{Passes: 1, Memory: 64, Threads: 1}
)

// Options are what a bank takes from outside. Now and Rand are required.
type Options struct {
	Now  func() time.Time
	Rand io.Reader
	Cost PasswordCost // of new hashes; zero means ProgramCost

	// Verify checks a signed order: it returns who signed payload, or a
	// *RefusedError. Nil refuses every signed order.
	Verify func(payload, signature []byte, at time.Time) (Signer, error)
}

// Bank is an open bank. Its methods may be called from several goroutines.
type Bank struct {
	opt  Options
	path string  // "" in memory
	w, r *sql.DB // one writer; a pool of readers, the same handle in memory
	id   string
	pin  []byte // the key of four-digit passwords
	demo bool
}

// Open opens the bank in the file at path, and migrates it if it is of an older
// version. It returns a *FileError if there is no such file or it is no bank of
// ours; such a file is left as it was.
func Open(ctx context.Context, path string, opt Options) (*Bank, error) { panic("todo") }

// OpenImage opens a bank in memory, a clone of image, which is what [Image]
// made. It reads and writes through one connection.
func OpenImage(ctx context.Context, image []byte, opt Options) (*Bank, error) { panic("todo") }

// Create makes a new bank with the people and books of o in the file at path,
// with its folder if need be (0700; the file is 0600), checks it, and closes it. It returns a
// *FileError with FileExists, and changes nothing, if there is a file already; a bank that could not be finished leaves no file.
func Create(ctx context.Context, path string, o *Opening, opt Options) error { panic("todo") }

// Image makes a new bank in memory, checks it, and returns it as bytes.
func Image(ctx context.Context, o *Opening, opt Options) ([]byte, error) { panic("todo") }

// Close waits for the transaction that is running and closes the file.
func (b *Bank) Close() error { panic("todo") }

// ID names this bank's file for ever: a UUID made when it was.
func (b *Bank) ID() string { return b.id }

// Demonstration reports whether the bank was made with invented customers, whose
// credentials may be shown.
func (b *Bank) Demonstration() bool { return b.demo }

// Now is the bank's time.
func (b *Bank) Now() time.Time { return b.opt.Now() }
