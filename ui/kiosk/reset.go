package kiosk

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/text"
)

// clearAll clears the screen (ECMA-48, ED 2), which some terminals keep a copy of above it, and then what is kept
// there (xterm's ED 3). The other screen has nothing above it, but not every terminal has another screen.
const clearAll = "\x1b[2J\x1b[3J"

// clearing is more than the time until what was asked of the terminal is sent to it: with the next frame.
const clearing = 100 * time.Millisecond

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
// drew. That the terminal was cleared comes back as the message that clears it, and then everything is drawn anew:
// an order given beside it might come first, and the Linux console takes ED 3 for its screen too.
func (k *Kiosk) erase() tea.Cmd {
	cmds := []tea.Cmd{tea.Raw(clearAll)}
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
