package command

import "golang.org/x/sys/unix"

// The requests for the modes of a terminal (ioctl_tty(2)).
const (
	readModes  = unix.TCGETS
	writeModes = unix.TCSETS
	flushModes = unix.TCSETSF
)

// noKey is what no key is.
const noKey = 0
