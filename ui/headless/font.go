package headless

import (
	"fmt"
	"image"
	"image/color"

	"github.com/hajimehoshi/bitmapfont/v4"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// Font is a font from a file, for pictures of pixels.
type Font struct{ parsed *opentype.Font }

// ParseFont reads a TrueType or OpenType font, or the first of a collection.
func ParseFont(data []byte) (*Font, error) {
	collection, err := opentype.ParseCollection(data)
	if err != nil {
		return nil, fmt.Errorf("read the font: %w", err)
	}
	parsed, err := collection.Font(0)
	if err != nil {
		return nil, fmt.Errorf("read the font: %w", err)
	}
	return &Font{parsed}, nil
}

// pen draws characters into cells.
type pen struct {
	face         font.Face
	scale        int // pixels for one of the face's
	cellW, cellH int
	ascent       int // from the top of the cell to the base line, in the face's pixels
	smooth       bool
}

// The cell of the bitmap font.
const bitmapW, bitmapH = 6, 16

// pen is what a picture's text is drawn with.
func (p Picture) pen() (pen, error) {
	if p.Font == nil {
		scale := max((p.FontSize+6)/12, 1)
		return pen{face: bitmapfont.Face, scale: scale, cellW: bitmapW * scale, cellH: bitmapH * scale, ascent: bitmapfont.Face.Metrics().Ascent.Ceil()}, nil
	}
	face, err := opentype.NewFace(p.Font.parsed, &opentype.FaceOptions{Size: float64(p.FontSize), DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return pen{}, fmt.Errorf("use the font: %w", err)
	}
	advance, _ := face.GlyphAdvance('0')
	m := face.Metrics()
	return pen{face: face, scale: 1, cellW: advance.Round(), cellH: (m.Ascent + m.Descent).Ceil(), ascent: m.Ascent.Ceil(), smooth: true}, nil
}

// draw draws a character with its cell's top left corner at x and y.
func (p pen) draw(to *image.NRGBA, x, y int, r rune, fg color.NRGBA, bold bool) {
	bounds, mask, at, _, ok := p.face.Glyph(fixed.P(0, p.ascent), r)
	if !ok {
		return
	}
	for dy := range bounds.Dy() {
		for dx := range bounds.Dx() {
			_, _, _, a := mask.At(at.X+dx, at.Y+dy).RGBA()
			if a == 0 {
				continue
			}
			px, py := x+(bounds.Min.X+dx)*p.scale, y+(bounds.Min.Y+dy)*p.scale
			wide := p.scale
			if bold {
				wide += max(p.scale/2, 1)
			}
			fill(to, px, py, wide, p.scale, fg, a)
		}
	}
}

// fill fills a rectangle with a colour, as far as alpha of 0xffff says.
func fill(to *image.NRGBA, x, y, w, h int, c color.NRGBA, alpha uint32) {
	area := image.Rect(x, y, x+w, y+h).Intersect(to.Rect)
	for py := area.Min.Y; py < area.Max.Y; py++ {
		row := to.Pix[to.PixOffset(area.Min.X, py):to.PixOffset(area.Max.X, py)]
		for ; len(row) > 0; row = row[4:] {
			row[0], row[1], row[2] = over(c.R, row[0], alpha), over(c.G, row[1], alpha), over(c.B, row[2], alpha)
			row[3] = over(0xff, row[3], alpha)
		}
	}
}

// over lays one part of a colour over another.
func over(above, below uint8, alpha uint32) uint8 {
	return uint8((uint32(above)*alpha + uint32(below)*(0xffff-alpha) + 0x7fff) / 0xffff) //nolint:gosec // between two bytes
}
