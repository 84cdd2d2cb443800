package plain

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/app"
	"smartbank/ui/keymap"
)

// Typed is what is typed for a hint of a page; "" for a key that only moves.
func Typed(h app.Heard, hint keymap.Hint) string {
	for _, a := range acts(h) {
		if a.hint == hint {
			return a.typed
		}
	}
	return ""
}

// Pressed is the key that a word presses on a page.
func Pressed(h app.Heard, word string) (tea.KeyPressMsg, bool) { return pressed(h, word) }
