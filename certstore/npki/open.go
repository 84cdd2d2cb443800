package npki

import (
	"bytes"
	"crypto/cipher"
	"errors"
	"fmt"
	"io"

	"smartbank/certstore/seed"
)

// Inspect says how a key file is encrypted, without a password. Errors as those of Open.
func Inspect(file []byte) (Encryption, error) {
	e, err := parseEnvelope(file)
	if err != nil {
		return Encryption{}, fmt.Errorf("npki: inspect key file: %w", err)
	}
	return e.Encryption, nil
}

// Open opens a key file (EncryptedPrivateKeyInfo). The password, UTF-8, stays as it is. It returns ErrPassword, ErrFormat or ErrTooBig.
func Open(file, password []byte) (*Key, error) {
	e, err := parseEnvelope(file)
	if err != nil {
		return nil, fmt.Errorf("npki: open key file: %w", err)
	}
	mode, err := e.crypter(password, cipher.NewCBCDecrypter)
	if err != nil {
		return nil, fmt.Errorf("npki: open key file: %w", err)
	}
	plain := make([]byte, len(e.data))
	mode.CryptBlocks(plain, e.data)
	size, ok := unpad(plain, mode.BlockSize())
	if !ok {
		clear(plain)
		return nil, fmt.Errorf("npki: open key file: %w", ErrPassword)
	}
	key, err := parseKey(plain[:size:size])
	if err != nil {
		clear(plain)
		if errors.Is(err, ErrTooBig) {
			return nil, fmt.Errorf("npki: open key file: %w", err)
		}
		return nil, fmt.Errorf("npki: open key file: %w", ErrPassword)
	}
	return key, nil
}

// crypter is the cipher of the envelope under a password.
func (e *envelope) crypter(password []byte, mode func(cipher.Block, []byte) cipher.BlockMode) (cipher.BlockMode, error) {
	key, iv := e.keys(password)
	defer clear(key)
	newBlock := seed.NewCipher
	if e.scheme.block != nil {
		newBlock = e.scheme.block
	}
	block, err := newBlock(key)
	if err != nil {
		return nil, err
	}
	return mode(block, iv), nil
}

// unpad finds the end of what was padded as in PKCS#7 (RFC 5652, 6.3).
func unpad(plain []byte, size int) (end int, ok bool) {
	n := int(plain[len(plain)-1])
	if n == 0 || n > size {
		return 0, false
	}
	end = len(plain) - n
	return end, bytes.Equal(plain[end:], bytes.Repeat([]byte{byte(n)}, n))
}

// Seal encrypts a key as e says. Salt and IV that are nil are drawn from chance; zero Iterations are 2048; a zero
// Algorithm is SEED1, what Korean programs read; a zero PRF is what goes with the cipher. What Open would refuse is an error, and so are
// an IV or a PRF for PBES1, which has none. The password, UTF-8, stays as it is.
func Seal(k *Key, password []byte, e Encryption, chance io.Reader) ([]byte, error) {
	sealed, err := prepare(e, chance)
	if err != nil {
		return nil, fmt.Errorf("npki: seal key: %w", err)
	}
	if len(k.der) == 0 {
		return nil, errors.New("npki: seal key: it has been wiped")
	}
	mode, err := sealed.crypter(password, cipher.NewCBCEncrypter)
	if err != nil {
		return nil, fmt.Errorf("npki: seal key: %w", err)
	}
	padding := mode.BlockSize() - len(k.der)%mode.BlockSize()
	sealed.data = make([]byte, 0, len(k.der)+padding)
	sealed.data = append(append(sealed.data, k.der...), bytes.Repeat([]byte{byte(padding)}, padding)...)
	mode.CryptBlocks(sealed.data, sealed.data)
	file, err := sealed.der()
	if err == nil && len(file) > MaxKey {
		err = ErrTooBig
	}
	if err != nil {
		return nil, fmt.Errorf("npki: seal key: %w", err)
	}
	return file, nil
}

// defaultIterations is what yessign's programs write, and the only number that PyPinkSign does.
const defaultIterations = 2048

// prepare fills in what e leaves open, and checks it.
func prepare(e Encryption, chance io.Reader) (sealed envelope, err error) {
	if e.Algorithm == "" {
		e.Algorithm = SEED1
	}
	if e.Iterations == 0 {
		e.Iterations = defaultIterations
	}
	if e.Iterations < 0 || e.Iterations > MaxIterations || len(e.Salt) > MaxSalt {
		return sealed, ErrTooBig
	}
	saltSize := 8 // RFC 8018, A.3
	if e.Algorithm != SEED1 && e.Algorithm != SEED1Fixed {
		saltSize = 16
		if sealed.scheme, sealed.prf, err = choose(e); err != nil {
			return sealed, err
		}
		e.PRF = sealed.prf.name
	} else if e.PRF != "" || e.IV != nil {
		return sealed, errors.New("PBES1 takes neither IV nor PRF")
	}
	if e.Salt, err = draw(e.Salt, saltSize, chance); err != nil {
		return sealed, err
	}
	if sealed.scheme.name != "" {
		size := sealed.scheme.blockSize
		if e.IV, err = draw(e.IV, size, chance); err != nil {
			return sealed, err
		}
		if len(e.IV) != size {
			return sealed, fmt.Errorf("an IV of %d bytes, where %s has %d", len(e.IV), e.Algorithm, size)
		}
	}
	sealed.Encryption = e
	return sealed, nil
}

// choose finds cipher and PRF of PBES2 by their names.
func choose(e Encryption) (s scheme, p prf, err error) {
	for _, known := range schemes {
		if known.name == e.Algorithm {
			s = known
		}
	}
	if s.name == "" {
		return s, p, fmt.Errorf("encryption %q is unknown", e.Algorithm)
	}
	if e.PRF == "" {
		e.PRF = s.prf
	}
	for _, known := range prfs {
		if known.name == e.PRF {
			return s, known, nil
		}
	}
	return s, p, fmt.Errorf("PRF %q is unknown", e.PRF)
}

// draw returns what is given, or size bytes of chance.
func draw(given []byte, size int, chance io.Reader) ([]byte, error) {
	if given != nil {
		if len(given) == 0 {
			return nil, errors.New("an empty salt or IV")
		}
		return bytes.Clone(given), nil
	}
	drawn := make([]byte, size)
	if _, err := io.ReadFull(chance, drawn); err != nil {
		return nil, err
	}
	return drawn, nil
}
