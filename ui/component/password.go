package component

import tea "charm.land/bubbletea/v2"

// Password takes a secret and shows a mask for each character. What was typed
// is kept only here and is wiped by Clear.
type Password struct{}

// NewPassword returns a field for at most limit characters.
func NewPassword(limit int) *Password { panic("todo") }

// Bytes is a copy of what was typed, as UTF-8 in NFC; the caller wipes it.
func (p *Password) Bytes() []byte { panic("todo") }

// Len is the number of characters typed.
func (p *Password) Len() int { panic("todo") }

// String does not tell the secret.
func (p *Password) String() string { panic("todo") }

// GoString does not tell the secret.
func (p *Password) GoString() string { panic("todo") }

// Update edits the secret.
func (p *Password) Update(msg tea.Msg) bool { panic("todo") }

// View draws masks.
func (p *Password) View(l Look, width int, focused bool) (string, int) { panic("todo") }

// Clear wipes the secret from memory.
func (p *Password) Clear() { panic("todo") }
