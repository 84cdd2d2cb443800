package command

import (
	"bytes"
	"encoding/hex"
	"io"
	"testing"
)

func TestChance(t *testing.T) {
	t.Parallel()
	drawn := func(seed uint64, use string, n int) []byte {
		b := make([]byte, n)
		if _, err := io.ReadFull(newChance(seed, use), b); err != nil {
			t.Fatal(err)
		}
		return b
	}
	// Pinned: the screens of every tape depend on it.
	if got, want := hex.EncodeToString(drawn(1, "play", 8)), "0f9f6d64dba4b426"; got != want {
		t.Errorf("the chance of seed 1 begins %s, want %s", got, want)
	}
	if bytes.Equal(drawn(1, "play", 32), drawn(2, "play", 32)) {
		t.Error("seeds 1 and 2 have the same chance")
	}
	if bytes.Equal(drawn(1, "play", 32), drawn(1, "found", 32)) {
		t.Error("two uses of a seed have the same chance")
	}
	whole := newChance(1, "play")
	pieces := make([]byte, 0, 64)
	for len(pieces) < 64 {
		b := make([]byte, 1+len(pieces)%7)
		if _, err := whole.Read(b); err != nil {
			t.Fatal(err)
		}
		pieces = append(pieces, b...)
	}
	if !bytes.Equal(pieces[:64], drawn(1, "play", 64)) {
		t.Error("chance drawn in pieces is another one")
	}
}
