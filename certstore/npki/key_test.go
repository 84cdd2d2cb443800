package npki_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/x509"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/npki"
)

// testR is the R of the keys of these tests.
var testR = []byte("twenty bytes of R...")

// password is that of these tests; Korean letters are possible in old ones.
const password = "Wooche2!gook우체국"

// everyPRF are the PRFs that RFC 8018, B.1.2 lists.
var everyPRF = []string{
	"hmacWithSHA1", "hmacWithSHA224", "hmacWithSHA256", "hmacWithSHA384", "hmacWithSHA512", "hmacWithSHA512-224", "hmacWithSHA512-256",
}

// encryptions are all that is written.
func encryptions() (all []npki.Encryption) {
	all = []npki.Encryption{{Algorithm: npki.SEED1}, {Algorithm: npki.SEED1Fixed}, {}}
	for _, cipher := range []string{npki.SEED2, "PBES2-AES-128-CBC", "PBES2-AES-192-CBC", npki.AES2, "PBES2-DES-EDE3-CBC"} {
		for _, prf := range append([]string{""}, everyPRF...) {
			all = append(all, npki.Encryption{Algorithm: cipher, PRF: prf, Iterations: 100})
		}
	}
	return all
}

func TestKeysKeepEveryByte(t *testing.T) {
	t.Parallel()
	key := newKey(t, 0)
	if !bytes.Equal(key.R(), testR) {
		t.Fatalf("R is %x, want %x", key.R(), testR)
	}
	for _, e := range encryptions() {
		file := seal(t, key, e)
		opened, err := npki.Open(file, []byte(password))
		if err != nil {
			t.Errorf("%+v: %v", e, err)
			continue
		}
		if !bytes.Equal(opened.PKCS8(), key.PKCS8()) || !bytes.Equal(opened.R(), testR) || !opened.RSA().Equal(fixedkeys.Key(0)) {
			t.Errorf("%+v: another key comes out", e)
		}
		told, err := npki.Inspect(file)
		if err != nil || e.Algorithm != "" && told.Algorithm != e.Algorithm || e.PRF != "" && told.PRF != e.PRF || len(told.Salt) < 8 {
			t.Errorf("%+v is told as %+v (%v)", e, told, err)
		}
		if again, err := npki.Seal(opened, []byte(password), told, nil); err != nil || !bytes.Equal(again, file) {
			t.Errorf("%+v: sealed again with the same salt it differs (%v)", e, err)
		}
	}
	file := seal(t, key, npki.Encryption{})
	if told, err := npki.Inspect(file); err != nil || told.Algorithm != npki.SEED1 || told.Iterations != 2048 || len(told.Salt) != 8 {
		t.Errorf("what Korean programs read is %+v (%v)", told, err)
	}
}

// TestWrongPasswords tries many, since one in 256 passes the padding of its last byte.
func TestWrongPasswords(t *testing.T) {
	t.Parallel()
	file := seal(t, newKey(t, 0), npki.Encryption{Iterations: 1})
	for i := range 3000 {
		if key, err := npki.Open(file, fmt.Appendf(nil, "wrong %d", i)); !errors.Is(err, npki.ErrPassword) {
			t.Fatalf("wrong password %d gives %v, %v", i, key, err)
		}
	}
	if _, err := npki.Open(file, nil); !errors.Is(err, npki.ErrPassword) {
		t.Errorf("no password gives %v", err)
	}
}

// TestAKeyThatIsNoneLooksLikeAWrongPassword seals what no key is.
func TestAKeyThatIsNoneLooksLikeAWrongPassword(t *testing.T) {
	t.Parallel()
	for name, content := range map[string][]byte{"text": []byte("not a key at all"), "nothing": {}} {
		if _, err := npki.Open(npki.SealBytes(content, []byte(password)), []byte(password)); !errors.Is(err, npki.ErrPassword) {
			t.Errorf("%s gives %v, want ErrPassword", name, err)
		}
	}
}

