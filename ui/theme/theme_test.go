package theme

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestContrast holds what WCAG 2.2 asks of text: 4.5:1 against its background.
func TestContrast(t *testing.T) {
	t.Parallel()
	for _, name := range []string{Light, Dark} {
		least, of := 21.0, ""
		for _, s := range Palette(name) {
			grounds := Grounds(name)
			if s.Bg != "" {
				grounds = []string{s.Bg}
			}
			for _, ground := range grounds {
				c := contrast(s.Fg, ground)
				if c < 4.5 {
					t.Errorf("%s: %s %s on %s has contrast %.2f, want 4.5", name, s.Name, s.Fg, ground, c)
				}
				if c < least {
					least, of = c, s.Name+" "+s.Fg+" on "+ground
				}
			}
		}
		t.Logf("%s: the least contrast is %.2f, of %s", name, least, of)
	}
}

// contrast is WCAG's contrast ratio of two colours written #rrggbb.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(hex string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil {
			panic(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func TestContrastKnowsWCAGsOwnExamples(t *testing.T) {
	t.Parallel()
	if c := contrast("#000000", "#ffffff"); math.Abs(c-21) > 0.01 {
		t.Errorf("black on white has %.2f, want 21", c)
	}
	if c := contrast("#767676", "#ffffff"); c < 4.5 || c > 4.6 {
		t.Errorf("#767676 on white has %.2f, want 4.54", c)
	}
}

func TestEveryStyleHasAColourInThePalettes(t *testing.T) {
	t.Parallel()
	for _, name := range []string{Light, Dark} {
		have := map[string]bool{}
		for _, s := range Palette(name) {
			have[s.Name] = true
		}
		for f := range reflect.TypeFor[Theme]().Fields() {
			if f.Type == reflect.TypeFor[Style]() && !have[f.Name] {
				t.Errorf("%s has no colour for %s", name, f.Name)
			}
		}
		for s := range have {
			if New(name, Unicode).part(s) == nil {
				t.Errorf("%s has a colour for %s, which is no style", name, s)
			}
		}
	}
}

func TestMonoHasNoColour(t *testing.T) {
	t.Parallel()
	m := New(Mono, Unicode)
	v := reflect.ValueOf(m).Elem()
	for i := range v.NumField() {
		s, ok := reflect.TypeAssert[Style](v.Field(i))
		if !ok {
			continue
		}
		if out := s.Render("x"); strings.Contains(out, "38;") || strings.Contains(out, "48;") {
			t.Errorf("%s has a colour: %q", v.Type().Field(i).Name, out)
		}
	}
	for name, s := range map[string]Style{"Field": m.Field, "Focus": m.Focus, "Selected": m.Selected, "Default": m.Default, "Problem": m.Problem} {
		if s.Render("x") == "x" {
			t.Errorf("%s looks like any other text", name)
		}
	}
	if m.Field.Render("x") == m.Focus.Render("x") || m.Button.Render("x") == m.Default.Render("x") {
		t.Error("what has the focus looks like what has not")
	}
}

func TestFieldsAreSeenWithoutColour(t *testing.T) {
	t.Parallel()
	for _, name := range Names {
		th := New(name, Unicode)
		if !th.Field.GetUnderline() || !th.Focus.GetUnderline() {
			t.Errorf("%s tells a field only by its colour", name)
		}
	}
}

func TestUnknownThemeIsDark(t *testing.T) {
	t.Parallel()
	if got := New("sepia", ASCII).Name; got != Dark {
		t.Errorf("New(sepia) is %q, want dark", got)
	}
}

func TestGlyphsAreOneCellWide(t *testing.T) {
	t.Parallel()
	for set, g := range map[string]Glyphs{"Unicode": Unicode, "ASCII": ASCII} {
		v := reflect.ValueOf(g)
		for i := range v.NumField() {
			if s, ok := reflect.TypeAssert[string](v.Field(i)); ok && ansi.StringWidth(s) != 1 {
				t.Errorf("%s.%s %q is not one cell", set, v.Type().Field(i).Name, s)
			}
		}
		for _, s := range g.Spinner {
			if ansi.StringWidth(s) != 1 {
				t.Errorf("%s.Spinner %q is not one cell", set, s)
			}
		}
	}
	v := reflect.ValueOf(ASCII)
	for i := range v.NumField() {
		for _, r := range v.Field(i).String() {
			if v.Field(i).Kind() == reflect.String && r > '~' {
				t.Errorf("ASCII.%s has %q", v.Type().Field(i).Name, r)
			}
		}
	}
}
