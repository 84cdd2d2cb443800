//go:build unix && race

package center_test

// stride leaves points out where the detector of races makes every process slow.
const stride = 6
