package certstore_test

import (
	"bytes"
	"context"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"sync"
	"testing"
	"time"

	"smartbank/certstore"
	"smartbank/certstore/certtest"
	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/keyring"
	"smartbank/certstore/keyring/keyringtest"
	"smartbank/certstore/npki"
)

var (
	kst = time.FixedZone("KST", 9*60*60)
	now = time.Date(2026, 11, 5, 10, 0, 0, 0, kst)
)

const password = "Epost#4837kr"

// material is the nth certificate of tests with its key, which has an R.
func material(tb testing.TB, n int) certstore.Material {
	tb.Helper()
	template := &x509.Certificate{
		SerialNumber: big.NewInt(int64(1000 + n)),
		Subject: pkix.Name{
			Country: []string{"kr"}, Organization: []string{"yessign"}, OrganizationalUnit: []string{"personal4IB"},
			CommonName: fmt.Sprintf("홍길동()00710412026%06d", n),
		},
		NotBefore: time.Date(2026, 1, 1, 0, 0, 0, 0, kst), NotAfter: time.Date(2026, 12, 31, 23, 59, 59, 0, kst),
	}
	private := fixedkeys.Key(n)
	der, err := x509.CreateCertificate(rand.NewChaCha8([32]byte{}), template, template, &private.PublicKey, private)
	if err != nil {
		tb.Fatal(err)
	}
	key, err := npki.NewKey(private, randomNumber(n))
	if err != nil {
		tb.Fatal(err)
	}
	return certstore.Material{Sign: certstore.Pair{Cert: der, Key: key}}
}

// randomNumber is the R of the nth key.
func randomNumber(n int) []byte { return bytes.Repeat([]byte{0xa0 + byte(n)}, 20) }

// chance is chance from a seed, for several goroutines.
type chance struct {
	mu  sync.Mutex
	src *rand.ChaCha8
}

func (c *chance) Read(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.src.Read(p)
}

func chanceOf(seed byte) *chance { return &chance{src: rand.NewChaCha8([32]byte{seed})} }

func nowOfTests() time.Time { return now }

// open opens a store as a program does that was just started.
func open(k keyring.Keyring, seed byte) *certstore.Store {
	return certstore.New(certstore.Options{
		Keyring: k, Now: nowOfTests, Rand: chanceOf(seed), Cost: certstore.TapeCost,
	})
}

// put keeps the nth certificate under the password of tests.
func put(tb testing.TB, s *certstore.Store, n int, replaces ...string) certstore.Entry {
	tb.Helper()
	entry, err := s.Put(context.Background(), material(tb, n), []byte(password), replaces...)
	if err != nil {
		tb.Fatalf("Put: %v", err)
	}
	return entry
}

func TestWhatIsPutIsThere(t *testing.T) {
	t.Parallel()
	k := keyringtest.New()
	m := material(t, 1)
	exchange := material(t, 2)
	m.Exchange = &exchange.Sign
	want := bytes.Clone(m.Sign.Key.PKCS8())
	secret := []byte(password)
	put, err := open(k, 1).Put(t.Context(), m, secret)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(secret, make([]byte, len(secret))) {
		t.Error("Put did not wipe the password")
	}

	s := open(k, 2) // the next program
	entries, err := s.List(t.Context())
	if err != nil || len(entries) != 1 {
		t.Fatalf("List: %d entries, %v", len(entries), err)
	}
	e := entries[0]
	if e.ID != put.ID || e.SHA256 != put.SHA256 || e.Tries != 0 || e.Locked || !e.Added.Equal(now) || e.Serial.Int64() != 1001 {
		t.Errorf("List: %+v", e)
	}
	if got := e.Subject.Owner(); got != "홍길동" {
		t.Errorf("the owner is %q", got)
	}
	secret = []byte(password)
	signer, err := s.Unlock(t.Context(), e.ID, secret)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(secret, make([]byte, len(secret))) {
		t.Error("Unlock did not wipe the password")
	}
	got := signer.Material()
	if !bytes.Equal(got.Sign.Key.PKCS8(), want) || !bytes.Equal(got.Sign.Cert, m.Sign.Cert) || !bytes.Equal(signer.Key().R(), randomNumber(1)) {
		t.Error("the pair for signing is another than was put")
	}
	if got.Exchange == nil || !bytes.Equal(got.Exchange.Key.PKCS8(), exchange.Sign.Key.PKCS8()) || !bytes.Equal(got.Exchange.Cert, exchange.Sign.Cert) {
		t.Error("the pair for key exchange is another than was put")
	}
	if _, err := signer.Sign([]byte("전문"), now); err != nil {
		t.Errorf("Sign: %v", err)
	}
	signer.Close()
	signer.Close()
	if _, err := signer.Sign([]byte("전문"), now); !errors.Is(err, certstore.ErrClosed) {
		t.Errorf("Sign after Close: %v", err)
	}
}

