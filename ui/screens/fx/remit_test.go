package fx_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/demo"
	"smartbank/ui/app"
	"smartbank/ui/headless"
	"smartbank/ui/theme"
	"smartbank/ui/uitest"
)

// remittances are what was sent today.
func (x *world) remittances() []bank.Remittance {
	x.tb.Helper()
	today := calendar.DateOf(x.clock.Now())
	page, err := x.Bank.Remittances(x.tb.Context(), x.app.SignedIn().Caller(), bank.RemittanceQuery{Kind: bank.SWIFT, From: today, To: today})
	if err != nil {
		x.tb.Fatal(err)
	}
	return page.Rows
}

// kept is how many orders the bank keeps whose receipt was not shown.
func (x *world) kept() int {
	x.tb.Helper()
	left, err := x.Bank.LeftOverRemittances(x.tb.Context(), x.app.SignedIn().Caller())
	if err != nil {
		x.tb.Fatal(err)
	}
	return len(left)
}

func TestTwentyEntersSendOnce(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.sign()
	x.Type(uitest.Seal)
	x.Hold()
	for range 20 {
		x.Press("enter")
	}
	x.Release()
	x.Advance(2 * time.Second)
	if got := x.remittances(); len(got) != 1 || got[0].Order.SWIFT.Recipient.Name != "Jane Doe" {
		t.Errorf("the remittances are %+v, want one to Jane Doe", got)
	}
	if n := x.kept(); n != 0 {
		t.Errorf("%d orders are kept after the result was read", n)
	}
}

func TestGoingBackKeepsWhatWasTyped(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.review()
	if n := x.kept(); n != 1 {
		t.Errorf("%d orders are kept during the review, want 1", n)
	}
	x.Press("esc")
	x.sees("1,000 USD", "Happy birthday")
	if n := x.kept(); n != 0 {
		t.Errorf("%d orders are kept after going back", n)
	}
	x.Press("esc", "esc")
	x.sees("Jane Doe", "GB33BUKB20201555555555")
	x.Press("esc")
	x.sees("I agree")
}

func TestHangulIsSpeltInLatinLettersByEnter(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.consent()
	x.Type("세종대로 1")
	x.sees("is sent as: Sejongdaero 1")
	x.Press("enter")
	x.sees("Your address Sejongdaero 1")
	x.Press("enter")
	x.Type("Seoul")
	x.sees("Your town Seoul")
}

// TestARateThatIsTheSameIsTakenAnew while the customer signs: nothing has to be typed again, and what was booked holds.
func TestARateThatIsTheSameIsTakenAnew(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.confirm()
	x.Advance(50 * time.Second)
	x.Type(x.otp() + "\n")
	x.sees("holds for 60 more seconds")
	x.toPassword()
	x.Advance(25 * time.Second)
	x.sees("holds for 36 more seconds")
	x.Type(uitest.Seal + "\n")
	x.Advance(2 * time.Second)
	x.sees("The remittance was accepted", "p receipt")
	r := x.remittances()
	if len(r) != 1 || !r[0].Terms.Quote.Holds(r[0].At) {
		t.Errorf("booked: %+v", r)
	}
}

// TestAnExpiredRateIsNotBooked has the board change while the customer signs: the review comes back with what is different.
func TestAnExpiredRateIsNotBooked(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.Advance(9 * time.Minute)
	x.Press("down")
	x.sign()
	x.Advance(time.Minute)
	x.Type(uitest.Seal + "\n")
	x.sees("The rate before has expired", "The total changes by", "holds for 60 more seconds")
	if got := x.remittances(); len(got) != 0 {
		t.Errorf("%d remittances at an expired rate", len(got))
	}
	x.Advance(patience)
	x.toFactor()
	x.Type(x.otp() + "\n")
	x.toPassword()
	x.Type(uitest.Seal + "\n")
	x.Advance(2 * time.Second)
	x.sees("The remittance was accepted")
	if n := x.kept(); n != 0 {
		t.Errorf("%d orders are kept after the result was read", n)
	}
}

// TestATokenThatMovedOnIsAskedAgain does not count as a mistake, and what was signed stays signed.
func TestATokenThatMovedOnIsAskedAgain(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.sign()
	x.Advance(70 * time.Second)
	x.Type(uitest.Seal + "\n")
	x.sees("The token shows another number by now")
	x.Type(x.otp() + "\n")
	x.Advance(2 * time.Second)
	x.sees("The remittance was accepted")
}

func TestARemittanceIsRepeated(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.send()
	x.Type("n")
	x.sees("not agreed yet") // each order takes a consent of its own
	x.Press("enter", "enter", "right", "enter")
	x.sees("Jane Doe", "GB33 BUKB 2020 1555 5555 55")
}

