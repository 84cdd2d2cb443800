package kiosk

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/text"
)

// languages are the columns of what can be tried.
var languages = []text.Lang{text.English, text.Korean}

// choose gives a key to the page of what can be tried: a number opens it, in the
// language that the number stands under.
func (k *Kiosk) choose(msg tea.KeyPressMsg) tea.Cmd {
	rows, all := len(tasks), len(tasks)*len(languages)
	switch {
	case keymap.Back.Pressed(msg):
		return k.end(false)
	case keymap.Enter.Pressed(msg):
		return k.take(k.at)
	case keymap.Up.Pressed(msg):
		k.at = k.at/rows*rows + (k.at%rows+rows-1)%rows
	case keymap.Down.Pressed(msg):
		k.at = k.at/rows*rows + (k.at%rows+1)%rows
	case keymap.Left.Pressed(msg), keymap.Right.Pressed(msg), keymap.Language.Pressed(msg), keymap.Next.Pressed(msg), keymap.Previous.Pressed(msg):
		k.at = (k.at + rows) % all
	case len(msg.Text) == 1 && msg.Text[0] >= '1' && int(msg.Text[0]-'1') < all:
		k.at = int(msg.Text[0] - '1')
		return k.take(k.at)
	}
	return nil
}

// take opens what stands in a cell.
func (k *Kiosk) take(at int) tea.Cmd {
	return k.open(tasks[at%len(tasks)], languages[at/len(tasks)])
}

// chooser draws the page of what can be tried in w by h cells, both languages side
// by side.
func (k *Kiosk) chooser(w, h int) []string {
	gap := 4
	column := (w - gap) / len(languages)
	spaced := h >= 3*len(tasks)+4
	var sides [][]string
	for i, lang := range languages {
		sides = append(sides, k.tryColumn(i, text.In(lang), column, spaced))
	}
	var lines []string
	for y := range sides[0] {
		lines = append(lines, component.PadRight(sides[0][y], column+gap)+sides[1][y])
	}
	return lines
}

// tryColumn is what can be tried in one language.
func (k *Kiosk) tryColumn(i int, c *text.Catalog, w int, spaced bool) []string {
	t := k.look.Theme
	lines := []string{t.Strong.Render(component.CutEllipsis(k.look, c.Kiosk.Choose, w)), ""}
	for y, task := range tasks {
		at := i*len(tasks) + y
		label := strconv.Itoa(at+1) + "  " + task.name(c)
		if at == k.at {
			lines = append(lines, t.Accent.Render(t.Glyphs.Pointer)+t.Selected.Render(component.Cut(" "+label+" ", w-1)))
		} else {
			lines = append(lines, "  "+component.Cut(t.Base.Render(label), w-2))
		}
		if spaced {
			lines = append(lines, "     "+t.Muted.Render(component.Cut(task.about(c), max(w-5, 0))), "")
		}
	}
	return lines
}
