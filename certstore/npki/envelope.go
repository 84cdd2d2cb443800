package npki

import (
	"bytes"
	"encoding/asn1"
	"fmt"
	"math/big"

	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"

	"smartbank/certstore/seed"
)

// Encryption is how a key file is encrypted.
type Encryption struct {
	Algorithm  string // one of the names below
	Iterations int    // of the key derivation, 1 to MaxIterations
	Salt       []byte // 1 to MaxSalt bytes
	IV         []byte // one block of the cipher; nil for PBES1, which derives it
	PRF        string // of PBKDF2: hmacWithSHA1, -SHA224, -SHA256, -SHA384, -SHA512, -SHA512-224, -SHA512-256; "" for PBES1
}

// The algorithms, by the names they are shown with.
const (
	SEED1      = "pbeWithSHA1AndSEED-CBC"       // 1.2.410.200004.1.15, PBES1 with the Korean rule for the IV
	SEED1Fixed = "pbeWithSHA1AndSEED-CBC-fixed" // 1.2.410.200004.1.4 with PBES1 parameters: the IV is 0123456789012345
	SEED2      = "PBES2-SEED-CBC"
	AES2       = "PBES2-AES-256-CBC" // and 128, 192: the name says which; and PBES2-DES-EDE3-CBC
)

// envelope is an EncryptedPrivateKeyInfo (RFC 5208, 6).
type envelope struct {
	Encryption
	scheme scheme // of PBES2
	prf    prf    // of PBES2
	data   []byte // encrypted
}

// parseEnvelope reads a key file, within the limits.
func parseEnvelope(file []byte) (e envelope, err error) {
	if len(file) > MaxKey {
		return e, fmt.Errorf("%w: %d bytes", ErrTooBig, len(file))
	}
	input := cryptobyte.String(file)
	var whole, algorithm, data cryptobyte.String
	var oid asn1.ObjectIdentifier
	if !input.ReadASN1(&whole, tags.SEQUENCE) || !input.Empty() ||
		!whole.ReadASN1(&algorithm, tags.SEQUENCE) || !whole.ReadASN1(&data, tags.OCTET_STRING) || !whole.Empty() ||
		!algorithm.ReadASN1ObjectIdentifier(&oid) {
		return e, fmt.Errorf("%w: no EncryptedPrivateKeyInfo in DER", ErrFormat)
	}
	size := seed.BlockSize
	switch {
	case oid.Equal(oidSEED1):
		e.Algorithm = SEED1
		err = e.readPBES1(algorithm)
	case oid.Equal(oidSEED):
		e.Algorithm = SEED1Fixed
		err = e.readPBES1(algorithm)
	case oid.Equal(oidPBES2):
		err = e.readPBES2(algorithm)
		size = e.scheme.blockSize
	default:
		err = fmt.Errorf("%w: encryption %s is unknown", ErrFormat, oid)
	}
	if err != nil {
		return e, err
	}
	if len(data) == 0 || len(data)%size != 0 {
		return e, fmt.Errorf("%w: %d encrypted bytes are no blocks of %d", ErrFormat, len(data), size)
	}
	e.data = data
	return e, nil
}

// readPBES1 reads a PBEParameter (RFC 8018, A.3).
func (e *envelope) readPBES1(s cryptobyte.String) error {
	var parameters cryptobyte.String
	if !s.ReadASN1(&parameters, tags.SEQUENCE) || !s.Empty() {
		return fmt.Errorf("%w: no parameters of PBES1", ErrFormat)
	}
	if err := e.readCost(&parameters); err != nil {
		return err
	}
	if !parameters.Empty() {
		return fmt.Errorf("%w: something follows the parameters of PBES1", ErrFormat)
	}
	return nil
}

// readCost reads salt and iterations, which begin the parameters of PBES1 and of PBKDF2.
func (e *envelope) readCost(s *cryptobyte.String) error {
	var salt cryptobyte.String
	iterations := new(big.Int)
	if !s.ReadASN1(&salt, tags.OCTET_STRING) || !s.ReadASN1Integer(iterations) || len(salt) == 0 || iterations.Sign() <= 0 {
		return fmt.Errorf("%w: no salt and iterations", ErrFormat)
	}
	if len(salt) > MaxSalt {
		return fmt.Errorf("%w: a salt of %d bytes", ErrTooBig, len(salt))
	}
	if iterations.Cmp(big.NewInt(MaxIterations)) > 0 {
		return fmt.Errorf("%w: over %d iterations", ErrTooBig, MaxIterations)
	}
	e.Salt, e.Iterations = bytes.Clone(salt), int(iterations.Int64())
	return nil
}

