package command

import "golang.org/x/sys/windows"

// teletype is a console that lines are typed on. What it cannot do is not done: the conversation goes on.
type teletype struct {
	console windows.Handle
	before  uint32
	known   bool
}

func newTeletype(fd int) *teletype {
	t := &teletype{console: windows.Handle(fd)}
	t.known = windows.GetConsoleMode(t.console, &t.before) == nil
	return t
}

// Echo makes what is typed from now on show, or not.
func (t *teletype) Echo(on bool) {
	mode := t.before
	if !on {
		mode &^= windows.ENABLE_ECHO_INPUT
	}
	if t.known {
		windows.SetConsoleMode(t.console, mode) //nolint:errcheck,gosec // it did before, or the console is gone
	}
}

// Drop forgets what of a line was typed already.
func (t *teletype) Drop() {
	windows.FlushConsoleInputBuffer(t.console) //nolint:errcheck,gosec // the next line is then one too many
}

// restore makes the console what it was.
func (t *teletype) restore() { t.Echo(true) }
