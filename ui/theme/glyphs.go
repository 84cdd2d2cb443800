package theme

import "charm.land/lipgloss/v2"

// Glyphs are the signs the program draws with: one set for terminals that draw
// ambiguous characters in one cell, one of plain ASCII. All are one cell wide.
type Glyphs struct {
	Rule, Pointer, Bullet, Check, Cross, Up, Down, Left, Right string
	Step, StepDone, Mask, Clock, Ellipsis, More, Minus         string
	Box                                                        lipgloss.Border
	Spinner                                                    []string
}

// Unicode is the signs for terminals that draw them in one cell.
var Unicode = Glyphs{
	Rule: "─", Pointer: "▌", Bullet: "·", Check: "✓", Cross: "✗", Up: "▲", Down: "▼", Left: "◂", Right: "▸",
	Step: "○", StepDone: "●", Mask: "•", Clock: "◷", Ellipsis: "…", More: "▾", Minus: "−",
	Box:     lipgloss.RoundedBorder(),
	Spinner: []string{"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"},
}

// Spoken is the signs for a page that is heard: the words of the few that say something, and nothing for those that only
// draw.
func Spoken(up, down, minus string) Glyphs {
	return Glyphs{
		Bullet: ",", Up: up, Down: down, Mask: "*", Ellipsis: "…", Minus: minus,
		Spinner: []string{""},
	}
}

// ASCII is the signs for every terminal.
var ASCII = Glyphs{
	Rule: "-", Pointer: ">", Bullet: "-", Check: "v", Cross: "x", Up: "^", Down: "v", Left: "<", Right: ">",
	Step: "o", StepDone: "*", Mask: "*", Clock: "@", Ellipsis: "~", More: "v", Minus: "-",
	Box:     lipgloss.ASCIIBorder(),
	Spinner: []string{"|", "/", "-", "\\"},
}
