//go:build unix && race

package center_test

// stride leaves points out where the detector of races makes every process slow: each of them is one goroutine at a time, and the tests without it leave none out.
const stride = 24
