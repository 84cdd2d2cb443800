package pkcs12

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
	"hash"
	"io"
	"slices"

	"golang.org/x/crypto/cryptobyte"
	der "golang.org/x/crypto/cryptobyte/asn1"
)

// What is written: yessign's numbers are those of its own files.
const (
	yessignIterations = 1024
	aesIterations     = 100_000
	yessignSalt       = 8 // bytes
	aesSalt           = 16
)

// Seal writes a PFX. The password stays as it is; chance gives salts and IVs. It returns an error for a key that is not its
// certificate's, for a password that is not UTF-8, and where chance fails.
func Seal(c Content, password []byte, form Form, chance io.Reader) ([]byte, error) {
	pairs := []Pair{{c.Key, c.Cert}}
	if c.Exchange != nil {
		pairs = append(pairs, *c.Exchange)
	}
	encoded, ok := bmp(password)
	if !ok {
		return nil, errors.New("seal PFX: the password is not UTF-8")
	}
	defer clear(encoded)
	w := writer{form: form, password: secret{password, encoded}, chance: chance}
	certs, keys, err := w.bags(pairs, c.Chain)
	if err != nil {
		return nil, fmt.Errorf("seal PFX: %w", err)
	}
	authenticated, err := w.safes(certs, keys)
	if err != nil {
		return nil, fmt.Errorf("seal PFX: %w", err)
	}
	m, oid, err := w.mac()
	if err != nil {
		return nil, fmt.Errorf("seal PFX: %w", err)
	}
	var b cryptobyte.Builder
	b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1Int64(3)
		addData(b, authenticated)
		b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
				addHash(b, oid)
				b.AddASN1OctetString(m.sum(authenticated, w.password))
			})
			b.AddASN1OctetString(m.salt)
			b.AddASN1Int64(int64(m.iterations))
		})
	})
	return b.Bytes()
}

// writer is what all parts of a file have in common.
type writer struct {
	form     Form
	password secret
	chance   io.Reader
	salt     []byte // yessign writes one salt in all places
}

func (w *writer) draw(size int) ([]byte, error) {
	drawn := make([]byte, size)
	_, err := io.ReadFull(w.chance, drawn)
	return drawn, err
}

// encryption is a new encryption in the form that is written.
func (w *writer) encryption() (e pbe, err error) {
	if w.form == Yessign {
		if w.salt == nil {
			if w.salt, err = w.draw(yessignSalt); err != nil {
				return e, err
			}
		}
		return pbe{blockCipher: schemes[oid3DES.String()], salt: w.salt, iterations: yessignIterations}, nil
	}
	e = pbe{blockCipher: ciphers[oidAES256.String()], prf: sha256.New, iterations: aesIterations}
	if e.salt, err = w.draw(aesSalt); err != nil {
		return e, err
	}
	e.iv, err = w.draw(16)
	return e, err
}

// mac is a new MAC in the form that is written, and its hash function.
func (w *writer) mac() (m mac, oid asn1.ObjectIdentifier, err error) {
	if w.form == Yessign {
		return mac{hash: sha1.New, salt: w.salt, iterations: yessignIterations}, oidSHA1, nil
	}
	m = mac{hash: func() hash.Hash { return sha256.New() }, iterations: aesIterations}
	m.salt, err = w.draw(aesSalt)
	return m, oidSHA256, err
}

// bags encodes the bags: certificates, and keys, which are encrypted.
func (w *writer) bags(pairs []Pair, chain [][]byte) (certs, keys []byte, err error) {
	var c, k cryptobyte.Builder
	for _, p := range pairs {
		cert, err := x509.ParseCertificate(p.Cert)
		if err != nil {
			return nil, nil, err
		}
		if !p.Key.Matches(cert) {
			return nil, nil, errors.New("the key is not the certificate's")
		}
		attributes, err := w.attributes(cert)
		if err != nil {
			return nil, nil, err
		}
		addBag(&c, oidCertBag, certBag(p.Cert), attributes)
		e, err := w.encryption()
		if err != nil {
			return nil, nil, err
		}
		data, err := e.seal(w.password, p.Key.PKCS8())
		if err != nil {
			return nil, nil, err
		}
		addBag(&k, oidShrouded, func(b *cryptobyte.Builder) {
			b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
				e.add(b)
				b.AddASN1OctetString(data)
			})
		}, attributes)
	}
	for _, raw := range chain {
		addBag(&c, oidCertBag, certBag(raw), nil)
	}
	if certs, err = c.Bytes(); err != nil {
		return nil, nil, err
	}
	keys, err = k.Bytes()
	return certs, keys, err
}

// attributes are what joins a key to its certificate: the SHA-1 of the public key, and where OpenSSL is to show it a name. They
// are in the order of a DER SET.
func (w *writer) attributes(cert *x509.Certificate) ([]byte, error) {
	id, err := keyID(cert)
	if err != nil {
		return nil, err
	}
	set := [][]byte{attribute(oidLocalKey, der.OCTET_STRING, id)}
	if name, ok := bmp([]byte(cert.Subject.CommonName)); w.form == AES && ok && len(name) > 2 {
		const bmpString = der.Tag(30)
		set = append(set, attribute(oidName, bmpString, name[:len(name)-2]))
	}
	slices.SortFunc(set, bytes.Compare)
	return bytes.Join(set, nil), nil
}

// keyID is the SHA-1 of the subjectPublicKey's bits (RFC 5280, section 4.2.1.2, method 1).
func keyID(cert *x509.Certificate) ([]byte, error) {
	var info cryptobyte.String
	var key asn1.BitString
	s := cryptobyte.String(cert.RawSubjectPublicKeyInfo)
	if !s.ReadASN1(&info, der.SEQUENCE) || !info.SkipASN1(der.SEQUENCE) || !info.ReadASN1BitString(&key) {
		return nil, errors.New("a certificate without a key")
	}
	id := sha1.Sum(key.RightAlign())
	return id[:], nil
}

// safes encodes the AuthenticatedSafe: one safe in clear for yessign, with its keys encrypted in their bags; for others one for
// the certificates, encrypted, and one for the keys.
func (w *writer) safes(certs, keys []byte) ([]byte, error) {
	var encrypted cryptobyte.BuilderContinuation
	if w.form == AES {
		e, err := w.encryption()
		if err != nil {
			return nil, err
		}
		data, err := e.seal(w.password, sequence(certs))
		if err != nil {
			return nil, err
		}
		encrypted = func(b *cryptobyte.Builder) { addEncrypted(b, &e, data) }
	}
	var b cryptobyte.Builder
	b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
		if encrypted != nil {
			encrypted(b)
			addData(b, sequence(keys))
		} else {
			addData(b, sequence(append(certs, keys...)))
		}
	})
	return b.Bytes()
}
