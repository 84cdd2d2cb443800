package command

import (
	"runtime"

	"golang.org/x/term"
)

// descriptor is a file that the system knows by a number: what a terminal is.
type descriptor interface{ Fd() uintptr }

// terminalOf is the file descriptor behind a reader or writer, and whether it is
// a terminal.
func terminalOf(stream any) (fd int, ok bool) {
	file, ok := stream.(descriptor)
	if !ok {
		return 0, false
	}
	fd = int(file.Fd())
	return fd, term.IsTerminal(fd)
}

// draws reports whether a full-screen program can run here: both ends are a
// terminal, and one that can be drawn on. Bubble Tea itself does not ask: it would draw
// into a pipe and into TERM=dumb.
func (p *program) draws() bool {
	_, in := terminalOf(p.In)
	_, out := terminalOf(p.Out)
	name := p.Env("TERM")
	return in && out && ((name != "" && name != "dumb") || runtime.GOOS == "windows")
}
