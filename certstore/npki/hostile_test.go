package npki_test

import (
	"bytes"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/hex"
	"errors"
	"math/big"
	"testing"

	"smartbank/certstore/npki"
)

// cost are the parameters of PBES1 and the first of PBKDF2, as encoding/asn1 writes them.
type cost struct {
	Salt       []byte
	Iterations *big.Int
}

// TestHostileEnvelopes refuses what is not within the limits, or not as the standards say, before any work.
func TestHostileEnvelopes(t *testing.T) {
	t.Parallel()
	seed1, seed := asn1.ObjectIdentifier{1, 2, 410, 200004, 1, 15}, asn1.ObjectIdentifier{1, 2, 410, 200004, 1, 4}
	aes256, sha256 := asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 1, 42}, asn1.ObjectIdentifier{1, 2, 840, 113549, 2, 9}
	pbes2, pbkdf2 := asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 13}, asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 12}
	salt, blocks, n := make([]byte, 8), make([]byte, 32), big.NewInt
	scheme := func(kdfOID asn1.ObjectIdentifier, parameters []byte, cipher asn1.ObjectIdentifier, iv []byte) []byte {
		return envelope(t, pbes2, sequence(t, sequence(t, der(t, kdfOID), parameters), sequence(t, der(t, cipher, iv))), blocks)
	}
	flat := func(extra ...any) []byte { return sequence(t, der(t, salt, n(2048)), der(t, extra...)) }
	null := asn1.NullRawValue
	for name, row := range map[string]struct {
		file []byte
		want error // nil is accepted
	}{
		"PBES1":                                {envelope(t, seed1, der(t, cost{salt, n(2048)}), blocks), nil},
		"PBES1 with one iteration":             {envelope(t, seed1, der(t, cost{salt, n(1)}), blocks), nil},
		"the most iterations":                  {envelope(t, seed1, der(t, cost{salt, n(npki.MaxIterations)}), blocks), nil},
		"one iteration more":                   {envelope(t, seed1, der(t, cost{salt, n(npki.MaxIterations + 1)}), blocks), npki.ErrTooBig},
		"2^80 iterations":                      {envelope(t, seed, der(t, cost{salt, new(big.Int).Lsh(n(1), 80)}), blocks), npki.ErrTooBig},
		"no iterations":                        {envelope(t, seed1, der(t, cost{salt, n(0)}), blocks), npki.ErrFormat},
		"negative iterations":                  {envelope(t, seed1, der(t, cost{salt, n(-5)}), blocks), npki.ErrFormat},
		"no salt":                              {envelope(t, seed1, der(t, cost{nil, n(1)}), blocks), npki.ErrFormat},
		"the longest salt":                     {envelope(t, seed1, der(t, cost{make([]byte, npki.MaxSalt), n(1)}), blocks), nil},
		"a longer salt":                        {envelope(t, seed1, der(t, cost{make([]byte, npki.MaxSalt+1), n(1)}), blocks), npki.ErrTooBig},
		"PBES1 with a third parameter":         {envelope(t, seed1, flat(1), blocks), npki.ErrFormat},
		"PBES1 without parameters":             {envelope(t, seed1, nil, blocks), npki.ErrFormat},
		"parameters twice":                     {envelope(t, seed1, bytes.Repeat(flat(), 2), blocks), npki.ErrFormat},
		"half a block":                         {envelope(t, seed1, flat(), blocks[:24]), npki.ErrFormat},
		"no block":                             {envelope(t, seed1, flat(), nil), npki.ErrFormat},
		"an unknown algorithm":                 {envelope(t, asn1.ObjectIdentifier{1, 2, 3}, flat(), blocks), npki.ErrFormat},
		"PBES2 with HMAC-SHA-1 left out":       {scheme(pbkdf2, flat(), aes256, make([]byte, 16)), nil},
		"PBES2 with HMAC-SHA-256":              {scheme(pbkdf2, flat(pkix.AlgorithmIdentifier{Algorithm: sha256, Parameters: null}), aes256, make([]byte, 16)), nil},
		"a PRF without NULL":                   {scheme(pbkdf2, flat(pkix.AlgorithmIdentifier{Algorithm: sha256}), aes256, make([]byte, 16)), nil},
		"the length of the key":                {scheme(pbkdf2, flat(32), aes256, make([]byte, 16)), nil},
		"the length of another key":            {scheme(pbkdf2, flat(16), aes256, make([]byte, 16)), npki.ErrFormat},
		"a PRF with parameters":                {scheme(pbkdf2, flat(pkix.AlgorithmIdentifier{Algorithm: sha256, Parameters: asn1.RawValue{FullBytes: []byte{2, 1, 1}}}), aes256, make([]byte, 16)), npki.ErrFormat},
		"an unknown PRF":                       {scheme(pbkdf2, flat(pkix.AlgorithmIdentifier{Algorithm: seed, Parameters: null}), aes256, make([]byte, 16)), npki.ErrFormat},
		"something after the PRF":              {scheme(pbkdf2, flat(pkix.AlgorithmIdentifier{Algorithm: sha256, Parameters: null}, 1), aes256, make([]byte, 16)), npki.ErrFormat},
		"an unknown key derivation":            {scheme(seed, flat(), aes256, make([]byte, 16)), npki.ErrFormat},
		"an unknown cipher":                    {scheme(pbkdf2, flat(), sha256, make([]byte, 16)), npki.ErrFormat},
		"a short IV":                           {scheme(pbkdf2, flat(), aes256, make([]byte, 8)), npki.ErrFormat},
		"nothing":                              {nil, npki.ErrFormat},
		"text":                                 {[]byte("-----BEGIN ENCRYPTED PRIVATE KEY-----"), npki.ErrFormat},
		"something after it":                   {append(envelope(t, seed1, flat(), blocks), 0), npki.ErrFormat},
		"a thousand sequences":                 {bytes.Repeat([]byte{0x30, 0x80}, 1000), npki.ErrFormat},
		"a length that is longer than DER's":   {append([]byte{0x30, 0x82, 0, 56}, envelope(t, seed1, flat(), blocks)[2:]...), npki.ErrFormat},
		"an iteration count longer than DER's": {envelope(t, seed1, sequence(t, der(t, salt), []byte{2, 3, 0, 0, 1}), blocks), npki.ErrFormat},
		"a certificate":                        {newSet(t, 0, hong).Cert, npki.ErrFormat},
	} {
		_, err := npki.Inspect(row.file)
		if row.want == nil && err != nil || row.want != nil && !errors.Is(err, row.want) {
			t.Errorf("%s: %v, want %v", name, err, row.want)
		}
		if row.want == nil {
			continue
		}
		if _, err := npki.Open(row.file, []byte(password)); !errors.Is(err, row.want) {
			t.Errorf("%s: opening it gives %v, want %v", name, err, row.want)
		}
	}
}

