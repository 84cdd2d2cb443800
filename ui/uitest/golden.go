// Package uitest compares screens with golden files, and shakes programs to see
// whether a screen falls apart.
//
// A golden file is testdata/<test>/<subtest>.golden beside the test: the frame's
// text with the window's right edge, its styles and its cursor, to be read by
// people. UPDATE=1 in the environment writes the files instead of comparing.
package uitest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode"

	"smartbank/ui/headless"
)

// Golden compares a frame (text, styles, cursor, title) with the test's golden
// file. A test has one; several screens are several subtests. It fails too where
// the frame shows a fault: a line that does not fit, a cursor outside the window,
// a driver that gave up.
func Golden(tb testing.TB, frame headless.Frame) {
	tb.Helper()
	golden(tb, frame, frame.Styled())
}

// GoldenText is [Golden] for the text alone, where colours are of no interest.
func GoldenText(tb testing.TB, frame headless.Frame) {
	tb.Helper()
	golden(tb, frame, frame.Text())
}

// GoldenWords is [Golden] for what was written line by line, such as a conversation.
func GoldenWords(tb testing.TB, words string) {
	tb.Helper()
	compare(tb, words)
}

// golden compares got, which was made of frame, with the test's file.
func golden(tb testing.TB, frame headless.Frame, got string) {
	tb.Helper()
	if err := fault(frame); err != nil {
		tb.Errorf("%v:\n%s", err, frame.Text())
	}
	compare(tb, got)
}

// compare compares text with the test's file.
func compare(tb testing.TB, got string) {
	tb.Helper()
	name := goldenFile(tb.Name())
	if !claim(tb) {
		tb.Errorf("%s is compared twice: one test has one golden frame", name)
		return
	}
	if os.Getenv("UPDATE") == "1" {
		if err := write(name, got); err != nil {
			tb.Errorf("write the golden file: %v", err)
		}
		return
	}
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		tb.Errorf("there is no %s yet; UPDATE=1 writes it with\n%s", name, got)
		return
	}
	if err != nil {
		tb.Errorf("read the golden file: %v", err)
		return
	}
	want := strings.ReplaceAll(string(data), "\r\n", "\n")
	if got != want {
		tb.Errorf("%s differs (UPDATE=1 accepts it)\n%s\nwanted\n%s\ngot\n%s", name, difference(want, got), want, got)
	}
}

// fault is what makes a frame wrong whatever it should show.
func fault(frame headless.Frame) error {
	if err := frame.Err(); err != nil {
		return err
	}
	if lines := frame.Overflow(); len(lines) > 0 {
		return fmt.Errorf("lines %v do not fit into %dx%d", lines, frame.W, frame.H)
	}
	if !frame.CursorInside() {
		return fmt.Errorf("the cursor (%v) is outside %dx%d", frame.Cursor, frame.W, frame.H)
	}
	return nil
}

// difference is the lines of want after "-" and those of got after "+" where
// they differ, by number.
func difference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	var b strings.Builder
	for i := range max(len(w), len(g)) {
		was, is := "", ""
		if i < len(w) {
			was = w[i]
		}
		if i < len(g) {
			is = g[i]
		}
		if was != is {
			fmt.Fprintf(&b, "line %d\n- %s\n+ %s\n", i+1, was, is)
		}
	}
	return b.String()
}

// goldenFile is the file of the test with this name. Characters that some file
// system refuses are underscores.
func goldenFile(test string) string {
	clean := func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_=,+()", r) {
			return r
		}
		return '_'
	}
	parts := []string{"testdata"}
	for part := range strings.SplitSeq(test, "/") {
		parts = append(parts, strings.Map(clean, part))
	}
	return filepath.Join(parts...) + ".golden"
}

// claimed are the tests that have compared their golden file.
var claimed sync.Map

// claim tells whether this is the test's first golden frame.
func claim(tb testing.TB) bool {
	tb.Helper()
	if _, taken := claimed.LoadOrStore(tb, true); taken {
		return false
	}
	tb.Cleanup(func() { claimed.Delete(tb) })
	return true
}

// write writes a golden file and its folders.
func write(name, text string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(text), 0o600)
}