func TestLimitsComeBeforeWork(t *testing.T) {
	t.Parallel()
	key := newKey(t, 0)
	if _, err := npki.Inspect(make([]byte, npki.MaxKey+1)); !errors.Is(err, npki.ErrTooBig) {
		t.Errorf("a file over 64 KiB: %v", err)
	}
	for name, bad := range map[string]npki.Encryption{
		"iterations over the limit": {Iterations: npki.MaxIterations + 1},
		"negative iterations":       {Iterations: -1},
		"a salt over the limit":     {Salt: make([]byte, npki.MaxSalt+1)},
		"an empty salt":             {Salt: []byte{}},
		"an IV for PBES1":           {IV: make([]byte, 16)},
		"a PRF for PBES1":           {PRF: "hmacWithSHA1"},
		"an unknown cipher":         {Algorithm: "RC2"},
		"an unknown PRF":            {Algorithm: npki.AES2, PRF: "hmacWithMD5"},
		"a short IV":                {Algorithm: npki.AES2, IV: make([]byte, 8)},
	} {
		if _, err := npki.Seal(key, []byte(password), bad, rand.Reader); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if _, err := npki.Seal(key, []byte(password), npki.Encryption{}, strings.NewReader("short")); err == nil {
		t.Error("a salt is drawn from less chance than it needs")
	}
}

func TestKeysThatAreRefused(t *testing.T) {
	t.Parallel()
	good := newKey(t, 0).PKCS8()
	small, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := npki.NewKey(small, nil); err != nil {
		t.Errorf("1,024 bits, as before 2012, are refused: %v", err)
	}
	curve, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	elliptical, err := x509.MarshalPKCS8PrivateKey(curve)
	if err != nil {
		t.Fatal(err)
	}
	for name, der := range map[string][]byte{
		"nothing":                {},
		"something after it":     append(slices.Clone(good), 0),
		"half of it":             good[:len(good)/2],
		"another version":        changed(good, func(b []byte) []byte { b[6] = 1; return b }),
		"a number that is wrong": changed(good, func(b []byte) []byte { b[200]++; return b }),
		"an elliptic curve":      elliptical,
		"PKCS#1":                 x509.MarshalPKCS1PrivateKey(fixedkeys.Key(0)),
		"R of 19 bytes":          changed(good, func(b []byte) []byte { b[len(b)-21] = 1; return b }), // unused bits
		"over 64 KiB":            make([]byte, npki.MaxKey+1),
	} {
		if _, err := npki.ParseKey(der); !errors.Is(err, npki.ErrFormat) && !errors.Is(err, npki.ErrTooBig) {
			t.Errorf("%s: %v, want a refusal", name, err)
		}
	}
	for _, size := range []int{1, 19, 21} {
		if _, err := npki.NewKey(fixedkeys.Key(0), make([]byte, size)); err == nil {
			t.Errorf("an R of %d bytes is accepted", size)
		}
	}
}

func TestMatchesAndWipe(t *testing.T) {
	t.Parallel()
	private := fixedkeys.Key(3)
	certificate, other := &x509.Certificate{PublicKey: &private.PublicKey}, &x509.Certificate{PublicKey: &fixedkeys.Key(4).PublicKey}
	key := newKey(t, 3)
	if !key.Matches(certificate) || key.Matches(other) || key.Matches(&x509.Certificate{}) {
		t.Error("a key matches what is not its certificate, or not what is")
	}
	der, r, d := key.PKCS8(), key.R(), key.RSA().D
	key.Wipe()
	key.Wipe()
	if slices.Max(der) != 0 || slices.Max(r) != 0 || slices.Max(d.Bits()) != 0 {
		t.Error("the numbers of the key are still there")
	}
	if key.PKCS8() != nil || key.R() != nil || key.RSA() != nil || key.Matches(certificate) {
		t.Error("a wiped key is still of use")
	}
	if _, err := npki.Seal(key, []byte(password), npki.Encryption{}, rand.Reader); err == nil {
		t.Error("a wiped key is sealed")
	}
	if err := private.Validate(); err != nil {
		t.Errorf("the key that it was made from is wiped too: %v", err)
	}
}

// TestOpenSSLReadsKeys decrypts what we write: SEED1 with a key derived here, PBES2 as a whole.
func TestOpenSSLReadsKeys(t *testing.T) {
	t.Parallel()
	needOpenSSL(t)
	key := newKey(t, 0)
	withoutR, err := npki.NewKey(key.RSA(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range encryptions() {
		file := seal(t, key, e)
		told, err := npki.Inspect(file)
		if err != nil {
			t.Fatal(err)
		}
		var got []byte
		want := withoutR.PKCS8() // pkcs8 drops R
		if told.PRF == "" {
			k, iv := deriveSEED1(told)
			got = openssl(t, file[len(file)-len(key.PKCS8())/16*16-16:], "enc", "-d", "-seed-cbc", "-K", fmt.Sprintf("%x", k), "-iv", fmt.Sprintf("%x", iv))
			want = key.PKCS8()
		} else {
			got = openssl(t, file, "pkcs8", "-inform", "DER", "-outform", "DER", "-passin", "pass:"+password)
			got = asPKCS8(t, got)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("openssl reads %+v as another key", told)
		}
	}
}

// deriveSEED1 derives key and IV by the rule of certificates.md, apart from the code under test.
func deriveSEED1(e npki.Encryption) (key, iv []byte) {
	sum := sha1.Sum(slices.Concat([]byte(password), e.Salt))
	for range e.Iterations - 1 {
		sum = sha1.Sum(sum[:])
	}
	if e.Algorithm == npki.SEED1Fixed {
		return sum[:16], []byte("0123456789012345")
	}
	tail := sha1.Sum(sum[16:])
	return sum[:16], tail[:16]
}

// TestOpenSSLsKeysAreRead opens what OpenSSL writes with every cipher and PRF.
func TestOpenSSLsKeysAreRead(t *testing.T) {
	t.Parallel()
	needOpenSSL(t)
	key := newKey(t, 1)
	withoutR, err := npki.NewKey(key.RSA(), nil)
	if err != nil {
		t.Fatal(err)
	}
	ciphers := map[string]string{
		npki.SEED2: "seed-cbc", "PBES2-AES-128-CBC": "aes-128-cbc", "PBES2-AES-192-CBC": "aes-192-cbc", npki.AES2: "aes-256-cbc",
		"PBES2-DES-EDE3-CBC": "des-ede3-cbc",
	}
	for algorithm, cipher := range ciphers {
		for _, prf := range everyPRF {
			file := openssl(t, key.PKCS8(), "pkcs8", "-topk8", "-inform", "DER", "-outform", "DER", "-v2", cipher, "-v2prf", prf, "-passout", "pass:"+password)
			told, err := npki.Inspect(file)
			if err != nil || told.Algorithm != algorithm || told.PRF != prf {
				t.Errorf("%s with %s is told as %+v (%v)", cipher, prf, told, err)
			}
			opened, err := npki.Open(file, []byte(password))
			if err != nil || !bytes.Equal(opened.PKCS8(), withoutR.PKCS8()) {
				t.Errorf("%s with %s: another key comes out (%v)", cipher, prf, err)
				continue
			}
			if again, err := npki.Seal(opened, []byte(password), told, nil); err != nil || !bytes.Equal(again, file) {
				t.Errorf("%s with %s: sealed again it differs (%v)", cipher, prf, err)
			}
		}
	}
}

// BenchmarkOpen opens a key of 2,048 iterations, as yessign writes them.
func BenchmarkOpen(b *testing.B) {
	key := newKey(b, 0)
	for _, algorithm := range []string{npki.SEED1, npki.SEED2, npki.AES2} {
		b.Run(algorithm, func(b *testing.B) {
			file, err := npki.Seal(key, []byte(password), npki.Encryption{Algorithm: algorithm}, rand.Reader)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := npki.Open(file, []byte(password)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRefuse is the longest that a file within the limits can take: the most iterations, the slowest derivation, the wrong password.
func BenchmarkRefuse(b *testing.B) {
	for _, e := range []npki.Encryption{{Algorithm: npki.SEED1}, {Algorithm: npki.AES2, PRF: "hmacWithSHA1"}, {Algorithm: npki.AES2, PRF: "hmacWithSHA512"}} {
		b.Run(e.Algorithm+e.PRF, func(b *testing.B) {
			e.Iterations = npki.MaxIterations
			file, err := npki.Seal(newKey(b, 0), []byte(password), e, rand.Reader)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := npki.Open(file, []byte("wrong")); err == nil {
					b.Fatal("it opens")
				}
			}
		})
	}
}

// newKey is a fixed key with R.
func newKey(tb testing.TB, n int) *npki.Key {
	tb.Helper()
	key, err := npki.NewKey(fixedkeys.Key(n), testR)
	if err != nil {
		tb.Fatal(err)
	}
	return key
}

func seal(t *testing.T, key *npki.Key, e npki.Encryption) []byte {
	t.Helper()
	file, err := npki.Seal(key, []byte(password), e, rand.Reader)
	if err != nil {
		t.Fatalf("%+v: %v", e, err)
	}
	return file
}

// changed is a changed copy.
func changed(b []byte, change func([]byte) []byte) []byte { return change(slices.Clone(b)) }
