package app

import (
	"strings"
	"time"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// heardHeight is the height of a page that is heard: more than any has, so that nothing is left out.
const heardHeight = 1000

// Heard is the program at a moment as it is heard instead of seen: what View draws, in words.
type Heard struct {
	Text *text.Catalog // the language of the moment

	Screen int       // the serial number of the screen: another one is another screen
	ID     screen.ID // what the screen is
	Group  string    // the menu that it belongs to; "" for none
	Title  string
	Steps  string // how far an order is; "" for most screens
	Page   []component.Spoken
	Keys   []keymap.Hint    // what can be done here, by the key table
	Own    *keymap.Bindings // what the customer would rather type; nil for nothing

	Dialog  int                // the number of the dialog over the screen; 0 for none
	Box     []component.Spoken // what it says
	Telling bool               // it only tells something and asks nothing
	Quiet   time.Time          // before that it takes no key

	Working  bool          // the screen waits for an answer
	Passed   time.Duration // since it waits
	Behind   bool          // something is read that nobody waits for
	Said     string        // the latest short message; "" once a key was pressed
	SignedIn bool
	Gone     bool          // the program is being left
	Left     time.Duration // before the idle logout, if signed in
	Ending   bool          // that is near enough to warn of it
}

// Hear tells what the program shows. Only a program whose configuration asks for it can be heard.
func (a *App) Hear() Heard {
	*a.env.Script = component.Script{}
	view := a.top().screen.View(a.body())
	group, title := a.path(view)
	h := Heard{
		Text: a.env.Text, Screen: a.top().serial, ID: a.top().def.ID, Group: strings.TrimSuffix(group, under), Title: title, Steps: view.Steps, Page: a.env.Script.Read(view.Body), Keys: view.Keys, Own: a.env.Preferences.Keys, Gone: a.gone,
		SignedIn: a.env.Session != nil, Left: a.left(), Ending: a.env.Session != nil && a.ending(),
	}
	if view.Cursor == nil { // nothing is typed
		h.Page = withoutFocus(h.Page)
	}
	if n := len(a.dialogs); n > 0 {
		d := a.dialogs[n-1]
		box, _ := d.View(a.env.Look, component.HeardWidth, heardHeight)
		_, h.Telling = d.Dialog.(*component.Notice)
		h.Dialog, h.Box = d.number, a.env.Script.Read(box)
		if d.unasked {
			h.Quiet = a.quiet
		}
	}
	if w := a.running(); w != nil {
		h.Working, h.Passed = true, a.env.Now.Sub(w.since)
	}
	for _, w := range a.works {
		h.Behind = h.Behind || w.quiet && w.serial == a.top().serial
	}
	if a.said.line != nil {
		h.Said = a.said.line(a.env.Text)
	}
	return h
}

// Stay begins the time until the idle logout anew: somebody is there.
func (a *App) Stay() { a.input = a.config.Clock.Now() }

// withoutFocus are the parts of a page none of whose inputs takes what is typed.
func withoutFocus(page []component.Spoken) []component.Spoken {
	for i, part := range page {
		if asked, ok := part.(component.Asked); ok {
			asked.Focused = false
			page[i] = asked
		}
	}
	return page
}
