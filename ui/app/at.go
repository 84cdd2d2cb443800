package app

import (
	"smartbank/ui/component"
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

// Waiting tells whether the screen that is shown waits for an answer.
func (a *App) Waiting() bool { return a.running() != nil }

// Fields are the inputs of the screen that is shown, as they are heard: one of them has the focus if anything is typed there. There are
// none while a dialog is open.
func (a *App) Fields() []component.Asked {
	if a.Asking() {
		return nil
	}
	kept := a.env.Script
	defer func() { a.env.Script = kept }()
	a.env.Script = &component.Script{}
	var fields []component.Asked
	for _, part := range a.env.Script.Read(a.top().screen.View(a.body()).Body) {
		if field, ok := part.(component.Asked); ok {
			fields = append(fields, field)
		}
	}
	return fields
}
