package plain_test

import (
	"strings"
	"testing"
	"time"

	"smartbank/bank/demo"
	"smartbank/ui/plain"
	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

// since is what was said and typed while something was done.
func (x *talk) since(do func()) string {
	before := x.said.Len()
	do()
	return x.said.String()[before:]
}

// expect fails unless what was said has the words, in this order.
func expect(t *testing.T, said string, words ...string) {
	t.Helper()
	rest := said
	for _, w := range words {
		at := strings.Index(rest, w)
		if at < 0 {
			t.Fatalf("%q was not said, or not there:\n%s", w, said)
		}
		rest = rest[at+len(w):]
	}
}

func TestTheIdleLogoutIsAnnouncedOncePerThreshold(t *testing.T) {
	t.Parallel()
	x := start(t, text.English)
	x.logIn(demo.HongLogin)
	if said := x.since(func() { x.driver.Advance(8 * time.Minute) }); said != "" {
		t.Errorf("in eight minutes in which nothing happened was said:\n%s", said)
	}
	said := x.since(func() { x.driver.Advance(time.Minute) })
	expect(t, said, "You will be logged out in 1 minute. An empty line keeps you logged in.\nNumber or command: ")
	if n := strings.Count(said, "logged out"); n > 2 {
		t.Errorf("in a minute it was said %d times:\n%s", n, said)
	}
	expect(t, x.since(func() { x.types("") }), "You stay logged in.\n")
	if said := x.since(func() { x.driver.Advance(8 * time.Minute) }); said != "" {
		t.Errorf("having stayed, one hears:\n%s", said)
	}
	said = x.since(func() { x.driver.Advance(3 * time.Minute) })
	expect(t, said, "in 1 minute.", "in 30 seconds.", "in 10 seconds.", "You were logged out because no key was pressed for 10 minutes.", "You are not logged in.", "Number or command: ")
	if x.app.SignedIn() != nil {
		t.Error("somebody is logged in still")
	}
}

func TestWhatIsWaitedForIsSaidInWords(t *testing.T) {
	t.Parallel()
	x := start(t, text.English)
	x.logIn(demo.HongLogin)
	x.driver.Hold()
	said := x.since(func() {
		x.types("11")
		x.driver.Advance(3 * time.Second)
	})
	expect(t, said, "Working, 1 second. b cancels.\n", "Working, 3 seconds. b cancels.\n")
	said = x.since(func() {
		x.types("1") // typed ahead: taken once the accounts are there
		x.driver.Release()
		x.settle()
	})
	expect(t, said, "Done.\n", "1. Demand deposits", "Search, Transaction history inquiry\n")
	x.types("0")
	x.driver.Hold()
	said = x.since(func() {
		x.types("12", "b") // b is not kept for later
		x.driver.Release()
		x.settle()
	})
	expect(t, said, "Search, Transaction history inquiry", "Command: ")
}

func TestSecretsAreNeitherShownNorSaid(t *testing.T) {
	t.Parallel()
	x := start(t, text.English)
	x.types("99", "demo01")
	if x.echo {
		t.Error("the password would show while it is typed")
	}
	x.types("maple-wrong-9", demo.Password)
	if !x.echo {
		t.Error("what is typed after the login does not show")
	}
	x.types("99", "secret-typed-too-early")
	said := strings.Replace(x.said.String(), "secret-typed-too-early\n", "", 1) // as the terminal echoed it
	for _, secret := range []string{"maple-wrong-9", "secret-typed-too-early"} {
		if strings.Contains(said, secret) {
			t.Errorf("%q was said:\n%s", secret, said)
		}
	}
}

func TestWhatAShortMessageSaysIsNotSaidAgainByThePage(t *testing.T) {
	t.Parallel()
	x := start(t, text.English)
	x.enter(demo.HongLogin)
	said := x.since(func() { x.types("99", "99", "demo01", demo.Password) })
	expect(t, said, "\nLast login 2026-11-05 10:00\n")
	if n := strings.Count(said, "Last login"); n != 1 {
		t.Errorf("the last login is said %d times:\n%s", n, said)
	}
}

func TestALineIsWipedOnceItWasUsed(t *testing.T) {
	t.Parallel()
	x := start(t, text.English)
	x.types("99", "demo01")
	line := plain.Line(demo.Password)
	x.driver.Send(line)
	x.settle()
	if strings.Trim(string(line), "\x00") != "" {
		t.Errorf("%q is left of the password", line)
	}
}

// TestAPasswordHalfTypedDoesNotBecomeAnAnswer lets the session end while a password is asked for.
func TestAPasswordHalfTypedDoesNotBecomeAnAnswer(t *testing.T) {
	t.Parallel()
	x := start(t, text.English)
	x.logIn(demo.HongLogin)
	x.types("21", "")
	if x.echo {
		t.Fatal("the account password would show")
	}
	x.driver.Advance(11 * time.Minute)
	if x.drops != 1 || !x.echo {
		t.Errorf("what was typed was dropped %d times, and what is typed shows: %v", x.drops, x.echo)
	}
}

func TestLeaving(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name   string
		logged bool
		do     func(x *talk)
		left   bool
	}{
		{"Ctrl+C before a login leaves", false, func(x *talk) { x.driver.Send(plain.Interrupt{}) }, true},
		{"Ctrl+C after a login asks", true, func(x *talk) { x.driver.Send(plain.Interrupt{}) }, false},
		{"a second Ctrl+C leaves", true, func(x *talk) {
			x.driver.Send(plain.Interrupt{})
			x.driver.Send(plain.Interrupt{})
		}, true},
		{"Ctrl+D leaves", true, func(x *talk) { x.driver.Send(plain.Hangup{}) }, true},
		{"q asks", true, func(x *talk) { x.types("q", "2") }, false},
		{"q and yes leave", true, func(x *talk) { x.types("q", "Yes") }, true},
		{"ㅂ is on the key of q", false, func(x *talk) { x.types("ㅂ") }, true},
	} {
		x := start(t, text.English)
		if row.logged {
			x.enter(demo.HongLogin)
		}
		row.do(x)
		if x.driver.Quit() != row.left {
			t.Errorf("%s: left is %v, want %v:\n%s", row.name, x.driver.Quit(), row.left, x.said.String())
		}
	}
}

