package npki_test

import (
	"os"
	"testing"
)

// fifo makes a folder, since Windows has no FIFO among its files: it cannot be read either.
func fifo(t *testing.T, path string) {
	t.Helper()
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
}
