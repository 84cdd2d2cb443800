//go:build unix && !race

package center_test

// stride is how many points lie between two at which a process is killed: none is left out.
const stride = 1
