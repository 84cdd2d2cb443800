package app

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// TestASCIIScreensHaveNothingElse draws the frame's own screens with the ASCII
// signs.
func TestASCIIScreensHaveNothingElse(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.English, text.Korean} {
		for _, state := range states {
			t.Run(string(lang)+"/"+state.name, func(t *testing.T) {
				t.Parallel()
				p := start(t, 80, 24, lang)
				p.app.config.Glyphs = theme.ASCII
				p.app.dress()
				state.to(p)
				for _, r := range p.Frame().Text() {
					if r > '~' && ansi.StringWidth(string(r)) != 2 {
						t.Errorf("%q is on the screen:\n%s", r, p.Frame().Text())
						return
					}
				}
			})
		}
	}
}

// TestTheWindowTitleNamesNobody looks at what a window manager, a screen lock and
// a shared screen show.
func TestTheWindowTitleNamesNobody(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.English, text.Korean} {
		p := start(t, 80, 24, lang)
		p.signIn()
		for _, number := range []string{"11", "12", "21", "90"} {
			p.Type(number)
			if title := p.app.View().WindowTitle; title != "Smart Banking" {
				t.Errorf("on entry %s the window is called %q", number, title)
			}
			p.Press("f10")
		}
	}
}
