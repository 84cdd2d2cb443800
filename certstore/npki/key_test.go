package npki_test

import (
	"testing"

	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/npki"
)

// testR is the R of the keys of these tests.
var testR = []byte("twenty bytes of R...")

// newKey is a fixed key with R.
func newKey(tb testing.TB, n int) *npki.Key {
	tb.Helper()
	key, err := npki.NewKey(fixedkeys.Key(n), testR)
	if err != nil {
		tb.Fatal(err)
	}
	return key
}
