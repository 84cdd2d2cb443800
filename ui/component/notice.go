package component

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/text"
)

// Notice is a dialog that tells something and waits for Enter, Esc or Space.
type Notice struct {
	Title   Words
	Message func(*text.Catalog) text.Message
	Value   any // the decision when it is closed
}

// Update decides or scrolls.
func (n *Notice) Update(msg tea.KeyPressMsg) (decision any, done bool) { panic("todo") }

// View draws the dialog in at most w by h cells.
func (n *Notice) View(l Look, w, h int) (box string, cursor *Point) { panic("todo") }
