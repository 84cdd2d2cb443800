package transfer_test

import (
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/demo"
	"smartbank/bank/money"
	"smartbank/ui/screen"
	"smartbank/ui/screens/transfer"
	"smartbank/ui/text"
)

// begun opens a screen of Hong Gildong.
func begun(t *testing.T, def *screen.Def, args any) *world {
	t.Helper()
	return open(t, demo.HongLogin, def, args, usual)
}

// anew reads what a screen shows once more, after something happened at another
// window.
func anew(x *world) { x.Press("f5") }

func TestCareLooks(t *testing.T) {
	t.Parallel()
	tomorrow := calendar.DateOf(start).AddDays(1)
	for def, states := range map[*screen.Def][]state{
		transfer.LimitsScreen: {
			{"limits", demo.HongLogin, func(x *world) { x.Advance(time.Minute) }},
			{"limits of a token", demo.LeeLogin, func(*world) {}},
			{"limit raised", demo.HongLogin, func(x *world) { x.Type("5000001\n") }},
			{"nothing lower", demo.HongLogin, func(x *world) { x.Press("enter", "enter"); x.digits() }},
			{"limits with wrong digits", demo.HongLogin, func(x *world) { x.Type("1000000\n2000000\n0000\n") }},
			{"lowered below what was sent", demo.HongLogin, func(x *world) {
				x.elsewhere(bada, 1_500_000)
				x.Send(reopened{})
				x.Type("1000000\n1000000\n")
				x.digits()
			}},
		},
		transfer.RecipientsScreen: {
			{"recipients", demo.HongLogin, func(x *world) { x.favourite(bada, "바다"); x.favourite(haneul, "월세"); anew(x) }},
			{"keeping", demo.HongLogin, func(x *world) { x.Press("down", "f") }},
			{"adding", demo.HongLogin, func(x *world) { x.Press("n"); x.Type("088\n" + nobody.Number + "\n") }},
			{"removing", demo.HongLogin, func(x *world) { x.favourite(bada, "바다"); anew(x); x.Press("f") }},
			{"designating", demo.HongLogin, func(x *world) { x.Press("d") }},
			{"designating at a post office", demo.HongLogin, func(x *world) {
				x.protect(bank.Protection{DelayHours: 3})
				anew(x)
				x.Press("d")
			}},
		},
		transfer.ProtectionsScreen: {
			{"unprotected", demo.HongLogin, func(*world) {}},
			{"protected", demo.HongLogin, func(x *world) { x.protect(bank.Protection{DelayHours: 24, Designated: true}); anew(x) }},
			{"delay", demo.HongLogin, func(x *world) { x.Press("enter", "right") }},
			{"weaker", demo.HongLogin, func(x *world) {
				x.protect(bank.Protection{DelayHours: 24, Designated: true})
				anew(x)
				x.Type("2")
				x.Press("left", "enter")
			}},
		},
		transfer.WaitingScreen: {
			{"nothing waits", demo.HongLogin, func(*world) {}},
			{"three wait", demo.HongLogin, func(x *world) {
				x.later(haneul, 70_000, bank.When{On: tomorrow, Monthly: true})
				x.later(bada, 50_000, bank.When{DelayHours: 3})
				x.later(bada, 60_000, bank.When{On: tomorrow.AddDays(6)})
				anew(x)
				x.Press("down")
			}},
		},
	} {
		look(t, def, states)
	}
}

func TestLimitsAreLowered(t *testing.T) {
	t.Parallel()
	x := begun(t, transfer.LimitsScreen, nil)
	x.Type("1000000\n3000000\n")
	x.digits()
	x.sees("The limits are lowered.")
	if l := x.limits(); l.Each != money.New(1_000_000, money.KRW) || l.Day != money.New(3_000_000, money.KRW) {
		t.Errorf("the limits are %+v", l)
	}
	x.Type("1000001\n")
	x.sees("Your limit is 1,000,000 won, and it cannot be raised")
}

func TestTheFormKnowsLimitsThatWereLoweredMeanwhile(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.Press("f8")
	if o := x.host.opened; len(o) != 1 || o[0].ID != transfer.LimitsScreen.ID {
		t.Fatalf("F8 opens %v", o)
	}
	_, asked, err := x.bank.Challenge(t.Context(), x.host.env.Caller())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := x.bank.LowerLimits(t.Context(), x.host.env.Caller(), money.New(0, money.KRW), money.New(400_000, money.KRW), []byte(x.card(asked))); err != nil {
		t.Fatal(err)
	}
	x.Send(wish{screen.Shown{}})
	x.sees("400,000 at once · left today 400,000 won")
}

