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
	Dialog   lipgloss.Style // the border of a dialog
}

// The themes.
const (
	Light = "light" // for a white background or one nearly so
	Dark  = "dark"  // for a black background or one nearly so
	Mono  = "mono"  // without colour: NO_COLOR
)

// Names are the themes there are.
var Names = []string{Light, Dark, Mono}

// New returns the theme of that name, the dark one for an unknown name, with a
// set of signs.
func New(name string, glyphs Glyphs) *Theme {
	t := &Theme{Name: name, Glyphs: glyphs}
	if name != Light && name != Mono {
		t.Name = Dark
	}
	t.weigh()
	for _, s := range Palette(t.Name) {
		style := t.part(s.Name)
		*style = style.Foreground(lipgloss.Color(s.Fg))
		if s.Bg != "" {
			*style = style.Background(lipgloss.Color(s.Bg))
		}
	}
	return t
}

// weigh sets what is the same in every theme. Nothing may be told by colour
// alone, so this is all that mono has, and more of it.
func (t *Theme) weigh() {
	plain := lipgloss.NewStyle()
	bold := plain.Bold(true)
	for _, s := range []*lipgloss.Style{&t.Strong, &t.Accent, &t.Title, &t.Selected, &t.Problem, &t.Warn, &t.Key, &t.Default} {
		*s = bold
	}
	t.Field = plain.Underline(true)
	t.Focus = bold.Underline(true)
	if t.Name != Mono {
		return
	}
	for _, s := range []*lipgloss.Style{&t.Muted, &t.Hint, &t.Rule} {
		*s = plain.Faint(true)
	}
	for _, s := range []*lipgloss.Style{&t.Title, &t.Selected, &t.Default} {
		*s = bold.Reverse(true)
	}
}

// part is the style of that name; the palette's test looks for every name.
func (t *Theme) part(name string) *lipgloss.Style {
	return map[string]*lipgloss.Style{
		"Base": &t.Base, "Muted": &t.Muted, "Strong": &t.Strong, "Accent": &t.Accent, "Title": &t.Title, "Rule": &t.Rule,
		"Selected": &t.Selected, "Field": &t.Field, "Focus": &t.Focus, "Problem": &t.Problem, "Advice": &t.Advice, "Good": &t.Good,
		"Warn": &t.Warn, "In": &t.In, "Out": &t.Out, "Key": &t.Key, "Hint": &t.Hint, "Button": &t.Button, "Default": &t.Default, "Dialog": &t.Dialog,
	}[name]
}
