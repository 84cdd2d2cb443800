package transfer_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/demo"
	"smartbank/bank/money"
	"smartbank/ui/headless"
	"smartbank/ui/screen"
	"smartbank/ui/screens/transfer"
	"smartbank/ui/text"
	"smartbank/ui/theme"
	"smartbank/ui/uitest"
)

// hong opens Real time transfer as Hong Gildong, who has a security card.
func hong(t *testing.T) *world {
	t.Helper()
	return open(t, demo.HongLogin, transfer.Realtime, nil, usual)
}

func TestTwentyEntersPayOnce(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.confirm(haneul, "50000")
	x.prove()
	x.Hold()
	for range 20 {
		x.Press("enter")
	}
	x.Release()
	for range 20 {
		x.Press("enter")
	}
	x.sees("The money was sent")
	if got := x.transfers(); len(got) != 1 || got[0].Status != bank.Completed || got[0].Order.Amount != money.New(50_000, money.KRW) {
		t.Errorf("the transfers are %+v, want one of 50,000 won", got)
	}
}

func TestEnterTwiceDoesNotSkipTheReview(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.password(demo.PIN)
	x.payee(haneul)
	x.amount("50000")
	x.Press("enter", "enter")
	if x.Frame().Cursor.Visible {
		t.Errorf("the second factor is asked for at once:\n%s", x.Frame().Text())
	}
	x.Advance(patience)
	x.Press("enter")
	x.sees("Security card")
}

func TestNobodyConfirmsAnUncheckedRecipient(t *testing.T) {
	t.Parallel()
	for name, to := range map[string]demo.Suggestion{"no such account": nobody, "a closed account": closed, "a silent bank": silent} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := hong(t)
			x.password(demo.PIN)
			x.payee(to)
			x.Press("tab") // on to the amount, whatever the check said
			x.amount("50000")
			x.Advance(patience)
			x.Press("enter")
			if n := x.kept(); n != 0 || !strings.Contains(x.Frame().Text(), "Receiving account") {
				t.Errorf("%d orders are under review:\n%s", n, x.Frame().Text())
			}
		})
	}
}

func TestSubmittingAsksForTheName(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.password(demo.PIN)
	x.Hold()
	x.payee(haneul)
	x.amount("50000") // before the bank has answered
	x.Release()
	x.Advance(patience)
	x.sees("cannot undo")
	x.sees("Kim Haneul (김하늘)")
}

func TestAnotherNumberLosesTheName(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string][]string{
		"number": {"shift+tab", "shift+tab", "backspace"},
		"bank":   {"shift+tab", "shift+tab", "shift+tab", "right"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := hong(t)
			x.password(demo.PIN)
			x.payee(haneul)
			x.sees("✓ Kim Haneul")
			x.Press(keys...)
			if strings.Contains(x.Frame().Text(), "Kim Haneul (") {
				t.Errorf("the name still stands there:\n%s", x.Frame().Text())
			}
		})
	}
}

func TestAnAnswerForAnotherNumberIsDropped(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.password(demo.PIN)
	x.Hold()
	x.payee(haneul)
	x.Press("shift+tab", "shift+tab", "backspace")
	x.Release()
	if strings.Contains(x.Frame().Text(), "Kim Haneul (") {
		t.Errorf("the name of another number stands there:\n%s", x.Frame().Text())
	}
}

func TestLateRefusalLeavesTheCursor(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.password(demo.PIN)
	x.Hold()
	x.payee(nobody)
	x.Type("5")
	x.Release()
	x.Type("0000")
	x.sees("no such account")
	x.sees("50,000  won")
	x.sees("110-000-000000")
}

