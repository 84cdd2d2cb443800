package screen

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
)

// Unsaved is what would be lost with a screen or a page, as the customer is asked about it before it is left.
type Unsaved struct {
	// Title and Text are the question; nil asks whether to leave the form, and says that what was typed is lost.
	Title, Text component.Words
	// Save keeps it, as far as it can be kept; nil where there is nothing to keep it in. Once Unsaved is nil, app goes on with what the
	// customer wanted; if it is not when what Save began has ended, the screen says why and stays.
	Save func() tea.Cmd
}

// Holder is a screen that may hold something unsaved. Whatever way the customer leaves it, app asks first: by F10 also where other
// screens are open over it, and by [Close]. The end of a session and the end of a kiosk's visit do not ask.
//
// Worth a question is anything typed into an order, a request or a new favourite; two fields of any other form, passwords among them; and
// changes that wait to be saved. A chosen option, a single field, and what only searches or converts can be had again at once.
type Holder interface {
	// Unsaved is what would be lost; nil if nothing would be.
	Unsaved() *Unsaved
}

// Dropping asks to leave a page of a screen, and to lose what it holds.
type Dropping struct {
	Holds *Unsaved
	Then  func() tea.Cmd
}

// Drop returns a command that does then, which leaves a page of this screen: at once if the page holds nothing, else once the customer has
// agreed to lose it. [Close] asks by itself.
func Drop(holds *Unsaved, then func() tea.Cmd) tea.Cmd {
	return func() tea.Msg { return Dropping{holds, then} }
}
