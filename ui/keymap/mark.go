package keymap

import (
	"slices"

	"smartbank/ui/text"
)

// firstMark stands for the first key of the table, the others follow. It is of a private-use plane (Unicode 16, section 23.5), which nothing from
// outside comes through.
const firstMark = 0xF8000

// Mark is a sign that stands in a sentence for a key, by the name that the key line has for it; "" if no key is called so.
func Mark(shown string) string {
	i := slices.IndexFunc(All, func(k Key) bool { return k.show == shown })
	if i < 0 {
		return ""
	}
	return string(rune(firstMark + i)) //nolint:gosec // the table has dozens of keys
}

// Marked is the name of the key that a mark stands for; "" if it is none.
func Marked(mark rune) string {
	if i := int(mark) - firstMark; i >= 0 && i < len(All) {
		return All[i].show
	}
	return ""
}

// MarkKeys is a catalogue whose sentences have marks for the keys that they name: for who does not press those, and says what to type instead.
func MarkKeys(c *text.Catalog) *text.Catalog { return c.Naming(Mark) }
