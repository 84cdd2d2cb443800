package ca

import (
	"bytes"
	"context"
	"crypto/rsa"
	"crypto/x509"
	_ "embed" // for the keys
	"encoding/base64"
	"errors"
	"fmt"
	"sync"
)

// published are seven keys that protect nothing: they are part of the program, so
// that demonstrations come out the same everywhere. One PKCS#8 PrivateKeyInfo in base64 per line.
//
//go:embed keys.txt
var published []byte

// keyCount is how many keys the authorities have: the root's, one of each
// institute, and the one that signs answers.
var keyCount = 2 + len(institutes)

// identity is a key and the certificate over it.
type identity struct {
	key  *rsa.PrivateKey
	cert *x509.Certificate
}

// keyring is who can sign what.
type keyring struct {
	root       identity
	issuers    map[Name]identity
	responders map[Name]identity // one key, certified by each institute
	lists      lists
}

// demoKeyring is the keyring over the published keys, made once for all.
var demoKeyring = sync.OnceValues(func() (*keyring, error) { return openKeyring(published) })

// keys is who can sign what. The first to ask founds the authorities.
func (a *Authority) keys(ctx context.Context) (*keyring, error) {
	if a.o.Published {
		return demoKeyring()
	}
	a.founding.Lock()
	defer a.founding.Unlock()
	if a.founded != nil {
		return a.founded, nil
	}
	kept, err := a.o.Records.Keys(ctx)
	if err == nil && kept == nil {
		if kept, err = a.makeKeys(); err == nil {
			kept, err = a.o.Records.KeepKeys(ctx, kept)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("found the certificate authorities: %w", err)
	}
	defer clear(kept)
	if a.founded, err = openKeyring(kept); err != nil {
		return nil, err
	}
	return a.founded, nil
}

// makeKeys draws the keys of authorities of their own.
func (a *Authority) makeKeys() ([]byte, error) {
	if a.o.NewKey == nil {
		return nil, errors.New("there is no source of keys")
	}
	var kept bytes.Buffer
	for range keyCount {
		key, err := a.o.NewKey()
		if err != nil {
			return nil, err
		}
		der, err := x509.MarshalPKCS8PrivateKey(key)
		if err != nil {
			return nil, err
		}
		kept.WriteString(base64.StdEncoding.EncodeToString(der) + "\n")
		clear(der)
	}
	return kept.Bytes(), nil
}

// openKeyring reads what makeKeys wrote, and certifies it. The certificates follow
// from the keys, byte for byte.
func openKeyring(kept []byte) (*keyring, error) {
	lines := bytes.Fields(kept)
	if len(lines) != keyCount {
		return nil, fmt.Errorf("the authorities have %d keys, not %d", len(lines), keyCount)
	}
	keys := make([]*rsa.PrivateKey, keyCount)
	for n, line := range lines {
		der, err := base64.StdEncoding.AppendDecode(nil, line)
		if err != nil {
			return nil, fmt.Errorf("key %d of the authorities: %w", n+1, err)
		}
		key, err := x509.ParsePKCS8PrivateKey(der)
		clear(der)
		if err != nil {
			return nil, fmt.Errorf("key %d of the authorities: %w", n+1, err)
		}
		ours, ok := key.(*rsa.PrivateKey)
		if !ok {
			return nil, fmt.Errorf("key %d of the authorities is not RSA", n+1)
		}
		keys[n] = ours
	}
	return certify(keys[0], keys[1:1+len(institutes)], keys[keyCount-1])
}
