package app

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/text"
)

// help is the dialog of F1: the keys of the screen it was asked on, and those
// that are the same everywhere.
type help struct {
	hints, everywhere []keymap.Hint
	offset            int
}

func newHelp(hints, everywhere []keymap.Hint) *help {
	return &help{hints: hints, everywhere: everywhere}
}

// everywhere are the keys that are the same on every screen.
func everywhere(c *text.Catalog) []keymap.Hint {
	return []keymap.Hint{
		keymap.Next.As(c.Keys.Next), keymap.Previous.As(c.Keys.Previous), keymap.Enter.As(c.Keys.Confirm), keymap.Back.Hint(c),
		keymap.Help.Hint(c), keymap.Language.Hint(c), keymap.AllMenus.Hint(c), keymap.Quit.Hint(c),
	}
}

// Update closes at any key that does not scroll.
func (d *help) Update(msg tea.KeyPressMsg) (decision any, done bool) {
	switch {
	case keymap.Up.Pressed(msg):
		d.offset = max(d.offset-1, 0)
	case keymap.Down.Pressed(msg):
		d.offset++
	default:
		return nil, true
	}
	return nil, false
}

// View lists the keys.
func (d *help) View(l component.Look, w, h int) (box string, cursor *component.Point) {
	c, t := l.Text, l.Theme
	lines := []string{t.Strong.Render(c.Frame.HelpHere)}
	lines = append(lines, keyRows(l, d.hints)...)
	lines = append(lines, "", t.Strong.Render(c.Frame.HelpEverywhere))
	lines = append(lines, keyRows(l, d.everywhere)...)
	room := max(h-4, 1)
	d.offset = min(d.offset, max(len(lines)-room, 0))
	if len(lines) > room {
		lines = lines[d.offset : d.offset+room]
	}
	return component.Box(l, c.Frame.Help, lines, min(w, 46)), nil
}

func keyRows(l component.Look, hints []keymap.Hint) []string {
	rows := make([]string, 0, len(hints))
	for _, h := range hints {
		rows = append(rows, l.Theme.Key.Render(component.PadRight(h.Key, 12))+" "+h.Does)
	}
	return rows
}
