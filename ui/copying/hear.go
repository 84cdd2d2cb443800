package copying

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"smartbank/certstore/pairing"
	"smartbank/ui/center"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// began shows what was begun, or why it was not.
func (f *Flow) began(msg screen.Result[began]) tea.Cmd {
	f.busy = false
	if msg.Err != nil {
		f.end(msg.Err)
		return nil
	}
	f.talk, f.number, f.until = msg.Value.with, msg.Value.number, f.env.Now.Add(life)
	f.goOn(msg.Value.status)
	return f.again()
}

// again looks again in a moment.
func (f *Flow) again() tea.Cmd { return screen.After(lookEvery, look{f.talk}) }

func (f *Flow) look() tea.Cmd {
	talk := f.talk
	return screen.Quietly(func(ctx context.Context) (looked, error) { return talk.look(ctx) })
}

// looked goes on with what the other device said.
func (f *Flow) looked(msg screen.Result[looked]) tea.Cmd {
	if msg.Value.with != f.talk || !f.live() {
		return nil
	}
	f.heard(msg.Value, msg.Err)
	if !f.live() {
		return nil
	}
	if f.came && !f.take.Asks && !f.busy && f.status.Completion.At.IsZero() {
		return tea.Batch(f.store(nil), f.again())
	}
	return f.again()
}

// acted goes on from what the customer did.
func (f *Flow) acted(msg screen.Result[acted]) {
	f.busy = false
	if msg.Value.with != nil && msg.Value.with != f.talk || !f.live() {
		return
	}
	if errors.Is(msg.Err, center.ErrKeyPassword) {
		f.password.Clear()
		f.seal.Refuse(fieldPassword, func(c *text.Catalog) text.Message { return c.Copying.WrongPassword })
		return
	}
	f.heard(looked(msg.Value), msg.Err)
}

// heard takes what a call says.
func (f *Flow) heard(l looked, err error) {
	f.came = f.came || l.came
	f.trouble = err != nil && !burnt(err)
	f.goOn(l.status)
	switch {
	case burnt(err) && !f.Over():
		f.end(err)
	case f.trouble && !f.env.Now.Before(f.until):
		f.end(&pairing.BurntError{Reason: pairing.OutOfTime})
	}
}

// goOn goes on to a later stage; what is older than what is known changes nothing.
func (f *Flow) goOn(s pairing.Status) {
	if s.Stage < f.status.Stage {
		return
	}
	if s.Stage != f.status.Stage {
		f.pager.Arrive(f.env.Now)
	}
	if f.status.Stage == pairing.Waiting && s.Stage > pairing.Waiting {
		clear(f.number)
		f.number = nil
		f.until = f.env.Now.Add(life)
	}
	f.status = s
}

// end ends the copy.
func (f *Flow) end(err error) {
	f.ended = err
	f.wipe()
	f.pager.Arrive(f.env.Now)
}
