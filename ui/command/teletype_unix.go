//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package command

import "golang.org/x/sys/unix"

// teletype is a terminal that lines are typed on. What it cannot do is not done: the conversation goes on.
type teletype struct {
	fd     int
	before *unix.Termios // nil if nothing can be changed
}

// newTeletype makes the terminal one without the key that ends a program with a trace of everything in it.
func newTeletype(fd int) *teletype {
	before, err := unix.IoctlGetTermios(fd, readModes)
	if err != nil {
		return &teletype{fd: fd}
	}
	t := &teletype{fd, before}
	t.set(true, writeModes)
	return t
}

// set sets whether what is typed shows.
func (t *teletype) set(echo bool, how uint) {
	if t.before == nil {
		return
	}
	modes := *t.before
	modes.Cc[unix.VQUIT] = noKey
	if !echo {
		modes.Lflag &^= unix.ECHO
	}
	unix.IoctlSetTermios(t.fd, how, &modes) //nolint:errcheck,gosec // it did before, or the terminal is gone
}

// Echo makes what is typed from now on show, or not.
func (t *teletype) Echo(on bool) { t.set(on, writeModes) }

// Drop forgets what of a line was typed already.
func (t *teletype) Drop() { t.set(true, flushModes) }

// restore makes the terminal what it was.
func (t *teletype) restore() {
	if t.before != nil {
		unix.IoctlSetTermios(t.fd, writeModes, t.before) //nolint:errcheck,gosec // it did before, or the terminal is gone
	}
}
