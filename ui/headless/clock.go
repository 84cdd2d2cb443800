package headless

import (
	"slices"
	"sort"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Clock is time that passes only when a [Driver] says so. Its methods Now, After
// and Tick make it the user interface's clock. Several drivers may share one: each
// of them moves it, and fires the timers of all. It is not safe for use by several
// goroutines, as nothing of a headless program runs beside it.
type Clock struct {
	now    time.Time
	timers []timer // by time, then by when they were armed
	acting *Driver
}

// NewClock returns a clock that shows start until a Driver moves it.
func NewClock(start time.Time) *Clock { return &Clock{now: start} }

// Now is the time on the clock, in the location of the clock's start.
func (c *Clock) Now() time.Time { return c.now }

// Acting is the driver, of those that share the clock, whose program does something,
// or did last.
func (c *Clock) Acting() *Driver { return c.acting }

// After returns a command that gives msg(now) once d has passed since the
// command was run: something the customer waits for. A d below zero counts as
// zero, which is later than every message that is already on its way.
func (c *Clock) After(d time.Duration, msg func(now time.Time) tea.Msg) tea.Cmd {
	return func() tea.Msg { return arming{clock: c, d: d, msg: msg} }
}

// Tick is After for what only decorates: spinners, countdowns, the idle clock.
// [Driver.Next] and [Driver.Pending] do not count it.
func (c *Clock) Tick(d time.Duration, msg func(now time.Time) tea.Msg) tea.Cmd {
	return func() tea.Msg { return arming{clock: c, d: d, msg: msg, background: true} }
}

// Work returns a command that does slow work: f, once, when the driver does not
// hold work back. A model whose clock has this method makes the commands that
// wait for the bank with it, so that the state in between can be seen. In the
// terminal a command of f itself is the same.
func (c *Clock) Work(f func() tea.Msg) tea.Cmd {
	return func() tea.Msg { return working{f} }
}

// arming is a wish for a timer, on its way from the command to the driver.
type arming struct {
	clock      *Clock
	d          time.Duration
	msg        func(time.Time) tea.Msg
	background bool
}

// working is slow work on its way to the driver.
type working struct{ run func() tea.Msg }

// arm starts a timer of a driver's program. The commands in then follow its
// message, for sequences.
func (c *Clock) arm(owner *Driver, a arming, then []tea.Cmd) {
	due := c.now.Add(max(a.d, 0))
	at := sort.Search(len(c.timers), func(i int) bool { return c.timers[i].due.After(due) })
	c.timers = slices.Insert(c.timers, at, timer{owner: owner, due: due, msg: a.msg, background: a.background, then: then})
}

// due tells whether a timer is due at or before a time.
func (c *Clock) due(by time.Time) bool {
	return len(c.timers) > 0 && !c.timers[0].due.After(by)
}

// take removes the earliest timer and moves the clock to it. There must be one.
func (c *Clock) take() timer {
	t := c.timers[0]
	c.timers = slices.Delete(c.timers, 0, 1)
	if t.due.After(c.now) {
		c.now = t.due
	}
	return t
}

// waiting tells whether a timer is set that the customer waits for.
func (c *Clock) waiting() bool {
	return slices.ContainsFunc(c.timers, func(t timer) bool { return !t.background && !t.owner.stopped() })
}

// timer is a message that is due at a time.
type timer struct {
	owner      *Driver
	due        time.Time
	msg        func(time.Time) tea.Msg
	background bool
	then       []tea.Cmd
}
