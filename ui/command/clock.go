package command

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// clock is the program's time in the terminal: the machine's, or one that was set
// with --clock and runs on from there. It is a screen.Clock.
type clock struct {
	now    func() time.Time
	later  func(d time.Duration, msg func() tea.Msg) tea.Cmd
	offset time.Duration
}

// clock is the clock that the settings ask for.
func (p *program) clock() clock {
	c := clock{now: p.Now, later: p.Later}
	if !p.settings.start.IsZero() {
		c.offset = p.settings.start.Sub(p.begun)
	}
	return c
}

// Now is the time.
func (c clock) Now() time.Time { return c.now().Add(c.offset) }

// After gives msg(now) once d has passed.
func (c clock) After(d time.Duration, msg func(now time.Time) tea.Msg) tea.Cmd {
	return c.later(d, func() tea.Msg { return msg(c.Now()) })
}

// Tick is After: only a tape tells them apart.
func (c clock) Tick(d time.Duration, msg func(now time.Time) tea.Msg) tea.Cmd { return c.After(d, msg) }

// Work gives the answer of slow work: here the work itself, which Bubble Tea runs
// beside the program.
func (c clock) Work(f func() tea.Msg) tea.Cmd { return f }
