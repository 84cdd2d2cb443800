package component

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/keymap"
	"smartbank/ui/text"
)

// choiceRows is how many options an open list shows at a time.
const choiceRows = 6

// Words is text in the language of a catalogue.
type Words func(*text.Catalog) string

// Same is words that are the same in every language, such as a number.
func Same(s string) Words { return func(*text.Catalog) string { return s } }

// Option is one thing to choose.
type Option struct {
	Key    string // what Selected returns; typing it finds the option
	Label  Words
	Detail Words // beside the label; nil for nothing
}

// Choice takes one of several options. Left and Right change it; Down, Up or
// typing open a list, which typing filters by key and by label in both languages
// ("088", "shin", "신한", "ㅅㅎ").
type Choice struct {
	editor[cluster] // what was typed to find an option
	strip

	options []Option
	found   []int // options that what was typed leaves
	chosen  int   // an option; it is among found, unless that is empty
	before  int   // what was chosen when the list was opened
	open    bool
	chose   int // how often another option was chosen
}

// NewChoice returns a field with the first option chosen.
func NewChoice(options ...Option) *Choice {
	c := &Choice{}
	c.SetOptions(options...)
	return c
}

// SetOptions replaces the options. The chosen one stays chosen if its key is
// still there, else the first is.
func (c *Choice) SetOptions(options ...Option) {
	key := c.Selected()
	c.options = slices.Clone(options)
	c.chosen = 0
	c.shut()
	c.Select(key)
}

// Selected is the key of the chosen option; "" if there are no options.
func (c *Choice) Selected() string {
	if len(c.options) == 0 {
		return ""
	}
	return c.options[c.chosen].Key
}

// Select chooses by key, and reports whether there is such an option.
func (c *Choice) Select(key string) bool {
	i := slices.IndexFunc(c.options, func(o Option) bool { return o.Key == key })
	if i < 0 {
		return false
	}
	c.choose(i)
	return true
}

// Open reports whether the list is shown. Esc then closes it instead of leaving
// the screen.
func (c *Choice) Open() bool { return c.open }

// Clear chooses the first option.
func (c *Choice) Clear() {
	c.shut()
	c.choose(0)
}

func (c *Choice) choose(i int) {
	if i != c.chosen {
		c.chosen = i
		c.chose++
	}
}

// changes counts choices, not what was typed to find them.
func (c *Choice) changes() int { return c.chose }

// length is none: what is typed only finds an option.
func (c *Choice) length() int { return 0 }

func (c *Choice) unfold() {
	if !c.open {
		c.open, c.before = true, c.chosen
	}
}

// shut closes the list and forgets what was typed.
func (c *Choice) shut() {
	c.open = false
	c.replace(nil)
	c.filter()
}

// Update changes the choice. Enter and Tab close an open list and are left to the
// form, which moves on; Esc closes it with what was chosen before.
func (c *Choice) Update(msg tea.Msg) bool {
	if s, _, ok := typed(msg); ok {
		c.find(s)
		return true
	}
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false
	}
	switch {
	case keymap.Left.Pressed(key):
		c.step(-1)
	case keymap.Right.Pressed(key):
		c.step(1)
	case c.open:
		return c.inList(key)
	case keymap.Up.Pressed(key), keymap.Down.Pressed(key):
		c.unfold()
	default:
		return false
	}
	return true
}

// inList is told of the keys of an open list.
func (c *Choice) inList(key tea.KeyPressMsg) bool {
	switch {
	case keymap.Up.Pressed(key):
		c.step(-1)
	case keymap.Down.Pressed(key):
		c.step(1)
	case keymap.PageUp.Pressed(key):
		c.step(-choiceRows)
	case keymap.PageDown.Pressed(key):
		c.step(choiceRows)
	case keymap.Home.Pressed(key):
		c.step(-len(c.found))
	case keymap.End.Pressed(key):
		c.step(len(c.found))
	case keymap.Back.Pressed(key):
		c.choose(c.before)
		c.shut()
	case keymap.Enter.Pressed(key) && len(c.found) == 0: // nothing to take
	case keymap.Enter.Pressed(key), keymap.Next.Pressed(key), keymap.Previous.Pressed(key):
		c.shut()
		return false
	default:
		if !c.key(key) {
			return false
		}
		c.filter()
	}
	return true
}

// step chooses an option further on among those found; it stops at the ends.
func (c *Choice) step(n int) {
	if len(c.found) > 0 {
		c.choose(c.found[min(max(c.place()+n, 0), len(c.found)-1)])
	}
}

// place is where the chosen option stands among those found.
func (c *Choice) place() int { return max(slices.Index(c.found, c.chosen), 0) }

// find types into the filter; a space with nothing typed only opens the list.
func (c *Choice) find(s string) {
	c.unfold()
	list := clusters(Cut(Clean(s), choiceCells-width(c.units)))
	if len(c.units) == 0 && len(list) > 0 && list[0].text == " " {
		list = list[1:]
	}
	c.insert(list...)
	c.filter()
}

// filter finds the options again, and
// chooses the best. With nothing typed the chosen one stays.
func (c *Choice) filter() {
	wanted := join(c.units)
	c.found = c.matches(wanted)
	if len(c.found) > 0 && (wanted != "" || !slices.Contains(c.found, c.chosen)) {
		c.choose(c.found[0])
	}
}
