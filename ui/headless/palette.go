package headless

import (
	"encoding/json"
	"fmt"
	"image/color"
	"strconv"
)

// Palette is what the colours of a terminal look like: those that a program
// leaves to it.
type Palette struct {
	// Fg and Bg are the colours of text and of what is behind it, Cursor that of
	// the cursor.
	Fg, Bg, Cursor color.NRGBA
	// Basic are the first 16 of the 256, in the order of ECMA-48.
	Basic [16]color.NRGBA
}

// DarkPalette is a terminal with a dark background, LightPalette one with a
// light one.
var (
	DarkPalette = Palette{
		Fg: rgb(0xdddddd), Bg: rgb(0x171717), Cursor: rgb(0xdddddd),
		Basic: [16]color.NRGBA{
			rgb(0x171717), rgb(0xd74e6f), rgb(0x31bb71), rgb(0xd3e561), rgb(0x5f8fff), rgb(0xb479ff), rgb(0x4ecbd0), rgb(0xbfbfbf),
			rgb(0x6a6a6a), rgb(0xff6f8f), rgb(0x5be59b), rgb(0xf0ff85), rgb(0x86a9ff), rgb(0xcfa4ff), rgb(0x7ff3f7), rgb(0xffffff),
		},
	}
	LightPalette = Palette{
		Fg: rgb(0x202020), Bg: rgb(0xffffff), Cursor: rgb(0x202020),
		Basic: [16]color.NRGBA{
			rgb(0x202020), rgb(0xb3202d), rgb(0x1c7a3a), rgb(0x8a6500), rgb(0x1f54c4), rgb(0x8329b0), rgb(0x0f7280), rgb(0x6e6e6e),
			rgb(0x555555), rgb(0xd0303f), rgb(0x23924a), rgb(0xa67a00), rgb(0x3369e0), rgb(0x9c3dcc), rgb(0x148a9b), rgb(0xffffff),
		},
	}
)

// rgb is an opaque colour by its number.
func rgb(n uint32) color.NRGBA {
	return color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 0xff} //nolint:gosec // the bytes of the number
}

// ParseColor reads "#rrggbb".
func ParseColor(s string) (color.NRGBA, error) {
	if len(s) != 7 || s[0] != '#' {
		return color.NRGBA{}, fmt.Errorf("%q is not a colour like #1a2b3c", s)
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return color.NRGBA{}, fmt.Errorf("%q is not a colour like #1a2b3c", s)
	}
	return rgb(uint32(n)), nil
}

// ParsePalette reads a theme as VHS's tapes have it: a JSON object of the colours
// background, foreground, cursor, black, red … brightWhite, each "#rrggbb".
// Colours that it does not have are the dark palette's. Windows Terminal's names, which are in VHS's own examples,
// are known too; others are an error.
func ParsePalette(text string) (Palette, error) {
	var colors map[string]string
	if err := json.Unmarshal([]byte(text), &colors); err != nil {
		return Palette{}, fmt.Errorf("the theme is no JSON object of colours: %w", err)
	}
	p := DarkPalette
	at := map[string]*color.NRGBA{"background": &p.Bg, "foreground": &p.Fg, "cursor": &p.Cursor}
	for i, name := range [...]string{
		"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
		"brightBlack", "brightRed", "brightGreen", "brightYellow", "brightBlue", "brightMagenta", "brightCyan", "brightWhite",
	} {
		at[name] = &p.Basic[i]
	}
	at["cursorColor"], at["purple"], at["brightPurple"] = at["cursor"], at["magenta"], at["brightMagenta"]
	for name, value := range colors {
		if name == "name" || name == "selection" || name == "selectionBackground" || name == "cursorAccent" {
			continue
		}
		place, known := at[name]
		if !known {
			return Palette{}, fmt.Errorf("a theme has no colour %q", name)
		}
		var err error
		if *place, err = ParseColor(value); err != nil {
			return Palette{}, err
		}
	}
	return p, nil
}

// of is a colour as it is seen; otherwise is that of the default colour.
func (p Palette) of(c Color, otherwise color.NRGBA) color.NRGBA {
	switch {
	case c.Kind == Default:
		return otherwise
	case c.Kind == RGB:
		return color.NRGBA{R: c.R, G: c.G, B: c.B, A: 0xff}
	case int(c.Index) < len(p.Basic):
		return p.Basic[c.Index]
	case c.Index < 232: // a cube of 6x6x6
		level := func(n uint8) uint8 {
			if n == 0 {
				return 0
			}
			return 55 + 40*n
		}
		n := c.Index - 16
		return color.NRGBA{R: level(n / 36), G: level(n / 6 % 6), B: level(n % 6), A: 0xff}
	default: // 24 greys
		g := 8 + 10*(c.Index-232)
		return color.NRGBA{R: g, G: g, B: g, A: 0xff}
	}
}

// seen are the colours in which a cell is drawn.
func (p Palette) seen(f Frame, s Style) (fg, bg color.NRGBA) {
	fg, bg = p.of(s.Fg, p.of(f.Fg, p.Fg)), p.of(s.Bg, p.of(f.Bg, p.Bg))
	if s.Attrs&Reverse != 0 {
		fg, bg = bg, fg
	}
	if s.Attrs&Faint != 0 {
		fg = mix(fg, bg)
	}
	if s.Attrs&Conceal != 0 {
		fg = bg
	}
	return fg, bg
}

// mix is the colour between two, nearer to the first.
func mix(a, b color.NRGBA) color.NRGBA {
	part := func(x, y uint8) uint8 { return uint8((3*int(x) + 2*int(y)) / 5) } //nolint:gosec // between two bytes
	return color.NRGBA{R: part(a.R, b.R), G: part(a.G, b.G), B: part(a.B, b.B), A: 0xff}
}
