package home

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// goTo is the dialog "Go to…": it finds entries by a part of their name in
// either language, and decides the screen.ID of one of them, "" for none.
type goTo struct {
	entries []entry // favourites first
	field   *component.Text
	chosen  int
}

func newGoTo(all []entry, favourites []string) *goTo {
	var list []entry
	for _, number := range favourites {
		for _, e := range all {
			if e.number() == number {
				list = append(list, e)
			}
		}
	}
	return &goTo{entries: append(list, all...), field: component.NewText(60)}
}

// Update edits, moves and decides.
func (d *goTo) Update(msg tea.KeyPressMsg) (decision any, done bool) {
	found := d.found()
	switch msg.String() {
	case "up":
		d.chosen = max(d.chosen-1, 0)
		return nil, false
	case "down":
		d.chosen = min(d.chosen+1, max(len(found)-1, 0))
		return nil, false
	}
	switch {
	case keymap.Back.Pressed(msg):
		return screen.ID(""), true
	case keymap.Enter.Pressed(msg):
		if len(found) == 0 {
			return nil, false
		}
		return found[min(d.chosen, len(found)-1)].def.ID, true
	}
	if d.field.Update(msg) {
		d.chosen = 0
	}
	return nil, false
}

// found are the entries whose name has what was typed in it, those that begin
// with it first.
func (d *goTo) found() []entry {
	want := fold(d.field.Value())
	var first, rest []entry
	seen := map[screen.ID]bool{}
	for _, e := range d.entries {
		if seen[e.def.ID] {
			continue
		}
		seen[e.def.ID] = true
		for _, l := range []text.Lang{text.English, text.Korean} {
			name := fold(e.def.Title(text.In(l)))
			if strings.HasPrefix(name, want) {
				first = append(first, e)
				break
			}
			if strings.Contains(name, want) {
				rest = append(rest, e)
				break
			}
		}
	}
	return append(first, rest...)
}

// fold makes names comparable: case and spaces do not matter.
func fold(s string) string { return strings.ToLower(strings.ReplaceAll(s, " ", "")) }

// View draws the field and what it finds.
func (d *goTo) View(l component.Look, w, h int) (box string, cursor *component.Point) {
	if l.Heard() {
		return d.speak(l), &component.Point{}
	}
	c, t := l.Text, l.Theme
	inner := min(w-4, 52)
	line, x := d.field.View(l, inner, true)
	lines := []string{component.PadRight(line, inner), ""}
	found := d.found()
	room := max(h-4, 1) // but for the border, the field and the line under it
	start := max(0, min(d.chosen-room+1, len(found)-room))
	for i := start; i < min(len(found), start+room); i++ {
		name := component.CutEllipsis(l, found[i].def.Title(c), inner-2)
		if i == d.chosen {
			lines = append(lines, t.Accent.Render(t.Glyphs.Pointer)+t.Selected.Render(name))
			continue
		}
		lines = append(lines, " "+name)
	}
	if len(found) == 0 {
		lines = append(lines, t.Problem.Render(c.Home.GoToNone))
	}
	box = component.Box(l, c.Home.GoToTitle, lines, inner+4)
	return box, &component.Point{X: x + 2, Y: 1}
}

// speak asks for the name, with all that it may be.
func (d *goTo) speak(l component.Look) string {
	asked := component.Asked{Label: l.Text.Home.GoToTitle, Focused: true, Opened: true, Chosen: d.chosen}
	found := d.found()
	for _, e := range found {
		asked.Options = append(asked.Options, e.def.Title(l.Text))
	}
	asked.Find = func(typed string) (list []int) {
		field := *d
		field.field = component.NewText(60)
		field.field.Set(typed)
		for _, e := range field.found() {
			list = append(list, slices.IndexFunc(found, func(f entry) bool { return f.def == e.def }))
		}
		return list
	}
	return component.Box(l, "", []string{l.Script.Sign(asked)}, 0)
}
