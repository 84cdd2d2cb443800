package app

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/demo"
	"smartbank/ui/component"
	"smartbank/ui/headless"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
	"smartbank/ui/uitest"
)

// begin is when every test begins.
var begin = time.Date(2026, 11, 5, 10, 0, 0, 0, time.FixedZone("KST", 9*60*60))

var image = sync.OnceValues(func() (*bank.Image, error) {
	return bank.NewImage(context.Background(), demo.Opening(1, begin), bank.Options{
		Now: func() time.Time { return begin }, Rand: banktest.NewRand(1), Cost: bank.TapeCost,
	})
})

// program is the whole program without a terminal.
type program struct {
	*headless.Driver
	t     testing.TB
	app   *App
	bank  *bank.Bank
	clock *headless.Clock
	world *uitest.World
}

// start starts the program with a fresh demonstration bank.
func start(tb testing.TB, w, h int, lang text.Lang) *program {
	tb.Helper()
	return startThemed(tb, w, h, lang, theme.Dark)
}

func startThemed(tb testing.TB, w, h int, lang text.Lang, look string) *program {
	tb.Helper()
	made, err := image()
	if err != nil {
		tb.Fatal(err)
	}
	clock := headless.NewClock(begin)
	behind := uitest.OpenImage(tb, made, clock.Now, 2)
	a := New(Config{
		Bank: behind.Bank, Center: behind.Center, Clock: clock, Lang: lang, Theme: look, Glyphs: theme.Unicode, Mouse: true,
		Demo: screen.Demo{Logins: demo.Logins(), Password: demo.Password, PIN: demo.PIN},
	})
	p := &program{headless.New(a, clock, w, h), tb, a, behind.Bank, clock, behind}
	tb.Cleanup(func() {
		if err := p.Err(); err != nil {
			tb.Error(err)
		}
	})
	return p
}

// signIn logs demo01 in, from All Menus.
func (p *program) signIn() {
	p.t.Helper()
	p.Type("99")
	p.Type("demo01\n")
	p.Type(demo.Password + "\n")
	if p.app.SignedIn() == nil {
		p.t.Fatalf("not logged in:\n%s", p.Frame().Text())
	}
}

// shows fails unless the screen has the words.
func (p *program) shows(words ...string) {
	p.t.Helper()
	shown := flat(p.Frame().Text())
	for _, w := range words {
		if !strings.Contains(shown, w) {
			p.t.Errorf("the screen does not show %q:\n%s", w, p.Frame().Text())
		}
	}
}

// flat is a screen without borders and line breaks, so that wrapped words are
// found.
func flat(frame string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("│", " ").Replace(frame)), " ")
}

// hides fails if the screen has one of the words.
func (p *program) hides(words ...string) {
	p.t.Helper()
	shown := flat(p.Frame().Text())
	for _, w := range words {
		if strings.Contains(shown, w) {
			p.t.Errorf("the screen shows %q:\n%s", w, p.Frame().Text())
		}
	}
}

// find is the cell where words begin on the screen.
func (p *program) find(words string) (x, y int) {
	p.t.Helper()
	for y, line := range strings.Split(p.Frame().Text(), "\n") {
		if before, _, ok := strings.Cut(line, words); ok {
			return component.Cells(before), y
		}
	}
	p.t.Fatalf("the screen does not show %q", words)
	return 0, 0
}
