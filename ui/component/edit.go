package component

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// editor is a row of units with a cursor between them: characters of text, runes
// of a secret, or digits. Revision counts the changes of its content.
type editor[T any] struct {
	units    []T
	at       int
	revision int
}

// newEditor returns an empty editor for at most limit units. Within it the
// units never move in memory, so that a secret leaves no copy behind.
func newEditor[T any](limit int) editor[T] {
	return editor[T]{units: make([]T, 0, limit)}
}

// key moves the cursor and deletes. It reports whether the key was one for that.
func (e *editor[T]) key(msg tea.KeyPressMsg) bool {
	switch msg.Keystroke() {
	case "left":
		e.at = max(e.at-1, 0)
	case "right":
		e.at = min(e.at+1, len(e.units))
	case "home", "ctrl+a":
		e.at = 0
	case "end", "ctrl+e":
		e.at = len(e.units)
	case "backspace", "ctrl+h":
		e.remove(e.at-1, e.at)
	case "delete":
		e.remove(e.at, e.at+1)
	case "ctrl+u":
		e.remove(0, len(e.units))
	default:
		return false
	}
	return true
}

// remove takes units away; bounds outside the row take nothing.
func (e *editor[T]) remove(from, to int) {
	if from < 0 || to > len(e.units) || from == to {
		return
	}
	e.units = slices.Delete(e.units, from, to) // clears what is behind
	if e.at > from {
		e.at = max(from, e.at-(to-from))
	}
	e.revision++
}

// insert puts units at the cursor.
func (e *editor[T]) insert(units ...T) {
	if len(units) == 0 {
		return
	}
	e.units = slices.Insert(e.units, e.at, units...)
	e.at += len(units)
	e.revision++
}

// replace puts units in place of all there are, and the cursor behind them.
func (e *editor[T]) replace(units []T) {
	clear(e.units[:cap(e.units)])
	e.units = append(e.units[:0], units...)
	e.at = len(e.units)
	e.revision++
}

// changes is for a form, which tells a move of the cursor from a change.
func (e *editor[T]) changes() int { return e.revision }

// length is for a form, which tells what is typed from what is empty.
func (e *editor[T]) length() int { return len(e.units) }

// typed is what a message types, and whether it was pasted. Ok is false for keys
// that type nothing.
func typed(msg tea.Msg) (s string, pasted, ok bool) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return msg.Content, true, true
	case tea.KeyPressMsg:
		return msg.Text, false, msg.Text != ""
	}
	return "", false, false
}
