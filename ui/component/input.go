package component

import (
	tea "charm.land/bubbletea/v2"
)

// Input is what a customer types into. Its words are drawn anew each time, so
// that F2 loses nothing.
type Input interface {
	// Update is told of a tea.KeyPressMsg or a tea.PasteMsg, and reports whether
	// that was for the input. Keys that it does not use move between fields.
	Update(msg tea.Msg) (handled bool)
	// View draws the input in one line of at most width cells. CursorX is the cell where typing goes, below 0 if not focused.
	View(l Look, width int, focused bool) (line string, cursorX int)
	// Clear empties it.
	Clear()
}

// secret is an [Input] whose value nobody but the bank may learn.
type secret interface{ secret() }

// counting is an [Input] that knows how often its value changed.
type counting interface{ changes() int }

// holding is an [Input] that knows how much is typed into it.
type holding interface{ length() int }

// unfolding is an [Input] with lines below it while it has the focus.
type unfolding interface {
	Below(l Look, width int) []string
}
