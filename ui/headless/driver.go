package headless

import (
	"fmt"
	"image/color"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Limit is how many messages and commands one input, or one instant of the
// clock, may set off before the Driver takes them for commands that re-arm for ever.
const Limit = 10_000

// Driver runs a model as tea.Program would, except that nothing happens beside
// anything else: an input returns when the model has handled it and every
// message that followed. Once the model has quit, or [Driver.Err] is not nil,
// inputs do nothing. A Driver is not safe for use by several goroutines.
//
// A command is run where Update returned it. The messages of a tea.Batch arrive
// in the order of its commands.
type Driver struct {
	model      tea.Model
	clock      *Clock
	w, h       int
	background color.Color
	follower   Follower
	followed   time.Time // what its clock shows

	queue   []tea.Msg
	holding bool
	held    []heldWork

	count     int    // messages and commands of this input or instant
	delivered int    // messages of this input
	kinds     []kind // the latest, for the error
	quit      bool
	err       error
	clipboard string
	view      *tea.View // of the present state, once it was drawn
	drawn     *tea.View // the latest that was
	unseen    unseen    // what happened since
	frame     *Frame    // made of it, once it was asked for
}

// heldWork is slow work that waits for Release, and what follows it in a sequence.
type heldWork struct {
	work working
	then []tea.Cmd
}

// New starts model in a window of w by h cells: Init, then the environment, the
// colours (24 bits, on black) and the size, as a terminal announces them. The
// clock must be the one that the model uses.
func New(model tea.Model, clock *Clock, w, h int) *Driver {
	d := &Driver{model: model, clock: clock, w: max(w, 0), h: max(h, 0), background: color.Black}
	clock.acting = d
	d.run(model.Init(), nil)
	d.settle()
	d.Send(tea.EnvMsg{"TERM=xterm-256color", "COLORTERM=truecolor"})
	d.Send(tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
	d.Send(tea.WindowSizeMsg{Width: d.w, Height: d.h})
	return d
}

// Send gives the model a message and runs until nothing is left to do but wait
// for the clock, for held work or for another input.
func (d *Driver) Send(msg tea.Msg) {
	if d.stopped() || msg == nil {
		return
	}
	d.clock.acting = d
	d.count, d.kinds, d.delivered = 0, d.kinds[:0], 0
	typed := d.typing(msg)
	if d.unseen != nothing && !typed && !d.confirming(msg) {
		d.draw() // as the terminal draws between two keys: a model may learn from it how much it can show
		typed = d.typing(msg)
	}
	if mouse, ok := msg.(tea.MouseMsg); ok {
		if onMouse := d.model.View().OnMouse; onMouse != nil {
			d.run(onMouse(mouse), nil)
		}
	}
	d.queue = append(d.queue, msg)
	d.settle()
	if typed && d.delivered == 1 {
		d.unseen = text
	}
	d.tellInput(msg)
}

// unseen is what happened since the screen was drawn last.
type unseen int

const (
	nothing unseen = iota
	text           // was typed, and nothing came of it but that it is there
	something
)

// typing tells whether a message is a character that is typed where the cursor stood when the screen was drawn, and
// nothing else has happened since. Nobody looks at the screen between two of them: it is drawn when somebody does, or before
// another input.
func (d *Driver) typing(msg tea.Msg) bool {
	key, ok := msg.(tea.KeyPressMsg)
	return ok && key.Text != "" && key.Text != " " && d.unseen != something && d.drawn != nil && d.drawn.Cursor != nil
}

// confirming tells whether a message is Enter behind text that was typed so. Whoever types fast presses it before the
// terminal has drawn the last character: a model that does something else then is wrong.
func (d *Driver) confirming(msg tea.Msg) bool {
	key, ok := msg.(tea.KeyPressMsg)
	return ok && key.Code == tea.KeyEnter && d.unseen == text
}

// Resize changes the window's size, in cells. Sizes below zero count as zero.
func (d *Driver) Resize(w, h int) {
	d.w, d.h = max(w, 0), max(h, 0)
	d.stale()
	d.Send(tea.WindowSizeMsg{Width: d.w, Height: d.h})
}

// Advance lets the time t pass, firing every timer that becomes due, in the order
// of their times and, at the same time, in the order they were armed. It reports
// timers that re-arm for ever: more than one for each millisecond, over [Limit].
func (d *Driver) Advance(t time.Duration) {
	until := d.clock.now.Add(max(t, 0))
	left := Limit + int(max(t, 0)/time.Millisecond)
	for !d.stopped() {
		if !d.clock.due(until) {
			d.move(until)
			return
		}
		if left--; left < 0 {
			d.err = fmt.Errorf("advance the clock by %v: timers re-arm for ever", t)
			return
		}
		d.fire()
	}
}

// Step fires the next timer of any kind, if it is due within the time limit from
// now. It tells whether there was one; if not, the clock stands where it stood.
func (d *Driver) Step(limit time.Duration) bool {
	if d.stopped() || !d.clock.due(d.clock.now.Add(limit)) {
		return false
	}
	d.fire()
	return true
}

// Next lets time pass until the next timer that the customer waits for has
// fired, and the decorating ones before it. It tells whether there was one.
func (d *Driver) Next() bool {
	for left := Limit * 20; d.clock.waiting() && !d.stopped(); left-- {
		if left == 0 {
			d.err = fmt.Errorf("wait for the next timer: ticks re-arm for ever before it")
			return false
		}
		if !d.fire().background {
			return true
		}
	}
	return false
}

// Pending tells whether something may still happen by itself that a customer
// waits for: a timer of [Clock.After], or held work.
func (d *Driver) Pending() bool {
	return !d.stopped() && (d.clock.waiting() || len(d.held) > 0)
}

// Hold keeps slow work, made by [Clock.Work], from being done until Release:
// this is how a screen is seen while it waits for the bank. Timers and all other
// commands go on.
func (d *Driver) Hold() { d.holding = true }

// Release does the held work, in its order, and holds no more. Released while
// nothing is held, it is an error for [Driver.Err]: the photograph taken in
// between did not show what it was taken for.
func (d *Driver) Release() {
	d.holding = false
	held := d.held
	d.held = nil
	if len(held) == 0 && !d.stopped() {
		d.err = fmt.Errorf("release: nothing was held; slow commands are made with Clock.Work")
	}
	d.clock.acting = d
	d.count, d.kinds = 0, d.kinds[:0]
	for _, h := range held {
		if d.stopped() {
			return
		}
		d.take(h.work, h.then)
		d.settle()
	}
}

// Quit tells whether the model asked to end the program.
func (d *Driver) Quit() bool { return d.quit }

// Err is what went wrong in the driving, or nil: commands that re-arm for ever,
// a clock that is not the driver's, a command that needs a real terminal.
func (d *Driver) Err() error { return d.err }

// Clipboard is the text that the model, or a tape, put there last.
func (d *Driver) Clipboard() string { return d.clipboard }

// SetClipboard puts text on the simulated clipboard, as another program would.
func (d *Driver) SetClipboard(text string) { d.clipboard = text }

// SetBackground is the colour the terminal answers when asked for its
// background; nil is a terminal that does not answer.
func (d *Driver) SetBackground(c color.Color) { d.background = c }

// Now is the time on the driver's clock.
func (d *Driver) Now() time.Time { return d.clock.now }

// Model is the model in its present state.
func (d *Driver) Model() tea.Model { return d.model }

// Size is the window's size in cells.
func (d *Driver) Size() (w, h int) { return d.w, d.h }

// Frame is what the screen shows now.
func (d *Driver) Frame() Frame {
	if d.frame == nil {
		f := NewFrame(d.draw(), d.w, d.h)
		d.frame = &f
	}
	f := *d.frame
	f.err = d.err
	return f
}

// Text is the text of the frame, without making the whole of it, as of the last
// message or timer: what changed the model otherwise is not seen.
func (d *Driver) Text() string {
	if d.frame != nil {
		return d.frame.Text()
	}
	return plain(d.draw().Content, d.w, d.h)
}

// draw is the model's view of the present state.
func (d *Driver) draw() tea.View {
	if d.view == nil {
		v := d.model.View()
		d.view, d.drawn, d.unseen = &v, &v, nothing
	}
	return *d.view
}

// stale forgets what was drawn of an earlier state.
func (d *Driver) stale() { d.view, d.frame = nil, nil }

// stopped tells whether inputs are of no use any more.
func (d *Driver) stopped() bool { return d.quit || d.err != nil }

// move sets the clock to a later time.
func (d *Driver) move(t time.Time) {
	if t.After(d.clock.now) {
		d.clock.now = t
		d.stale()
		d.tellTime()
	}
}

// fire lets the next timer fire, in the program that set it, and returns it.
// There must be one.
func (d *Driver) fire() timer {
	before := d.clock.now
	t := d.clock.take()
	d.stale()
	o := t.owner
	if o.stopped() {
		return t
	}
	o.stale()
	if d.clock.now.After(before) || o != d {
		o.count, o.kinds = 0, o.kinds[:0]
	}
	d.clock.acting = o
	o.take(t.msg(d.clock.now), t.then)
	o.settle()
	o.tell(func(f Follower) error { return f.Fire(t.due) })
	o.followed = d.clock.now
	return t
}
