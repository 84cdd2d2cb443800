package screen

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// Clock is the only source of time in the user interface: real in the terminal,
// virtual in tapes and tests.
type Clock interface {
	// Now is the time.
	Now() time.Time
	// After returns a command that gives msg(now) once d has passed: something the customer waits for.
	After(d time.Duration, msg func(now time.Time) tea.Msg) tea.Cmd
	// Tick is After for what only decorates: spinners, countdowns, the idle
	// clock. A tape's Wait does not wait for it.
	Tick(d time.Duration, msg func(now time.Time) tea.Msg) tea.Cmd
	// Work returns a command that does slow work and gives what it answers: f itself in the terminal, and in tests what a driver can hold
	// back, so that the state in between can be seen.
	Work(f func() tea.Msg) tea.Cmd
}
