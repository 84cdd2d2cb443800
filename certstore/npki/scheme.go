package npki

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/asn1"
	"encoding/binary"
	"hash"

	"smartbank/certstore/seed"
)

var (
	oidSEED1  = asn1.ObjectIdentifier{1, 2, 410, 200004, 1, 15} // RFC 4269, 2.5
	oidSEED   = asn1.ObjectIdentifier{1, 2, 410, 200004, 1, 4}  // seedCBC, RFC 4269, 2.5
	oidPBES2  = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 13}
	oidPBKDF2 = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 12}
)

// scheme is a cipher of PBES2 in CBC mode, as its parameters name it.
type scheme struct {
	name      string
	oid       asn1.ObjectIdentifier
	keySize   int // in bytes
	blockSize int // of the cipher, and of its IV
	block     func(key []byte) (cipher.Block, error)
	prf       string // what goes with it unless one is asked for
}

// schemes are the ciphers that are read and written. SEED goes with HMAC-SHA-1, because PyPinkSign and others of its age know
// no other.
var schemes = []scheme{
	{SEED2, oidSEED, seed.KeySize, seed.BlockSize, seed.NewCipher, "hmacWithSHA1"},
	{"PBES2-AES-128-CBC", asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 1, 2}, 16, aes.BlockSize, aes.NewCipher, "hmacWithSHA256"},
	{"PBES2-AES-192-CBC", asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 1, 22}, 24, aes.BlockSize, aes.NewCipher, "hmacWithSHA256"},
	{AES2, asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 1, 42}, 32, aes.BlockSize, aes.NewCipher, "hmacWithSHA256"},
	{"PBES2-DES-EDE3-CBC", asn1.ObjectIdentifier{1, 2, 840, 113549, 3, 7}, 24, des.BlockSize, des.NewTripleDESCipher, "hmacWithSHA1"},
}

// prf is a pseudo-random function of PBKDF2 (RFC 8018, B.1).
type prf struct {
	name string
	oid  asn1.ObjectIdentifier
	hash func() hash.Hash
}

var prfs = []prf{
	{"hmacWithSHA1", asn1.ObjectIdentifier{1, 2, 840, 113549, 2, 7}, sha1.New},
	{"hmacWithSHA224", asn1.ObjectIdentifier{1, 2, 840, 113549, 2, 8}, sha256.New224},
	{"hmacWithSHA256", asn1.ObjectIdentifier{1, 2, 840, 113549, 2, 9}, sha256.New},
	{"hmacWithSHA384", asn1.ObjectIdentifier{1, 2, 840, 113549, 2, 10}, sha512.New384},
	{"hmacWithSHA512", asn1.ObjectIdentifier{1, 2, 840, 113549, 2, 11}, sha512.New},
	{"hmacWithSHA512-224", asn1.ObjectIdentifier{1, 2, 840, 113549, 2, 12}, sha512.New512_224},
	{"hmacWithSHA512-256", asn1.ObjectIdentifier{1, 2, 840, 113549, 2, 13}, sha512.New512_256},
}

// keys derives the key and the IV from a password. The caller wipes the key.
func (e *envelope) keys(password []byte) (key, iv []byte) {
	switch e.Algorithm {
	case SEED1, SEED1Fixed:
		derived := pbkdf1(password, e.Salt, e.Iterations)
		if e.Algorithm == SEED1Fixed {
			return derived[:seed.KeySize], []byte(fixedIV)
		}
		// The rule of Korean authorities; RFC 4269 points to RFC 2898, 6.1 instead, which nobody follows.
		rest := sha1.Sum(derived[seed.KeySize:])
		return derived[:seed.KeySize], rest[:seed.BlockSize]
	}
	return pbkdf2(e.prf.hash, password, e.Salt, e.Iterations, e.scheme.keySize), e.IV
}

// fixedIV is the IV where PBES1 parameters stand under the identifier of the cipher itself.
const fixedIV = "0123456789012345"

// pbkdf1 is PBKDF1 with SHA-1 (RFC 8018, 5.1), all of its 20 bytes.
func pbkdf1(password, salt []byte, iterations int) []byte {
	first := sha1.New()
	first.Write(password)
	first.Write(salt)
	sum := [sha1.Size]byte(first.Sum(nil))
	for range iterations - 1 {
		sum = sha1.Sum(sum[:])
	}
	return sum[:]
}

// pbkdf2 is PBKDF2 (RFC 8018, 5.2). crypto/pbkdf2 takes the password as a string, which nobody can wipe.
func pbkdf2(h func() hash.Hash, password, salt []byte, iterations, size int) []byte {
	mac := hmac.New(h, password)
	key := make([]byte, 0, size+mac.Size())
	for block := uint32(1); len(key) < size; block++ {
		mac.Reset()
		mac.Write(salt)
		mac.Write(binary.BigEndian.AppendUint32(nil, block))
		u := mac.Sum(nil)
		key = append(key, u...)
		sum := key[len(key)-len(u):]
		for range iterations - 1 {
			mac.Reset()
			mac.Write(u)
			u = mac.Sum(u[:0])
			for i, b := range u {
				sum[i] ^= b
			}
		}
		clear(u)
	}
	return key[:size]
}
