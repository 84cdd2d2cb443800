package headless_test

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/headless"
)

var begin = time.Date(2026, 11, 5, 10, 0, 0, 0, time.UTC)

// notebook is a program that notes what it is told and does what a test wants.
type notebook struct {
	clock *headless.Clock
	notes []string
	view  tea.View
	init  tea.Cmd
	on    func(msg tea.Msg) tea.Cmd
}

// said is a message of a test.
type said string

// open starts a notebook; on says what to do on a message, besides noting it.
func open(on func(n *notebook, msg tea.Msg) tea.Cmd) (*headless.Driver, *notebook) {
	n := &notebook{clock: headless.NewClock(begin)}
	if on != nil {
		n.on = func(msg tea.Msg) tea.Cmd { return on(n, msg) }
	}
	d := headless.New(n, n.clock, 20, 4)
	n.notes = nil
	return d, n
}

func (n *notebook) Init() tea.Cmd { return n.init }

func (n *notebook) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	n.note(msg)
	if n.on == nil {
		return n, nil
	}
	return n, n.on(msg)
}

func (n *notebook) note(msg tea.Msg) {
	switch msg := msg.(type) {
	case said:
		n.notes = append(n.notes, string(msg))
	case tea.KeyPressMsg:
		n.notes = append(n.notes, msg.Keystroke())
	default:
		n.notes = append(n.notes, strings.TrimPrefix(fmt.Sprintf("%T", msg), "tea."))
	}
}

func (n *notebook) View() tea.View { return n.view }

// told are the notes.
func (n *notebook) told() string { return strings.Join(n.notes, " ") }

func say(text string) tea.Cmd { return func() tea.Msg { return said(text) } }

// later is a timer's message: its text and when it came.
func (n *notebook) later(d time.Duration, text string) tea.Cmd {
	return n.clock.After(d, func(now time.Time) tea.Msg { return said(fmt.Sprintf("%s@%v", text, now.Sub(begin))) })
}

// tick is later for what only decorates.
func (n *notebook) tick(d time.Duration, text string) tea.Cmd {
	return n.clock.Tick(d, func(now time.Time) tea.Msg { return said(fmt.Sprintf("%s@%v", text, now.Sub(begin))) })
}
