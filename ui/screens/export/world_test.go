package export_test

import (
	"context"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/demo"
	"smartbank/ui/app"
	"smartbank/ui/export"
	"smartbank/ui/headless"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// start is when every test begins: a Thursday morning in Seoul.
var start = time.Date(2026, time.November, 5, 10, 0, 0, 0, calendar.Seoul)

// image is the demonstration bank that every test has a copy of.
var image = sync.OnceValues(func() (*bank.Image, error) {
	return bank.NewImage(context.Background(), demo.Opening(1, start), bank.Options{
		Now: func() time.Time { return start }, Rand: banktest.NewRand(1), Cost: bank.TapeCost,
	})
})

// world is the whole program with a customer logged in, and the folder it saves to.
type world struct {
	*headless.Driver

	tb     testing.TB
	folder string
}

// open starts the program at All Menus. It saves as a tape does, into a folder
// whose path it does not show, or without a root into one that it shows.
func open(tb testing.TB, lang text.Lang, w, h int) *world {
	tb.Helper()
	folder := tb.TempDir()
	root, err := os.OpenRoot(folder)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = root.Close() })
	return openWith(tb, lang, w, h, folder, export.Files{Root: root})
}

func openWith(tb testing.TB, lang text.Lang, w, h int, folder string, files export.Files) *world {
	tb.Helper()
	made, err := image()
	if err != nil {
		tb.Fatal(err)
	}
	clock := headless.NewClock(start)
	b, err := bank.OpenImage(tb.Context(), made, bank.Options{Now: clock.Now, Rand: banktest.NewRand(2), Cost: bank.TapeCost})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := b.Close(); err != nil {
			tb.Error(err)
		}
	})
	a := app.New(app.Config{
		Bank: b, Clock: clock, Lang: lang, Theme: theme.Dark, Glyphs: theme.Unicode, Files: files, Checked: true,
		Demo: screen.Demo{Logins: demo.Logins(), Password: demo.Password, PIN: demo.PIN},
	})
	x := &world{Driver: headless.New(a, clock, w, h), tb: tb, folder: folder}
	tb.Cleanup(func() {
		if err := x.Err(); err != nil {
			tb.Error(err)
		}
	})
	x.Type("99" + demo.HongLogin + "\n" + demo.Password + "\n")
	return x
}

// shows fails unless all of texts are on the screen.
func (x *world) shows(texts ...string) {
	x.tb.Helper()
	frame := x.Frame().Text()
	for _, s := range texts {
		if !strings.Contains(frame, s) {
			x.tb.Fatalf("%q is not shown:\n%s", s, frame)
		}
	}
}

// files are the names in the folder.
func (x *world) files() string {
	x.tb.Helper()
	entries, err := os.ReadDir(x.folder)
	if err != nil {
		x.tb.Fatal(err)
	}
	all := make([]string, len(entries))
	for i, e := range entries {
		all[i] = e.Name()
	}
	return strings.Join(all, " ")
}
