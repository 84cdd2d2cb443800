package ui_test

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// TestReadmePicture makes the picture of README with its tape, and compares it
// pixel by pixel with the one that is kept. UPDATE=1 keeps the new one.
func TestReadmePicture(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	source, err := filepath.Abs("../testdata/tapes/readme.tape")
	if err != nil {
		t.Fatal(err)
	}
	if exit, _, problem := run(dir, "", nil, "play", source); exit != 0 {
		t.Fatal(problem)
	}
	made, err := os.ReadFile(filepath.Join(dir, "readme.png"))
	if err != nil {
		t.Fatal(err)
	}
	const kept = "../testdata/readme.png"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(kept, made, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(pixels(t, made), pixels(t, want)) {
		t.Error("README's picture is another one (UPDATE=1 keeps it: look at testdata/readme.png)")
	}
}

// pixels are those of a picture, which may be packed in another way.
func pixels(t *testing.T, data []byte) []byte {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	plain := image.NewNRGBA(picture.Bounds())
	draw.Draw(plain, plain.Rect, picture, image.Point{}, draw.Src)
	return plain.Pix
}
