package component

import "strings"

// boxWidth is how wide a dialog with text is at most: lines longer than that
// are tiring to read.
const boxWidth = 60

// dialogWidth is the room for the text of a dialog of at most w cells. What is heard is not broken into lines.
func dialogWidth(l Look, w int) int {
	if l.Heard() {
		return unbroken
	}
	return max(min(w, boxWidth)-4, 1)
}

// Box draws lines in the box of a dialog, w cells wide with its border and one
// cell of padding, and the title in the upper border. The first line's first cell is at
// (2, 1) of the box. Every dialog is drawn with it.
func Box(l Look, title string, lines []string, w int) string {
	if l.Heard() {
		return strings.Join(append([]string{title}, lines...), "\n")
	}
	t, b := l.Theme, l.Theme.Glyphs.Box
	inner := max(w-4, 1)
	title = CutEllipsis(l, title, max(inner-2, 0))
	head, rest := "", inner+2
	if title != "" {
		head = t.Dialog.Render(b.Top+" ") + t.Strong.Render(title)
		title = " "
		rest -= Cells(head) + 1
	}
	out := make([]string, 0, len(lines)+2)
	out = append(out, t.Dialog.Render(b.TopLeft)+head+t.Dialog.Render(title+strings.Repeat(b.Top, max(rest, 0))+b.TopRight))
	for _, line := range lines {
		out = append(out, t.Dialog.Render(b.Left)+" "+PadRight(Cut(line, inner), inner)+" "+t.Dialog.Render(b.Right))
	}
	out = append(out, t.Dialog.Render(b.BottomLeft+strings.Repeat(b.Bottom, inner+2)+b.BottomRight))
	return strings.Join(out, "\n")
}

// reader is the text of a dialog: it scrolls where the window is too low.
type reader struct{ offset int }

// box draws text with buttons under it in at most w by h cells. The buttons are
// always in sight.
func (r *reader) box(l Look, title string, text, buttons []string, w, h int) string {
	if l.Heard() {
		return Box(l, title, append(text, buttons...), w)
	}
	w = min(w, boxWidth)
	rows := buttonRows(buttons, w-4)
	room := max(h-2-len(rows), 1)
	if len(text)+1 <= room {
		rows, room = append([]string{""}, rows...), room-1
	}
	page := NewBody(l)
	page.Add(text...)
	r.offset = min(max(r.offset, 0), page.Max(room))
	page.Scroll(r.offset)
	shown, _ := page.View(max(w-4, 1), room)
	lines := append(strings.Split(shown, "\n"), rows...)
	return Box(l, title, lines, w)
}

// buttonRows puts buttons side by side, or one under another where they are too
// wide for that.
func buttonRows(buttons []string, w int) []string {
	row := strings.Join(buttons, "  ")
	if Cells(row) <= w {
		return []string{spaces((w-Cells(row))/2) + row}
	}
	return buttons
}

// button draws an answer in brackets, which show what it is without colour.
func button(l Look, label string, chosen bool) string {
	if chosen {
		return l.Theme.Default.Render("[ " + label + " ]")
	}
	return l.Theme.Button.Render("[ " + label + " ]")
}
