package component

import tea "charm.land/bubbletea/v2"

// Text takes free text of one line in NFC. Its zero value takes nothing: use
// [NewText].
type Text struct{}

// NewText returns a field for at most limit cells: 14 are seven syllables of
// Hangul or 14 letters. What does not fit is refused, not cut.
func NewText(limit int) *Text { panic("todo") }

// Value is what was typed, without spaces at its ends.
func (t *Text) Value() string { panic("todo") }

// Set replaces what was typed, cleaned and cut to the limit, and puts the cursor
// at the end.
func (t *Text) Set(s string) { panic("todo") }

// Hint is shown muted while the field is empty; nil for nothing.
func (t *Text) Hint(h Words) *Text { panic("todo") }

// Update edits the text.
func (t *Text) Update(msg tea.Msg) bool { panic("todo") }

// View draws the text, scrolled so that the cursor is in sight.
func (t *Text) View(l Look, width int, focused bool) (string, int) { panic("todo") }

// Clear empties the field.
func (t *Text) Clear() { panic("todo") }
