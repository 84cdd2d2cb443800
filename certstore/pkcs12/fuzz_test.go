package pkcs12

import (
	"crypto/rand"
	"crypto/sha1"
	"errors"
	"testing"

	"golang.org/x/crypto/cryptobyte"
	der "golang.org/x/crypto/cryptobyte/asn1"
)

// pfxOf is a PFX with one encrypted safe and a MAC that does not hold.
func pfxOf(e *pbe, data []byte, iterations int) []byte {
	var safes, b cryptobyte.Builder
	safes.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) { addEncrypted(b, e, data) })
	b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1Int64(3)
		addData(b, safes.BytesOrPanic())
		b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
				addHash(b, oidSHA1)
				b.AddASN1OctetString(make([]byte, sha1.Size))
			})
			b.AddASN1OctetString(make([]byte, 8))
			b.AddASN1Int64(int64(iterations))
		})
	})
	return b.BytesOrPanic()
}

// FuzzOpen feeds anything as a file. What opens is sealed and opened again, R included.
func FuzzOpen(f *testing.F) {
	c := content()
	f.Add(must(Seal(c, []byte("1"), Yessign, rand.Reader)))
	w := writer{form: AES, chance: rand.Reader}
	e := must(w.encryption())
	e.iterations = 1
	f.Add(pfxOf(&e, make([]byte, 32), 1))
	f.Fuzz(func(t *testing.T, file []byte) {
		opened, err := Open(file, []byte("1"))
		if err != nil {
			if !errors.Is(err, ErrFormat) && !errors.Is(err, ErrPassword) && !errors.Is(err, ErrTooBig) {
				t.Errorf("an error of no kind: %v", err)
			}
			return
		}
		again, err := Open(must(Seal(opened, []byte("2"), Yessign, rand.Reader)), []byte("2"))
		if err != nil {
			t.Fatal(err)
		}
		same(t, again, opened)
	})
}

// FuzzBags feeds anything as what is inside a file behind a MAC that holds.
func FuzzBags(f *testing.F) {
	c := content()
	p, err := parse(must(Seal(c, []byte("1"), Yessign, rand.Reader)))
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(p.authenticated))
	f.Fuzz(func(_ *testing.T, authenticated []byte) {
		inside := pfx{authenticated: authenticated}
		if inside.readSafes() != nil {
			return
		}
		total := 0
		for _, s := range inside.safes {
			total += s.iterations
		}
		for _, k := range inside.bags.shrouded {
			total += k.pbe.iterations
		}
		if total <= 10_000 {
			inside.open(secret{[]byte("1"), []byte{0, '1', 0, 0}}) //nolint:errcheck // it has not to panic
		}
	})
}

// BenchmarkOpen opens what yessign writes.
func BenchmarkOpen(b *testing.B) {
	file := must(Seal(content(), []byte("Hong!gildong12"), Yessign, rand.Reader))
	for b.Loop() {
		if _, err := Open(file, []byte("Hong!gildong12")); err != nil {
			b.Fatal(err)
		}
	}
}