func TestAnAmountInWonIsSentForWhatItBuys(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.consent()
	x.parties()
	x.toBank()
	x.Press("enter", "enter", "right", "enter")
	x.Type("1000000")
	m := regexp.MustCompile(`about (\d+\.\d\d USD)`).FindStringSubmatch(x.Frame().Text())
	if m == nil {
		t.Fatalf("it is not said what they buy:\n%s", x.Frame().Text())
	}
	x.Press("enter", "enter")
	x.fields("", demo.PIN)
	x.Advance(patience)
	x.sees("Amount " + m[1])
}

func TestARemittanceIsFoundByWhatIsTyped(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.send()
	x.Press("f10")
	for _, row := range []struct {
		keys string
		sees string
	}{
		{"/jane\n", "Jane Doe"},
		{"/nobody\n", "No remittances"},
		{"w", "United Kingdom"},
		{"u", "currency USD"},
		{"t", "Received"},
	} {
		x.Press("f10")
		x.Type("33" + row.keys)
		if !strings.Contains(strings.ToLower(x.Frame().Text()), strings.ToLower(strings.Fields(row.sees)[0])) {
			t.Errorf("after %q no %q:\n%s", row.keys, row.sees, x.Frame().Text())
		}
	}
}

func TestAnAmountOfNothingIsRefusedAsSoonAsItIsConfirmed(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.consent()
	x.parties()
	x.toBank()
	x.amountOf("0\n")
	x.sees("The amount must be above zero.")
	x.Press("backspace", "enter", "shift+tab") // an empty one may be filled in later
	x.Type("500")
	x.sees("about")
}

func TestTheChargeOfBanksAbroadIsToldWithTheCost(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.consent()
	x.parties()
	x.toBank()
	x.amountOf("1000\n")
	x.sees("about 1,513,790 won", "of which fees 13,000 won")
	x.Press("right")
	x.sees("about 1,513,790 won", "of which fees 13,000 won + 20.00 USD abroad")
}

func TestOnlyWhatIsCollectedHasAPayOutPeriod(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.Type("03")
	x.Type("jap\n")
	x.sees("what is not collected in 60 days comes back")
	x.Press("right")
	if shown := x.Frame().Text(); strings.Contains(shown, "not collected") {
		t.Errorf("to an account:\n%s", shown)
	}
}

func TestARemittanceIsFollowedOnItsPage(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.send()
	x.Press("f10")
	x.Type("33\n")
	x.sees("Received")
	x.Advance(8 * time.Minute)
	x.sees("Under review", "Sent")
	x.Type("x")
	x.fields("Sent to the wrong person")
	x.Press("shift+tab")
	x.Advance(2 * time.Minute) // what is being typed stays
	x.sees("Sent to the wrong person")
}

func TestFavouritesStandFirst(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.Type("31")
	x.Press("down", "down", "down", "down")
	x.Type("f")
	x.sees("stands first", "* GBP")
	x.Press("f10")
	if foot := x.Frame().Text(); strings.Contains(foot, " JPY(100) ") || !strings.Contains(foot, " GBP ") {
		t.Errorf("All Menus has others than the favourite:\n%s", foot)
	}
	anybody := open(t, usual, theme.Unicode)
	anybody.Type("31f")
	anybody.sees("Log in")
}

func TestTheRateThatIsShownIsCopied(t *testing.T) {
	t.Parallel()
	x := open(t, usual, theme.Unicode)
	x.Type("31")
	x.Press("enter", "y")
	if x.Clipboard() != "1,506.26" {
		t.Errorf("over the chart the clipboard has %q", x.Clipboard())
	}
	x.sees("Copied")
	x.Press("v", "down", "y")
	day, rate := "", ""
	for line := range strings.Lines(x.Frame().Text()) {
		if rest, chosen := strings.CutPrefix(line, theme.Unicode.Pointer); chosen {
			day, rate = strings.Fields(rest)[0], strings.Fields(rest)[1]
		}
	}
	if x.Clipboard() != rate || rate == "1,506.26" {
		t.Errorf("of the values the clipboard has %q, want that of %s, %s", x.Clipboard(), day, rate)
	}
}

func TestTheChartIsDrawnInASCIIToo(t *testing.T) {
	t.Parallel()
	x := open(t, usual, theme.ASCII)
	x.Type("31")
	x.Press("enter")
	for _, r := range x.Frame().Text() {
		if r >= 0x2800 && r <= 0x28ff {
			t.Fatalf("Braille in\n%s", x.Frame().Text())
		}
	}
	x.sees("*", "low 1,")
}

func TestARemittanceThatWasLeftOverIsToldOfAtTheNextLogin(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.review() // and the window is closed
	anew := headless.New(app.New(app.Config{
		Bank: x.Bank, Center: x.Center, Clock: x.clock, Lang: usual.lang, Theme: theme.Dark, Glyphs: theme.Unicode,
	}), x.clock, usual.w, usual.h)
	next := &world{Driver: anew, World: x.World, tb: t, clock: x.clock, login: x.login}
	next.Type("99" + x.login + "\n" + demo.Password + "\n")
	next.Advance(patience)
	next.sees("Your last remittance", "Jane Doe, 1,000.00 USD")
}
