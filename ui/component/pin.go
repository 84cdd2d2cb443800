package component

import (
	"bytes"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// PIN takes a fixed number of digits and shows a mask for each: account
// passwords, security card positions, one-time passwords.
type PIN struct {
	*editor[byte] // behind a pointer, which %v does not follow

	n int
}

// NewPIN returns a field for exactly n digits.
func NewPIN(n int) *PIN {
	e := newEditor[byte](n)
	return &PIN{editor: &e, n: n}
}

// Bytes is a copy of the digits typed; the caller wipes it.
func (p *PIN) Bytes() []byte { return bytes.Clone(p.units) }

// Len is the number of digits typed.
func (p *PIN) Len() int { return len(p.units) }

// Complete reports whether all digits were typed.
func (p *PIN) Complete() bool { return len(p.units) == p.n }

func (p *PIN) secret() {}

// String does not tell the secret.
func (p *PIN) String() string { return "PIN" }

// GoString does not tell the secret.
func (p *PIN) GoString() string { return "PIN" }

// Update takes digits; other characters do nothing. A paste replaces what was
// typed if it has not more digits than there are slots.
func (p *PIN) Update(msg tea.Msg) bool {
	s, pasted, ok := typed(msg)
	if !ok {
		key, is := msg.(tea.KeyPressMsg)
		return is && p.key(key)
	}
	digits := digitsOf(s)
	switch {
	case pasted && len(digits) > 0 && len(digits) <= p.n:
		p.replace(digits)
	case !pasted && len(p.units)+len(digits) <= p.n:
		p.insert(digits...)
	}
	clear(digits)
	return true
}

// View draws a slot for each digit, with spaces between them where there is room.
func (p *PIN) View(l Look, width int, focused bool) (string, int) {
	if l.Heard() {
		return sign(l, p, focused)
	}
	style, gap := l.Theme.Field, " "
	if focused {
		style = l.Theme.Focus
	}
	if width < 2*p.n {
		gap = ""
	}
	slots := make([]string, p.n)
	for i := range slots {
		slots[i] = underline(style, "_")
		if i < len(p.units) {
			slots[i] = underline(style, l.Theme.Glyphs.Mask)
		}
	}
	x := -1
	if focused {
		x = min(p.at*(1+len(gap)), p.n*(1+len(gap))-len(gap), width-1)
	}
	return Cut(strings.Join(slots, gap), width), x
}

// Clear wipes the digits from memory.
func (p *PIN) Clear() { p.replace(nil) }

// digitsOf is the digits in s, without anything between them.
func digitsOf(s string) []byte {
	digits := make([]byte, 0, len(s))
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			digits = append(digits, s[i])
		}
	}
	return digits
}
