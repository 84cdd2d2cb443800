package export_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"smartbank/bank/statement/statementtest"
	"smartbank/ui/export"
	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

// statementOf opens the export of the first account's month.
func statementOf(x *world) { x.Type("12e") }

// receiptOf opens the receipt of a transfer: the second row that is one.
func receiptOf(x *world) {
	x.Type("12/커피값\n")
	x.Press("enter")
	x.Type("p")
}

// TestScreens compares every state with its golden frame: in both languages at
// 80x24, and the first one of each screen in the smallest and a large window.
func TestScreens(t *testing.T) {
	t.Parallel()
	for _, state := range []struct {
		name  string
		reach func(x *world)
		all   bool
	}{
		{"statement", statementOf, true},
		{"statement of a part", func(x *world) { x.Type("12t/급여\n"); x.Type("e") }, false},
		{"statement formats", func(x *world) { statementOf(x); x.Press("down", "down", "down") }, false},
		{"statement saved", func(x *world) { statementOf(x); x.Type("\n\n\n") }, false},
		{"statement under way", func(x *world) {
			statementOf(x)
			x.Hold()
			x.Type("\n\n\n")
			x.Advance(1200 * time.Millisecond)
		}, false},
		{"statement there already", func(x *world) { statementOf(x); x.Type("\n\n\n"); x.Advance(time.Second); x.Type("\ne\n\n\n") }, false},
		{"statement into no folder", func(x *world) { statementOf(x); x.Type("\n\n"); x.Press("home"); x.Type("no/such/\n") }, false},
		{"receipt", receiptOf, true},
		{"receipt masked", func(x *world) { receiptOf(x); x.Press("tab", "right") }, false},
		{"receipt saved", func(x *world) { receiptOf(x); x.Type("\n\n\n") }, false},
	} {
		for _, in := range []struct {
			w, h int
			lang text.Lang
		}{{80, 24, text.English}, {80, 24, text.Korean}, {40, 12, text.Korean}, {120, 40, text.English}} {
			if in.w != 80 && !state.all {
				continue
			}
			t.Run(fmt.Sprintf("%s/%dx%d_%s", state.name, in.w, in.h, in.lang), func(t *testing.T) {
				t.Parallel()
				x := open(t, in.lang, in.w, in.h)
				state.reach(x)
				uitest.Golden(t, x.Frame())
			})
		}
	}
}

// A customer exports a month in each format by keys alone.
func TestEveryFormatIsSaved(t *testing.T) {
	t.Parallel()
	x := open(t, text.English, 80, 24)
	for i, f := range export.Formats() {
		x.Type("12e")
		for range i {
			x.Press("right")
		}
		x.Type("\n\n")
		name := "month-" + string(f)
		x.Press("ctrl+u")
		x.Type(name + "\n")
		x.shows("Saved.", name, "Transactions")
		content, err := os.ReadFile(filepath.Join(x.folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if f == export.PDF {
			if !strings.HasPrefix(string(content), "%PDF-1.") {
				t.Error("it is no PDF")
			}
		} else if got := statementtest.Read(t, string(f), string(content)); len(got.Rows) < 20 || got.Closing != "1731475" {
			t.Errorf("%s has %d rows and ends with %s", f, len(got.Rows), got.Closing)
		}
		x.Advance(time.Second)
		x.Press("esc")
		x.Press("f10")
	}
}

// What the customer typed as a name stays when the format changes; the name that
// was given follows it.
func TestTheNameFollowsTheFormat(t *testing.T) {
	t.Parallel()
	x := open(t, text.English, 80, 24)
	statementOf(x)
	x.shows("statement-901-20261006-20261105.pdf")
	x.Press("right")
	x.shows("statement-901-20261006-20261105.csv")
	x.Press("tab", "tab")
	x.Press("ctrl+u")
	x.Type("mine.txt")
	x.Press("tab", "right")
	x.shows("mine.txt", "CSV for Excel")
}

// A file that is there is replaced only by who says so.
func TestReplacing(t *testing.T) {
	t.Parallel()
	x := open(t, text.English, 80, 24)
	path := filepath.Join(x.folder, "receipt-20261023-0002335.pdf")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	receiptOf(x)
	x.Type("\n\n\n")
	x.shows("There is a file already", "[ Keep it ]")
	x.Press("enter")
	if content, _ := os.ReadFile(path); string(content) != "mine" {
		t.Fatal("it was replaced unasked")
	}
	x.Press("enter")
	x.Press("left", "enter")
	x.shows("Saved.")
	if content, _ := os.ReadFile(path); !strings.HasPrefix(string(content), "%PDF") || x.files() != filepath.Base(path) {
		t.Errorf("it was not replaced: %s", x.files())
	}
}

// Esc while a file is written stops it, and leaves none.
func TestEscStopsAnExport(t *testing.T) {
	t.Parallel()
	x := open(t, text.English, 80, 24)
	statementOf(x)
	x.Hold()
	x.Type("\n\n\n")
	x.Advance(300 * time.Millisecond)
	x.shows("Esc cancel")
	x.Press("esc")
	x.Release()
	x.shows("Stopped. No file was left.", "Export a statement")
	if left := x.files(); left != "" {
		t.Errorf("there is %s", left)
	}
	x.Press("tab", "tab", "enter")
}

// A program that saves nothing says so, with advice.
func TestWhereNothingIsSaved(t *testing.T) {
	t.Parallel()
	x := openWith(t, text.English, 80, 24, t.TempDir(), export.Files{})
	statementOf(x)
	x.Type("\n\n\n")
	x.shows("Nothing can be saved from here.")
}

// The receipt of a transfer is had from Search transfer result too.
func TestReceiptFromTheResults(t *testing.T) {
	t.Parallel()
	x := open(t, text.English, 80, 24)
	x.Type("22")
	x.Press("right", "right")
	x.Press("enter")
	x.Type("p")
	x.shows("Save a receipt", "Transfer", "Recipient")
}
