package component

import (
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
	"rsc.io/qr"

	"smartbank/ui/text"
	"smartbank/ui/theme"
)

func chartOf(values ...int64) Chart {
	c := Chart{
		Value: func(y int64) string { return strconv.FormatInt(y, 10) },
		Place: func(x int64) string { return "d" + strconv.FormatInt(x, 10) },
	}
	for i, v := range values {
		c.Points = append(c.Points, ChartPoint{int64(i), v})
	}
	return c
}

func looks() map[string]Look {
	return map[string]Look{
		"unicode": {Theme: theme.New(theme.Dark, theme.Unicode), Text: text.In(text.English)},
		"ascii":   {Theme: theme.New(theme.Mono, theme.ASCII), Text: text.In(text.Korean)},
	}
}

func TestChart(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"unicode": `
40 ┤                      ⢠▲⠒⠤⣀
   │                    ⢀⠔⠁    ⠉⠒⠤⣀
25 ┤                   ⡠⠊          ⠉
   │       ⢀⣀        ⢀⠔⠁
   │   ⢀⡠⠔⠊⠁ ⠉⠉⠒⠒⠤⠤⣀⡠⠃
10 ┤▼⠔⠊⠁
    d0             d2             d4`,
		"ascii": `
40 +                       ^*
   |                     **  ****
25 +                   **        ***
   |      ******     **
   |  ****      *****
10 +v*
    d0             d2             d4`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := ""
			for _, line := range chartOf(10, 20, 15, 40, 30).Draw(looks()[name], 36, 7) {
				got += "\n" + strings.TrimRight(ansi.Strip(line), " ")
			}
			if got != want {
				t.Errorf("drawn is%s\nwanted%s", got, want)
			}
		})
	}
}

// TestChartsFit draws any points in any room: every line is exactly as wide as
// asked, the first and last values are within it, and both extremes are marked.
func TestChartsFit(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c := chartOf(rapid.SliceOfN(rapid.Int64Range(-1_000_000, 1_000_000_000), 1, 400).Draw(t, "values")...)
		w, h := rapid.IntRange(0, 120).Draw(t, "w"), rapid.IntRange(0, 30).Draw(t, "h")
		for name, l := range looks() {
			lines := c.Draw(l, w, h)
			if lines == nil {
				if w >= 30 && h >= 4 {
					t.Fatalf("%s: nothing in %dx%d", name, w, h)
				}
				continue
			}
			if len(lines) != h {
				t.Fatalf("%s: %d lines of %d", name, len(lines), h)
			}
			for _, line := range lines {
				if got := Cells(ansi.Strip(line)); got > w {
					t.Fatalf("%s: a line of %d cells in %d: %q", name, got, w, line)
				}
			}
		}
	})
}

func TestQRShowsEveryModule(t *testing.T) {
	t.Parallel()
	const number = "481290337715"
	code, err := qr.Encode(number, qr.M)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range theme.Names {
		l := Look{Theme: theme.New(name, theme.Unicode), Text: text.In(text.English)}
		lines := QR(l, number, 60, 30)
		if len(lines) != (code.Size+2*quiet+1)/2 {
			t.Fatalf("%s: %d lines for %d modules", name, len(lines), code.Size)
		}
		for row, line := range lines {
			for x, r := range []rune(ansi.Strip(line)) {
				halves := map[rune][2]bool{'█': {true, true}, '▀': {true, false}, '▄': {false, true}, ' ': {false, false}}[r]
				for i, white := range halves {
					if white == code.Black(x-quiet, row*2+i-quiet) {
						t.Fatalf("%s: module %d,%d is wrong", name, x-quiet, row*2+i-quiet)
					}
				}
			}
		}
		if painted := strings.Contains(lines[0], "38;2;255;255;255"); painted != (name != theme.Mono) {
			t.Errorf("%s: %q", name, lines[0])
		}
	}
}

func TestQRIsLeftOutWhereItDoesNotFit(t *testing.T) {
	t.Parallel()
	l := Look{Theme: theme.New(theme.Dark, theme.Unicode), Text: text.In(text.English)}
	for name, lines := range map[string][]string{
		"too narrow": QR(l, "481290337715", 28, 30), "too low": QR(l, "481290337715", 60, 14),
		"too long":       QR(l, strings.Repeat("x", 5000), 500, 500),
		"no half blocks": QR(looks()["ascii"], "481290337715", 60, 30),
	} {
		if lines != nil {
			t.Errorf("%s: it is drawn in %d lines", name, len(lines))
		}
	}
}
