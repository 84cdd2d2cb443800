package plain_test

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/demo"
	"smartbank/certstore/ca"
	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/npki"
	"smartbank/ui/app"
	"smartbank/ui/center"
	"smartbank/ui/headless"
	"smartbank/ui/keymap"
	"smartbank/ui/plain"
	"smartbank/ui/screen"
	"smartbank/ui/settings"
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
	pc     *talk                            // the PC of the same customer; nil without one
	phone  *talk                            // whose PC it is; nil of one that is none
	folder string                           // of a PC's certificates
	page   string                           // that was heard last
	heard  func(tb testing.TB, h app.Heard) // what is made of everything that was heard; may be nil
}

// Echo is the terminal's.
func (x *talk) Echo(on bool) { x.echo = on }

// Drop is the terminal's.
func (x *talk) Drop() { x.drops++ }

// begun is how a conversation begins.
type begun struct {
	lang text.Lang
	age  time.Duration // of the certificate for everything that Lee Bada has; 0 for none
	keys []settings.Binding
	kept bool // there is a settings file, which asks for a conversation
	pc   bool // there is a PC too, with a certificate of another institute
}

// start starts a conversation at All Menus.
func start(tb testing.TB, lang text.Lang) *talk {
	tb.Helper()
	return startAs(tb, begun{lang: lang})
}

func startAs(tb testing.TB, as begun) *talk {
	tb.Helper()
	made, err := image()
	if err != nil {
		tb.Fatal(err)
	}
	now := func() time.Time { return begin }
	clock := headless.NewClock(begin.Add(as.age))
	behind := uitest.OpenImage(tb, made, func() time.Time { return now() }, 2)
	if as.age > 0 {
		session, err := behind.Bank.SignIn(tb.Context(), demo.LeeLogin, []byte(demo.Password), bank.Phone)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := behind.Certify(session, center.Universal); err != nil {
			tb.Fatal(err)
		}
	}
	now = clock.Now
	shown := screen.Demo{Logins: demo.Logins(), Password: demo.Password, PIN: demo.PIN, Certificate: uitest.Seal, Identities: map[string]string{}}
	for _, login := range demo.Logins() {
		shown.Identities[login] = demo.Identity(login)
	}
	config := app.Config{Bank: behind.Bank, Center: behind.Center, Clock: clock, Lang: as.lang, Plain: true, Demo: shown, Checked: true}
	if as.kept {
		bound, err := keymap.Bind(as.keys)
		if err != nil {
			tb.Fatal(err)
		}
		own := settings.Default()
		own.Lang, own.Plain, own.Keys = string(as.lang), true, as.keys
		config.Preferences = screen.Preferences{Saved: own, Now: own, Keys: bound, File: "settings.toml", Keep: func(settings.Settings) error { return nil }}
	}
	x := converse(tb, behind, clock, config)
	if as.pc {
		folder := filepath.Join(tb.TempDir(), "NPKI")
		x.pc = converse(tb, behind, clock, pcOf(tb, behind, config, folder))
		x.pc.phone, x.pc.folder = x, folder
	}
	return x
}

// pcOf is the configuration of the PC beside a phone.
func pcOf(tb testing.TB, behind *uitest.World, phone app.Config, folder string) app.Config {
	tb.Helper()
	root := npki.Root{Path: folder}
	phone.Center, phone.Desk = nil, center.NewDesk(center.New(center.Config{Bank: behind.Bank, CA: behind.CA, Rand: banktest.NewRand(7)}), func() []npki.Root { return []npki.Root{root} })
	if err := phone.Desk.Furnish(tb.Context(), folder, uitest.Seal, []center.Foreign{
		{Owner: demo.Name(demo.HongLogin), Identity: demo.Identity(demo.HongLogin), Of: ca.KICA, Use: center.Universal, Days: 100, Key: fixedkeys.Key(14)},
	}); err != nil {
		tb.Fatal(err)
	}
	return app.PC(phone)
}

// converse starts a conversation with a program.
func converse(tb testing.TB, behind *uitest.World, clock *headless.Clock, config app.Config) *talk {
	tb.Helper()
	x := &talk{World: behind, tb: tb, clock: clock, echo: true, login: demo.HongLogin, app: app.New(config)}
	x.driver = headless.New(plain.New(overheard{x.app, x}, clock, &x.said, x), clock, 80, 24)
	x.settle()
	tb.Cleanup(func() {
		if err := x.driver.Err(); err != nil {
			tb.Error(err)
		}
	})
	return x
}

// overheard is a program of which a test hears what the conversation hears.
type overheard struct {
	*app.App

	by *talk
}

// Hear is the program's.
func (o overheard) Hear() app.Heard {
	h := o.App.Hear()
	if page := fmt.Sprint(h.ID, h.Dialog, h.Keys, len(h.Page)); o.by.heard != nil && page != o.by.page {
		o.by.page = page
		o.by.heard(o.by.tb, h)
	}
	return h
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
	entry := "99"
	if x.phone != nil {
		entry = "6"
	}
	x.types(entry, login, demo.Password)
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
		case "{number}": // that the other device shows
			line = x.number()
		case "{wait}":
			x.driver.Advance(31 * time.Second)
			continue
		}
		if at, is := strings.CutPrefix(line, "PC "); is {
			x.pc.walks(at)
			continue
		}
		x.types(line)
	}
}

// twelve is the number of a copy as it is said.
var twelve = regexp.MustCompile(`\b\d{4} \d{4} \d{4}\b`)

// number is the last number that the other device has said.
func (x *talk) number() string {
	x.tb.Helper()
	other := x.pc
	if x.phone != nil {
		other = x.phone
	}
	said := twelve.FindAllString(other.said.String(), -1)
	if len(said) == 0 {
		x.tb.Fatalf("the other device has said no number:\n%s", other.said.String())
	}
	return said[len(said)-1]
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