func TestNothingInTheKeyringIsInClear(t *testing.T) {
	t.Parallel()
	k := keyringtest.New()
	s := open(k, 1)
	entry := put(t, s, 1)
	if err := s.ChangePassword(t.Context(), entry.ID, []byte(password), []byte("another#9Password")); err != nil {
		t.Fatal(err)
	}
	m := material(t, 1)
	forbidden := map[string][]byte{
		"the password":                   []byte(password),
		"the new password":               []byte("another#9Password"),
		"R":                              randomNumber(1),
		"a part of the key":              m.Sign.Key.RSA().Primes[0].Bytes()[8:40],
		"PBES1 with SEED":                {0x2a, 0x83, 0x1a, 0x8c, 0x9a, 0x44, 0x01, 0x0f}, // 1.2.410.200004.1.15
		"SEED-CBC":                       {0x2a, 0x83, 0x1a, 0x8c, 0x9a, 0x44, 0x01, 0x04}, // 1.2.410.200004.1.4
		"PBES2":                          {0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05, 0x0d},
		"a PKCS#12 encryption":           {0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c},
		"the attribute that R stands in": {0x2a, 0x83, 0x1a, 0x8c, 0x9a, 0x44, 0x0a, 0x01, 0x01, 0x03}, // 1.2.410.200004.10.1.1.3
	}
	for name, value := range k.Items() {
		if len(value) > keyring.MaxValue {
			t.Errorf("%s has %d bytes", name, len(value))
		}
		for what, secret := range forbidden {
			if bytes.Contains(value, secret) {
				t.Errorf("%s holds %s", name, what)
			}
		}
		if bytes.Contains([]byte(name), []byte("홍")) {
			t.Errorf("%s tells whose it is", name)
		}
	}
}

