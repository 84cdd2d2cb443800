package component

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/text"
)

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

// Choice takes one of several options. Left and Right change it; Down or typing
// opens a list, which typing filters by key and by label in both languages ("088", "shin", "신한", "ㅅㅎ").
type Choice struct{}

// NewChoice returns a field with the first option chosen.
func NewChoice(options ...Option) *Choice { panic("todo") }

// SetOptions replaces the options. The chosen one stays chosen if its key is
// still there, else the first is.
func (c *Choice) SetOptions(options ...Option) { panic("todo") }

// Selected is the key of the chosen option; "" if there are no options.
func (c *Choice) Selected() string { panic("todo") }

// Select chooses by key, and reports whether there is such an option.
func (c *Choice) Select(key string) bool { panic("todo") }

// Open reports whether the list is shown. Esc then closes it instead of leaving
// the screen.
func (c *Choice) Open() bool { panic("todo") }

// Update changes the choice. Enter in an open list closes it and is left to the
// form, which moves on.
func (c *Choice) Update(msg tea.Msg) bool { panic("todo") }

// View draws the chosen option, or what was typed to find one.
func (c *Choice) View(l Look, width int, focused bool) (string, int) { panic("todo") }

// Below is the open list, at most six lines; nil if it is closed.
func (c *Choice) Below(l Look, width int) []string { panic("todo") }

// Clear chooses the first option.
func (c *Choice) Clear() { panic("todo") }
