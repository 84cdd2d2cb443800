package app

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// press hands a key on: leaving, language and help are the frame's; then the
// dialog on top; then Esc for what is running; then the screen.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	a.said = saying{}
	if !a.config.Plain { // a conversation presses the table's keys, and knows itself what is typed for them
		meant, bound := a.env.Preferences.Keys.Translate(msg, a.typing)
		if !bound {
			return nil
		}
		msg = meant
	}
	switch {
	case keymap.Quit.Pressed(msg):
		return a.quit()
	case keymap.Language.Pressed(msg):
		a.env.Text = a.words(a.env.Text.Other())
		a.dress()
		return a.toTop(screen.Shown{})
	}
	if a.env.Now.Before(a.quiet) {
		defer func() { a.quiet = a.env.Now.Add(quietPeriod) }()
	}
	if d := a.listener(); d != nil {
		return a.decide(d, msg)
	}
	switch {
	case keymap.Help.Pressed(msg):
		a.push(&dialog{Dialog: newHelp(a.keys(), a.hints(everywhere(a.env.Text))), serial: frame, decided: nothing})
		return nil
	case keymap.AllMenus.Pressed(msg):
		return a.toAllMenus()
	case keymap.Back.Pressed(msg):
		if w := a.running(); w != nil {
			w.cancelled = true
			w.cancel()
			return nil
		}
	}
	return a.toTop(msg)
}

// nothing is what follows from a dialog that only tells.
func nothing(any) tea.Cmd { return nil }

// keys are the hints of the screen that is shown, with the customer's keys.
func (a *App) keys() []keymap.Hint {
	w, h := a.body()
	return a.hints(a.top().screen.View(w, h).Keys)
}

// hints are hints with the customer's keys. Who is confined is not told of the way
// out.
func (a *App) hints(list []keymap.Hint) []keymap.Hint {
	own := make([]keymap.Hint, 0, len(list))
	for _, h := range list {
		if a.config.Confined && h == keymap.Quit.Hint(a.env.Text) {
			continue
		}
		own = append(own, a.env.Preferences.Keys.Hint(h))
	}
	return own
}

// typing reports whether letters are being typed: there is a cursor then.
func (a *App) typing() bool {
	if d := a.listener(); d != nil {
		_, cursor := d.View(a.env.Look, a.w-4, a.h-2)
		return cursor != nil
	}
	return a.top().screen.View(a.body()).Cursor != nil
}

// quit leaves the program: at once if nobody is logged in and nothing would be lost, or it is asked a
// second time, else after a question.
func (a *App) quit() tea.Cmd {
	if a.env.Session == nil && !a.holding() || (len(a.dialogs) > 0 && a.dialogs[len(a.dialogs)-1].serial == leaving) {
		return a.leave()
	}
	a.push(&dialog{
		Dialog: &component.Confirm{
			Title: a.quitTitle,
			Lines: a.quitLines,
			Buttons: []component.Button{
				{Label: func(c *text.Catalog) string { return c.Frame.Yes }, Value: true},
				{Label: func(c *text.Catalog) string { return c.Frame.No }, Value: false},
			},
			Cancel: false,
		},
		serial: leaving,
		decided: func(decision any) tea.Cmd {
			if decision == true {
				return a.leave()
			}
			return nil
		},
	})
	return nil
}

// quitTitle asks whether to leave this program.
func (a *App) quitTitle(c *text.Catalog) string {
	if a.config.Desk != nil {
		return c.PC.QuitTitle
	}
	return c.Frame.QuitTitle
}

// quitLines say what ends with it.
func (a *App) quitLines(c *text.Catalog) (lines []string) {
	if a.env.Session != nil {
		lines = append(lines, c.Frame.QuitQuestion)
	}
	if a.holding() {
		lines = append(lines, c.Frame.QuitUnsaved)
	}
	return lines
}

// leaving is the serial number of the question whether to leave.
const leaving = -2
