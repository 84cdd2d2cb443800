package app

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// onward is what the customer wanted before it was saved what a screen holds, and what is done once that is saved.
type onward struct {
	serial int // of the screen
	then   func() tea.Cmd
}

// fate is the answer to the question before something is lost.
type fate int

const (
	stay fate = iota
	lose
	save
)

// unsaved is what would be lost with a screen; nil if nothing would be.
func unsaved(l *layer) *screen.Unsaved {
	if h, ok := l.screen.(screen.Holder); ok {
		return h.Unsaved()
	}
	return nil
}

// holding reports whether any screen holds something unsaved.
func (a *App) holding() bool {
	for _, l := range a.stack {
		if unsaved(l) != nil {
			return true
		}
	}
	return false
}

// close closes a screen that asks for it, after a question if something would be lost.
func (a *App) close(l *layer) tea.Cmd {
	return a.lose(l, unsaved(l), func() tea.Cmd { return a.shut(l.serial) })
}

// toAllMenus closes every screen above All Menus, from the top one down. It stops at each that holds something unsaved, which is in
// sight then, until the customer has decided.
func (a *App) toAllMenus() tea.Cmd {
	for i := len(a.stack) - 1; i > 0; i-- {
		l := a.stack[i]
		holds := unsaved(l)
		if holds == nil {
			continue
		}
		var cmd tea.Cmd
		if l != a.top() {
			cmd = a.uncover(l)
		}
		return tea.Batch(cmd, a.lose(l, holds, func() tea.Cmd { return tea.Batch(a.shut(l.serial), a.toAllMenus()) }))
	}
	return a.shutAll()
}

// lose does what follows for a screen that holds something: at once if that is nothing, else once the customer has decided what becomes
// of it.
func (a *App) lose(l *layer, holds *screen.Unsaved, then func() tea.Cmd) tea.Cmd {
	if holds == nil {
		return then()
	}
	a.push(&dialog{Dialog: losing(*holds), serial: l.serial, decided: func(decision any) tea.Cmd {
		switch decision {
		case lose:
			return then()
		case save:
			a.onward = &onward{l.serial, then}
			return tea.Batch(a.do(l.serial, holds.Save()), a.goOn())
		}
		return nil
	}})
	return nil
}

// losing is the question before something is lost. To stay is the first answer, or to save where that can be done.
func losing(holds screen.Unsaved) *component.Confirm {
	title, lines := holds.Title, holds.Text
	if title == nil {
		title = func(c *text.Catalog) string { return c.Frame.LeaveTitle }
	}
	if lines == nil {
		lines = func(c *text.Catalog) string { return c.Frame.LeaveText }
	}
	buttons := []component.Button{
		{Label: func(c *text.Catalog) string { return c.Frame.LeaveStay }, Value: stay},
		{Label: func(c *text.Catalog) string { return c.Frame.Leave }, Value: lose},
	}
	if holds.Save != nil {
		buttons = []component.Button{
			{Label: func(c *text.Catalog) string { return c.Settings.Save }, Value: save},
			{Label: func(c *text.Catalog) string { return c.Settings.Undo }, Value: lose},
			{Label: func(c *text.Catalog) string { return c.Settings.Stay }, Value: stay},
		}
	}
	return &component.Confirm{
		Title: title, Lines: func(c *text.Catalog) []string { return []string{lines(c)} }, Buttons: buttons, Cancel: stay,
	}
}

// goOn goes on with what the customer wanted once it is saved what the screen holds, and forgets it if that could not be saved.
func (a *App) goOn() tea.Cmd {
	if a.onward == nil {
		return nil
	}
	is, l := a.onward, a.find(a.onward.serial)
	switch {
	case l != nil && unsaved(l) == nil:
		a.onward = nil
		return is.then()
	case l == nil || !a.busy(is.serial):
		a.onward = nil
	}
	return nil
}

// busy reports whether a screen waits for an answer.
func (a *App) busy(serial int) bool {
	for _, w := range a.works {
		if w.serial == serial && !w.quiet {
			return true
		}
	}
	return false
}
