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

// The narrowest column of what can be tried, and the gap between two.
const leastColumn, columnGap = 28, 4

// chooser draws the page of what can be tried in w by h cells: both languages side by
// side, or the chosen one where there is no room for both.
func (k *Kiosk) chooser(w, h int) []string {
	column := (w - columnGap) / len(languages)
	if column < leastColumn {
		chosen := k.at / len(tasks)
		lines := k.tryColumn(chosen, w, h)
		other := text.In(languages[(chosen+1)%len(languages)])
		return append(lines, k.look.Theme.Key.Render("←→")+" "+k.look.Theme.Strong.Render(component.Cut(other.Kiosk.Choose, max(w-3, 0))))
	}
	left, right := k.tryColumn(0, column, h), k.tryColumn(1, column, h)
	lines := make([]string, 0, len(left))
	for y := range max(len(left), len(right)) {
		lines = append(lines, component.PadRight(lineAt(left, y), column+columnGap)+lineAt(right, y))
	}
	return lines
}

// tryColumn is what can be tried in one language, in w by h cells.
func (k *Kiosk) tryColumn(i, w, h int) []string {
	t, c := k.look.Theme, text.In(languages[i])
	lines := []string{t.Strong.Render(component.CutEllipsis(k.look, c.Kiosk.Choose, w)), ""}
	for y, task := range tasks {
		at := i*len(tasks) + y
		label := strconv.Itoa(at+1) + "  " + task.name(c)
		if at == k.at {
			lines = append(lines, t.Accent.Render(t.Glyphs.Pointer)+t.Selected.Render(component.Cut(" "+label+" ", w-1)))
		} else {
			lines = append(lines, "  "+component.Cut(t.Base.Render(label), w-2))
		}
		if h >= 3*len(tasks)+6 {
			lines = append(lines, "     "+t.Muted.Render(component.Cut(task.about(c), max(w-5, 0))), "")
		}
	}
	if h < 2*len(tasks) {
		return lines
	}
	for _, sentence := range []string{c.Kiosk.ChooseHow, c.Kiosk.NotReal, c.Kiosk.Erased} {
		if len(lines) < h-2 {
			for _, line := range component.Wrap(sentence, w) {
				lines = append(lines, t.Muted.Render(line))
			}
		}
	}
	return lines
}

// lineAt is a line, "" behind the last.
func lineAt(lines []string, y int) string {
	if y < len(lines) {
		return lines[y]
	}
	return ""
}
