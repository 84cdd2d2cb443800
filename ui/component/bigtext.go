package component

import (
	"image"
	"strings"

	"github.com/hajimehoshi/bitmapfont/v4"
	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"

	"smartbank/ui/theme"
)

// bigLines is how many lines big text is high: a line of the font is 16 pixels, and a cell shows two of them.
const bigLines = 8

// BigText draws a line in letters so large that they can be read across a room, each
// six cells wide and a Hangul syllable twelve. It is nil where that does not fit into w cells, and where there are no half blocks to draw with.
func BigText(l Look, s string, w int) []string {
	face := bitmapfont.Face
	wide := font.MeasureString(face, s).Ceil()
	if wide == 0 || wide > w || l.Theme.Glyphs.Rule == theme.ASCII.Rule {
		return nil
	}
	drawn := image.NewAlpha(image.Rect(0, 0, wide, 2*bigLines))
	d := font.Drawer{Dst: drawn, Src: image.Opaque, Face: face, Dot: fixed.P(0, face.Metrics().Ascent.Ceil())}
	d.DrawString(s)
	lines := make([]string, 0, bigLines)
	for y := 0; y < 2*bigLines; y += 2 {
		var line strings.Builder
		for x := range wide {
			line.WriteString(halves(drawn.AlphaAt(x, y).A > 0, drawn.AlphaAt(x, y+1).A > 0))
		}
		lines = append(lines, l.Theme.Strong.Render(strings.TrimRight(line.String(), " ")))
	}
	return lines
}

// halves is a cell whose upper and lower halves are drawn or not.
func halves(upper, lower bool) string {
	switch {
	case upper && lower:
		return "█"
	case upper:
		return "▀"
	case lower:
		return "▄"
	}
	return " "
}

// BigCells is how many cells wide big text is.
func BigCells(s string) int { return font.MeasureString(bitmapfont.Face, s).Ceil() }
