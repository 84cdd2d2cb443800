package headless

import (
	_ "embed" // the themes
	"image/color"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// vhsThemes are the themes of VHS 0.11, a line each: the name, and behind a tab the
// colours of text, background and cursor and the first 16. They are those of its themes.json (MIT licence), which
// come from iTerm2-Color-Schemes; the cursor of those that say nothing of it has the text's colour.
//
//go:embed themes.txt
var vhsThemes string

// themes are the themes by name.
var themes = sync.OnceValue(func() map[string]Palette {
	all := make(map[string]Palette)
	for line := range strings.Lines(vhsThemes) {
		name, colors, _ := strings.Cut(strings.TrimSpace(line), "\t")
		var p Palette
		places := []*color.NRGBA{&p.Fg, &p.Bg, &p.Cursor}
		for i := range p.Basic {
			places = append(places, &p.Basic[i])
		}
		for i, hex := range strings.Fields(colors) {
			n, _ := strconv.ParseUint(hex, 16, 32) // a test reads them all
			*places[i] = rgb(uint32(n))
		}
		all[name] = p
	}
	return all
})

// Theme is the palette that VHS calls name. It tells whether there is one.
func Theme(name string) (p Palette, ok bool) {
	p, ok = themes()[name]
	return p, ok
}

// Themes are the names of VHS's themes, sorted.
func Themes() []string { return slices.Sorted(maps.Keys(themes())) }

// Light tells whether the background is a light one: nearer to white than to black,
// as the eye weighs the colours (ITU-R BT.601).
func (p Palette) Light() bool {
	return 299*int(p.Bg.R)+587*int(p.Bg.G)+114*int(p.Bg.B) > 1000*0xff/2
}