func TestFavouritesAreKeptChosenRenamedAndRemoved(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.password(demo.PIN)
	x.Press("f7", "n")
	x.Type("088\n" + haneul.Number + "\n")
	x.sees("Kim Haneul (김하늘)")
	x.Type("월세\n")
	x.sees("Favourite  월세")
	x.Press("m", "ctrl+u")
	x.Type("집주인\n")
	if got := x.recipients()[0]; !got.Favourite || got.Nickname != "집주인" || got.Account != haneul.Number {
		t.Errorf("the first recipient is %+v", got)
	}
	x.Press("enter")
	x.sees("✓ Kim Haneul (김하늘)")
	if x.Type("50000"); !strings.Contains(x.Frame().Text(), "50,000  won") {
		t.Errorf("the amount has not the focus:\n%s", x.Frame().Text())
	}
	x.Press("f7", "f")
	x.sees("Remove this favourite?")
	x.Press("enter") // no
	if !x.recipients()[0].Favourite {
		t.Error("Enter removed it")
	}
	x.Press("f", "left", "enter")
	x.sees("Removed from the favourites.")
	if x.recipients()[0].Favourite {
		t.Errorf("it is still there: %+v", x.recipients()[0])
	}
	x.Press("esc")
	x.sees("50,000  won")
}

func TestTheChosenRecipientStaysChosenWhereverItStands(t *testing.T) {
	t.Parallel()
	x := begun(t, transfer.RecipientsScreen, nil)
	x.Press("down", "down", "down", "f", "enter") // the fourth becomes the first
	kept := x.recipients()[0]
	x.Press("down", "up", "enter")
	want := screen.Opening{ID: transfer.Realtime.ID, Args: bank.TransferOrder{Bank: kept.Bank, To: kept.Account, Recipient: kept.NameKO}}
	if o := x.host.opened; !kept.Favourite || len(o) != 1 || o[0] != want {
		t.Errorf("kept %+v, and Enter opens %+v", kept, o)
	}
}

func TestARecipientOpensTheTransfer(t *testing.T) {
	t.Parallel()
	x := begun(t, transfer.RecipientsScreen, nil)
	x.favourite(bada, "바다")
	anew(x)
	x.Press("y")
	if x.Clipboard() != bada.Number {
		t.Errorf("the clipboard has %q, want the account of the chosen recipient", x.Clipboard())
	}
	x.Press("enter")
	want := screen.Opening{ID: transfer.Realtime.ID, Args: bank.TransferOrder{Bank: bada.Bank, To: bada.Number, Recipient: bada.NameKO}}
	if o := x.host.opened; len(o) != 1 || o[0] != want {
		t.Errorf("Enter opens %+v, want %+v", o, want)
	}
}

func TestDesignatedAccountsAreExempt(t *testing.T) {
	t.Parallel()
	x := begun(t, transfer.RecipientsScreen, nil)
	x.favourite(haneul, "월세")
	anew(x)
	x.Press("d")
	x.digits()
	x.sees("The account is designated.")
	if got := x.recipients()[0]; !got.Designated || got.Nickname != "월세" {
		t.Errorf("%+v", got)
	}
	x.Press("d")
	x.sees("Designate this account no longer?")
	x.Press("left", "enter")
	if got := x.recipients()[0]; got.Designated || !got.Favourite {
		t.Errorf("%+v", got)
	}
}

func TestProtectionsAreSwitchedOn(t *testing.T) {
	t.Parallel()
	x := begun(t, transfer.ProtectionsScreen, nil)
	x.Press("enter", "enter")
	x.digits()
	x.sees("Delayed transfer: on, 3 hours")
	x.Type("2")
	x.Press("enter")
	x.digits()
	x.sees("Designated accounts only: on")
	if p, err := x.bank.Protection(t.Context(), x.host.env.Caller()); err != nil || p != (bank.Protection{DelayHours: 3, Designated: true}) {
		t.Errorf("%+v, %v", p, err)
	}
	x.Type("1")
	x.Press("left", "enter")
	x.sees("What makes your account less safe is not done here")
	x.Press("esc")
	x.Type("4")
	if o := x.host.opened; len(o) != 1 || o[0].ID != transfer.WaitingScreen.ID {
		t.Errorf("4 opens %v", o)
	}
}

func TestProtectionIsToldBeforeItHoldsATransferBack(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.protect(bank.Protection{DelayHours: 3, Designated: true})
	x.Press("f4")
	x.Send(wish{screen.Shown{}})
	x.sees("it leaves after 3 hours")
	x.sees("1,000,000 won a day")
	x.password(demo.PIN)
	x.payee(haneul)
	x.amount("1000001")
	x.Advance(patience)
	x.sees("Today 1,000,000 won can still go there")
	if !strings.Contains(x.Frame().Text(), "▌Amount") {
		t.Errorf("the refusal is not beside the amount:\n%s", x.Frame().Text())
	}
	x.Press("backspace", "shift+tab", "shift+tab", "shift+tab", "shift+tab") // to the password
	x.Type(demo.PIN + "\n\n\n\n\n\n")
	x.Advance(patience)
	x.sees("holds it for 3 hours")
	x.sees("2026-11-05 13:00")
}

