package ui_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"smartbank/ui/theme"
)

// TestEveryGoldenScreenCanBePlain draws every golden screen there is with the
// ASCII signs: nothing is left that a terminal may draw two cells wide unless it is
// wide everywhere, no sign lacks a plain one, and every line stays as wide as it was.
func TestEveryGoldenScreenCanBePlain(t *testing.T) {
	t.Parallel()
	screens := 0
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".golden" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		screens++
		if strings.Contains(string(data), "▀") {
			return nil // a QR code, which is not drawn with the ASCII signs at all
		}
		for line := range strings.Lines(string(data)) {
			checkPlain(t, path, strings.TrimSuffix(line, "\n"))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d golden screens", screens)
	if screens < 100 {
		t.Errorf("only %d golden screens were found", screens)
	}
}

// checkPlain draws one line of a screen with the ASCII signs.
func checkPlain(t *testing.T, path, line string) {
	t.Helper()
	plain := theme.ASCII.Plain(line)
	for _, r := range plain {
		if r > '~' && ansi.StringWidth(string(r)) != 2 {
			t.Errorf("%s: %q is left in %q", path, r, plain)
		}
	}
	if braille(line) { // charts, which have signs of their own
		return
	}
	if strings.Count(plain, "?") > strings.Count(line, "?") {
		t.Errorf("%s: a sign of %q has no plain one: %q", path, line, plain)
	}
	if ansi.StringWidth(plain) != ansi.StringWidth(line) {
		t.Errorf("%s: %q is as wide as %d, plain %d", path, line, ansi.StringWidth(line), ansi.StringWidth(plain))
	}
}

// braille reports whether a line has dots of a chart or of the spinner.
func braille(line string) bool {
	return strings.ContainsFunc(line, func(r rune) bool { return r >= 0x2800 && r <= 0x28ff })
}
