// Package npki reads and writes what Korean certificate programs keep: encrypted
// private keys with the random number R, the identity behind a certificate (VID), and NPKI folders.
//
// What is read may come from anybody. Sizes and iterations are bounded before any work, encodings are strict DER with nothing after
// them, and no name or link leads out of a folder.
package npki

import "errors"

// Errors of [Open]. Both may be wrapped.
var (
	ErrPassword = errors.New("the password is wrong")           // the padding, or what is inside, is not that of a key
	ErrFormat   = errors.New("not an encrypted private key")    // and of what it is not
	ErrTooBig   = errors.New("over the limits for such a file") // size, iterations or salt, refused before any work
)

// The limits of files from outside.
const (
	MaxCertificate = 16 << 10 // bytes of a certificate
	MaxKey         = 64 << 10 // bytes of a key file
	MaxIterations  = 300_000  // of a key derivation, a hundred times what programs write; BenchmarkRefuse is what it takes
	MaxSalt        = 64       // bytes of a salt

	minModulus, maxModulus = 1024, 4096 // bits of an RSA key
)
