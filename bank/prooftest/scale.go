package prooftest

import (
	"context"
	"fmt"
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

// Part is which part of a proof this run does, and how many parts there are: PART=2/4 is the second of four runs, which
// together do the whole, at the same time or one after another. Without it a run does all, which is part 1 of 1.
func Part(tb testing.TB) (part, of int) {
	tb.Helper()
	text := os.Getenv("PART")
	if text == "" {
		return 1, 1
	}
	if _, err := fmt.Sscanf(text, "%d/%d", &part, &of); err != nil || part < 1 || part > of || fmt.Sprintf("%d/%d", part, of) != text {
		tb.Fatalf("PART=%s is no part, which looks like 2/4", text)
	}
	return part, of
}
