package app

import (
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// At is the screen that is shown, and whether it is one that needs no login: there
// is nothing of a customer's own on it. A kiosk asks, which stands around the program.
func (a *App) At() (id screen.ID, public bool) {
	def := a.top().def
	return def.ID, def.Public
}

// Asking tells whether a dialog is open over the screen.
func (a *App) Asking() bool { return len(a.dialogs) > 0 }

// Lang is the language of the moment, which F2 changes.
func (a *App) Lang() text.Lang { return a.env.Text.Lang }
