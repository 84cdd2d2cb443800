package component

import tea "charm.land/bubbletea/v2"

// PIN takes a fixed number of digits and shows a mask for each: account
// passwords, security card positions, one-time passwords.
type PIN struct{}

// NewPIN returns a field for exactly n digits.
func NewPIN(n int) *PIN { panic("todo") }

// Bytes is a copy of the digits typed; the caller wipes it.
func (p *PIN) Bytes() []byte { panic("todo") }

// Len is the number of digits typed.
func (p *PIN) Len() int { panic("todo") }

// Complete reports whether all digits were typed.
func (p *PIN) Complete() bool { panic("todo") }

// String does not tell the secret.
func (p *PIN) String() string { panic("todo") }

// GoString does not tell the secret.
func (p *PIN) GoString() string { panic("todo") }

// Update takes digits; other characters do nothing.
func (p *PIN) Update(msg tea.Msg) bool { panic("todo") }

// View draws a slot for each digit.
func (p *PIN) View(l Look, width int, focused bool) (string, int) { panic("todo") }

// Clear wipes the digits from memory.
func (p *PIN) Clear() { panic("todo") }
