// Package theme holds colours, weights and glyphs: every look of the program is
// a value of [Theme], and nothing else names a colour.
package theme

import (
	"sync"

	"charm.land/lipgloss/v2"
)

// Theme is how the program looks. Amounts in are blue and out are red, as in
// Korean banking; every sign says the same without colour.
type Theme struct {
	Name   string // light, dark, mono
	Glyphs Glyphs

	Base     Style // body text
	Muted    Style // labels, what is less important
	Strong   Style // headings, totals
	Accent   Style // where you are: the post office's red
	Title    Style // the title bar
	Rule     Style
	Selected Style // the chosen row or entry
	Field    Style // what is typed in a field
	Focus    Style // the field where typing goes
	Problem  Style // what is wrong
	Advice   Style // what to do
	Good     Style // a check that passed
	Warn     Style // attention: the idle warning, a step that cannot be undone
	In       Style // money in, a rate that fell
	Out      Style // money out, a rate that rose
	Key      Style // keys in the key line
	Hint     Style // words beside them
	Button   Style
	Default  Style // the button Enter presses
	Dialog   Style // the border of a dialog
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
	of, known := made[name]
	if !known {
		of = made[Dark]
	}
	t := of()
	t.Glyphs = glyphs
	return &t
}

// made are the themes without their signs, each made once.
var made = map[string]func() Theme{
	Light: sync.OnceValue(func() Theme { return dyed(Light) }),
	Dark:  sync.OnceValue(func() Theme { return dyed(Dark) }),
	Mono:  sync.OnceValue(func() Theme { return dyed(Mono) }),
}

// dyed is a theme in its colours.
func dyed(name string) Theme {
	t := &Theme{Name: name}
	t.weigh()
	for _, s := range Palette(t.Name) {
		style := t.part(s.Name)
		colored := style.Foreground(lipgloss.Color(s.Fg))
		if s.Bg != "" {
			colored = colored.Background(lipgloss.Color(s.Bg))
		}
		*style = styled(colored)
	}
	return *t
}

// weigh sets what is the same in every theme. Nothing may be told by colour
// alone, so this is all that mono has, and more of it.
func (t *Theme) weigh() {
	plain := lipgloss.NewStyle()
	bold := plain.Bold(true)
	for _, s := range []*Style{&t.Strong, &t.Accent, &t.Title, &t.Selected, &t.Problem, &t.Warn, &t.Key, &t.Default} {
		*s = styled(bold)
	}
	t.Field = styled(plain.Underline(true))
	t.Focus = styled(bold.Underline(true))
	if t.Name != Mono {
		return
	}
	for _, s := range []*Style{&t.Muted, &t.Hint, &t.Rule} {
		*s = styled(plain.Faint(true))
	}
	for _, s := range []*Style{&t.Title, &t.Selected, &t.Default} {
		*s = styled(bold.Reverse(true))
	}
}

// part is the style of that name; the palette's test looks for every name.
func (t *Theme) part(name string) *Style {
	return map[string]*Style{
		"Base": &t.Base, "Muted": &t.Muted, "Strong": &t.Strong, "Accent": &t.Accent, "Title": &t.Title, "Rule": &t.Rule,
		"Selected": &t.Selected, "Field": &t.Field, "Focus": &t.Focus, "Problem": &t.Problem, "Advice": &t.Advice, "Good": &t.Good,
		"Warn": &t.Warn, "In": &t.In, "Out": &t.Out, "Key": &t.Key, "Hint": &t.Hint, "Button": &t.Button, "Default": &t.Default, "Dialog": &t.Dialog,
	}[name]
}
