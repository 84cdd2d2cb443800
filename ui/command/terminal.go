package command

import "golang.org/x/term"

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
