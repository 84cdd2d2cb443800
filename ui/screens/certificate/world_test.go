package certificate_test

import (
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
	"smartbank/bank/calendar"
	"smartbank/bank/demo"
	"smartbank/certstore"
	"smartbank/certstore/ca"
	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/npki"
	"smartbank/ui/app"
	"smartbank/ui/center"
	"smartbank/ui/headless"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
	"smartbank/ui/uitest"
)

// start is when every test begins: a Thursday morning in Seoul.
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
	login string
}

// window is how the program is looked at.
type window struct {
	lang text.Lang
	w, h int
}

// usual is the window that tests have which are not about it.
var usual = window{text.English, 80, 24}

func (in window) name() string { return fmt.Sprintf("%dx%d_%s", in.w, in.h, in.lang) }

// open starts the program at All Menus.
func open(tb testing.TB, login string, in window) *world {
	tb.Helper()
	return openAged(tb, login, in, 0)
}

// openAged is open some time after the customer was given a certificate for
// everything; 0 is at the start, without one.
func openAged(tb testing.TB, login string, in window, age time.Duration) *world {
	tb.Helper()
	made, err := image()
	if err != nil {
		tb.Fatal(err)
	}
	now := func() time.Time { return start }
	behind := uitest.OpenImage(tb, made, func() time.Time { return now() }, 2)
	clock := headless.NewClock(start.Add(age))
	if age > 0 {
		session, err := behind.Bank.SignIn(tb.Context(), login, []byte(demo.Password), bank.Phone)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := behind.Certify(session, center.Universal); err != nil {
			tb.Fatal(err)
		}
	}
	now = clock.Now
	a := app.New(app.Config{
		Bank: behind.Bank, Center: behind.Center, Clock: clock, Lang: in.lang, Theme: theme.Dark, Glyphs: theme.Unicode,
		Checked: true, // the image was, when it was made
		Demo: screen.Demo{
			Logins: demo.Logins(), Password: demo.Password, PIN: demo.PIN, Certificate: demo.CertificatePassword,
			Identities: map[string]string{demo.HongLogin: demo.Identity(demo.HongLogin), demo.LeeLogin: demo.Identity(demo.LeeLogin)},
		},
	})
	x := &world{Driver: headless.New(a, clock, in.w, in.h), World: behind, tb: tb, app: a, login: login}
	tb.Cleanup(func() {
		if err := x.Err(); err != nil {
			tb.Error(err)
		}
	})
	return x
}

// hong starts the program, and logs Hong Gildong in, who has a security card.
func hong(tb testing.TB) *world {
	tb.Helper()
	return signedIn(tb, demo.HongLogin, usual)
}

func signedIn(tb testing.TB, login string, in window) *world {
	tb.Helper()
	return signedInAged(tb, login, in, 0)
}

func signedInAged(tb testing.TB, login string, in window, age time.Duration) *world {
	tb.Helper()
	x := openAged(tb, login, in, age)
	x.signIn()
	return x
}

// signIn logs the customer in by user ID.
func (x *world) signIn() {
	x.tb.Helper()
	x.Type("99" + x.login + "\n" + demo.Password + "\n")
	if x.app.SignedIn() == nil {
		x.tb.Fatalf("not logged in:\n%s", x.Frame().Text())
	}
}

// caller is who is logged in.
func (x *world) caller() bank.Caller { return x.app.SignedIn().Caller() }

// have gives the customer a certificate for banks, as if issued before.
func (x *world) have() center.Entry {
	x.tb.Helper()
	e, err := x.Certify(*x.app.SignedIn(), center.BankUse)
	if err != nil {
		x.tb.Fatal(err)
	}
	return e
}

// foreign puts a certificate on this device that another institute issued to a customer
// of the demonstration.
func (x *world) foreign(login string) {
	x.tb.Helper()
	ctx, folder := x.tb.Context(), filepath.Join(x.tb.TempDir(), "NPKI")
	desk := center.NewDesk(center.New(center.Config{Bank: x.Bank, CA: x.CA, Rand: banktest.NewRand(9)}), nil)
	err := desk.Furnish(ctx, folder, uitest.Seal, []center.Foreign{{
		Owner: demo.Name(login), Identity: demo.Identity(login), Of: ca.KICA, Use: center.Universal, Days: 100, Key: fixedkeys.Key(9),
	}})
	if err != nil {
		x.tb.Fatal(err)
	}
	sets, skipped, err := npki.Scan(folder)
	if err != nil || len(sets) != 1 || len(skipped) > 0 {
		x.tb.Fatal(len(sets), skipped, err)
	}
	key, err := npki.Open(sets[0].Key, []byte(uitest.Seal))
	if err != nil {
		x.tb.Fatal(err)
	}
	defer key.Wipe()
	if _, err := x.Store.Put(ctx, certstore.Material{Sign: certstore.Pair{Cert: sets[0].Cert, Key: key}}, []byte(uitest.Seal)); err != nil {
		x.tb.Fatal(err)
	}
}

