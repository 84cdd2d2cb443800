// Package theme holds colours, weights and glyphs: every look of the program is
// a value of [Theme], and nothing else names a colour.
package theme

import "charm.land/lipgloss/v2"

// Theme is how the program looks. Amounts in are blue and out are red, as in
// Korean banking; every sign says the same without colour.
type Theme struct {
	Name   string // light, dark, mono
	Glyphs Glyphs

	Base     lipgloss.Style // body text
	Muted    lipgloss.Style // labels, what is less important
	Strong   lipgloss.Style // headings, totals
	Accent   lipgloss.Style // where you are: the post office's red
	Title    lipgloss.Style // the title bar
	Rule     lipgloss.Style
	Selected lipgloss.Style // the chosen row or entry
	Field    lipgloss.Style // what is typed in a field
	Focus    lipgloss.Style // the field where typing goes
	Problem  lipgloss.Style // what is wrong
	Advice   lipgloss.Style // what to do
	Good     lipgloss.Style // a check that passed
	Warn     lipgloss.Style // attention: the idle warning, a step that cannot be undone
	In       lipgloss.Style // money in, a rate that fell
	Out      lipgloss.Style // money out, a rate that rose
	Key      lipgloss.Style // keys in the key line
	Hint     lipgloss.Style // words beside them
	Button   lipgloss.Style
	Default  lipgloss.Style // the button Enter presses
	Dialog   lipgloss.Style // the box of a dialog
}

// Glyphs are the signs the program draws with: one set for terminals that draw
// ambiguous characters in one cell, one of plain ASCII.
type Glyphs struct {
	Rule, Pointer, Bullet, Check, Cross, Up, Down, Left, Right string
	Step, StepDone, Mask, Clock, Ellipsis, More, Minus         string
	Box                                                        lipgloss.Border
	Spinner                                                    []string
}

// Unicode is the signs for terminals that draw them in one cell.
var Unicode = Glyphs{}

// ASCII is the signs for every terminal.
var ASCII = Glyphs{}

// Names are the themes there are: light, dark, mono.
var Names = []string{"light", "dark", "mono"}

// New returns the theme of that name, the dark one for an unknown name, with a
// set of signs.
func New(name string, glyphs Glyphs) *Theme { panic("todo") }
