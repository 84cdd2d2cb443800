// Package fixedkeys holds sixteen RSA keys that are published with the program and so
// are worth nothing: for demonstrations, tapes and tests, which must not wait for keys and must come out the same every time.
// A certificate over one of them protects nobody. Certificates of customers are over keys that were drawn by chance.
package fixedkeys

import (
	"bytes"
	"crypto/rsa"
	"crypto/x509"
	_ "embed" // for the keys
	"encoding/base64"
	"fmt"
	"sync"
)

// Count is how many keys there are.
const Count = 16

// keys is one PKCS#1 RSAPrivateKey (RFC 8017, A.1.2) in base64 per line, made with `openssl genrsa -traditional 2048`.
//
//go:embed keys.txt
var keys []byte

// parsed are the keys, each parsed when it is asked for first.
var parsed = func() (p [Count]func() *rsa.PrivateKey) {
	for i := range p {
		p[i] = sync.OnceValue(func() *rsa.PrivateKey { return parse(i) })
	}
	return p
}()

// Key is the nth key, of 2,048 bits, counted round: n and n+Count are the same one, and so for negative n. Everybody gets the same
// pointer and must not change what it points to: who wipes keys wipes a copy.
func Key(n int) *rsa.PrivateKey { return parsed[(n%Count+Count)%Count]() }

// parse parses line i. A file that we embed ourselves and cannot read is a mistake of the build.
func parse(i int) *rsa.PrivateKey {
	line := bytes.Split(keys, []byte("\n"))[i]
	der, err := base64.StdEncoding.DecodeString(string(line))
	if err != nil {
		panic(fmt.Sprintf("fixedkeys: line %d: %v", i+1, err))
	}
	key, err := x509.ParsePKCS1PrivateKey(der)
	if err != nil {
		panic(fmt.Sprintf("fixedkeys: line %d: %v", i+1, err))
	}
	return key
}
