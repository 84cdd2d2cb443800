package command

import (
	"io"
	"os"
	"runtime"
	"syscall"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/app"
	"smartbank/ui/plain"
)

// howShown is how a program is shown: drawn, told, or not at all.
type howShown int

const (
	notShown howShown = iota // there is no terminal
	drawn
	told // as a conversation
)

// manner is how the program is shown here. A conversation is for who asks for it, by --plain or by ACCESSIBLE, the variable by which other
// programs are asked, and for terminals that nothing can be drawn on; but it is one with somebody, so that it needs a terminal too.
func (p *program) manner() howShown {
	_, in := terminalOf(p.In)
	_, out := terminalOf(p.Out)
	switch {
	case !in || !out:
		return notShown
	case p.settings.plain:
		return told
	case p.draws():
		return drawn
	case p.decides[plainSetting] != "": // not to be told
		return notShown
	}
	return told
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

// way is a way to show a model.
type way struct {
	options []tea.ProgramOption
	heard   func(os.Signal) tea.Msg  // signals that the model takes itself, as messages; those of which it makes nil end it, all if it is nil
	begin   func(send func(tea.Msg)) // what is to run beside it; may be nil
	end     func()                   // may be nil
}

// framesPerSecond is how often the terminal may be drawn. Bubble Tea draws on a
// beat: at 60 the first frame waits up to 17 ms for one, and so does what every key changes.
const framesPerSecond = 120

// draw is the way of a model that is drawn.
func (p *program) draw() way {
	return way{options: []tea.ProgramOption{tea.WithInput(p.In), tea.WithOutput(p.Out), tea.WithFPS(framesPerSecond)}}
}

// converse is the conversation with a program, and the way to hold it: Bubble Tea runs the model and has no part in what is read and
// written.
func (p *program) converse(a *app.App) (tea.Model, way) {
	fd, _ := terminalOf(p.In)
	tty := newTeletype(fd)
	talk := plain.New(a, p.clock(), p.Out, tty)
	return talk, way{
		options: []tea.ProgramOption{tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutRenderer()},
		begin:   func(send func(tea.Msg)) { go listen(p.In, send) },
		end:     func() { talk.End(); tty.restore() },
		heard: func(s os.Signal) tea.Msg {
			if s == syscall.SIGINT { // a key in programs that are drawn
				return plain.Interrupt{}
			}
			return nil
		},
	}
}

// mostOfLine is how many bytes of a line are taken. A terminal gives no longer ones.
const mostOfLine = 4096

// listen hands on what is typed, line by line, and wipes its own copy.
func listen(from io.Reader, send func(tea.Msg)) {
	line := make(plain.Line, 0, mostOfLine)
	chunk := make([]byte, mostOfLine)
	for {
		n, err := from.Read(chunk)
		for _, b := range chunk[:n] {
			switch {
			case b == '\n':
				typed := append(plain.Line(nil), line...)
				clear(line)
				line = line[:0]
				send(typed)
			case b != '\r' && len(line) < mostOfLine:
				line = append(line, b)
			}
		}
		clear(chunk[:n])
		if err != nil {
			clear(line)
			send(plain.Hangup{})
			return
		}
	}
}

// means is the message that a signal is; nil for one that ends the program.
func (w way) means(s os.Signal) tea.Msg {
	if w.heard == nil {
		return nil
	}
	return w.heard(s)
}
