// Package npki reads and writes what Korean certificate programs keep: encrypted
// private keys with the random number R, the identity behind a certificate (VID), and NPKI folders.
package npki

import (
	"crypto/rsa"
	"crypto/x509"
	"errors"
	"io"
)

// Errors of [Open]. Both may be wrapped.
var (
	ErrPassword = errors.New("the password is wrong")           // the padding, or what is inside, is not that of a key
	ErrFormat   = errors.New("not an encrypted private key")    // and of what it is not
	ErrTooBig   = errors.New("over the limits for such a file") // size, iterations or salt, refused before any work
)

// Key is a private key, opened. It keeps its PKCS#8 encoding byte for byte, attributes included.
type Key struct{ _ int }

// ParseKey reads a PrivateKeyInfo (RFC 5208): RSA, strict DER, nothing after it.
func ParseKey(pkcs8 []byte) (*Key, error) { panic("todo") }

// NewKey makes a PrivateKeyInfo with R, 20 random bytes, in its attributes. Without r there is none.
func NewKey(k *rsa.PrivateKey, r []byte) (*Key, error) { panic("todo") }

// PKCS8 is the encoding. The caller must not change it.
func (k *Key) PKCS8() []byte { panic("todo") }

// RSA is the private key.
func (k *Key) RSA() *rsa.PrivateKey { panic("todo") }

// R is the random number behind the VID, 20 bytes; nil if the key has none. It never leaves with a certificate in clear.
func (k *Key) R() []byte { panic("todo") }

// Matches reports whether the key is that of a certificate.
func (k *Key) Matches(c *x509.Certificate) bool { panic("todo") }

// Wipe clears what can be cleared. The key is of no use after.
func (k *Key) Wipe() { panic("todo") }

// Encryption is how a key file is encrypted.
type Encryption struct {
	Algorithm  string // one of the names below
	Iterations int
	Salt, IV   []byte
	PRF        string // of PBKDF2: hmacWithSHA1, hmacWithSHA256, ...; "" for PBES1
}

// The algorithms, by the names they are shown with.
const (
	SEED1      = "pbeWithSHA1AndSEED-CBC"       // 1.2.410.200004.1.15, PBES1 with the Korean rule for the IV
	SEED1Fixed = "pbeWithSHA1AndSEED-CBC-fixed" // 1.2.410.200004.1.4 with PBES1 parameters: the IV is 0123456789012345
	SEED2      = "PBES2-SEED-CBC"
	AES2       = "PBES2-AES-256-CBC" // and 128, 192: the name says which
)

// Inspect says how a key file is encrypted, without a password. Errors as those of Open.
func Inspect(file []byte) (Encryption, error) { panic("todo") }

// Open opens a key file (EncryptedPrivateKeyInfo). The password stays as it is. It returns ErrPassword, ErrFormat or ErrTooBig.
func Open(file, password []byte) (*Key, error) { panic("todo") }

// Seal encrypts a key as e says. Salt and IV that are nil are drawn from chance; zero Iterations are 2048; a zero
// Algorithm is SEED1, what Korean programs read.
func Seal(k *Key, password []byte, e Encryption, chance io.Reader) ([]byte, error) { panic("todo") }

// VID is the identity in a certificate's subjectAltName: a real name, and a hash over the identity number and R.
type VID struct {
	RealName string
	Hash     string // SHA-256 or SHA-1
	Value    []byte
}

// CertificateVID reads the VID of a certificate. found is false where there is none.
func CertificateVID(c *x509.Certificate) (v VID, found bool, err error) { panic("todo") }

// ComputeVID is h(h(SEQUENCE{PrintableString identity, BIT STRING r})), KCAC.TS.SIVID.
func ComputeVID(hash, identity string, r []byte) ([]byte, error) { panic("todo") }

// Is reports whether the VID belongs to an identity number (13 digits of a person, 10 of a firm) and an R.
func (v VID) Is(identity string, r []byte) bool { panic("todo") }

// AltName is the subjectAltName extension's value (GeneralNames) with this VID, for certificate authorities.
func (v VID) AltName() ([]byte, error) { panic("todo") }
