package headless_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"image"
	"image/draw"
	"image/gif"
	"image/png"
	"io"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/vt"

	"smartbank/ui/headless"
)

// framed is a frame of some content, with a cursor.
func framed(content string, w, h int) headless.Frame {
	v := tea.NewView(content)
	v.WindowTitle = "A <title> & more"
	v.Cursor = tea.NewCursor(3, 1)
	return headless.NewFrame(v, w, h)
}

// colorful is a frame with Hangul, borders, every attribute and every kind of colour.
func colorful() headless.Frame {
	s := lipgloss.NewStyle
	return framed(strings.Join([]string{
		"│홍길동│ <a & b>",
		s().Bold(true).Foreground(lipgloss.Color("#ff8800")).Render("bold 굵게"),
		s().Faint(true).Italic(true).Render("faint") + s().Underline(true).Strikethrough(true).Render("lines"),
		s().Reverse(true).Foreground(lipgloss.Color("3")).Background(lipgloss.Color("12")).Render("reversed"),
		s().Background(lipgloss.Color("200")).Render("cube") + s().Foreground(lipgloss.Color("240")).Render("grey ▌⣿"),
	}, "\n"), 24, 6)
}

func TestSVGPlacesEveryCharacter(t *testing.T) {
	t.Parallel()
	p := headless.Pictured()
	p.WindowBar, p.Margin, p.BorderRadius = "Rings", 10, 5
	svg := colorful().SVG(p)
	type element struct {
		X    string `xml:"x,attr"`
		Text string `xml:",chardata"`
	}
	var texts []element
	circles := 0
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("the SVG is no XML: %v\n%s", err, svg)
		}
		start, ok := token.(xml.StartElement)
		switch {
		case ok && start.Name.Local == "text":
			var e element
			if err := d.DecodeElement(&e, &start); err != nil {
				t.Fatal(err)
			}
			texts = append(texts, e)
		case ok && start.Name.Local == "circle":
			circles++
		}
	}
	// Cells are 13 pixels wide, the first one is 30 from the left: 홍 is in the second cell, 길 two further.
	if len(texts) == 0 || texts[0].Text != "│홍길동│<a&b>" || !strings.HasPrefix(texts[0].X, "30 43 69 95 121 147 ") {
		t.Errorf("the first line is %+v", texts)
	}
	if circles != 3 {
		t.Errorf("the window bar has %d buttons", circles)
	}
}

