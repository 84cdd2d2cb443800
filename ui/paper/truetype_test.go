package paper

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"testing"

	"github.com/hajimehoshi/bitmapfont/v4"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

const sample = "홍길동 우체국 1,284,300원 – Hong Gildong ▲▼€ gjQ@%8"

// TestFontDrawsWhatTheBitmapFontDraws reads the font with an independent reader
// and compares every pixel, at the size where a pixel of one is a pixel of the other.
func TestFontDrawsWhatTheBitmapFontDraws(t *testing.T) {
	t.Parallel()
	parsed, err := opentype.Parse(Font(sample))
	if err != nil {
		t.Fatal(err)
	}
	face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: 16, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range sample {
		want, got := drawn(bitmapfont.Face, r), drawn(face, r)
		if !bytes.Equal(want.Pix, got.Pix) {
			t.Errorf("%q is drawn\n%swanted\n%s", r, picture(got), picture(want))
		}
		wide, _ := bitmapfont.Face.GlyphAdvance(r)
		if a, ok := face.GlyphAdvance(r); !ok || a != wide {
			t.Errorf("%q is %v wide, wanted %v", r, a, wide)
		}
	}
}

func TestFontIsTheSameBytesEveryTime(t *testing.T) {
	t.Parallel()
	if !bytes.Equal(Font(sample), Font(sample)) {
		t.Error("two fonts of one text differ")
	}
	if a, b := Font("가나다"), Font("다가나 가"); !bytes.Equal(a, b) {
		t.Error("the order of the text matters")
	}
}

func TestFontLeavesOutWhatItCannotDraw(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"nothing": "", "beyond the first plane": "😀𠀀", "no such character": "\U0000fdd0", "controls": "a\x00\n\x1b",
	} {
		if _, err := opentype.Parse(Font(text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// drawn is a character in black on white.
func drawn(face font.Face, r rune) *image.Gray {
	canvas := image.NewGray(image.Rect(0, 0, 16, 20))
	draw.Draw(canvas, canvas.Bounds(), image.White, image.Point{}, draw.Src)
	(&font.Drawer{Dst: canvas, Src: image.Black, Face: face, Dot: fixed.P(1, 14)}).DrawString(string(r))
	return canvas
}

func picture(canvas *image.Gray) string {
	var b bytes.Buffer
	for y := range canvas.Rect.Dy() {
		for x := range canvas.Rect.Dx() {
			b.WriteByte(map[bool]byte{true: '#', false: '.'}[canvas.GrayAt(x, y) == color.Gray{}])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func BenchmarkFont(b *testing.B) {
	for b.Loop() {
		Font(sample)
	}
}
