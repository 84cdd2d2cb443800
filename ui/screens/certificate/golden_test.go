package certificate_test

import (
	"strings"
	"testing"
	"time"

	"smartbank/bank/demo"
	"smartbank/certstore/keyring"
	"smartbank/ui/center"
	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

// windows are in what every state is looked at: a terminal in both languages, and
// in one of them the smallest window and a large one.
var windows = []window{{text.English, 80, 24}, {text.Korean, 80, 24}, {text.Korean, 40, 12}, {text.English, 120, 40}}

// windowsOf are the windows of the nth state: every third one is looked at in the
// smallest and the large one too.
func windowsOf(n int) []window {
	if n%3 == 0 {
		return windows
	}
	return windows[:2]
}

// state is a screen in a state, and how a customer gets there.
type state struct {
	name  string
	login string
	reach func(x *world)
	age   time.Duration // of the certificate that the customer has; 0 for none
}

// year is how long a new certificate runs.
const year = 365 * 24 * time.Hour

// disagree withdraws the consent behind the screens.
func (x *world) disagree() {
	x.tb.Helper()
	_, asked, err := x.Center.Challenge(x.tb.Context(), x.caller())
	if err != nil {
		x.tb.Fatal(err)
	}
	if err := x.Center.Disagree(x.tb.Context(), x.caller(), []byte(x.digits(asked))); err != nil {
		x.tb.Fatal(err)
	}
}

// lock uses up the tries of a certificate's password.
func (x *world) lock(e center.Entry) {
	for range 5 {
		_, _ = x.Center.Sign(x.tb.Context(), e.ID, []byte("wrong"), []byte("document"))
	}
}

func looking() []state {
	return []state{
		{"list empty", demo.HongLogin, func(x *world) { x.goTo("41"); x.Type("c") }, 0},
		{"list", demo.HongLogin, func(x *world) { x.have(); x.goTo("41"); x.Type("c") }, 0},
		{"list expiring", demo.LeeLogin, func(x *world) { x.goTo("41"); x.Type("c") }, year - 20*24*time.Hour},
		{"list expired", demo.LeeLogin, func(x *world) { x.goTo("41"); x.Type("c") }, year + 48*time.Hour},
		{"list locked", demo.HongLogin, func(x *world) { x.lock(x.have()); x.goTo("41"); x.Type("c") }, 0},
		{"list without a keyring", demo.HongLogin, func(x *world) { x.Ring.Broken = keyring.NoService; x.goTo("41"); x.Type("c") }, 0},
		{"list of a locked keyring", demo.HongLogin, func(x *world) { x.Ring.Broken = keyring.Locked; x.goTo("41"); x.Type("c") }, 0},
		{"details", demo.HongLogin, func(x *world) { x.have(); x.goTo("41"); x.Type("c"); x.enter() }, 0},
		{"details what to do", demo.HongLogin, func(x *world) { x.have(); x.goTo("41"); x.Type("c"); x.enter(); x.enter() }, 0},
		{"consent", demo.HongLogin, func(x *world) { x.goTo("49") }, 0},
		{"consent changing", demo.HongLogin, func(x *world) { x.goTo("49"); x.enter() }, 0},
		{"consent question", demo.HongLogin, func(x *world) { x.goTo("49"); x.enter(); x.Type(x.factor() + "\n") }, 0},
		{"consent wrong digits", demo.LeeLogin, func(x *world) { x.goTo("49"); x.enter(); x.Type("000000\n"); x.Press("tab", "enter") }, 0},
		{"consent withdrawn", demo.HongLogin, func(x *world) { x.goTo("49"); x.enter(); x.Type(x.factor() + "\n"); x.Press("tab", "enter") }, 0},
		{"consent missing", demo.HongLogin, func(x *world) { x.disagree(); x.goTo("49") }, 0},
	}
}

func issuing() []state {
	return []state{
		{"first consent", demo.HongLogin, func(x *world) { x.goTo("42") }, 0},
		{"reissue consent", demo.HongLogin, func(x *world) { x.have(); x.goTo("42") }, 0},
		{"reissue soon over", demo.HongLogin, func(x *world) { x.goTo("42") }, year - 9*24*time.Hour},
		{"no consent", demo.HongLogin, func(x *world) { x.disagree(); x.goTo("42") }, 0},
		{"identification", demo.HongLogin, func(x *world) { x.goTo("42"); x.enter(); x.enter(); x.enter() }, 0},
		{"identification by token", demo.LeeLogin, func(x *world) { x.goTo("42"); x.enter(); x.enter(); x.enter() }, 0},
		{"nothing typed", demo.HongLogin, func(x *world) {
			x.goTo("42")
			x.enter()
			x.enter()
			x.Press("enter", "enter", "enter", "enter", "enter")
		}, 0},
		{"wrong identity", demo.HongLogin, func(x *world) { x.goTo("42"); x.identify("8001011000000", demo.PIN) }, 0},
		{"wrong account password", demo.HongLogin, func(x *world) { x.goTo("42"); x.identify(demo.Identity(demo.HongLogin), "0000") }, 0},
		{"kinds", demo.HongLogin, func(x *world) { x.identified(); x.Press("down") }, 0},
		{"password", demo.HongLogin, func(x *world) { x.identified(); x.enter() }, 0},
		{"password half typed", demo.HongLogin, func(x *world) { x.identified(); x.enter(); x.Type("abc12") }, 0},
		{"password that breaks the rule", demo.HongLogin, func(x *world) { x.identified(); x.enter(); x.Type("demo01-maple\ndemo01-maple\n") }, 0},
		{"passwords that differ", demo.HongLogin, func(x *world) { x.identified(); x.enter(); x.Type(uitest.Seal + "\nother\n") }, 0},
		{"passwords that are the same", demo.HongLogin, func(x *world) { x.identified(); x.enter(); x.Type(uitest.Seal + "\n" + uitest.Seal) }, 0},
		{"question", demo.HongLogin, func(x *world) {
			x.have()
			x.identified()
			x.enter()
			x.Type(uitest.Seal + "\n" + uitest.Seal + "\n")
		}, 0},
		{"under way", demo.HongLogin, func(x *world) {
			x.identified()
			x.enter()
			x.Type(uitest.Seal + "\n" + uitest.Seal)
			x.Hold()
			x.Press("enter")
		}, 0},
		{"full keyring", demo.HongLogin, func(x *world) {
			x.identified()
			x.enter()
			x.Ring.Full = true
			x.Type(uitest.Seal + "\n" + uitest.Seal + "\n")
		}, 0},
		{"issued", demo.HongLogin, func(x *world) { x.identified(); x.enter(); x.Type(uitest.Seal + "\n" + uitest.Seal + "\n") }, 0},
		{"universal issued", demo.LeeLogin, func(x *world) {
			x.identified()
			x.Press("down")
			x.enter()
			x.Type(uitest.Seal + "\n" + uitest.Seal + "\n")
		}, 0},
	}
}

func keeping() []state {
	const age = year - 20*24*time.Hour
	aged := func(x *world) { x.goTo("46"); x.enter() }
	chosen := func(number string) func(*world) {
		return func(x *world) { x.have(); x.goTo(number); x.enter() }
	}
	return []state{
		{"renew too early", demo.HongLogin, chosen("46"), 0},
		{"renew", demo.LeeLogin, aged, age},
		{"renew wrong password", demo.LeeLogin, func(x *world) { aged(x); x.Type(demo.Identity(x.login) + "\nwrong\n\n" + demo.PIN + "\n") }, age},
		{"renewed", demo.LeeLogin, func(x *world) {
			aged(x)
			x.Type(demo.Identity(x.login) + "\n" + uitest.Seal + "\n\n" + demo.PIN + "\n")
		}, age},
		{"renew nothing", demo.HongLogin, func(x *world) { x.goTo("46") }, 0},
		{"discard", demo.HongLogin, chosen("47"), 0},
		{"discard by identity", demo.HongLogin, func(x *world) { chosen("47")(x); x.Press("right", "tab", "right") }, 0},
		{"discard question", demo.HongLogin, func(x *world) { chosen("47")(x); x.Type("\n\n" + uitest.Seal + "\n") }, 0},
		{"discard wrong password", demo.HongLogin, func(x *world) { chosen("47")(x); x.Type("\n\nwrong\n"); x.Press("tab", "enter") }, 0},
		{"discarded", demo.HongLogin, func(x *world) { chosen("47")(x); x.Type("\n\n" + uitest.Seal + "\n"); x.Press("tab", "enter") }, 0},
		{"change or delete", demo.HongLogin, chosen("48"), 0},
		{"change", demo.HongLogin, func(x *world) { chosen("48")(x); x.Type("1") }, 0},
		{"change with a wrong password", demo.HongLogin, func(x *world) { chosen("48")(x); x.Type("1wrong\nbirch-7-River\nbirch-7-River\n") }, 0},
		{"change when locked", demo.HongLogin, func(x *world) {
			x.lock(x.have())
			x.goTo("48")
			x.enter()
			x.Type("1")
		}, 0},
		{"changed", demo.HongLogin, func(x *world) { chosen("48")(x); x.Type("1" + uitest.Seal + "\nbirch-7-River\nbirch-7-River\n") }, 0},
		{"delete question", demo.HongLogin, func(x *world) { chosen("48")(x); x.Type("2" + uitest.Seal + "\n") }, 0},
		{"deleted", demo.HongLogin, func(x *world) { chosen("48")(x); x.Type("2" + uitest.Seal + "\n"); x.Press("tab", "enter") }, 0},
		{"register nothing", demo.HongLogin, func(x *world) { x.have(); x.goTo("45") }, 0},
		{"register chooses", demo.HongLogin, func(x *world) { x.have(); x.foreign(demo.HongLogin); x.goTo("45") }, 0},
		{"register", demo.HongLogin, func(x *world) { x.foreign(demo.HongLogin); x.goTo("45"); x.enter() }, 0},
		{"register wrong password", demo.HongLogin, func(x *world) { x.foreign(demo.HongLogin); x.register("wrong") }, 0},
		{"register someone else's", demo.HongLogin, func(x *world) { x.foreign(demo.LeeLogin); x.register(uitest.Seal) }, 0},
		{"registered", demo.HongLogin, func(x *world) { x.foreign(demo.HongLogin); x.register(uitest.Seal) }, 0},
		{"delete when locked", demo.HongLogin, func(x *world) {
			x.lock(x.have())
			x.goTo("48")
			x.enter()
			x.Type("2")
		}, 0},
	}
}

func arranging() []state {
	const passphrase = "four words of mine"
	opened := func(x *world) { x.have(); x.moving() }
	full := func(x *world) { opened(x); x.Type(passphrase + "\n" + passphrase + "\n") }
	back := func(x *world) { full(x); x.moving() }
	return []state{
		{"to a file", demo.HongLogin, opened, 0},
		{"to a file by a short passphrase", demo.HongLogin, func(x *world) { opened(x); x.Type("short\nshort\n") }, 0},
		{"to a file by passphrases that differ", demo.HongLogin, func(x *world) { opened(x); x.Type(passphrase + "\nothers\n") }, 0},
		{"to a file that is full", demo.HongLogin, func(x *world) { x.File.Full = true; full(x) }, 0},
		{"to a file under way", demo.HongLogin, func(x *world) { opened(x); x.Type(passphrase + "\n" + passphrase); x.Hold(); x.Press("enter") }, 0},
		{"in a file", demo.HongLogin, full, 0},
		{"to the keyring", demo.HongLogin, back, 0},
		{"in the keyring", demo.HongLogin, func(x *world) { back(x); x.enter() }, 0},
		{"to the file that was there", demo.HongLogin, func(x *world) { back(x); x.enter(); x.moving(); x.Type("another one\n") }, 0},
		{"no keyring", demo.HongLogin, func(x *world) { x.Ring.Broken = keyring.NoService; x.moving() }, 0},
	}
}

func entering() []state {
	certified := func(x *world) {
		x.signIn()
		x.have()
		x.Type("99")
	}
	byCertificate := func(x *world) { x.Type("99"); x.Press("up", "right") }
	return []state{
		{"login", demo.HongLogin, func(x *world) { x.Type("99") }, 0},
		{"login method", demo.HongLogin, func(x *world) { x.Type("99"); x.Press("up") }, 0},
		{"login without a certificate", demo.HongLogin, byCertificate, 0},
		{"login without a keyring", demo.HongLogin, func(x *world) { x.Ring.Broken = keyring.Denied; byCertificate(x) }, 0},
		{"login certificate", demo.HongLogin, func(x *world) { certified(x); byCertificate(x); x.Press("tab", "tab") }, 0},
		{"login wrong password", demo.HongLogin, func(x *world) { certified(x); byCertificate(x); x.Press("tab", "tab"); x.Type("wrong\n") }, 0},
		{"login locked", demo.HongLogin, func(x *world) {
			certified(x)
			byCertificate(x)
			x.Press("tab", "tab")
			for range 5 {
				x.Type("wrong\n")
			}
		}, 0},
		{"logged in", demo.HongLogin, func(x *world) { certified(x); byCertificate(x); x.Press("tab", "tab"); x.Type(uitest.Seal + "\n") }, 0},
	}
}

// TestScreens compares every state with its golden frame.
func TestScreens(t *testing.T) {
	t.Parallel()
	for area, states := range map[string][]state{"look": looking(), "issue": issuing(), "keep": keeping(), "move": arranging()} {
		for i, s := range states {
			for _, in := range windowsOf(i) {
				t.Run(area+"/"+s.name+"/"+in.name(), func(t *testing.T) {
					t.Parallel()
					x := signedInAged(t, s.login, in, s.age)
					shot(t, x, s)
				})
			}
		}
	}
}

// TestLoginScreens compares every state of the login with its golden frame.
func TestLoginScreens(t *testing.T) {
	t.Parallel()
	for i, s := range entering() {
		for _, in := range windowsOf(i) {
			t.Run(s.name+"/"+in.name(), func(t *testing.T) {
				t.Parallel()
				shot(t, open(t, s.login, in), s)
			})
		}
	}
}

// shot compares a state with its golden frame. No secret is in it.
func shot(t *testing.T, x *world, s state) {
	t.Helper()
	s.reach(x)
	uitest.Golden(t, x.Frame())
	shown := x.Frame().Text()
	for _, secret := range []string{uitest.Seal, "birch-7-River", "four words"} {
		if strings.Contains(shown, secret) {
			t.Errorf("the screen shows %s:\n%s", secret, shown)
		}
	}
}

// TestF2KeepsThePage switches the language in every state: nothing is lost, and all
// is said in the other language.
func TestF2KeepsThePage(t *testing.T) {
	t.Parallel()
	for area, states := range map[string][]state{"look": looking(), "issue": issuing(), "keep": keeping(), "move": arranging()} {
		for _, s := range states {
			t.Run(area+"/"+s.name, func(t *testing.T) {
				t.Parallel()
				x, y := signedInAged(t, s.login, usual, s.age), signedInAged(t, s.login, window{text.Korean, usual.w, usual.h}, s.age)
				s.reach(x)
				s.reach(y)
				y.Press("f2")
				x.Resize(80, 24)
				if diff := x.Frame().Diff(y.Frame()); diff != "" {
					t.Errorf("F2 gives another screen than beginning in English:\n%s", diff)
				}
			})
		}
	}
}
