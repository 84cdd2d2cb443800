package component

import (
	"bytes"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Digits takes a fixed number of digits in groups, of which the first group is
// public and shown, and the others are secret and masked: the number that another device shows.
type Digits struct {
	*editor[byte] // behind a pointer, which %v does not follow

	n, group int
}

// NewDigits returns a field for exactly n digits in groups of group.
func NewDigits(n, group int) *Digits {
	e := newEditor[byte](n)
	return &Digits{editor: &e, n: n, group: group}
}

// Bytes is a copy of the digits typed; the caller wipes it.
func (d *Digits) Bytes() []byte { return bytes.Clone(d.units) }

// Len is the number of digits typed.
func (d *Digits) Len() int { return len(d.units) }

// Complete reports whether all digits were typed.
func (d *Digits) Complete() bool { return len(d.units) == d.n }

func (d *Digits) secret() {}

// String does not tell the secret.
func (d *Digits) String() string { return "digits" }

// GoString does not tell the secret.
func (d *Digits) GoString() string { return "digits" }

// Update takes digits; other characters do nothing. A paste replaces what was
// typed if it has as many digits as there are slots, whatever stands between them.
func (d *Digits) Update(msg tea.Msg) bool {
	s, pasted, ok := typed(msg)
	if !ok {
		key, is := msg.(tea.KeyPressMsg)
		return is && d.key(key)
	}
	digits := digitsOf(s)
	switch {
	case pasted && len(digits) == d.n:
		d.replace(digits)
	case !pasted && len(d.units)+len(digits) <= d.n:
		d.insert(digits...)
	}
	clear(digits)
	return true
}

// View draws a slot for each digit, with a space between groups.
func (d *Digits) View(l Look, width int, focused bool) (string, int) {
	if l.Heard() {
		return sign(l, d, focused)
	}
	style := l.Theme.Field
	if focused {
		style = l.Theme.Focus
	}
	var groups []string
	for from := 0; from < d.n; from += d.group {
		var slots strings.Builder
		for i := from; i < min(from+d.group, d.n); i++ {
			switch {
			case i >= len(d.units):
				slots.WriteByte('_')
			case i < d.group:
				slots.WriteByte(d.units[i])
			default:
				slots.WriteString(l.Theme.Glyphs.Mask)
			}
		}
		groups = append(groups, underline(style, slots.String()))
	}
	x := -1
	if focused {
		x = min(d.at+min(d.at, d.n-1)/d.group, width-1)
	}
	return Cut(strings.Join(groups, " "), width), x
}

// Clear wipes the digits from memory.
func (d *Digits) Clear() { d.replace(nil) }
