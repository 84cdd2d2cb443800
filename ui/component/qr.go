package component

import (
	"strings"

	"charm.land/lipgloss/v2"
	"rsc.io/qr"

	"smartbank/ui/theme"
)

// quiet is the white border that a QR code needs, in modules (ISO/IEC 18004,
// section 6.3.8).
const quiet = 4

// QR draws a QR code of text in half blocks, black on white whatever the theme, so that a camera finds it on light and dark
// terminals. It is nil where it does not fit into w by h cells, where the terminal has no half blocks, where text is too long, and where the page is heard, which says what is in it besides.
func QR(l Look, text string, w, h int) []string {
	if l.Heard() {
		return nil
	}
	code, err := qr.Encode(text, qr.M)
	if err != nil || l.Theme.Glyphs.Rule == theme.ASCII.Rule {
		return nil
	}
	size := code.Size + 2*quiet
	if size > w || (size+1)/2 > h {
		return nil
	}
	white := func(x, y int) bool { return !code.Black(x-quiet, y-quiet) }
	// Without colour the blocks themselves are what is white, as on a dark terminal.
	paper := lipgloss.NewStyle()
	if l.Theme.Name != theme.Mono {
		paper = paper.Foreground(lipgloss.Color("#ffffff")).Background(lipgloss.Color("#000000"))
	}
	lines := make([]string, 0, (size+1)/2)
	for y := 0; y < size; y += 2 {
		var b strings.Builder
		for x := range size {
			switch up, down := white(x, y), white(x, y+1); {
			case up && down:
				b.WriteRune('█')
			case up:
				b.WriteRune('▀')
			case down:
				b.WriteRune('▄')
			default:
				b.WriteByte(' ')
			}
		}
		lines = append(lines, paper.Render(b.String()))
	}
	return lines
}
