package component

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"
)

// passwordCells is how wide a password's field is at most: a mask in it tells
// nothing that would need more.
const passwordCells = 24

// Password takes a secret and shows a mask for each character. What was typed
// is kept only here and is wiped by Clear.
type Password struct {
	*editor[rune] // behind a pointer, which %v does not follow
	strip

	limit int
}

// NewPassword returns a field for at most limit characters.
func NewPassword(limit int) *Password {
	e := newEditor[rune](limit)
	return &Password{editor: &e, limit: limit}
}

// Bytes is a copy of what was typed, as UTF-8 in NFC; the caller wipes it.
func (p *Password) Bytes() []byte {
	raw := make([]byte, 0, 4*len(p.units))
	for _, r := range p.units {
		raw = append(raw, string(r)...)
	}
	composed := norm.NFC.Append(make([]byte, 0, 3*cap(raw)), raw...)
	clear(raw)
	return composed
}

// Len is the number of characters typed.
func (p *Password) Len() int { return len(p.units) }

func (p *Password) secret() {}

// String does not tell the secret.
func (p *Password) String() string { return "password" }

// GoString does not tell the secret.
func (p *Password) GoString() string { return "password" }

// Update edits the secret. A paste that does not fit is refused whole: half a
// password would only be a wrong one.
func (p *Password) Update(msg tea.Msg) bool {
	s, _, ok := typed(msg)
	if !ok {
		key, is := msg.(tea.KeyPressMsg)
		return is && p.key(key)
	}
	runes := []rune(norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))))
	if len(p.units)+len(runes) <= p.limit {
		p.insert(runes...)
	}
	clear(runes)
	return true
}

// View draws masks.
func (p *Password) View(l Look, width int, focused bool) (string, int) {
	if l.Heard() {
		return sign(l, p, focused)
	}
	masks := make([]cluster, len(p.units))
	for i := range masks {
		masks[i] = cluster{l.Theme.Glyphs.Mask, 1}
	}
	return p.draw(l, masks, p.at, min(width, p.limit+1, passwordCells), focused)
}

// Clear wipes the secret from memory.
func (p *Password) Clear() { p.replace(nil) }
