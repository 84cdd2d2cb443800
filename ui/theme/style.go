package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Style is how text is drawn: a Lip Gloss style of colours and weights, whose
// escape sequences are made once. A screen renders a hundred texts a frame.
type Style struct {
	lipgloss.Style

	open, end     string // around text
	rest, restEnd string // the same without underlining
}

// What underlined text stands between.
var underlineOpen, underlineEnd = ansi.SGR(ansi.AttrUnderline), ansi.ResetStyle

// probe is text that no escape sequence holds.
const probe = "\u2400"

// styled is a Lip Gloss style as a Style. It may set colours and weights only.
func styled(s lipgloss.Style) Style {
	open, end, _ := strings.Cut(s.Render(probe), probe)
	rest, restEnd, _ := strings.Cut(s.UnsetUnderline().Render(probe), probe)
	return Style{s, open, end, rest, restEnd}
}

// Render draws texts, with a space between them. Text of several lines is what
// Lip Gloss makes of it.
func (s Style) Render(texts ...string) string {
	text := ""
	if len(texts) > 0 {
		text = texts[0]
	}
	if len(texts) > 1 {
		text = strings.Join(texts, " ")
	}
	if strings.ContainsAny(text, "\n\r\t") {
		return s.Style.Render(text)
	}
	if text == "" || s.open == "" {
		return text
	}
	return s.open + text + s.end
}

// Underlined draws text underlined, whatever else the style is: as a whole, where
// Lip Gloss would render each rune apart and so tear characters of several runes.
func (s Style) Underlined(text string) string {
	if text == "" {
		return ""
	}
	return underlineOpen + s.rest + text + s.restEnd + underlineEnd
}
