package prooftest

import (
	"context"
	"os"
	"testing"
	"time"
)

// Long reports whether the long form of a proof is wanted: LONG is 1, or how long each proof may take, such as 20m.
func Long() bool {
	if os.Getenv("LONG") == "1" {
		return true
	}
	_, bounded := atMost()
	return bounded
}

// atMost is how long a proof may take; false if it takes as long as it does.
func atMost() (time.Duration, bool) {
	d, err := time.ParseDuration(os.Getenv("LONG"))
	return d, err == nil && d > 0
}

// Count is how often a proof is repeated: short, or long in the long form. The race detector makes SQLite, which is Go here,
// about ten times slower: the short form is divided by slower then, and stays at least 1.
func Count(short, long, slower int) int {
	switch {
	case Long():
		return long
	case Raced:
		return max(1, short/slower)
	}
	return short
}

// Clock tells a proof when it has lasted as long as LONG allows, from now on. It is to end then and to say how far it came:
// what Count says is the most that is done.
func Clock(tb testing.TB) (over func() bool) {
	tb.Helper()
	d, bounded := atMost()
	if !bounded {
		return func() bool { return false }
	}
	ctx, stop := context.WithTimeout(tb.Context(), d)
	tb.Cleanup(stop)
	return func() bool { return ctx.Err() != nil }
}