func TestNamesAreComparedInFourWays(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"김하늘":        "✓ The same name as on the account.",
		"kim haneul": "✓ The same name as on the account.",
		"김하눌":        "! Close, but not the same: the account is of Kim Haneul",
		"이바다":        "✗ Another name: the account is of Kim Haneul (김하늘).",
		"":           "The bank compares it with the name on the account",
	} {
		x := hong(t)
		x.password(demo.PIN)
		x.payee(haneul)
		x.Press("shift+tab")
		x.Type(typed)
		x.sees(want)
	}
	x := hong(t)
	x.password(demo.PIN)
	x.payee(silent)
	x.Press("down")
	x.Type("정하늘")
	x.sees("? The name cannot be checked now, and nothing is sent")
}

func TestANameThatDiffersIsAcknowledgedAndSigned(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]bank.Warning{"김하눌": bank.WarnNameClose, "이바다": bank.WarnName} {
		x := hong(t)
		x.password(demo.PIN)
		x.payee(haneul)
		x.Press("shift+tab")
		x.Type(typed + "\n")
		x.amount("50000")
		x.Advance(patience)
		x.sees("I have read this; go on")
		x.Press("enter")
		x.prove()
		x.Press("enter")
		x.sees("The money was sent")
		if o := x.transfers()[0].Order; o.Expected != typed || o.Acknowledged != bank.Acknowledging(want) {
			t.Errorf("the order is %+v", o)
		}
	}
}

func TestLaterIsNotHeldAgainstToday(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.password(demo.PIN)
	x.payee(bada)
	x.Type("3000000\n")
	x.sees("There is not enough money on the account.")
	x.Press("f6")
	x.sees("When: in 3 hours")
	if strings.Contains(x.Frame().Text(), "not enough money") {
		t.Errorf("it is still refused:\n%s", x.Frame().Text())
	}
	x.Press("f6", "f6")
	x.sees("every month on day 6, from 2026-11-06")
	x.Press("enter", "ctrl+u")
	x.Type("20261131")
	x.Press("enter", "enter", "enter")
	x.sees("This is not a date.")
	x.Press("ctrl+u")
	x.Type("20261130")
	x.Press("enter", "enter", "enter")
	x.Advance(patience)
	x.sees("every month on day 30, from 2026-11-30")
	x.sees("2026-11-30 09:00")
}

func TestWhatWaitsIsCancelledOnceAgreed(t *testing.T) {
	t.Parallel()
	for name, def := range map[string]*screen.Def{"from the list of what waits": transfer.WaitingScreen, "from the results": transfer.Results} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := begun(t, def, nil)
			x.later(bada, 50_000, bank.When{DelayHours: 3})
			anew(x)
			x.Press("x")
			x.sees("Cancel this transfer?")
			x.Press("enter")
			x.Press("x", "left", "enter")
			x.sees("The transfer is cancelled. Nothing will be sent.")
			if got := x.transfers(); len(got) != 1 || got[0].Status != bank.Cancelled {
				t.Errorf("%+v", got)
			}
		})
	}
	x := begun(t, transfer.WaitingScreen, nil)
	x.later(bada, 50_000, bank.When{DelayHours: 3})
	anew(x)
	x.Press("x", "left")
	x.Advance(5 * time.Minute)
	x.Advance(147 * time.Minute)
	x.Press("enter")
	x.sees("Not cancelled")
	x.sees("It is too late to cancel this transfer")
}

func TestAResultIsRepeated(t *testing.T) {
	t.Parallel()
	x := begun(t, transfer.Results, nil)
	x.elsewhere(haneul, 70_000)
	anew(x)
	x.Press("enter", "n")
	done := x.transfers()[0]
	if o := x.host.opened; len(o) != 1 || o[0] != (screen.Opening{ID: transfer.Realtime.ID, Args: done.Order}) {
		t.Fatalf("n opens %+v", o)
	}
	y := begun(t, transfer.Realtime, done.Order)
	y.sees("✓ Kim Haneul (김하늘)")
	y.sees("70,000  won")
	y.Type(demo.PIN)
	y.sees("• • • •")
	x.Press("esc", "p", "e")
	want := []screen.ID{"transfer.realtime", "export.receipt", "export.transfers"}
	for i, o := range x.host.opened {
		if o.ID != want[i] {
			t.Errorf("key %d opens %s, want %s", i, o.ID, want[i])
		}
	}
}

func TestTheReceiptKeepsItsRecipient(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.pay(haneul, "50000")
	x.Press("f")
	want := bank.Payee{Bank: haneul.Bank, Account: haneul.Number, NameEN: "Kim Haneul", NameKO: "김하늘"}
	if o := x.host.opened; len(o) != 1 || o[0] != (screen.Opening{ID: transfer.RecipientsScreen.ID, Args: want}) {
		t.Fatalf("f opens %+v", o)
	}
	y := begun(t, transfer.RecipientsScreen, want)
	y.sees("Add to favourites")
	y.Press("enter")
	if got := y.recipients()[0]; !got.Favourite || got.Nickname != "김하늘" {
		t.Errorf("%+v", got)
	}
	if y.host.env.Text.Lang != text.English {
		t.Error("another language")
	}
}
