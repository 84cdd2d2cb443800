package app

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// nobody and frame are serial numbers of no screen: answers to nobody are
// dropped, dialogs of the frame are app's own.
const (
	nobody = 0
	frame  = -1
)

// stamped is a message for a screen or from its command, with the screen's serial
// number.
type stamped struct {
	serial int
	msg    tea.Msg
}

// finished is the answer of a work.
type finished struct {
	id, serial int
	msg        tea.Msg
}

// do runs a screen's command and does what it asks for, before the next key is
// looked at: what is typed ahead goes where it is meant to go. Commands of screens never
// block, as what is slow stands in a [screen.Request].
func (a *App) do(serial int, cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	switch msg := cmd().(type) {
	case nil:
		return nil
	case tea.BatchMsg:
		cmds := make([]tea.Cmd, 0, len(msg))
		for _, c := range msg {
			cmds = append(cmds, a.do(serial, c))
		}
		return tea.Batch(cmds...)
	default:
		return a.answer(stamped{serial, msg})
	}
}

// answer does what a screen's command asked for, or gives the screen its message.
func (a *App) answer(s stamped) tea.Cmd {
	switch msg := s.msg.(type) {
	case screen.Request:
		return a.run(s.serial, msg)
	case screen.Timer:
		return a.after(s.serial, msg)
	case screen.Applying: // also of a screen that was closed: it undoes what it showed
		return a.apply(msg)
	case screen.SigningIn:
		return a.signedIn(s.serial, msg.Session)
	}
	l := a.find(s.serial)
	if l == nil {
		return nil
	}
	switch msg := s.msg.(type) {
	case screen.Opening:
		return a.open(msg)
	case screen.Replacing:
		return tea.Batch(a.shut(s.serial), a.open(msg.Opening))
	case screen.Closing:
		return a.close(l)
	case screen.Dropping:
		return a.lose(l, msg.Holds, func() tea.Cmd { return a.do(l.serial, msg.Then()) })
	case screen.Asking:
		a.ask(s.serial, msg)
		return nil
	case screen.Saying:
		a.say(msg.Line)
		return nil
	case screen.Copying:
		if a.config.Plain { // a terminal's clipboard takes escape sequences alone
			a.say(func(c *text.Catalog) string { return c.Plain.Copied(msg.Text) })
			return nil
		}
		if a.config.Confined {
			a.say(notCopied)
			return nil
		}
		a.say(copied)
		return tea.SetClipboard(msg.Text)
	case screen.SigningOut:
		return a.signOut()
	}
	return a.do(l.serial, l.screen.Update(s.msg))
}

// run starts a request of a screen that is still open, or of nobody.
func (a *App) run(serial int, r screen.Request) tea.Cmd {
	if serial == nobody {
		return func() tea.Msg {
			r.Run(context.Background())
			return nil
		}
	}
	if a.find(serial) == nil {
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	a.workID++
	id := a.workID
	a.works = append(a.works, &work{id: id, serial: serial, since: a.env.Now, cancel: cancel, quiet: r.Quiet})
	return tea.Batch(a.spin(), a.config.Clock.Work(func() tea.Msg {
		defer cancel()
		return finished{id, serial, r.Run(ctx)}
	}))
}

// finish delivers the answer of a work, unless it says that the session is over.
func (a *App) finish(f finished) tea.Cmd {
	for i, w := range a.works {
		if w.id == f.id {
			a.works = append(a.works[:i:i], a.works[i+1:]...)
			break
		}
	}
	l := a.find(f.serial)
	if l == nil {
		return nil
	}
	if r, ok := f.msg.(interface{ Failure() error }); ok && over(r.Failure()) {
		return a.endIfOver(r.Failure())
	}
	return tea.Batch(a.do(l.serial, l.screen.Update(f.msg)), a.goOn())
}

// after starts a timer of a screen.
func (a *App) after(serial int, t screen.Timer) tea.Cmd {
	if a.find(serial) == nil {
		return nil
	}
	return a.config.Clock.After(t.After, func(time.Time) tea.Msg { return stamped{serial, t.Msg} })
}

// running is the work that the screen that is shown waits for, nil if there is
// none.
func (a *App) running() *work {
	for _, w := range a.works {
		if w.serial == a.top().serial && !w.cancelled && !w.quiet {
			return w
		}
	}
	return nil
}
