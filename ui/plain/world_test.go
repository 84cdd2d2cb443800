package plain_test

import (
	"bytes"
	"context"
	"regexp"
	"strconv"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/demo"
	"smartbank/ui/app"
	"smartbank/ui/center"
	"smartbank/ui/headless"
	"smartbank/ui/plain"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

// begin is when every conversation begins.
var begin = time.Date(2026, 11, 5, 10, 0, 0, 0, time.FixedZone("KST", 9*60*60))

// image is the demonstration bank that every conversation has a copy of.
var image = sync.OnceValues(func() (*bank.Image, error) {
	return bank.NewImage(context.Background(), demo.Opening(1, begin), bank.Options{
		Now: func() time.Time { return begin }, Rand: banktest.NewRand(1), Cost: bank.TapeCost,
	})
})

// talk is a conversation with the whole program, and its transcript: what was said, and what was typed as a terminal
// echoes it.
type talk struct {
	*uitest.World

	tb     testing.TB
	app    *app.App
	clock  *headless.Clock
	driver *headless.Driver
	said   bytes.Buffer
	echo   bool
	drops  int
	login  string
}

// Echo is the terminal's.
func (x *talk) Echo(on bool) { x.echo = on }

// Drop is the terminal's.
func (x *talk) Drop() { x.drops++ }

// start starts a conversation at All Menus.
func start(tb testing.TB, lang text.Lang) *talk {
	tb.Helper()
	made, err := image()
	if err != nil {
		tb.Fatal(err)
	}
	clock := headless.NewClock(begin)
	x := &talk{World: uitest.OpenImage(tb, made, clock.Now, 2), tb: tb, clock: clock, echo: true, login: demo.HongLogin}
	x.app = app.New(app.Config{
		Bank: x.Bank, Center: x.Center, Clock: clock, Lang: lang, Plain: true,
		Demo: screen.Demo{Logins: demo.Logins(), Password: demo.Password, PIN: demo.PIN, Certificate: uitest.Seal, Identities: map[string]string{demo.HongLogin: demo.Identity(demo.HongLogin)}},
	})
	x.driver = headless.New(plain.New(x.app, clock, &x.said, x), clock, 80, 24)
	x.settle()
	tb.Cleanup(func() {
		if err := x.driver.Err(); err != nil {
			tb.Error(err)
		}
	})
	return x
}

// settle lets what happened be said.
func (x *talk) settle() { x.driver.Advance(time.Second) }

// types types lines, one after another.
func (x *talk) types(lines ...string) {
	for _, line := range lines {
		if x.echo {
			x.said.WriteString(line + "\n")
		}
		x.driver.Send(plain.Line(line))
		x.settle()
	}
}

// logIn logs in and has a certificate issued, of which nothing is in the transcript.
func (x *talk) logIn(login string) {
	x.tb.Helper()
	x.enter(login)
	if _, err := x.Certify(*x.app.SignedIn(), center.BankUse); err != nil {
		x.tb.Fatal(err)
	}
	x.driver.Advance(31 * time.Second) // a one-time password is good once
	x.said.Reset()
}

// enter logs in.
func (x *talk) enter(login string) {
	x.tb.Helper()
	x.login = login
	x.types("99", login, demo.Password)
	if x.app.SignedIn() == nil {
		x.tb.Fatalf("not logged in:\n%s", x.said.String())
	}
	x.said.Reset()
}

// asksCard is how the cells of a security card are asked for.
var asksCard = regexp.MustCompile(`(\d\d)(?:, last two of cell |번의 앞 두 자리, )(\d\d)`)

// walks types lines, in which a word in braces is what a customer would look up.
func (x *talk) walks(lines ...string) {
	x.tb.Helper()
	for _, line := range lines {
		switch line {
		case "{friend}":
			line = demo.Suggestions(x.login)[0].Number
		case "{bank}":
			line = string(demo.Suggestions(x.login)[0].Bank)
		case "{factor}":
			line = x.factor()
		case "{wait}":
			x.driver.Advance(31 * time.Second)
			continue
		}
		x.types(line)
	}
}

// factor is what the security card or the token shows, of what was asked for last.
func (x *talk) factor() string {
	x.tb.Helper()
	var asked bank.Challenge
	if x.login == demo.HongLogin {
		said := asksCard.FindAllStringSubmatch(x.said.String(), -1)
		if len(said) == 0 {
			x.tb.Fatalf("no cells of a card were asked for:\n%s", x.said.String())
		}
		last := said[len(said)-1]
		asked.First, _ = strconv.Atoi(last[1])
		asked.Second, _ = strconv.Atoi(last[2])
	}
	digits, err := x.Digits(x.login, asked)
	if err != nil {
		x.tb.Fatal(err)
	}
	return string(digits)
}