func TestImagesAreTheSameEveryTime(t *testing.T) {
	t.Parallel()
	p := headless.Pictured()
	first, err := colorful().PNG(p)
	if err != nil {
		t.Fatal(err)
	}
	second, err := colorful().PNG(p)
	if err != nil || !bytes.Equal(first, second) {
		t.Fatalf("the second picture differs: %v", err)
	}
	img, err := png.Decode(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := img.Bounds(), image.Rect(0, 0, 24*12+40, 6*32+40); got != want {
		t.Errorf("the picture is %v, want %v", got, want)
	}
	empty, err := framed("", 24, 6).PNG(p)
	if err != nil || bytes.Equal(first, empty) {
		t.Errorf("an empty screen looks the same: %v", err)
	}
}

func TestEveryHangulSyllableHasAGlyph(t *testing.T) {
	t.Parallel()
	p := headless.Pictured()
	p.FontSize, p.Padding = 12, 0
	blank, err := framed("", 2, 1).Image(p)
	if err != nil {
		t.Fatal(err)
	}
	for r := '가'; r <= '힣'; r += 7 {
		img, err := framed(string(r), 2, 1).Image(p)
		if err != nil || bytes.Equal(img.Pix, blank.Pix) {
			t.Fatalf("%c is not drawn: %v", r, err)
		}
	}
}

// TestANSIShowsTheFrame gives a terminal emulator what a frame sends, and finds
// the frame on its screen: at once, and as a change from another frame.
func TestANSIShowsTheFrame(t *testing.T) {
	t.Parallel()
	frames := []headless.Frame{colorful(), framed("│홍길동│\nanother", 24, 6), colorful(), framed("", 24, 6)}
	var before *headless.Frame
	terminal := vt.NewEmulator(24, 6)
	for _, f := range frames {
		if _, err := terminal.WriteString(f.ANSI(before)); err != nil {
			t.Fatal(err)
		}
		before = &f
		for y := range f.H {
			for x := range f.W {
				want := f.At(x, y)
				if want.Width == 0 {
					continue
				}
				if got := terminal.CellAt(x, y); got == nil || strings.TrimSpace(got.Content) != strings.TrimSpace(want.Text) {
					t.Errorf("cell %d,%d shows %+v, want %q", x, y, got, want.Text)
				}
			}
		}
		if at := terminal.CursorPosition(); at.X != f.Cursor.X || at.Y != f.Cursor.Y {
			t.Errorf("the cursor is at %v, want %v", at, f.Cursor)
		}
	}
}

func TestCasts(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 11, 5, 10, 0, 0, 0, time.UTC)
	for version, want := range map[int][]string{
		2: {`"width":24`, `[0.000000,"o",`, `[1.500000,"o",`, `[2.000000,"r","10x2"]`},
		3: {`"term":{"cols":24,"rows":6,`, `[0.000000,"o",`, `[1.500000,"o",`, `[0.500000,"r","10x2"]`},
	} {
		c := headless.NewCast(version)
		for _, step := range []struct {
			f     headless.Frame
			after time.Duration
		}{{colorful(), 0}, {colorful(), time.Second}, {framed("b", 24, 6), 1500 * time.Millisecond}, {framed("c", 10, 2), 2 * time.Second}} {
			if err := c.Frame(step.f, at.Add(step.after)); err != nil {
				t.Fatal(err)
			}
		}
		data, err := c.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(data)), "\n")
		if len(lines) != 5 {
			t.Fatalf("version %d has %d lines:\n%s", version, len(lines), data)
		}
		for i, line := range lines {
			if !json.Valid([]byte(line)) {
				t.Errorf("version %d, line %d is no JSON: %s", version, i, line)
			}
			if i < len(want) && !strings.Contains(line, want[i]) {
				t.Errorf("version %d, line %d is %s, want %s in it", version, i, line, want[i])
			}
		}
	}
}

// TestFilmEndsInItsLastFrame plays an animated GIF and compares its end with the
// picture of the last frame.
func TestFilmEndsInItsLastFrame(t *testing.T) {
	t.Parallel()
	p := headless.Pictured()
	film := headless.NewFilm(p)
	at := time.Date(2026, 11, 5, 10, 0, 0, 0, time.UTC)
	frames := []headless.Frame{framed("a", 24, 6), colorful(), framed("한글 and more", 24, 6)}
	for i, f := range frames {
		if err := film.Frame(f, at.Add(time.Duration(i)*500*time.Millisecond)); err != nil {
			t.Fatal(err)
		}
	}
	data, err := film.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	shown, err := gif.DecodeAll(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if len(shown.Image) != 3 || shown.Delay[0] != 50 {
		t.Fatalf("%d pictures, %v", len(shown.Image), shown.Delay)
	}
	want, err := frames[2].Image(p)
	if err != nil {
		t.Fatal(err)
	}
	canvas := image.NewNRGBA(want.Rect)
	for _, part := range shown.Image {
		draw.Draw(canvas, part.Rect, part, part.Rect.Min, draw.Src)
	}
	if !bytes.Equal(canvas.Pix, want.Pix) {
		t.Error("the film does not end in its last frame")
	}
}

func TestParsePalette(t *testing.T) {
	t.Parallel()
	p, err := headless.ParsePalette(`{"background": "#010203", "brightWhite": "#fefefe", "name": "x"}`)
	if err != nil || p.Bg.B != 3 || p.Basic[15].R != 0xfe || p.Fg != headless.DarkPalette.Fg {
		t.Errorf("got %+v, %v", p, err)
	}
	for _, wrong := range []string{`[]`, `{"red": "red"}`, `{"rot": "#000000"}`, `{"red": "#00000"}`, `{`} {
		if _, err := headless.ParsePalette(wrong); err == nil {
			t.Errorf("%s was read", wrong)
		}
	}
}
