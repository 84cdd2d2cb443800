package headless

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// Follower does what a driver does, with another program.
type Follower interface {
	// Key presses a key.
	Key(key tea.KeyPressMsg) error
	// Paste pastes text.
	Paste(text string) error
	// Fire lets the next timer fire, which is due then.
	Fire(due time.Time) error
	// Move sets the clock.
	Move(to time.Time) error
}

// Follow lets another program follow this one from now on: it is told of every
// key, paste and timer after the model has handled it. Its errors are the driver's. Where drivers share a clock, each
// follower hears of what its own driver does, and what the time is before it is told of a key.
func (d *Driver) Follow(f Follower) { d.follower, d.followed = f, d.clock.now }

// tell tells the follower something, if there is one.
func (d *Driver) tell(what func(Follower) error) {
	if d.follower == nil || d.err != nil {
		return
	}
	if err := what(d.follower); err != nil {
		d.err = err
	}
}

// tellInput tells the follower of an input.
func (d *Driver) tellInput(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		d.tellTime()
		d.tell(func(f Follower) error { return f.Key(msg) })
	case tea.PasteMsg:
		d.tellTime()
		d.tell(func(f Follower) error { return f.Paste(msg.Content) })
	}
}

// tellTime tells the follower what the time is, which another driver may have let
// pass.
func (d *Driver) tellTime() {
	if now := d.clock.now; now.After(d.followed) {
		d.tell(func(f Follower) error { return f.Move(now) })
		d.followed = now
	}
}