// readPBES2 reads the parameters of PBES2 (RFC 8018, A.4) with PBKDF2 (A.2).
func (e *envelope) readPBES2(s cryptobyte.String) error {
	var parameters, derivation, costs, encryption, iv cryptobyte.String
	var kdf, cipher asn1.ObjectIdentifier
	if !s.ReadASN1(&parameters, tags.SEQUENCE) || !s.Empty() ||
		!parameters.ReadASN1(&derivation, tags.SEQUENCE) || !parameters.ReadASN1(&encryption, tags.SEQUENCE) || !parameters.Empty() ||
		!derivation.ReadASN1ObjectIdentifier(&kdf) || !derivation.ReadASN1(&costs, tags.SEQUENCE) || !derivation.Empty() ||
		!encryption.ReadASN1ObjectIdentifier(&cipher) || !encryption.ReadASN1(&iv, tags.OCTET_STRING) || !encryption.Empty() {
		return fmt.Errorf("%w: no parameters of PBES2", ErrFormat)
	}
	if !kdf.Equal(oidPBKDF2) {
		return fmt.Errorf("%w: key derivation %s is unknown", ErrFormat, kdf)
	}
	for _, known := range schemes {
		if known.oid.Equal(cipher) {
			e.scheme, e.Algorithm = known, known.name
		}
	}
	if e.Algorithm == "" {
		return fmt.Errorf("%w: cipher %s is unknown", ErrFormat, cipher)
	}
	if len(iv) != e.scheme.blockSize {
		return fmt.Errorf("%w: an IV of %d bytes", ErrFormat, len(iv))
	}
	e.IV = bytes.Clone(iv)
	if err := e.readCost(&costs); err != nil {
		return err
	}
	return e.readPRF(costs)
}

// readPRF reads the optional end of the parameters of PBKDF2: the length of the key, and the PRF, which is HMAC-SHA-1 by default.
// DER leaves a default out; BouncyCastle of some age does not.
func (e *envelope) readPRF(s cryptobyte.String) error {
	if s.PeekASN1Tag(tags.INTEGER) {
		var length int
		if !s.ReadASN1Integer(&length) || length != e.scheme.keySize {
			return fmt.Errorf("%w: not the length of a key for %s", ErrFormat, e.Algorithm)
		}
	}
	e.prf, e.PRF = prfs[0], prfs[0].name
	if s.Empty() {
		return nil
	}
	for _, known := range prfs {
		if rest := s; readAlgorithm(&rest, known.oid) && rest.Empty() {
			e.prf, e.PRF = known, known.name
			return nil
		}
	}
	return fmt.Errorf("%w: the PRF of PBKDF2 is unknown", ErrFormat)
}

// der encodes the envelope.
func (e *envelope) der() ([]byte, error) {
	var b cryptobyte.Builder
	b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			switch e.Algorithm {
			case SEED1:
				b.AddASN1ObjectIdentifier(oidSEED1)
				b.AddASN1(tags.SEQUENCE, e.addCost)
			case SEED1Fixed:
				b.AddASN1ObjectIdentifier(oidSEED)
				b.AddASN1(tags.SEQUENCE, e.addCost)
			default:
				b.AddASN1ObjectIdentifier(oidPBES2)
				b.AddASN1(tags.SEQUENCE, e.addPBES2)
			}
		})
		b.AddASN1OctetString(e.data)
	})
	return b.Bytes()
}

func (e *envelope) addCost(b *cryptobyte.Builder) {
	b.AddASN1OctetString(e.Salt)
	b.AddASN1Int64(int64(e.Iterations))
}

func (e *envelope) addPBES2(b *cryptobyte.Builder) {
	b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(oidPBKDF2)
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			e.addCost(b)
			if e.PRF == prfs[0].name {
				return // the default
			}
			b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1ObjectIdentifier(e.prf.oid)
				b.AddASN1NULL()
			})
		})
	})
	b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(e.scheme.oid)
		b.AddASN1OctetString(e.IV)
	})
}
