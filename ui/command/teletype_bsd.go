//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package command

import "golang.org/x/sys/unix"

// The requests for the modes of a terminal (tty(4)).
const (
	readModes  = unix.TIOCGETA
	writeModes = unix.TIOCSETA
	flushModes = unix.TIOCSETAF
)

// noKey is what no key is.
const noKey = 0xff
