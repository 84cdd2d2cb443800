package headless

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Bubble Tea keeps the types of the messages that it handles itself to itself.
// What its exported functions return tells them apart.
var (
	typeSequence = reflect.TypeOf(tea.Sequence(nop, nop)()) //nolint:forbidigo // to recognize it
	typeCopy     = reflect.TypeOf(tea.SetClipboard("")())
	typeCopyX11  = reflect.TypeOf(tea.SetPrimaryClipboard("")())
	typeExec     = reflect.TypeOf(tea.Exec(nil, nil)())
	typeReadClip = reflect.TypeOf(tea.ReadClipboard())
	typeBackgnd  = reflect.TypeOf(tea.RequestBackgroundColor())
	typeSize     = reflect.TypeOf(tea.RequestWindowSize())
	typeCursor   = reflect.TypeOf(tea.RequestCursorPosition())
)

// errExec answers tea.Exec, which hands the terminal to another program.
var errExec = errors.New("run a program: there is no terminal to give it")

func nop() tea.Msg { return nil }

// kind is a message's or command's type, as an error names it.
type kind string

// run runs a command, then those in then, as far as no timer or held work
// stands between them.
func (d *Driver) run(cmd tea.Cmd, then []tea.Cmd) {
	if d.stopped() {
		return
	}
	var msg tea.Msg
	if cmd != nil {
		if !d.counted(cmd) {
			return
		}
		msg = cmd()
	}
	d.take(msg, then)
}

// take takes what a command returned: messages for the model are queued, what
// is meant for the program is done.
func (d *Driver) take(msg tea.Msg, then []tea.Cmd) {
	switch msg := msg.(type) {
	case nil:
	case arming:
		if msg.clock != d.clock {
			d.err = errors.New("set a timer: the model's clock is not the driver's")
			return
		}
		d.clock.arm(d, msg, then)
		return
	case working:
		if d.holding {
			d.held = append(d.held, heldWork{msg, then})
			return
		}
		d.run(msg.run, then)
		return
	case tea.BatchMsg:
		for _, cmd := range msg {
			d.run(cmd, nil)
		}
	default:
		if cmds, ok := asSequence(msg); ok {
			then = slices.Concat(cmds, then)
		} else {
			d.queue = append(d.queue, msg)
		}
	}
	if len(then) > 0 {
		d.run(then[0], then[1:])
	}
}

// asSequence is what tea.Sequence's message holds. Its type is unexported, and
// a slice of commands.
func asSequence(msg tea.Msg) ([]tea.Cmd, bool) {
	if reflect.TypeOf(msg) != typeSequence {
		return nil, false
	}
	return reflect.TypeAssert[[]tea.Cmd](reflect.ValueOf(msg).Convert(reflect.TypeFor[[]tea.Cmd]()))
}

// settle delivers queued messages until there are none.
func (d *Driver) settle() {
	for len(d.queue) > 0 && !d.stopped() {
		msg := d.queue[0]
		d.queue = d.queue[1:]
		if !d.counted(msg) {
			break
		}
		d.deliver(msg)
	}
	if d.stopped() {
		d.queue, d.held = nil, nil
	}
}

// deliver does what tea.Program does with a message: some it handles itself,
// and all but the end reach the model.
func (d *Driver) deliver(msg tea.Msg) {
	switch m := msg.(type) {
	case tea.QuitMsg, tea.InterruptMsg:
		d.quit = true
		return
	case tea.SuspendMsg:
		d.queue = append(d.queue, tea.ResumeMsg{})
	case tea.WindowSizeMsg:
		d.w, d.h = max(m.Width, 0), max(m.Height, 0)
	}
	d.answer(msg)
	d.stale()
	d.unseen = something
	d.delivered++
	var cmd tea.Cmd
	d.model, cmd = d.model.Update(msg)
	d.run(cmd, nil)
}

// answer does what a terminal would on a request; those it does not know it
// ignores, as many terminals do.
func (d *Driver) answer(msg tea.Msg) {
	switch reflect.TypeOf(msg) {
	case typeCopy, typeCopyX11:
		d.clipboard = reflect.ValueOf(msg).String()
	case typeReadClip:
		d.queue = append(d.queue, tea.ClipboardMsg{Content: d.clipboard, Selection: 'c'})
	case typeBackgnd:
		if d.background != nil {
			d.queue = append(d.queue, tea.BackgroundColorMsg{Color: d.background})
		}
	case typeSize:
		d.queue = append(d.queue, tea.WindowSizeMsg{Width: d.w, Height: d.h})
	case typeCursor:
		c := d.Frame().Cursor
		d.queue = append(d.queue, tea.CursorPositionMsg{X: c.X, Y: c.Y})
	case typeExec:
		d.err = errExec
	}
}

// counted counts a message or command and tells whether it is within [Limit].
func (d *Driver) counted(v any) bool {
	d.count++
	if d.count > Limit-10 {
		k := kind(fmt.Sprintf("%T", v))
		if !slices.Contains(d.kinds, k) {
			d.kinds = append(d.kinds, k)
		}
	}
	if d.count <= Limit {
		return true
	}
	var names []string
	for _, k := range d.kinds {
		names = append(names, string(k))
	}
	d.err = fmt.Errorf("commands re-arm for ever: %d messages without an input or a later time, the last of kind %s",
		Limit, strings.Join(names, ", "))
	return false
}
