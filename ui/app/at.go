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

// Fields are the inputs of the screen that is shown, as they are heard, also under a dialog: one of them has the focus if anything is typed
// there.
func (a *App) Fields() (fields []component.Asked) {
	for _, part := range a.heardOf(func() string { return a.top().screen.View(a.body()).Body }) {
		if field, ok := part.(component.Asked); ok {
			fields = append(fields, field)
		}
	}
	return fields
}

// Answers are the buttons of the dialog on top, as they are heard; none without a dialog.
func (a *App) Answers() (answers component.Answers) {
	if !a.Asking() {
		return answers
	}
	for _, part := range a.heardOf(func() string {
		box, _ := a.dialogs[len(a.dialogs)-1].View(a.env.Look, component.HeardWidth, heardHeight)
		return box
	}) {
		if is, ok := part.(component.Answers); ok {
			answers = is
		}
	}
	return answers
}

// heardOf is what is drawn as it is heard.
func (a *App) heardOf(draw func() string) []component.Spoken {
	kept := a.env.Script
	defer func() { a.env.Script = kept }()
	a.env.Script = &component.Script{}
	return a.env.Script.Read(draw())
}
