package prooftest

import (
	"os"
	"testing"
)

// memory is where Linux has files that live in memory.
const memory = "/dev/shm"

// Folder is a temporary folder in memory, or on the disk where there is none. A proof that does not depend on what the disk
// does, because no process can tell, is many times faster there.
func Folder(tb testing.TB) string {
	tb.Helper()
	folder, err := os.MkdirTemp(memory, "smartbank-*") //nolint:usetesting // TempDir is on the disk
	if err != nil {
		return tb.TempDir()
	}
	tb.Cleanup(func() {
		if err := os.RemoveAll(folder); err != nil {
			tb.Error(err)
		}
	})
	return folder
}