func TestPutRefuses(t *testing.T) {
	t.Parallel()
	s := open(keyringtest.New(), 1)
	one, two := material(t, 1), material(t, 2)
	mixed := certstore.Material{Sign: certstore.Pair{Cert: one.Sign.Cert, Key: two.Sign.Key}}
	half := certstore.Material{Sign: one.Sign, Exchange: &mixed.Sign}
	for name, m := range map[string]certstore.Material{"a key of another certificate": mixed, "another key for key exchange": half, "no key": {Sign: certstore.Pair{Cert: one.Sign.Cert}}} {
		if _, err := s.Put(t.Context(), m, []byte(password)); !errors.Is(err, certstore.ErrMismatch) {
			t.Errorf("%s: %v, want ErrMismatch", name, err)
		}
	}
	if _, err := s.Put(t.Context(), one, []byte(password), "0123456789abcdef"); !errors.Is(err, certstore.ErrNoCertificate) {
		t.Errorf("replacing what is not there: %v, want ErrNoCertificate", err)
	}
	for name, der := range map[string][]byte{"nothing": nil, "no certificate": []byte("0"), "a byte more": append(bytes.Clone(one.Sign.Cert), 0), "too much": make([]byte, 1<<20)} {
		if _, err := s.Put(t.Context(), certstore.Material{Sign: certstore.Pair{Cert: der, Key: one.Sign.Key}}, []byte(password)); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	if entries, err := s.List(t.Context()); err != nil || len(entries) != 0 {
		t.Errorf("List: %d entries, %v; want none", len(entries), err)
	}
}

func TestPutAgainReplaces(t *testing.T) {
	t.Parallel()
	k := keyringtest.New()
	s := open(k, 1)
	first := put(t, s, 1)
	one := len(k.Items())
	put(t, s, 1)
	if got := len(k.Items()); got != one {
		t.Errorf("%d items after putting the same again, want %d", got, one)
	}
	if _, err := s.Unlock(t.Context(), first.ID, []byte(password)); !errors.Is(err, certstore.ErrNoCertificate) {
		t.Errorf("Unlock of what was replaced: %v", err)
	}
}

// TestPutKeepsR puts copies of which one has been through a program that drops the attributes of keys.
func TestPutKeepsR(t *testing.T) {
	t.Parallel()
	s := open(keyringtest.New(), 1)
	whole := certtest.Material(t, certtest.Holder{})
	dropped, err := npki.NewKey(whole.Sign.Key.RSA(), nil)
	if err != nil {
		t.Fatal(err)
	}
	copied := certstore.Material{Sign: certstore.Pair{Cert: whole.Sign.Cert, Key: dropped}}
	for _, step := range []struct {
		what string
		m    certstore.Material
		want error
	}{
		{"a copy without R where there is none yet", copied, nil},
		{"a copy with R in its place", whole, nil},
		{"a copy without R in the place of one with it", copied, certstore.ErrLosesR},
		{"the same copy with R again", whole, nil},
	} {
		if _, err := s.Put(t.Context(), step.m, []byte(password)); !errors.Is(err, step.want) {
			t.Errorf("%s: %v, want %v", step.what, err, step.want)
		}
	}
	entries, err := s.List(t.Context())
	if err != nil || len(entries) != 1 {
		t.Fatalf("%d entries (%v), want one", len(entries), err)
	}
	signer, err := s.Unlock(t.Context(), entries[0].ID, []byte(password))
	if err != nil {
		t.Fatal(err)
	}
	defer signer.Close()
	if m := signer.Material(); !bytes.Equal(m.Sign.Key.R(), certtest.R()) {
		t.Errorf("R is %x in the end", m.Sign.Key.R())
	}
}

func TestWrongPasswordsAreCounted(t *testing.T) {
	t.Parallel()
	k := keyringtest.New()
	id := put(t, open(k, 1), 1).ID
	other := put(t, open(k, 2), 2).ID
	try := func(id, password string, wantTries int, wantLocked bool) {
		t.Helper()
		signer, err := open(k, 3).Unlock(t.Context(), id, []byte(password)) // each time a new program
		if wantTries == 0 {
			if err != nil {
				t.Fatalf("Unlock: %v", err)
			}
			signer.Close()
			return
		}
		wrong, ok := errors.AsType[*certstore.PasswordError](err)
		if !ok || wrong.Tries != wantTries || wrong.Locked != wantLocked || wrong.Max != certstore.MaxTries {
			t.Fatalf("Unlock: %v, want try %d, locked %t", err, wantTries, wantLocked)
		}
	}
	for tried := 1; tried < certstore.MaxTries; tried++ {
		try(id, "wrong", tried, false)
	}
	try(id, password, 0, false) // the right one starts anew
	for tried := 1; tried < certstore.MaxTries; tried++ {
		try(id, "wrong", tried, false)
	}
	try(id, "wrong", certstore.MaxTries, true)
	try(id, password, certstore.MaxTries, true) // the right one comes too late
	try(other, password, 0, false)
	put(t, open(k, 4), 3) // and a change of something else does not free it
	try(id, password, certstore.MaxTries, true)
	if err := open(k, 5).ChangePassword(t.Context(), id, []byte(password), []byte("x")); err == nil {
		t.Error("the password of a locked certificate was changed")
	}
	entries, err := open(k, 6).List(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if locked := e.ID == id; e.Locked != locked || (e.Tries == certstore.MaxTries) != locked {
			t.Errorf("%s: %d tries, locked %t", e.ID, e.Tries, e.Locked)
		}
	}
}

// TestTryCountsThoughTheProgramIsKilled kills the program at every step of a try: once the password may have been judged, the try is counted.
func TestTryCountsThoughTheProgramIsKilled(t *testing.T) {
	t.Parallel()
	k := keyringtest.New()
	id := put(t, open(k, 1), 1).ID
	kept := k.Items()
	k.Break(0, keyringtest.Dies)
	if _, err := open(k, 2).Unlock(t.Context(), id, []byte("wrong")); err == nil {
		t.Fatal("a wrong password opens the key")
	}
	last := k.Steps()
	for step := 1; step <= last+1; step++ {
		k.Restore(kept)
		k.Break(step, keyringtest.Dies)
		_, err := open(k, 2).Unlock(t.Context(), id, []byte("wrong"))
		_, judged := errors.AsType[*certstore.PasswordError](err)
		k.Break(0, keyringtest.Dies)
		entries, listed := open(k, 3).List(t.Context())
		if listed != nil || len(entries) != 1 {
			t.Fatalf("List after a kill at step %d: %v", step, listed)
		}
		if judged != (entries[0].Tries == 1) {
			t.Errorf("killed at step %d: judged %t, counted %d", step, judged, entries[0].Tries)
		}
	}
}

func TestChangePassword(t *testing.T) {
	t.Parallel()
	k := keyringtest.New()
	s := open(k, 1)
	id := put(t, s, 1).ID
	items := len(k.Items())
	if err := s.ChangePassword(t.Context(), id, []byte("wrong"), []byte("fresh")); err == nil {
		t.Fatal("a wrong password changed the password")
	}
	old, fresh := []byte(password), []byte("fresh")
	if err := s.ChangePassword(t.Context(), id, old, fresh); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(append(old, fresh...), make([]byte, len(password)+5)) {
		t.Error("the passwords were not wiped")
	}
	if got := len(k.Items()); got != items {
		t.Errorf("%d items after the change, want %d", got, items)
	}
	if _, err := s.Unlock(t.Context(), id, []byte(password)); err == nil {
		t.Error("the old password still opens the key")
	}
	signer, err := s.Unlock(t.Context(), id, []byte("fresh"))
	if err != nil {
		t.Fatal(err)
	}
	defer signer.Close()
	if !bytes.Equal(signer.Key().PKCS8(), material(t, 1).Sign.Key.PKCS8()) {
		t.Error("the key is another after the change")
	}
}

func TestSealIsBoundToItsCertificate(t *testing.T) {
	t.Parallel()
	k := keyringtest.New()
	s := open(k, 1)
	id := put(t, s, 1).ID
	items := k.Items()
	for name, value := range items {
		if name == "root" {
			continue
		}
		changed := k.Items()
		changed[name] = bytes.Clone(value)
		changed[name][len(value)-1] ^= 1
		k.Restore(changed)
		if signer, err := s.Unlock(t.Context(), id, []byte(password)); err == nil {
			signer.Close()
			t.Errorf("the key opens though a byte of %s was changed", name)
		}
		delete(changed, name)
		if _, err := s.Unlock(t.Context(), id, []byte(password)); err == nil {
			t.Errorf("the key opens though %s is gone", name)
		}
		k.Restore(items)
	}
	signer, err := s.Unlock(t.Context(), id, []byte(password))
	if err != nil {
		t.Fatal(err)
	}
	signer.Close()
}

func TestRemoveAndClearLeaveNothing(t *testing.T) {
	t.Parallel()
	k := keyringtest.New()
	s := open(k, 1)
	one, two := put(t, s, 1), put(t, s, 2)
	if err := s.Remove(t.Context(), one.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(t.Context(), one.ID); !errors.Is(err, certstore.ErrNoCertificate) {
		t.Errorf("Remove again: %v", err)
	}
	for name, value := range k.Items() {
		if bytes.Contains(value, material(t, 1).Sign.Cert[:64]) {
			t.Errorf("%s still holds the certificate", name)
		}
	}
	if entries, err := s.List(t.Context()); err != nil || len(entries) != 1 || entries[0].ID != two.ID {
		t.Errorf("List: %+v, %v", entries, err)
	}
	if err := s.Clear(t.Context()); err != nil {
		t.Fatal(err)
	}
	if left := k.Items(); len(left) != 0 {
		t.Errorf("%d items are left", len(left))
	}
	k.Restore(map[string][]byte{"root": []byte("nonsense")})
	if _, err := s.List(t.Context()); err == nil {
		t.Error("List of nonsense: no error")
	}
	if err := s.Clear(t.Context()); err != nil || len(k.Items()) != 0 {
		t.Errorf("Clear of nonsense: %v", err)
	}
}

func TestManyCertificatesTakeManyItems(t *testing.T) {
	t.Parallel()
	k := keyringtest.New()
	s := open(k, 1)
	for n := range 32 {
		put(t, s, n)
	}
	if _, err := s.Put(t.Context(), material(t, 33), []byte(password)); !errors.Is(err, certstore.ErrFull) {
		t.Errorf("one more: %v, want ErrFull", err)
	}
	entries, err := s.List(t.Context())
	if err != nil || len(entries) != 32 {
		t.Fatalf("List: %d entries, %v", len(entries), err)
	}
	for _, e := range entries {
		if _, err := s.Unlock(t.Context(), e.ID, []byte("wrong")); err == nil {
			t.Fatal("a wrong password opens the key")
		}
	}
	if err := s.Clear(t.Context()); err != nil || len(k.Items()) != 0 {
		t.Errorf("Clear: %v, %d items are left", err, len(k.Items()))
	}
}

func TestDaysInSeoul(t *testing.T) {
	t.Parallel()
	c := certstore.Certificate{NotAfter: time.Date(2027, 3, 1, 14, 59, 59, 0, time.UTC)} // the last second of 1 March in Seoul
	for at, want := range map[string]bool{
		"2027-03-01T23:59:59+09:00": false, "2027-03-01T23:59:59.999999999+09:00": false, "2027-03-02T00:00:00+09:00": true,
	} {
		moment, err := time.Parse(time.RFC3339Nano, at)
		if err != nil {
			t.Fatal(err)
		}
		if c.Expired(moment) != want {
			t.Errorf("at %s: expired %t", at, !want)
		}
	}
	for notAfter, want := range map[string]string{
		"2027-03-01T14:59:59Z": "2026-12-31T00:00:00+09:00",
		"2028-03-01T14:59:59Z": "2028-01-01T00:00:00+09:00", // a leap day in between
		"2027-03-01T15:00:00Z": "2027-01-01T00:00:00+09:00", // already 2 March in Seoul
	} {
		moment, err := time.Parse(time.RFC3339, notAfter)
		if err != nil {
			t.Fatal(err)
		}
		if got := (certstore.Certificate{NotAfter: moment}).RenewableFrom().Format(time.RFC3339); got != want {
			t.Errorf("until %s: renewable from %s, want %s", notAfter, got, want)
		}
	}
}

// TestStoreInTheSystemsKeyring is a certificate's life in the keyring of this session.
func TestStoreInTheSystemsKeyring(t *testing.T) {
	t.Parallel()
	if os.Getenv("SMARTBANK_TEST_KEYRING") != "1" {
		t.Skip("it writes into the keyring of this session: .ci/run makes one for it and sets SMARTBANK_TEST_KEYRING=1")
	}
	k := keyring.NewOS("smartbank-test-store")
	s := open(k, 1)
	one := put(t, s, 1)
	two := put(t, s, 2, one.ID)
	if err := s.ChangePassword(t.Context(), two.ID, []byte(password), []byte("fresh")); err != nil {
		t.Fatal(err)
	}
	signer, err := open(keyring.NewOS("smartbank-test-store"), 2).Unlock(t.Context(), two.ID, []byte("fresh"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(signer.Key().PKCS8(), material(t, 2).Sign.Key.PKCS8()) {
		t.Error("the key is another than was put")
	}
	signer.Close()
	if _, err := s.Unlock(t.Context(), two.ID, []byte("wrong")); err == nil {
		t.Error("a wrong password opens the key")
	}
	if entries, err := s.List(t.Context()); err != nil || len(entries) != 1 || entries[0].Tries != 1 {
		t.Errorf("List: %+v, %v", entries, err)
	}
	if err := s.Clear(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"root", "journal"} {
		if _, err := k.Get(t.Context(), name); !errors.Is(err, keyring.ErrNotFound) {
			t.Errorf("%s after Clear: %v", name, err)
		}
	}
}

// BenchmarkUnlock is what a customer waits for after the password, at the program's cost.
func BenchmarkUnlock(b *testing.B) {
	s := certstore.New(certstore.Options{Keyring: keyring.NewMemory(), Now: nowOfTests, Rand: rand.NewChaCha8([32]byte{1})})
	id := put(b, s, 1).ID
	for b.Loop() {
		signer, err := s.Unlock(b.Context(), id, []byte(password))
		if err != nil {
			b.Fatal(err)
		}
		signer.Close()
	}
}