func TestEscWithdrawsTheOrder(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.review(haneul, "50000")
	if x.kept() != 1 {
		t.Fatalf("%d orders are under review, want 1", x.kept())
	}
	x.Press("enter")
	x.Type("12")
	x.Press("esc")
	if x.kept() != 1 {
		t.Errorf("back at the review %d orders are kept, want 1", x.kept())
	}
	x.Press("esc")
	if x.kept() != 0 {
		t.Errorf("back at the form %d orders are kept, want none", x.kept())
	}
	x.sees("✓ Kim Haneul")
	x.sees("50,000  won")
	x.sees("Account password    _ _ _ _")

	x.Type(demo.PIN)
	x.Press("enter", "enter", "enter")
	x.Press("ctrl+u")
	x.amount("70000")
	x.Advance(patience)
	x.Press("enter")
	x.prove()
	x.Press("enter")
	if got := x.transfers(); len(got) != 1 || got[0].Order.Amount != money.New(70_000, money.KRW) {
		t.Errorf("the transfers are %+v, want one of 70,000 won", got)
	}
}

func TestLeavingWithdrawsTheOrder(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.confirm(haneul, "50000")
	x.Press("f10")
	if x.kept() != 0 {
		t.Errorf("%d orders are kept, want none", x.kept())
	}
}

func TestLeavingWhilePayingKeepsTheOrder(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.confirm(haneul, "50000")
	x.refusedOnce()
	x.Type(x.factor())
	x.Hold()
	x.Press("enter", "f10")
	x.Release()
	if x.kept() != 1 {
		t.Errorf("%d orders are kept, want the one whose outcome was not shown", x.kept())
	}
}

func TestReceiptIsForgottenOnceRead(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.pay(haneul, "50000")
	if x.kept() != 1 {
		t.Errorf("at once %d orders are kept, want 1", x.kept())
	}
	x.Advance(2 * time.Second)
	if x.kept() != 0 {
		t.Errorf("later %d orders are kept, want none", x.kept())
	}
	y := hong(t)
	y.pay(haneul, "50000")
	y.Press("esc")
	if y.kept() != 0 {
		t.Errorf("after leaving %d orders are kept, want none", y.kept())
	}
}

func TestWrongFactorKeepsTheChallenge(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.confirm(haneul, "50000")
	right := x.factor()
	x.refusedOnce()
	if again := x.factor(); again != right {
		t.Errorf("other digits are asked for: %s, then %s", right, again)
	}
	x.Type(right)
	x.Press("enter")
	x.sees("The money was sent")
}

func TestLostAnswer(t *testing.T) {
	t.Parallel()
	t.Run("of an order that was carried out", func(t *testing.T) {
		t.Parallel()
		x := hong(t)
		x.confirm(haneul, "50000")
		x.host.lose = carriedOut
		x.prove()
		x.Press("enter")
		x.sees("The money was sent")
	})
	t.Run("of an order that was not", func(t *testing.T) {
		t.Parallel()
		x := hong(t)
		x.confirm(haneul, "50000")
		x.prove()
		x.host.lose, x.host.before = dropped, 1
		x.Press("enter")
		x.sees("answer did not come")
		x.Press("f5")
		x.sees("answer did not come")
		x.Advance(patience)
		x.Press("enter")
		if o := x.host.opened; len(o) != 1 || o[0].ID != "transfer.results" {
			t.Errorf("Enter opens %v, want Search transfer result", o)
		}
		x.Press("esc")
		if x.kept() != 1 {
			t.Errorf("%d orders are kept, want the one nobody knows of", x.kept())
		}
	})
}

func TestCancelledBeforeTheBankTookIt(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.confirm(haneul, "50000")
	x.refusedOnce()
	x.Type(x.factor())
	x.Hold()
	x.Press("enter", "esc")
	x.Release()
	x.sees("You cancelled before the bank took the order.")
	x.Type(x.factor())
	x.Press("enter")
	x.sees("The money was sent")
	if got := x.transfers(); len(got) != 1 {
		t.Errorf("there are %d transfers, want 1", len(got))
	}
}

func TestCancelledReviewLeavesNothing(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.password(demo.PIN)
	x.payee(haneul)
	x.Hold()
	x.amount("50000")
	x.Press("esc")
	x.Release()
	if x.kept() != 0 || x.host.said != "Cancelled. No money was sent." {
		t.Errorf("%d orders are kept, and the status line says %q", x.kept(), x.host.said)
	}
}

