package certstore

import (
	"encoding/asn1"
	"errors"
	"fmt"
	"io"

	"golang.org/x/crypto/chacha20poly1305"

	"smartbank/certstore/npki"
)

// sealed is a key at rest: XChaCha20-Poly1305 over the DER of keys, under argon2id's key of the certificate password. The weak encryptions of
// Korean key files, which 2,048 rounds of SHA-1 protect, are only written where something is exported.
type sealed struct {
	Passes, Memory int64 // the cost, of which Memory is in KiB
	Threads        int
	Salt, Nonce    []byte
	Ciphertext     []byte
}

// keys are PrivateKeyInfos, byte for byte as they came: the random number R is among their attributes.
type keys struct{ Sign, Exchange []byte }

const saltSize = 16

// errOpen is that a password does not open what is sealed.
var errOpen = errors.New("the password does not open the key")

// bound is the additional data of a seal: a key is that of one record and its certificates, and of no other.
func bound(id, certificates []byte) []byte {
	return append(append([]byte("smartbank certstore 1\x00"), id...), certificates...)
}

// seal seals the keys of m for the record id, whose certificates have the hash.
func seal(m Material, password, id, certificates []byte, cost Cost, chance io.Reader) ([]byte, error) {
	if err := cost.Check(); err != nil {
		return nil, fmt.Errorf("seal the key: %w", err)
	}
	s := sealed{
		Passes: int64(cost.Passes), Memory: int64(cost.Memory), Threads: int(cost.Threads),
		Salt: make([]byte, saltSize), Nonce: make([]byte, chacha20poly1305.NonceSizeX),
	}
	for _, random := range [][]byte{s.Salt, s.Nonce} {
		if _, err := io.ReadFull(chance, random); err != nil {
			return nil, fmt.Errorf("seal the key: %w", err)
		}
	}
	plain, err := asn1.Marshal(keysOf(m))
	if err != nil {
		return nil, fmt.Errorf("seal the key: %w", err)
	}
	defer clear(plain)
	derived := cost.Derive(password, s.Salt)
	defer clear(derived)
	aead, err := chacha20poly1305.NewX(derived)
	if err != nil {
		return nil, fmt.Errorf("seal the key: %w", err)
	}
	s.Ciphertext = aead.Seal(nil, s.Nonce, plain, bound(id, certificates))
	return asn1.Marshal(s)
}

// keysOf are the encodings of m's keys, which stay its own.
func keysOf(m Material) keys {
	k := keys{Sign: m.Sign.Key.PKCS8()}
	if m.Exchange != nil {
		k.Exchange = m.Exchange.Key.PKCS8()
	}
	return k
}

// open opens what seal made. It returns errOpen for another password; what is not sealed as it should be is damaged. The caller
// wipes the keys.
func open(der, password, id, certificates []byte) (keys, error) {
	s, err := decode[sealed](der)
	if err != nil {
		return keys{}, err
	}
	if s.Passes>>32 != 0 || s.Memory>>32 != 0 || s.Threads>>8 != 0 || len(s.Nonce) != chacha20poly1305.NonceSizeX {
		return keys{}, damaged(errEncoding)
	}
	cost := Cost{Passes: uint32(s.Passes), Memory: uint32(s.Memory), Threads: uint8(s.Threads)} //nolint:gosec // in their ranges, as was just seen
	if err := cost.Check(); err != nil {
		return keys{}, damaged(err)
	}
	derived := cost.Derive(password, s.Salt)
	defer clear(derived)
	aead, err := chacha20poly1305.NewX(derived)
	if err != nil {
		return keys{}, fmt.Errorf("open the key: %w", err)
	}
	plain, err := aead.Open(nil, s.Nonce, s.Ciphertext, bound(id, certificates))
	if err != nil {
		return keys{}, errOpen
	}
	defer clear(plain)
	return decode[keys](plain)
}

// wipe clears the encodings.
func (k keys) wipe() {
	clear(k.Sign)
	clear(k.Exchange)
}

// material makes what is kept of certificates and their keys.
func (k keys) material(c certificates) (Material, error) {
	sign, err := npki.ParseKey(k.Sign)
	if err != nil {
		return Material{}, damaged(err)
	}
	m := Material{Sign: Pair{c.Sign, sign}}
	if len(k.Exchange) == 0 {
		return m, nil
	}
	exchange, err := npki.ParseKey(k.Exchange)
	if err != nil {
		sign.Wipe()
		return Material{}, damaged(err)
	}
	m.Exchange = &Pair{c.Exchange, exchange}
	return m, nil
}

// wipe clears the keys of m.
func (m Material) wipe() {
	m.Sign.Key.Wipe()
	if m.Exchange != nil {
		m.Exchange.Key.Wipe()
	}
}
