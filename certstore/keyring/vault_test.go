package keyring

import (
	"bytes"
	"crypto/sha256"
	"maps"
	"math/rand/v2"
	"testing"
)

// FuzzVault reads any file, with its checksum mended so that what stands behind it is reached: it is refused, or it is a
// file that we write.
func FuzzVault(f *testing.F) {
	h := header{cost: TapeCost, salt: [16]byte{1}}
	key := h.cost.Derive([]byte("passphrase"), h.salt[:])
	items := map[string][]byte{"root": []byte("value"), "a.0": {}}
	whole, err := sealVault(key, h, 7, items, rand.NewChaCha8([32]byte{}))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:len(whole)-1])
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, content []byte) {
		if len(content) >= sha256.Size {
			content = bytes.Clone(content)
			sum := sha256.Sum256(content[:len(content)-sha256.Size])
			copy(content[len(content)-sha256.Size:], sum[:])
		}
		got, sealed, err := parseVault(content)
		if err != nil {
			return
		}
		if err := got.cost.Check(); err != nil {
			t.Errorf("a file with %v is taken", err)
		}
		if !bytes.Equal(append(got.encode(), sealed...), content[:len(content)-sha256.Size]) {
			t.Error("header and sealed bytes are not what stands in the file")
		}
		generation, opened, err := openVault(key, got, sealed)
		if err == nil && (generation != 7 || !maps.EqualFunc(opened, items, bytes.Equal)) {
			t.Errorf("a file that we did not seal opens: generation %d, %v", generation, opened)
		}
	})
}