func TestFromTheReceipt(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.pay(haneul, "50000")
	x.Press("y", "g")
	reference := x.transfers()[0].Reference
	if x.Clipboard() != reference || reference == "" {
		t.Errorf("the clipboard has %q, want the reference %q", x.Clipboard(), reference)
	}
	if o := x.host.opened; len(o) != 1 || o[0] != (screen.Opening{ID: "search.history", Args: demo.Everyday}) {
		t.Errorf("g opens %v, want the account's history", o)
	}
	x.Press("a")
	x.sees("Account password    _ _ _ _")
	x.sees("left today 9,950,000 won")
}

func TestBeginsWithTheAccountAskedFor(t *testing.T) {
	t.Parallel()
	x := open(t, demo.HongLogin, transfer.Realtime, bank.AccountNumber("01234501112233"), usual)
	x.sees("Bills 012345-01-•••233")
}

func TestLimitsAreReadAnewAfterARefusal(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.password(demo.PIN)
	x.payee(haneul)
	x.elsewhere(bada, 1_700_000)
	x.amount("50000")
	x.sees("There is not enough money on the account.")
	x.sees("available 31,475 won")
	x.sees("left today 8,300,000 won")
}

func TestPasteIntoTheForm(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.password(demo.PIN)
	x.Type("088")
	x.Press("enter")
	x.Paste(" 110-234 567890\n")
	x.Press("enter")
	x.sees("✓ Kim Haneul")
	x.Paste("₩1,234,000")
	x.sees("1,234,000  won   1백 23만 4천 원")
}

func TestCustomerWithoutAnAccountToSendFrom(t *testing.T) {
	t.Parallel()
	made, err := bank.NewImage(t.Context(), &bank.Opening{
		At: start,
		Customers: []bank.NewCustomer{{
			Login: demo.HongLogin, NameEN: "Saver", NameKO: "저축인", Password: demo.Password,
			Medium: bank.Token, MediumKey: make([]byte, 20), LimitEach: money.New(1, money.KRW), LimitDay: money.New(1, money.KRW),
			JoinedAt: start, Accounts: []bank.NewAccount{{Number: "01234506445566", Currency: money.KRW, PIN: demo.PIN, OpenedAt: start}},
		}},
	}, bank.Options{Now: func() time.Time { return start }, Rand: banktest.NewRand(1), Cost: bank.TapeCost})
	if err != nil {
		t.Fatal(err)
	}
	t.Run("senderless", func(t *testing.T) {
		t.Parallel()
		shots(t, openBank(t, made, demo.HongLogin, transfer.Realtime, nil, usual, false))
	})
}

// TestRealtimeShaken lets anything happen to the screen.
func TestRealtimeShaken(t *testing.T) {
	t.Parallel()
	uitest.Shake(t, func() *headless.Driver {
		x := open(t, demo.HongLogin, transfer.Realtime, nil, usual)
		x.review(haneul, "50000")
		x.Press("esc")
		x.host.again = true
		return x.Driver
	}, uitest.Shaking{
		Streams: 6, Seed: 1, Keys: strings.Fields("enter enter tab esc f2 f6 f7"),
		Text: []string{demo.PIN, haneul.Number, bada.Number, "088", "071", "50000", "0000"},
	})
}

// TestResultsShaken lets anything happen to the list.
func TestResultsShaken(t *testing.T) {
	t.Parallel()
	uitest.Shake(t, func() *headless.Driver {
		x := open(t, demo.HongLogin, transfer.Results, nil, usual)
		x.Press("left", "left")
		x.host.again = true
		return x.Driver
	}, uitest.Shaking{Streams: 4, Seed: 1, Keys: strings.Fields("enter left right a t r down f5 f2"), Text: []string{"2026-11-05"}})
}

func TestResultsOfAnAccountAndAStatus(t *testing.T) {
	t.Parallel()
	x := open(t, demo.HongLogin, transfer.Results, nil, usual)
	x.refused()
	x.Press("f5")
	x.sees("1 of 2")
	x.Press("t")
	x.sees("1 of 1")
	x.sees("✓ Normal")
	x.Press("t")
	x.sees("✗ TRAN-04")
	x.Press("enter", "y")
	if x.Clipboard() != "" {
		t.Errorf("an order that was refused has the reference %q", x.Clipboard())
	}
	x.Press("esc", "t", "a", "a")
	x.sees("Bills 012345-01-•••233")
	x.sees("No transfers in this period.")
}

