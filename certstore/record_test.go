package certstore

import (
	"bytes"
	"encoding/asn1"
	"math/rand/v2"
	"testing"

	"smartbank/certstore/keyring"
)

// FuzzItems reads any item of a keyring: it is refused as damaged, or encoding it again gives the same bytes.
func FuzzItems(f *testing.F) {
	c, err := newContent(make([]byte, 2*keyring.MaxValue+1), rand.NewChaCha8([32]byte{}))
	if err != nil {
		f.Fatal(err)
	}
	for _, value := range []any{
		root{version, 1, c.blob, []tries{{c.ID, 2}}},
		manifest{[]record{{c.ID, 1, c.blob, c.blob}}},
		journal{[]name{{c.ID, 3}}},
		sealed{3, 65536, 4, c.ID, c.ID, c.ID},
	} {
		der, err := asn1.Marshal(value)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(der)
	}
	f.Fuzz(func(t *testing.T, der []byte) {
		if r, err := decodeRoot(der); err == nil {
			again(t, der, r)
		} else if !isDamage(err) {
			t.Errorf("a root is refused with %v", err)
		}
		if records, err := decodeManifest(der); err == nil {
			again(t, der, manifest{records})
		}
		if j, err := decode[journal](der); err == nil {
			again(t, der, j)
			for _, b := range j.blobs() {
				if b.Parts > maxParts {
					t.Errorf("a journal names a blob of %d parts", b.Parts)
				}
			}
		}
	})
}

func again(t *testing.T, der []byte, value any) {
	t.Helper()
	if encoded, err := asn1.Marshal(value); err != nil || !bytes.Equal(encoded, der) {
		t.Errorf("%x is read, and written as %x (%v)", der, encoded, err)
	}
}

func TestContentsOfEverySizeAreWholeAgain(t *testing.T) {
	t.Parallel()
	for _, size := range []int{0, 1, keyring.MaxValue - 1, keyring.MaxValue, keyring.MaxValue + 1, 5 * keyring.MaxValue} {
		value := make([]byte, size)
		for i := range value {
			value[i] = byte(i % 251)
		}
		c, err := newContent(value, rand.NewChaCha8([32]byte{}))
		if err != nil {
			t.Fatal(err)
		}
		parts := c.parts()
		for i, part := range parts {
			if len(part) > keyring.MaxValue {
				t.Errorf("part %d of %d bytes has %d", i, size, len(part))
			}
		}
		if joined := bytes.Join(parts, nil); !bytes.Equal(joined, value) || !c.holds(joined) {
			t.Errorf("%d bytes do not come together again", size)
		}
	}
	if _, err := newContent(make([]byte, maxParts*keyring.MaxValue+1), rand.NewChaCha8([32]byte{})); err == nil {
		t.Error("a value of more parts than there may be is taken")
	}
}
