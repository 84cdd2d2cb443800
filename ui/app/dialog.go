package app

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/screen"
)

// quietPeriod is how long no key must have come before a dialog that appeared by
// itself takes one: what was being typed goes where it was meant to go.
const quietPeriod = 400 * time.Millisecond

// dialog is a dialog over the screens. serial is the screen that asked, or
// frame.
type dialog struct {
	screen.Dialog
	serial  int
	number  int // of the dialogs there were, from 1
	unasked bool
	decided func(decision any) tea.Cmd // for the frame's own
}

// ask opens a dialog for a screen.
func (a *App) ask(serial int, m screen.Asking) {
	a.push(&dialog{Dialog: m.Dialog, serial: serial, unasked: m.Unasked})
}

// push puts a dialog on top.
func (a *App) push(d *dialog) {
	a.asks++
	d.number = a.asks
	a.dialogs = append(a.dialogs, d)
	if d.unasked {
		a.quiet = a.env.Now.Add(quietPeriod)
	}
}

// decide gives a key to the dialog on top, and its decision to who asked.
func (a *App) decide(d *dialog, msg tea.KeyPressMsg) tea.Cmd {
	decision, done := d.Update(msg)
	if !done {
		return nil
	}
	for i, have := range a.dialogs {
		if have == d {
			a.dialogs = append(a.dialogs[:i:i], a.dialogs[i+1:]...)
		}
	}
	if d.decided != nil {
		return d.decided(decision)
	}
	if l := a.find(d.serial); l != nil {
		return a.do(l.serial, l.screen.Update(screen.Decided{Decision: decision}))
	}
	return nil
}

// listener is the dialog that takes the next key, nil if that is the screen. A
// dialog that appeared by itself lets keys pass until there was none for the
// quiet period.
func (a *App) listener() *dialog {
	early := a.env.Now.Before(a.quiet)
	for _, d := range slices.Backward(a.dialogs) {
		if early && d.unasked {
			continue
		}
		return d
	}
	return nil
}
