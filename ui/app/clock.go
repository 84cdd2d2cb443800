package app

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/text"
)

// How often the frame is drawn anew: for the countdown, and for the spinner.
const (
	slowBeat = time.Second
	fastBeat = 100 * time.Millisecond
	sayFor   = 6 * time.Second
)

// beat is the frame's own clock: countdowns, idle logout, session checks.
type beat struct{}

// turn is the spinner's.
type turn struct{}

func (a *App) tick() tea.Cmd {
	return a.config.Clock.Tick(slowBeat, func(time.Time) tea.Msg { return beat{} })
}

// still reports whether nothing moves: nobody is logged in, nothing is under way and nothing was just said. Only a PC's pages
// count down without a session. A program that is left there for months, as in tapes, does nothing.
func (a *App) still() bool {
	return a.env.Session == nil && a.config.Desk == nil && len(a.works) == 0 &&
		!a.env.Now.Before(a.said.until)
}

// beat looks at the clock once a second.
func (a *App) beat() tea.Cmd {
	if a.still() {
		a.asleep = true
		return nil
	}
	cmds := []tea.Cmd{a.tick(), a.watch()}
	if a.env.Session != nil && a.left() <= 0 {
		return tea.Batch(append(cmds, a.idle())...)
	}
	if a.env.Now.Unix()%int64(checkEvery/time.Second) == 0 {
		cmds = append(cmds, a.check())
	}
	return tea.Batch(cmds...)
}

// spin starts the spinner's clock, which runs while there is work.
func (a *App) spin() tea.Cmd {
	if len(a.works) != 1 {
		return nil
	}
	return a.turn()
}

func (a *App) turn() tea.Cmd {
	return a.config.Clock.Tick(fastBeat, func(time.Time) tea.Msg { return turn{} })
}

// say shows a line in the status line.
func (a *App) say(line func(*text.Catalog) string) {
	a.said = saying{line, a.env.Now.Add(sayFor)}
}

func copied(c *text.Catalog) string { return c.Frame.Copied }

func notCopied(c *text.Catalog) string { return c.Kiosk.NotCopied }
