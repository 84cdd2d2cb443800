// Package screen is the contract between the program's frame, package app, and
// its screens.
//
// A screen is a value with three methods. It never blocks and reads no clock:
// what is slow goes through [Do], what is later through [After], and both answer
// with a message that reaches only the screen that asked, if it is still open.
// Screens do not know each other: they ask for another one by its [ID].
package screen

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
)

// ID names a screen: an area and a name, "transfer.realtime".
type ID string

// Screen is what app shows between its title bar and its key line. Update
// changes the screen in place and returns what is to be done next.
type Screen interface {
	// Init is called once, when the screen has been put on the stack.
	Init() tea.Cmd
	// Update is told of keys, pastes and mouse clicks that are meant for this screen, of [Result] and [Decided] values it asked for, and
	// of [Shown] when it comes back to the top.
	Update(msg tea.Msg) tea.Cmd
	// View draws the body, at most w cells wide and h lines high.
	View(w, h int) View
}

// Booked tells a screen that another program has written to the bank: what it
// shows may be out of date.
type Booked struct{}

// View is a drawn body.
type View struct {
	Body   string           // lines joined by "\n"
	Cursor *component.Point // where typing goes, in cells from the body's top left corner; nil where nothing is typed
	Keys   []keymap.Hint    // for the key line, most important first
	Title  string           // of the path in the title bar; "" is the Def's
	Steps  string           // at the right of the title bar instead of name and time left
}

// Shown tells a screen that it is on top again, after one that it opened was
// closed, or that F2 was pressed.
type Shown struct{}

// Leaver is a screen that has something to put away when it is closed, such as
// an order under review. What its command answers goes nowhere.
type Leaver interface{ Leave() tea.Cmd }
