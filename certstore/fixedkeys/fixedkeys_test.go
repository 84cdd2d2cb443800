package fixedkeys_test

import (
	"testing"

	"smartbank/certstore/fixedkeys"
)

// TestKeysAreSoundAndDiffer checks every key with the mathematics of RSA, and that no modulus or prime is there twice.
func TestKeysAreSoundAndDiffer(t *testing.T) {
	t.Parallel()
	seen := map[string]int{}
	for n := range fixedkeys.Count {
		key := fixedkeys.Key(n)
		if err := key.Validate(); err != nil {
			t.Errorf("key %d: %v", n, err)
		}
		if bits := key.N.BitLen(); bits != 2048 {
			t.Errorf("key %d has %d bits, want 2048", n, bits)
		}
		for _, number := range []string{key.N.String(), key.Primes[0].String(), key.Primes[1].String()} {
			if other, twice := seen[number]; twice {
				t.Errorf("keys %d and %d share a number", n, other)
			}
			seen[number] = n
		}
	}
}

func TestKeysAreCountedRound(t *testing.T) {
	t.Parallel()
	for _, pair := range [][2]int{{0, 16}, {3, 35}, {15, -1}, {0, -16}} {
		if fixedkeys.Key(pair[0]) != fixedkeys.Key(pair[1]) {
			t.Errorf("keys %d and %d differ, want the same one", pair[0], pair[1])
		}
	}
}
