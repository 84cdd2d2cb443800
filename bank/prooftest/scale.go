package prooftest

import "os"

// Count is how often a proof is repeated: short, or long with LONG=1. The race detector makes SQLite, which is Go here,
// about ten times slower: the short form is divided by slower then, and stays at least 1.
func Count(short, long, slower int) int {
	switch {
	case os.Getenv("LONG") == "1":
		return long
	case Raced:
		return max(1, short/slower)
	}
	return short
}
