package component

import "strings"

// Steps draws how far an order is: "● From ● To ○ Check". Current counts from 0.
// In less room than that takes it is "2 of 6 · To".
func Steps(l Look, names []string, current, w int) string {
	if len(names) == 0 || w <= 0 {
		return ""
	}
	current = min(max(current, 0), len(names)-1)
	if l.Heard() {
		return l.Text.Plain.Step(current+1, len(names), names[current])
	}
	parts, cells := make([]string, len(names)), 0
	for i, name := range names {
		style, sign := l.Theme.Muted, l.Theme.Glyphs.Step
		switch {
		case i < current:
			style, sign = l.Theme.Base, l.Theme.Glyphs.StepDone
		case i == current:
			style, sign = l.Theme.Accent, l.Theme.Glyphs.StepDone
		}
		part := sign + " " + name
		parts[i] = style.Render(part)
		cells += Cells(part) + 2
	}
	if cells-2 <= w {
		return strings.Join(parts, "  ")
	}
	count := l.Text.Component.StepOf(current+1, len(names))
	whole := count + " " + l.Theme.Glyphs.Bullet + " " + names[current]
	if Cells(count)+5 > w { // too little of the name would be left
		whole = count
	}
	return l.Theme.Accent.Render(CutEllipsis(l, whole, w))
}
