package component

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/text"
)

// Button is one answer to a [Confirm].
type Button struct {
	Label Words
	Value any // the decision
}

// Confirm is a dialog that asks a question. Left, Right and Tab move between the
// buttons, Enter chooses, Esc decides Cancel.
type Confirm struct {
	Title   Words
	Lines   func(*text.Catalog) []string // wrapped; may be nil
	Warn    Words                        // a step that cannot be undone says so here; may be nil
	Buttons []Button
	Default int // the button that is chosen at first
	Cancel  any // decision of Esc
}

// Update decides or moves.
func (c *Confirm) Update(msg tea.KeyPressMsg) (decision any, done bool) { panic("todo") }

// View draws the dialog in at most w by h cells.
func (c *Confirm) View(l Look, w, h int) (box string, cursor *Point) { panic("todo") }
