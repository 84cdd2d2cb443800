package component

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"
)

// runesPerCell bounds marks that take no cell, of which a text could otherwise
// have any number.
const runesPerCell = 4

// Text takes free text of one line in NFC. Its zero value takes nothing: use
// [NewText].
type Text struct {
	editor[cluster]
	strip

	limit int
	hint  Words
}

// NewText returns a field for at most limit cells: 14 are seven syllables of
// Hangul or 14 letters. What does not fit is refused, not cut.
func NewText(limit int) *Text { return &Text{limit: limit} }

// Value is what was typed, without spaces at its ends.
func (t *Text) Value() string { return strings.TrimSpace(join(t.units)) }

// Set replaces what was typed, cleaned and cut to the limit, and puts the cursor
// at the end.
func (t *Text) Set(s string) {
	t.replace(nil)
	t.write(s)
}

// Hint makes h stand muted in the field while it is empty. It returns the field.
func (t *Text) Hint(h Words) *Text {
	t.hint = h
	return t
}

// Update edits the text.
func (t *Text) Update(msg tea.Msg) bool {
	if s, _, ok := typed(msg); ok {
		t.write(s)
		return true
	}
	key, ok := msg.(tea.KeyPressMsg)
	if !ok || !t.key(key) {
		return false
	}
	t.settle()
	return true
}

// write inserts as many characters of s as there is room for.
func (t *Text) write(s string) {
	list := clusters(Cut(Clean(s), t.limit))
	before, after := join(t.units[:t.at]), join(t.units[t.at:])
	for ; len(list) > 0; list = list[:len(list)-1] {
		start := norm.NFC.String(before + join(list))
		whole := norm.NFC.String(start + after)
		if Cells(whole) > t.limit || len([]rune(whole)) > runesPerCell*t.limit {
			continue
		}
		t.units, t.at = clusters(whole), len(clusters(start))
		t.revision++
		t.settle()
		return
	}
}

// settle splits the text anew: what was apart may have become one character, and
// a mark at the start has none to stand on.
func (t *Text) settle() {
	before := clusters(norm.NFC.String(join(t.units[:t.at])))
	units := clusters(norm.NFC.String(join(t.units)))
	for len(units) > 0 && units[0].cells == 0 {
		units, before = units[1:], before[min(1, len(before)):]
	}
	t.units, t.at = units, min(len(before), len(units))
}

// View draws the text, scrolled so that the cursor is in sight.
func (t *Text) View(l Look, width int, focused bool) (string, int) {
	if l.Heard() {
		return sign(l, t, focused)
	}
	width = min(width, t.limit+1)
	if len(t.units) > 0 || t.hint == nil || width <= 0 {
		return t.draw(l, t.units, t.at, width, focused)
	}
	x := -1
	if focused {
		x = 0
	}
	return underline(l.Theme.Muted, fit(l, t.hint(l.Text), width, false)), x
}

// Clear empties the field.
func (t *Text) Clear() { t.replace(nil) }
