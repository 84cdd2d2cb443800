//go:build unix

package npki_test

import (
	"syscall"
	"testing"
)

// With no umask, files and folders have exactly the permissions that they were made with.
func init() { syscall.Umask(0) }

// fifo makes what would block a reader for ever.
func fifo(t *testing.T, path string) {
	t.Helper()
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
}
