package headless

import "image/color"

// Picture is how frames are drawn as pictures, in the terms of VHS's settings.
// Lengths are pixels.
type Picture struct {
	// FontSize is the height of text.
	FontSize int
	// LetterSpacing is what cells are wider than text, plus 1; LineHeight is how
	// many times a line is as high as text with its usual space.
	LetterSpacing, LineHeight float64
	// Padding is around the cells, inside the window; Margin around the window.
	Padding, Margin int
	// MarginFill is the margin's colour.
	MarginFill color.NRGBA
	// WindowBar is the bar above the cells: "" for none, Colorful, ColorfulRight,
	// Rings or RingsRight; WindowBarSize its height.
	WindowBar     string
	WindowBarSize int
	// BorderRadius is how round the window's corners are.
	BorderRadius int
	// Palette is the terminal's colours.
	Palette Palette
	// Font is what text is drawn with in pixels; nil is the built-in bitmap font,
	// which has all Hangul. SVG leaves the font to who shows it.
	Font *Font
}

// Pictured is the picture that VHS's defaults make, but for a smaller padding.
func Pictured() Picture {
	return Picture{
		FontSize: 22, LetterSpacing: 1, LineHeight: 1, Padding: 20,
		MarginFill: DarkPalette.Bg, WindowBarSize: 30, Palette: DarkPalette,
	}
}

// layout is where things are in a picture.
type layout struct {
	cellW, cellH     int
	left, top        int // of the first cell
	w, h             int // of the picture
	winW, winH       int // of the window, which is Margin away from the edges
	bar, barDiameter int // the bar's height, and the size of what is in it
}

// layout lays a frame out in cells of a size.
func (p Picture) layout(f Frame, cellW, cellH int) layout {
	l := layout{cellW: max(cellW, 1), cellH: max(cellH, 1)}
	if p.WindowBar != "" {
		l.bar = p.WindowBarSize
		l.barDiameter = max(p.WindowBarSize*2/5, 1)
	}
	l.winW, l.winH = f.W*l.cellW+2*p.Padding, f.H*l.cellH+2*p.Padding+l.bar
	l.w, l.h = l.winW+2*p.Margin, l.winH+2*p.Margin
	l.left, l.top = p.Margin+p.Padding, p.Margin+p.Padding+l.bar
	return l
}

// dot is a round thing in the window bar.
type dot struct {
	x, y, r int // its middle and its radius
	color   color.NRGBA
	ring    bool
}

// dots are the three buttons of the window bar.
func (p Picture) dots(l layout) []dot {
	if l.bar == 0 {
		return nil
	}
	colors := [3]color.NRGBA{rgb(0xff4f4d), rgb(0xfebb00), rgb(0x00cc1d)}
	ring := p.WindowBar == "Rings" || p.WindowBar == "RingsRight"
	dots := make([]dot, 0, len(colors))
	for i, c := range colors {
		if ring {
			c = rgb(0x777777)
		}
		x := p.Margin + l.bar/2 + i*l.barDiameter*8/5
		if p.WindowBar == "ColorfulRight" || p.WindowBar == "RingsRight" {
			x = l.w - x
		}
		dots = append(dots, dot{x, p.Margin + l.bar/2, l.barDiameter / 2, c, ring})
	}
	return dots
}

// Pixels is how many pixels a picture of w by h cells has, about.
func (p Picture) Pixels(w, h int) int64 {
	size := func(n, cell int) int64 { return int64(n)*int64(cell) + 2*int64(p.Padding) + 2*int64(p.Margin) }
	return size(w, p.FontSize) * (size(h, 2*p.FontSize) + int64(p.WindowBarSize))
}
