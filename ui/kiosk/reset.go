package kiosk

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/text"
)

// clearScrollback clears what a terminal keeps above its screen (xterm's ED 3).
// The other screen has none, but not every terminal has another screen.
const clearScrollback = "\x1b[3J"

// end ends a visit, if there is one, and forgets all of it.
func (k *Kiosk) end(broken bool) tea.Cmd {
	if !k.here() {
		return nil
	}
	if k.phase == choosing { // nothing was typed
		return k.attract()
	}
	k.broken = broken
	return k.thank()
}

// thank says goodbye, while everything is forgotten.
func (k *Kiosk) thank() tea.Cmd {
	k.enter(thanking)
	return k.erase()
}

// attract begins the attract loop.
func (k *Kiosk) attract() tea.Cmd {
	k.enter(attracting)
	k.look.Text = text.In(k.config.Lang)
	k.at = 0
	return tea.Batch(k.erase(), k.films.begin(k))
}

// erase leaves nothing of the visit: not its program, nor its bank, nor what it
// drew.
func (k *Kiosk) erase() tea.Cmd {
	cmds := []tea.Cmd{tea.ClearScreen, tea.Raw(clearScrollback)}
	if k.visit != nil {
		cmds = append(cmds, k.forget(k.visit))
	}
	k.visit, k.shown = nil, k.now
	k.dropPIN()
	return tea.Batch(cmds...)
}

// forget closes the place of a visit, beside the program: a bank may still be
// answering.
func (k *Kiosk) forget(v *visit) tea.Cmd {
	return k.config.Clock.Work(func() tea.Msg {
		_ = v.close() // it was memory, and goes with the last who knows it
		return nil
	})
}
