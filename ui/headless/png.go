package headless

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"

	tea "charm.land/bubbletea/v2"
)

// Image draws the frame in pixels. The same frame and picture make the same
// image on every machine. It fails where the picture's font cannot be used.
func (f Frame) Image(p Picture) (*image.NRGBA, error) {
	pen, err := p.pen()
	if err != nil {
		return nil, err
	}
	l := p.layout(f, pen.cellW+int(math.Round(p.LetterSpacing-1)), int(math.Round(float64(pen.cellH)*p.LineHeight)))
	img := image.NewNRGBA(image.Rect(0, 0, l.w, l.h))
	if p.Margin > 0 {
		fill(img, 0, 0, l.w, l.h, p.MarginFill, 0xffff)
	}
	_, bg := p.Palette.seen(f, Style{})
	window(img, p, l, bg)
	for _, d := range p.dots(l) {
		disc(img, d)
	}
	for y := range f.H {
		for x := range f.W {
			f.paint(img, p, pen, l, x, y, bg)
		}
	}
	if f.Cursor.Visible && f.CursorInside() {
		x, y, w, h := f.cursorBox(l)
		alpha := uint32(0xffff)
		if f.Cursor.Shape == tea.CursorBlock {
			alpha = 0x8000
		}
		fill(img, x, y, w, h, p.Palette.Cursor, alpha)
	}
	return img, nil
}

// PNG is Image as a Portable Network Graphic (ISO/IEC 15948).
func (f Frame) PNG(p Picture) ([]byte, error) {
	img, err := f.Image(p)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	var out image.Image = img
	if few, ok := indexed(img); ok {
		out = few
	}
	if err := encoder.Encode(&b, out); err != nil {
		return nil, fmt.Errorf("write the picture: %w", err)
	}
	return b.Bytes(), nil
}

// paint draws one cell.
func (f Frame) paint(img *image.NRGBA, p Picture, pen pen, l layout, x, y int, plain color.NRGBA) {
	c := f.At(x, y)
	if c.Width == 0 {
		return
	}
	fg, bg := p.Palette.seen(f, c.Style)
	left, top, wide := l.left+x*l.cellW, l.top+y*l.cellH, c.Width*l.cellW
	if bg != plain {
		fill(img, left, top, wide, l.cellH, bg, 0xffff)
	}
	for _, r := range c.Text {
		if r != ' ' {
			pen.draw(img, left, top+(l.cellH-pen.cellH)/2, r, fg, c.Style.Attrs&Bold != 0)
		}
	}
	if c.Style.Attrs&Underline != 0 {
		fill(img, left, top+l.cellH-pen.scale, wide, pen.scale, fg, 0xffff)
	}
	if c.Style.Attrs&Strikethrough != 0 {
		fill(img, left, top+l.cellH/2, wide, pen.scale, fg, 0xffff)
	}
}

// window fills the window, whose corners are round.
func window(img *image.NRGBA, p Picture, l layout, bg color.NRGBA) {
	r := min(p.BorderRadius, l.winW/2, l.winH/2)
	x0, y0, x1, y1 := p.Margin, p.Margin, p.Margin+l.winW, p.Margin+l.winH
	fill(img, x0, y0+r, l.winW, l.winH-2*r, bg, 0xffff)
	fill(img, x0+r, y0, l.winW-2*r, r, bg, 0xffff)
	fill(img, x0+r, y1-r, l.winW-2*r, r, bg, 0xffff)
	for dy := range r {
		for dx := range r {
			a := covered(dx-r, dy-r, r, 0)
			fill(img, x0+dx, y0+dy, 1, 1, bg, a)
			fill(img, x1-1-dx, y0+dy, 1, 1, bg, a)
			fill(img, x0+dx, y1-1-dy, 1, 1, bg, a)
			fill(img, x1-1-dx, y1-1-dy, 1, 1, bg, a)
		}
	}
}

// disc draws a button of the window bar.
func disc(img *image.NRGBA, d dot) {
	inner := 0
	if d.ring {
		inner = max(d.r-2, 0)
	}
	for dy := -d.r; dy < d.r; dy++ {
		for dx := -d.r; dx < d.r; dx++ {
			fill(img, d.x+dx, d.y+dy, 1, 1, d.color, covered(dx, dy, d.r, inner))
		}
	}
}

// covered is how much of the pixel at dx, dy from a middle lies in a ring, of
// 0xffff. It counts a raster of 4x4 points, in whole numbers.
func covered(dx, dy, outer, inner int) uint32 {
	var in uint32
	for i := range 4 {
		for j := range 4 {
			x, y := 8*dx+2*i+1, 8*dy+2*j+1
			if d := x*x + y*y; d <= 64*outer*outer && d >= 64*inner*inner {
				in++
			}
		}
	}
	return in * 0xffff / 16
}

// indexed is an image of at most 256 colours. It tells whether there are no more.
func indexed(img *image.NRGBA) (*image.Paletted, bool) {
	seen := make(map[color.NRGBA]uint8, 64)
	out := image.NewPaletted(img.Rect, nil)
	for i := range out.Pix {
		part := img.Pix[4*i : 4*i+4]
		c := color.NRGBA{R: part[0], G: part[1], B: part[2], A: part[3]}
		at, known := seen[c]
		if !known {
			if len(out.Palette) == 256 {
				return nil, false
			}
			at = uint8(len(out.Palette)) //nolint:gosec // below 256
			seen[c] = at
			out.Palette = append(out.Palette, c)
		}
		out.Pix[i] = at
	}
	return out, true
}
