package pkcs12

import (
	"bytes"
	"crypto/x509"
	"errors"
	"slices"

	"smartbank/certstore/npki"
)

// Inspect says, without a password, how the key of a PFX is encrypted, and returns the certificates that stand in it in clear,
// as in those of yessign. Nothing of that is checked: the MAC needs the password. The algorithm is "none" for a key in clear. It
// returns ErrFormat or ErrTooBig.
func Inspect(file []byte) (e Encryption, certs [][]byte, err error) {
	p, err := parse(file)
	if err != nil {
		return Encryption{}, nil, err
	}
	for _, k := range p.bags.shrouded {
		return Encryption{k.algorithm, k.pbe.iterations}, p.bags.certs, nil
	}
	if len(p.safes) > 0 { // the key is in one of them
		return Encryption{p.safes[0].name, p.safes[0].iterations}, p.bags.certs, nil
	}
	if len(p.bags.keys) > 0 { // the whole file is under a MAC, and nothing in it is encrypted
		return Encryption{Algorithm: "none"}, p.bags.certs, nil
	}
	return Encryption{}, nil, wrong("there is no key in it")
}

// Open opens a PFX. The password stays as it is. It returns ErrPassword, ErrFormat or ErrTooBig.
//
// The MAC is checked before anything is decrypted; a file without one is refused, as one that is BER and not DER. Key and certificate have to belong to
// each other.
func Open(file, password []byte) (Content, error) {
	p, err := parse(file)
	if err != nil {
		return Content{}, err
	}
	encoded, ok := bmp(password)
	if !ok {
		return Content{}, ErrPassword
	}
	defer clear(encoded)
	s := secret{password, encoded}
	if !p.mac.holds(p.authenticated, s) {
		s.bmp = nil // some programs derive from no bytes at all where there is no password
		if len(password) > 0 || !p.mac.holds(p.authenticated, s) {
			return Content{}, ErrPassword
		}
	}
	return p.open(s)
}

// open decrypts everything, under a password that is right.
func (p *pfx) open(s secret) (Content, error) {
	inside := p.bags
	for _, encrypted := range p.safes {
		plain, err := encrypted.open(s, encrypted.data)
		if err != nil {
			return Content{}, err
		}
		if err := inside.read(plain); err != nil {
			return Content{}, err
		}
	}
	if len(inside.shrouded) > len(p.bags.shrouded) {
		return Content{}, wrong("a key that is encrypted twice") // its iterations were not counted
	}
	var keys []*npki.Key
	for _, k := range inside.shrouded {
		key, err := k.open(s)
		if err != nil {
			wipe(keys)
			return Content{}, err
		}
		keys = append(keys, key)
	}
	for i, raw := range inside.keys {
		key, err := npki.ParseKey(raw)
		if i >= len(p.bags.keys) { // the others stand in the file, which is the caller's
			clear(raw)
		}
		if err != nil {
			wipe(keys)
			return Content{}, wrong("a key that is none")
		}
		keys = append(keys, key)
	}
	c, err := pair(keys, inside.certs)
	if err != nil {
		wipe(keys)
	}
	return c, err
}

// open decrypts a key. Its PrivateKeyInfo stays byte for byte what it was.
func (k *shrouded) open(s secret) (*npki.Key, error) {
	if k.korean {
		key, err := npki.Open(k.info, s.utf8)
		switch {
		case errors.Is(err, npki.ErrPassword):
			return nil, ErrPassword
		case err != nil:
			return nil, wrong("a key that is none")
		}
		return key, nil
	}
	plain, err := k.pbe.open(s, k.data)
	if err != nil {
		return nil, err
	}
	defer clear(plain)
	key, err := npki.ParseKey(plain)
	if err != nil {
		return nil, wrong("a key that is none")
	}
	return key, nil
}

// pair finds for each key its certificate: the pair that may sign is the content, another one is for key exchange.
// The other certificates are the chain.
func pair(keys []*npki.Key, certs [][]byte) (c Content, err error) {
	var exchange, signing []Pair
	parsed := make([]*x509.Certificate, len(certs))
	for i, raw := range certs {
		if parsed[i], err = x509.ParseCertificate(raw); err != nil {
			return c, wrong("a certificate that is none")
		}
	}
	for _, key := range keys {
		i := slices.IndexFunc(parsed, func(cert *x509.Certificate) bool { return cert != nil && key.Matches(cert) })
		if i < 0 {
			return c, wrong("a key without its certificate")
		}
		one := Pair{key, bytes.Clone(certs[i])}
		if signs(parsed[i]) {
			signing = append(signing, one)
		} else {
			exchange = append(exchange, one)
		}
		parsed[i] = nil // taken
	}
	if len(signing) != 1 || len(exchange) > 1 {
		return c, wrong("not one key to sign with")
	}
	c.Key, c.Cert = signing[0].Key, signing[0].Cert
	if len(exchange) > 0 {
		c.Exchange = &exchange[0]
	}
	for i, cert := range parsed {
		if cert != nil {
			c.Chain = append(c.Chain, bytes.Clone(certs[i]))
		}
	}
	return c, nil
}

// signs reports whether a certificate may be signed with: one that does not say may.
func signs(c *x509.Certificate) bool {
	return c.KeyUsage == 0 || c.KeyUsage&(x509.KeyUsageDigitalSignature|x509.KeyUsageContentCommitment) != 0
}

// wipe clears keys that nobody will get.
func wipe(keys []*npki.Key) {
	for _, k := range keys {
		k.Wipe()
	}
}
