package theme

// Swatch is one row of a palette: a style of [Theme] by its name, and its
// colours as #rrggbb. An empty Bg is the terminal's own background.
type Swatch struct{ Name, Fg, Bg string }

// Palette is the colours of a theme; none for mono. Reds and blues are the post
// office's and Korean banking's, as light or dark as can be read: at least 4.5:1
// (WCAG 2.2, 1.4.3) on the background of the swatch and, without one, on every
// background of [Grounds].
func Palette(name string) []Swatch {
	switch name {
	case Light:
		return light
	case Dark:
		return dark
	default:
		return nil
	}
}

// Grounds are backgrounds that terminals commonly have, on which a theme can be
// read.
func Grounds(name string) []string {
	switch name {
	case Light:
		return []string{"#ffffff", "#f5f5f5", "#fdf6e3"} // white, xterm's grey, Solarized Light
	case Dark:
		return []string{"#000000", "#1e1e1e", "#282c34", "#002b36"} // black, VS Code, One Dark, Solarized Dark
	default:
		return nil
	}
}

var light = []Swatch{
	{"Base", "#1f2328", ""},
	{"Muted", "#57606a", ""},
	{"Strong", "#0b0d10", ""},
	{"Accent", "#c0141c", ""},
	{"Title", "#ffffff", "#c0141c"},
	{"Rule", "#606871", ""},
	{"Selected", "#1f2328", "#fbd9d7"},
	{"Field", "#1f2328", ""},
	{"Focus", "#0b0d10", ""},
	{"Problem", "#b00e16", ""},
	{"Advice", "#1f2328", ""},
	{"Good", "#17692c", ""},
	{"Warn", "#8a4600", ""},
	{"In", "#0a55a8", ""},
	{"Out", "#b00e16", ""},
	{"Key", "#1f2328", ""},
	{"Hint", "#57606a", ""},
	{"Button", "#1f2328", "#d8dce1"},
	{"Default", "#ffffff", "#c0141c"},
	{"Dialog", "#606871", ""},
}

var dark = []Swatch{
	{"Base", "#d8dde3", ""},
	{"Muted", "#a3abb5", ""},
	{"Strong", "#ffffff", ""},
	{"Accent", "#ff8078", ""},
	{"Title", "#ffffff", "#b3161d"},
	{"Rule", "#949ca6", ""},
	{"Selected", "#ffffff", "#6b1a1f"},
	{"Field", "#e6eaef", ""},
	{"Focus", "#ffffff", ""},
	{"Problem", "#ff938c", ""},
	{"Advice", "#d8dde3", ""},
	{"Good", "#7fd992", ""},
	{"Warn", "#f5c069", ""},
	{"In", "#82bcff", ""},
	{"Out", "#ff938c", ""},
	{"Key", "#e6eaef", ""},
	{"Hint", "#a3abb5", ""},
	{"Button", "#e6eaef", "#3d444d"},
	{"Default", "#ffffff", "#b3161d"},
	{"Dialog", "#949ca6", ""},
}