// moving opens the page on which certificates are moved, as Settings does.
func (x *world) moving() {
	x.Press("f10")
	x.Type("90")
	x.Press("end")
	for range 13 {
		if strings.Contains(x.Frame().Text(), "▌Move certificates") || strings.Contains(x.Frame().Text(), "▌인증서 옮기기") {
			break
		}
		x.Press("shift+tab")
	}
	x.Press("enter")
	x.Advance(patience)
}

// register registers what is first among the certificates of other institutes.
func (x *world) register(password string) {
	x.tb.Helper()
	x.goTo("45")
	x.enter()
	x.Type(demo.Identity(x.login) + "\n" + password + "\n" + x.factor() + "\n")
}

// goTo opens an entry by its number from All Menus, and waits for its first page to
// take Enter.
func (x *world) goTo(number string) {
	x.Press("f10")
	x.Type(number)
	x.Advance(patience)
}

// leave leaves what was typed.
func (x *world) leave() {
	x.tb.Helper()
	x.Press("f10")
	x.sees("Leave this form?", "이 화면에서 나갈까요?")
	x.Press("right", "enter")
}

// enter presses Enter once the page takes it.
func (x *world) enter() {
	x.Advance(patience)
	x.Press("enter")
	x.Advance(patience)
}

// identify fills in who the customer is, from the consent on.
func (x *world) identify(identity, pin string) {
	x.tb.Helper()
	for range 8 { // to the end of what is consented to
		if x.Frame().Cursor.Visible {
			break
		}
		x.enter()
	}
	x.Type(x.login + "\n" + identity + "\n\n" + pin + "\n" + x.factor() + "\n")
	x.Advance(patience)
}

// identified goes as far as the kind.
func (x *world) identified() {
	x.tb.Helper()
	x.goTo("42")
	x.identify(demo.Identity(x.login), demo.PIN)
	x.sees("Which kind of certificate?", "어떤 인증서를 발급할까요?")
}

// sees fails unless one of the texts is on the screen.
func (x *world) sees(texts ...string) {
	x.tb.Helper()
	shown := flat(x.Frame().Text())
	for _, t := range texts {
		if strings.Contains(shown, t) {
			return
		}
	}
	if w, h := x.Size(); w >= 80 && h >= 24 {
		x.tb.Fatalf("no %q on the screen:\n%s", texts, x.Frame().Text())
	}
}

// flat is a screen without borders and line breaks, so that wrapped words are
// found.
func flat(frame string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("│", " ").Replace(frame)), " ")
}

var asks = regexp.MustCompile(`cell (\d\d), last two of cell (\d\d)|(\d\d)번의 앞 두 자리, (\d\d)번의 뒤 두 자리`)

// factor is what the customer types as second factor now: of the card, what the
// screen asks for.
func (x *world) factor() string {
	x.tb.Helper()
	if x.login == demo.LeeLogin {
		return x.digits(bank.Challenge{})
	}
	_, asked, err := x.Center.Challenge(x.tb.Context(), x.caller())
	if err != nil {
		x.tb.Fatal(err)
	}
	if m := asks.FindStringSubmatch(flat(x.Frame().Text())); m != nil {
		first, _ := strconv.Atoi(m[1] + m[3])
		second, _ := strconv.Atoi(m[2] + m[4])
		asked = bank.Challenge{First: first, Second: second}
	}
	return x.digits(asked)
}

// digits are the second factor for what is asked.
func (x *world) digits(asked bank.Challenge) string {
	x.tb.Helper()
	digits, err := x.Digits(x.login, asked)
	if err != nil {
		x.tb.Fatal(err)
	}
	return string(digits)
}

// here are the certificates on this device.
func (x *world) here() []center.Entry {
	x.tb.Helper()
	entries, err := x.Center.List(x.tb.Context())
	if err != nil {
		x.tb.Fatal(err)
	}
	return entries
}
