package fx_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/demo"
	"smartbank/ui/app"
	"smartbank/ui/center"
	"smartbank/ui/headless"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
	"smartbank/ui/uitest"
)

// start is when every test begins: a Thursday morning in Seoul, with the seventh notice of the day.
var start = time.Date(2026, time.November, 5, 10, 0, 0, 0, calendar.Seoul)

// patience is longer than a page that appeared by itself ignores Enter.
const patience = 500 * time.Millisecond

// image is the demonstration bank that every test has a copy of.
var image = sync.OnceValues(func() (*bank.Image, error) {
	return bank.NewImage(context.Background(), demo.Opening(1, start), bank.Options{
		Now: func() time.Time { return start }, Rand: banktest.NewRand(1), Cost: bank.TapeCost,
	})
})

// world is the whole program, with a customer of the demonstration before it.
type world struct {
	*headless.Driver
	*uitest.World

	tb    testing.TB
	app   *app.App
	clock *headless.Clock
	login string
}

// window is how the program is looked at.
type window struct {
	lang text.Lang
	w, h int
}

func (in window) name() string { return fmt.Sprintf("%dx%d_%s", in.w, in.h, in.lang) }

// The windows: a terminal in both languages, and a large one.
var (
	usual  = window{text.English, 80, 24}
	korean = window{text.Korean, 80, 24}
	large  = window{text.Korean, 120, 40}
)

// open starts the program at All Menus, with signs of a terminal.
func open(tb testing.TB, in window, signs theme.Glyphs) *world {
	tb.Helper()
	made, err := image()
	if err != nil {
		tb.Fatal(err)
	}
	clock := headless.NewClock(start)
	behind := uitest.OpenImage(tb, made, clock.Now, 2)
	a := app.New(app.Config{
		Bank: behind.Bank, Center: behind.Center, Clock: clock, Lang: in.lang, Theme: theme.Dark, Glyphs: signs,
		Demo: screen.Demo{Logins: demo.Logins(), Password: demo.Password, PIN: demo.PIN},
	})
	x := &world{Driver: headless.New(a, clock, in.w, in.h), World: behind, tb: tb, app: a, clock: clock, login: demo.LeeLogin}
	tb.Cleanup(func() {
		if err := x.Err(); err != nil {
			tb.Error(err)
		}
	})
	return x
}

// lee starts the program with Lee Bada logged in, who has a token and a certificate.
func lee(tb testing.TB, in window) *world {
	tb.Helper()
	x := open(tb, in, theme.Unicode)
	x.Type("99" + x.login + "\n" + demo.Password + "\n")
	s := x.app.SignedIn()
	if s == nil {
		tb.Fatalf("not logged in:\n%s", x.Frame().Text())
	}
	if _, err := x.Certify(*s, center.BankUse); err != nil {
		tb.Fatal(err)
	}
	x.Advance(31 * time.Second) // a one-time password is good once
	return x
}

// fields types text into fields, one after another, and Enter behind each.
func (x *world) fields(texts ...string) {
	for _, t := range texts {
		x.Type(t)
		x.Press("enter")
	}
}

// otp is the token's password now.
func (x *world) otp() string {
	x.tb.Helper()
	digits, err := x.Digits(x.login, bank.Challenge{})
	if err != nil {
		x.tb.Fatal(err)
	}
	return string(digits)
}

// sees fails unless all of the texts are on the screen.
func (x *world) sees(texts ...string) {
	x.tb.Helper()
	shown := strings.Join(strings.Fields(x.Frame().Text()), " ")
	for _, t := range texts {
		if !strings.Contains(shown, t) {
			x.tb.Fatalf("no %q on the screen:\n%s", t, x.Frame().Text())
		}
	}
}
