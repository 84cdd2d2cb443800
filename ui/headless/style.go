package headless

import (
	"fmt"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Style is how a cell is drawn. Two styles are the same if they are ==.
type Style struct {
	// Fg and Bg are the colours of the character and of what is behind it.
	Fg, Bg Color
	// Attrs are the attributes that are on.
	Attrs Attrs
}

// Attrs is a set of attributes.
type Attrs uint16

// The attributes that a terminal draws.
const (
	Bold Attrs = 1 << iota
	Faint
	Italic
	Underline
	Blink
	Reverse
	Conceal
	Strikethrough
)

// names of the attributes, in the order of their bits.
var names = [...]string{"bold", "faint", "italic", "underline", "blink", "reverse", "conceal", "strikethrough"}

// ColorKind is which palette a colour is of.
type ColorKind uint8

// The palettes.
const (
	Default ColorKind = iota // the terminal's own colour
	ANSI                     // one of the terminal's 256, of which the theme decides the first 16
	RGB                      // a colour of 24 bits
)

// Color is a colour as the program asked for it. The zero Color is the terminal's own.
type Color struct {
	// Kind is the palette.
	Kind ColorKind
	// Index is the number in the palette of 256; for ANSI.
	Index uint8
	// R, G and B are the parts; for RGB.
	R, G, B uint8
}

// basic are the names of the first 16 colours, as ECMA-48 and its users call them.
var basic = [16]string{
	"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
	"brightblack", "brightred", "brightgreen", "brightyellow", "brightblue", "brightmagenta", "brightcyan", "brightwhite",
}

// String is "default", the colour's name, "ansi" with its number, or #rrggbb.
func (c Color) String() string {
	switch {
	case c.Kind == Default:
		return "default"
	case c.Kind == RGB:
		return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	case int(c.Index) < len(basic):
		return basic[c.Index]
	default:
		return fmt.Sprintf("ansi%d", c.Index)
	}
}

// String names attributes and colours: "bold red on #ffffff"; "plain" for the
// zero Style.
func (s Style) String() string {
	if s == (Style{}) {
		return "plain"
	}
	var words []string
	for i, name := range names {
		if s.Attrs&(1<<i) != 0 {
			words = append(words, name)
		}
	}
	if s.Fg.Kind != Default {
		words = append(words, s.Fg.String())
	}
	if s.Bg.Kind != Default {
		words = append(words, "on "+s.Bg.String())
	}
	return strings.Join(words, " ")
}

// styleOf is a canvas's style as a Style. Kinds of underline count as one.
func styleOf(s uv.Style) Style {
	style := Style{Fg: colorOf(s.Fg), Bg: colorOf(s.Bg)}
	for _, a := range [...]struct {
		bit  uint8
		attr Attrs
	}{
		{uv.AttrBold, Bold},
		{uv.AttrFaint, Faint},
		{uv.AttrItalic, Italic},
		{uv.AttrBlink | uv.AttrRapidBlink, Blink},
		{uv.AttrReverse, Reverse},
		{uv.AttrConceal, Conceal},
		{uv.AttrStrikethrough, Strikethrough},
	} {
		if s.Attrs&a.bit != 0 {
			style.Attrs |= a.attr
		}
	}
	if s.Underline != uv.UnderlineNone {
		style.Attrs |= Underline
	}
	return style
}

// colorOf is a colour as a Color.
func colorOf(c color.Color) Color {
	switch c := c.(type) {
	case nil:
		return Color{}
	case ansi.BasicColor:
		return Color{Kind: ANSI, Index: uint8(c)}
	case ansi.IndexedColor:
		return Color{Kind: ANSI, Index: uint8(c)}
	default:
		r, g, b, _ := c.RGBA()
		return Color{Kind: RGB, R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8)} //nolint:gosec // RGBA's parts are 16 bits
	}
}
