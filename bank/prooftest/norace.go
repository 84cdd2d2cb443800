//go:build !race

package prooftest

// Raced reports whether the race detector watches this program.
const Raced = false