func TestVID(t *testing.T) {
	t.Parallel()
	for hash, want := range map[string]string{ // by Python over the same encoding: hashlib, and bytes put together by hand
		"SHA-256": "7def32c6f6c7aab3a716d086704f1f6e6b0db284968379ea5eea75145434337a",
		"SHA-1":   "06c751434a580992965950bcfd04de4dddbf3c06",
	} {
		r := unhex(t, "751f200eeff11ed8c40f77c908b5eaa7fadb346f")
		value, err := npki.ComputeVID(hash, setAIdentity, r)
		if err != nil || !bytes.Equal(value, unhex(t, want)) {
			t.Errorf("%s is %x (%v), want %s", hash, value, err, want)
		}
	}
	for _, hash := range []string{"SHA-256", "SHA-1"} {
		value, err := npki.ComputeVID(hash, "1208147521", testR)
		if err != nil {
			t.Fatal(err)
		}
		v := npki.VID{RealName: "한빛 주식회사", Hash: hash, Value: value}
		if !v.Is("1208147521", testR) || v.Is("1208147522", testR) || v.Is("1208147521", make([]byte, 20)) || v.Is("", nil) {
			t.Errorf("%s: it belongs to another identity, or not to its own", hash)
		}
		extension, err := v.AltName()
		if err != nil {
			t.Fatal(err)
		}
		got, found, err := npki.CertificateVID(withAltName(extension))
		if err != nil || !found || got.RealName != v.RealName || got.Hash != hash || !bytes.Equal(got.Value, value) {
			t.Errorf("%s: it is read as %+v (%v, %v)", hash, got, found, err)
		}
		for at := range len(extension) { // whatever byte is changed, the identity is another or none
			bad := bytes.Clone(extension)
			bad[at] ^= 0x40
			if got, found, err := npki.CertificateVID(withAltName(bad)); err == nil && found && got.Is("1208147521", testR) && got.RealName == v.RealName {
				t.Errorf("%s: changing byte %d changes nothing", hash, at)
			}
		}
		if _, _, err := npki.CertificateVID(withAltName(append(extension, 0))); err == nil {
			t.Errorf("%s: something after it is accepted", hash)
		}
	}
	if _, found, err := npki.CertificateVID(&x509.Certificate{}); found || err != nil {
		t.Errorf("a certificate without names has a VID (%v)", err)
	}
	mail := append([]byte{0x30, 9, 0x81, 7}, "a@b.kr."...)
	if _, found, err := npki.CertificateVID(withAltName(mail)); found || err != nil {
		t.Errorf("a certificate with a mail address has a VID (%v)", err)
	}
	named, err := hex.DecodeString("3022a02006092a831a8c9a440a0101a01330110c0feab888ec9cb5eab2b0ec9db8eca69d") // as yessignCA's: a name, no identities
	if err != nil {
		t.Fatal(err)
	}
	if v, found, err := npki.CertificateVID(withAltName(named)); found || err != nil {
		t.Errorf("an authority with a name only has the VID %+v (%v)", v, err)
	}
	for name, bad := range map[string]func() error{
		"an unknown hash":       func() error { _, err := npki.ComputeVID("MD5", setAIdentity, testR); return err },
		"letters in the number": func() error { _, err := npki.ComputeVID("SHA-1", "99999999999ab", testR); return err },
		"twelve digits":         func() error { _, err := npki.ComputeVID("SHA-1", "999999999999", testR); return err },
		"R of 19 bytes":         func() error { _, err := npki.ComputeVID("SHA-1", setAIdentity, testR[1:]); return err },
		"a short value":         func() error { _, err := npki.VID{Hash: "SHA-1", Value: []byte{1}}.AltName(); return err },
		"a name that is none":   func() error { _, err := npki.VID{RealName: "\xff", Hash: "SHA-1", Value: testR}.AltName(); return err },
		"a VID of no hash":      func() error { _, err := npki.VID{Value: testR}.AltName(); return err },
	} {
		if bad() == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

// envelope is an EncryptedPrivateKeyInfo with any parameters.
func envelope(t *testing.T, oid asn1.ObjectIdentifier, parameters, data []byte) []byte {
	t.Helper()
	return sequence(t, sequence(t, der(t, oid), parameters), der(t, data))
}

// der encodes values one after the other.
func der(t *testing.T, values ...any) (all []byte) {
	t.Helper()
	for _, value := range values {
		encoded, err := asn1.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, encoded...)
	}
	return all
}

func sequence(t *testing.T, parts ...[]byte) []byte {
	t.Helper()
	return der(t, asn1.RawValue{Tag: asn1.TagSequence, IsCompound: true, Bytes: bytes.Join(parts, nil)})
}

// withAltName is a certificate with nothing but a subjectAltName.
func withAltName(value []byte) *x509.Certificate {
	return &x509.Certificate{Extensions: []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 17}, Value: value}}}
}
