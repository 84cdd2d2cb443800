package component

import (
	"smartbank/ui/theme"

	"smartbank/ui/text"
)

// Problem draws what is wrong and what to do, wrapped to w cells; nil for the
// zero Message.
func Problem(l Look, m text.Message, w int) []string {
	if l.Heard() {
		w = unbroken
	}
	var lines []string
	if m.Problem != "" {
		lines = append(lines, wrapped(m.Problem, w, l.Theme.Problem)...)
	}
	if m.Advice != "" {
		lines = append(lines, wrapped(m.Advice, w, l.Theme.Advice)...)
	}
	return lines
}

// unbroken is wider than any sentence.
const unbroken = 1 << 16

// wrapped is plain text in lines of a style.
func wrapped(s string, w int, style theme.Style) []string {
	lines := Wrap(s, w)
	for i, line := range lines {
		lines[i] = style.Render(line)
	}
	return lines
}
