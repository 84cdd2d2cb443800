package copying_test

import (
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/demo"
	"smartbank/certstore/npki"
	"smartbank/ui/app"
	"smartbank/ui/center"
	"smartbank/ui/headless"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
	"smartbank/ui/uitest"
)

// begin is when every test begins: a Thursday morning in Seoul.
var begin = time.Date(2026, time.November, 5, 10, 0, 0, 0, calendar.Seoul)

// image is the demonstration bank that every test has a copy of.
var image = sync.OnceValues(func() (*bank.Image, error) {
	return bank.NewImage(context.Background(), demo.Opening(1, begin), bank.Options{
		Now: func() time.Time { return begin }, Rand: banktest.NewRand(1), Cost: bank.TapeCost,
	})
})

// window is how a program is looked at.
type window struct {
	lang text.Lang
	w, h int
}

var usual = window{text.English, 80, 24}

func (in window) name() string { return fmt.Sprintf("%dx%d_%s", in.w, in.h, in.lang) }

// device is a program, with a customer before it.
type device struct {
	*headless.Driver

	tb  testing.TB
	app *app.App
}

// world is a phone and a PC with one bank and one clock. The phone has a certificate.
type world struct {
	*uitest.World

	phone, pc *device
	root      npki.Root
	issued    center.Entry
}

// open starts both programs, with the same customer logged in on both.
func open(tb testing.TB, in window) *world {
	tb.Helper()
	made, err := image()
	if err != nil {
		tb.Fatal(err)
	}
	clock := headless.NewClock(begin)
	x := &world{World: uitest.OpenImage(tb, made, clock.Now, 2), root: npki.Root{Path: filepath.Join(tb.TempDir(), "NPKI")}}
	shown := screen.Demo{Logins: demo.Logins(), Password: demo.Password, PIN: demo.PIN}
	phone := app.Config{Bank: x.Bank, Center: x.Center, Clock: clock, Lang: in.lang, Theme: theme.Dark, Glyphs: theme.Unicode, Demo: shown, Checked: true}
	pc := phone
	pc.Center, pc.Desk = nil, center.NewDesk(center.New(center.Config{Bank: x.Bank, CA: x.CA, Rand: banktest.NewRand(7)}), func() []npki.Root { return []npki.Root{x.root} })
	x.phone, x.pc = start(tb, phone, clock, in), start(tb, app.PC(pc), clock, in)
	x.phone.Type("99demo01\n" + demo.Password + "\n")
	x.pc.Type("6demo01\n" + demo.Password + "\n")
	if x.phone.app.SignedIn() == nil || x.pc.app.SignedIn() == nil {
		tb.Fatalf("not logged in:\n%s\n%s", x.phone.Frame().Text(), x.pc.Frame().Text())
	}
	if x.issued, err = x.Certify(*x.phone.app.SignedIn(), center.BankUse); err != nil {
		tb.Fatal(err)
	}
	return x
}

func start(tb testing.TB, c app.Config, clock *headless.Clock, in window) *device {
	tb.Helper()
	a := app.New(c)
	d := &device{headless.New(a, clock, in.w, in.h), tb, a}
	tb.Cleanup(func() {
		if err := d.Err(); err != nil {
			tb.Error(err)
		}
	})
	return d
}

// moment is longer than a device takes to see what the other one did, and than a page
// that appeared by itself ignores Enter.
const moment = time.Second

// number is the one that a device shows.
func (d *device) number() string {
	d.tb.Helper()
	found := regexp.MustCompile(`\d{4} \d{4} \d{4}`).FindString(d.Frame().Text())
	if found == "" {
		d.tb.Fatalf("no number on the screen:\n%s", d.Frame().Text())
	}
	return found
}

// flat is a screen without line breaks, so that wrapped words are found.
func (d *device) flat() string { return strings.Join(strings.Fields(d.Frame().Text()), " ") }

// sees fails unless a text is on the screen.
func (d *device) sees(words string) {
	d.tb.Helper()
	if !strings.Contains(d.flat(), words) {
		d.tb.Fatalf("no %q on the screen:\n%s", words, d.Frame().Text())
	}
}

// enter presses Enter once a page takes it: one that is longer than the window is read to its end first.
func (d *device) enter() {
	d.Advance(moment)
	for d.unread() {
		d.Press("enter")
	}
	d.Press("enter")
	d.Advance(moment)
}

// unread tells whether Enter turns the page, as the key line says.
func (d *device) unread() bool {
	_, h := d.Size()
	keys := d.Frame().Line(h - 1)
	return strings.Contains(keys, "Enter "+text.In(text.English).Keys.More) || strings.Contains(keys, "Enter "+text.In(text.Korean).Keys.More)
}

// exporting has the phone show a number.
func (x *world) exporting() {
	x.phone.Press("f10")
	x.phone.Type("44")
	x.phone.enter()
	x.phone.Type(uitest.Seal + "\n")
}

// receiving has the PC ask for a number.
func (x *world) receiving() {
	x.pc.Press("f10")
	x.pc.Type("2")
}

// toPC copies the phone's certificate to the PC.
func (x *world) toPC() {
	x.exporting()
	x.receiving()
	x.pc.Paste(x.phone.number())
	x.pc.Press("enter")
	x.pc.enter() // accepts
	x.pc.Advance(moment)
}

// sending has the PC show a number.
func (x *world) sending() {
	x.pc.Press("f10")
	x.pc.Type("1")
	x.pc.enter()
	x.pc.Type(uitest.Seal + "\n")
}

// importing has the phone ask for a number.
func (x *world) importing() {
	x.phone.Press("f10")
	x.phone.Type("43")
}

// back copies the PC's certificate to the phone, as far as the phone asks for its
// password.
func (x *world) back() {
	x.toPC()
	x.sending()
	x.importing()
	x.phone.Paste(x.pc.number())
	x.phone.Press("enter")
	x.phone.enter()
}

// filed are the certificates on the PC.
func (x *world) filed() []npki.Set {
	sets, _, err := npki.Scan(x.root.Path)
	if err != nil {
		return nil
	}
	return sets
}