func TestResultsOfDates(t *testing.T) {
	t.Parallel()
	x := open(t, demo.HongLogin, transfer.Results, nil, usual)
	x.Press("left")
	x.Press("ctrl+u")
	x.Type("20261023")
	x.Press("enter")
	x.Press("ctrl+u")
	x.Type("20261023")
	x.Press("enter")
	x.sees("◂ Custom ▸  2026-10-23\n")
	x.sees("1 of 3")
	if day := calendar.DateOf(start); x.host.env.Today() != day {
		t.Fatalf("today is %v, want %v", x.host.env.Today(), day)
	}
	x.Press("left", "right")
	x.Press("esc")
	x.sees("3 months")
}

func TestResultsDatesAreReplacedByTyping(t *testing.T) {
	t.Parallel()
	x := open(t, demo.HongLogin, transfer.Results, nil, usual)
	x.Press("left")
	x.Type("20261023\n20261131\n")
	x.sees("This is not a date.")
	x.Press("ctrl+u")
	x.Type("20261201\n")
	x.sees("The period ends in the future.")
	x.Type("20261023\n")
	x.sees("◂ Custom ▸  2026-10-23\n")
	x.sees("1 of 3")
}

// TestASessionThatEndsIsNotADaysProblem has the dates say nothing that is about
// neither of them.
func TestASessionThatEndsIsNotADaysProblem(t *testing.T) {
	t.Parallel()
	x := open(t, demo.HongLogin, transfer.Results, nil, usual)
	x.Press("left")
	if err := x.bank.SignOut(t.Context(), x.host.env.Caller(), bank.SignedOut); err != nil {
		t.Fatal(err)
	}
	x.Press("enter", "enter")
	x.sees(text.In(text.English).Explain(&bank.RefusedError{Code: bank.CodeSessionEnded}).Problem)
	if shown := x.Frame().Text(); strings.Contains(shown, "First day") {
		t.Errorf("the days are still asked for:\n%s", shown)
	}
}

// TestNumbersAreMaskedByTheTheme looks at every page that shows a number of the
// customer's own, where there are only signs of ASCII.
func TestNumbersAreMaskedByTheTheme(t *testing.T) {
	t.Parallel()
	for name, reach := range map[string]func(*world){
		"the form":    func(*world) {},
		"the review":  func(x *world) { x.review(haneul, "50000") },
		"the receipt": func(x *world) { x.pay(haneul, "50000") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := hong(t)
			x.host.env.Theme = theme.New(theme.Mono, theme.ASCII)
			reach(x)
			x.sees("Everyday 012345-02-***901")
		})
	}
	x := open(t, demo.HongLogin, transfer.Results, nil, usual)
	x.host.env.Theme = theme.New(theme.Mono, theme.ASCII)
	x.Press("right", "right", "right", "a", "f5")
	x.sees("Everyday 012345-02-***901")
	x.sees(" ***901 ")
	x.Press("enter")
	x.sees("Everyday 012345-02-***901")
}

func TestEndedSessionIsSaid(t *testing.T) {
	t.Parallel()
	x := hong(t)
	if err := x.bank.SignOut(context.Background(), x.host.env.Caller(), bank.SignedOut); err != nil {
		t.Fatal(err)
	}
	x.password(demo.PIN)
	x.payee(haneul)
	x.sees(text.In(text.English).Explain(&bank.RefusedError{Code: bank.CodeSessionEnded}).Problem)
}

func TestAnAmountThatCannotPassIsRefusedAsSoonAsItIsConfirmed(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.password(demo.PIN)
	x.payee(haneul)
	x.Type("6000000")
	x.Press("enter")
	x.sees("A security card allows 5,000,000 won a transfer.", "보안카드로는 1회 5,000,000원까지")
	x.Press("backspace", "enter")
	if strings.Contains(x.Frame().Text(), "A security card allows") {
		t.Errorf("600,000 won is still refused:\n%s", x.Frame().Text())
	}
}