// TestNonsenseIsAnswered types what makes no sense, everywhere: something is said to each line, and nothing happens to the money.
func TestNonsenseIsAnswered(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.English, text.Korean} {
		x := start(t, lang)
		x.logIn(demo.HongLogin)
		for _, entry := range []string{"01", "11", "12", "21", "22", "32", "33", "34", "41", "42", "43", "44", "46", "47", "48", "49", "90"} {
			x.types(entry)
			for _, line := range []string{"\x1b[A\x1b[B", "999999999999999999999", "..", ".", "-1", "한글 낱말", ".xyz", "\u202eabc", "a 77", "󰀀", strings.Repeat("x", 3000), "+", ".h"} {
				if said := x.since(func() { x.types(line) }); strings.Count(said, "\n") < 1 || !strings.HasSuffix(said, ": ") {
					t.Errorf("at %s %q is answered with %q", entry, line, said)
				}
			}
			x.types(".0", ".0") // the second where the first closed a dialog
			checkPlain(t, echoless(x.said.String()))
			x.said.Reset()
		}
		if x.app.SignedIn() == nil {
			t.Error("the session has ended")
		}
	}
}

// echoless is a transcript without the lines in which the terminal echoed what cannot be drawn.
func echoless(said string) string {
	var kept []string
	for line := range strings.SplitSeq(said, "\n") {
		if !strings.ContainsAny(line, "\x1b\u202e󰀀") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// TestTypedAheadLinesAreTakenInTheirOrder types a whole transfer at once.
func TestTypedAheadLinesAreTakenInTheirOrder(t *testing.T) {
	t.Parallel()
	x := start(t, text.Korean)
	x.logIn(demo.HongLogin)
	for _, line := range []string{"21", "", demo.PIN, "088", "110-234-567890", "70000", "", "", ""} {
		x.driver.Send(plain.Line(line))
	}
	x.driver.Advance(10 * time.Second)
	said := x.since(func() { x.walks("{factor}", uitest.Seal) })
	expect(t, said, "70,000")
	expect(t, x.said.String(), "실시간이체", "김하늘", "70,000원")
}
