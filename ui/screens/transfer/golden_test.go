package transfer_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/demo"
	"smartbank/bank/money"
	"smartbank/certstore/keyring"
	"smartbank/ui/headless"
	"smartbank/ui/screen"
	"smartbank/ui/screens/transfer"
	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

// windows are in what every state is looked at: a terminal in both languages,
// the smallest window, and a large one.
var windows = []window{
	{text.English, 80, 24}, {text.Korean, 80, 24}, {text.English, 40, 12}, {text.Korean, 120, 40},
}

// state is a screen in a state, and how a customer gets there.
type state struct {
	name  string
	login string
	reach func(x *world)
}

func hold(x *world, f func()) {
	x.Hold()
	f()
}

func TestRealtimeScreens(t *testing.T) {
	t.Parallel()
	states := []state{
		{"opening", demo.HongLogin, nil},
		{"empty", demo.HongLogin, func(*world) {}},
		{"suggestions", demo.HongLogin, func(x *world) { x.password(demo.PIN) }},
		{"choosing a bank", demo.HongLogin, func(x *world) { x.password(demo.PIN); x.Type("은행"); x.Press("down") }},
		{"checking", demo.HongLogin, func(x *world) { x.password(demo.PIN); hold(x, func() { x.payee(haneul) }) }},
		{"checked", demo.HongLogin, func(x *world) { x.password(demo.PIN); x.payee(haneul) }},
		{"filled", demo.HongLogin, func(x *world) {
			x.password(demo.PIN)
			x.payee(bada)
			x.Type("1234000")
			x.Press("enter")
			x.Type("점심값")
			x.Press("enter")
			x.Type("Lunch")
		}},
		{"no password", demo.HongLogin, func(x *world) { x.password(""); x.payee(haneul); x.amount("50000") }},
		{"wrong password", demo.HongLogin, func(x *world) { x.password("0000"); x.payee(haneul); x.amount("50000") }},
		{"locked password", demo.HongLogin, func(x *world) {
			x.password("0000")
			x.payee(haneul)
			x.amount("50000")
			for range 4 {
				x.Type("0000")
				x.Press("enter", "enter", "enter", "enter", "enter", "enter")
			}
		}},
		{"no amount", demo.HongLogin, func(x *world) { x.password(demo.PIN); x.payee(haneul); x.amount("") }},
		{"zero", demo.HongLogin, func(x *world) { x.password(demo.PIN); x.payee(haneul); x.amount("0") }},
		{"over the limit", demo.HongLogin, func(x *world) { x.password(demo.PIN); x.payee(haneul); x.amount("6000000") }},
		{"over the balance", demo.HongLogin, func(x *world) { x.password(demo.PIN); x.payee(haneul); x.amount("2000000") }},
		{"same account", demo.HongLogin, func(x *world) {
			x.password(demo.PIN)
			x.payee(demo.Suggestion{Bank: bank.KoreaPost, Number: string(demo.Everyday)})
		}},
		{"no such account", demo.HongLogin, func(x *world) { x.password(demo.PIN); x.payee(nobody) }},
		{"closed account", demo.HongLogin, func(x *world) { x.password(demo.PIN); x.payee(closed) }},
		{"silent bank", demo.HongLogin, func(x *world) { x.password(demo.PIN); x.payee(silent) }},
		{"preparing", demo.HongLogin, func(x *world) { x.password(demo.PIN); x.payee(haneul); hold(x, func() { x.amount("50000") }) }},
		{"review", demo.HongLogin, func(x *world) { x.review(haneul, "50000") }},
		{"confirm by card", demo.HongLogin, func(x *world) { x.confirm(haneul, "50000"); x.Type("12") }},
		{"confirm by token", demo.LeeLogin, func(x *world) { x.confirm(haneul, "50000"); x.Type("123") }},
		{"no digits", demo.HongLogin, func(x *world) { x.confirm(haneul, "50000"); x.Press("enter") }},
		{"wrong digits", demo.HongLogin, func(x *world) { x.confirm(haneul, "50000"); x.refusedOnce() }},
		{"signature", demo.HongLogin, func(x *world) { x.confirm(haneul, "50000"); x.toSign(x.factor()) }},
		{"no certificate password", demo.HongLogin, func(x *world) { x.confirm(haneul, "50000"); x.toSign(x.factor()); x.Press("enter") }},
		{"wrong certificate password", demo.HongLogin, func(x *world) { x.confirm(haneul, "50000"); x.toSign(x.factor()); x.Type("wrong\n") }},
		{"locked certificate", demo.HongLogin, func(x *world) {
			x.confirm(haneul, "50000")
			x.toSign(x.factor())
			for range 5 {
				x.Type("wrong\n")
			}
		}},
		{"no keyring", demo.HongLogin, func(x *world) {
			x.behind.Ring.Broken = keyring.NoService
			x.review(haneul, "50000")
			x.Press("end", "enter")
		}},
		{"withdrawn before the signature", demo.HongLogin, func(x *world) {
			x.confirm(haneul, "50000")
			x.prove()
			x.Hold()
			x.Press("enter", "esc")
			x.Release()
		}},
		{"paying", demo.HongLogin, func(x *world) { x.confirm(haneul, "50000"); x.prove(); hold(x, func() { x.Press("enter") }) }},
		{"locked card", demo.HongLogin, func(x *world) {
			x.confirm(haneul, "50000")
			for range 5 {
				x.Type("0000")
				x.Press("enter")
			}
		}},
		{"refused", demo.HongLogin, func(x *world) {
			x.confirm(haneul, "50000")
			x.elsewhere(bada, 1_700_000)
			x.prove()
			x.Press("enter")
		}},
		{"withdrawn", demo.HongLogin, func(x *world) {
			x.confirm(haneul, "50000")
			x.refusedOnce()
			x.Type(x.factor())
			x.Hold()
			x.Press("enter", "esc")
			x.Release()
		}},
		{"unknown", demo.HongLogin, func(x *world) {
			x.confirm(haneul, "50000")
			x.prove()
			x.host.lose, x.host.before = dropped, 1
			x.Press("enter")
		}},
		{"fault before the review", demo.HongLogin, func(x *world) {
			x.password(demo.PIN)
			x.payee(haneul)
			x.breakDown()
			x.amount("50000")
		}},
		{"fault at the name", demo.HongLogin, func(x *world) { x.password(demo.PIN); x.breakDown(); x.payee(haneul) }},
		{"fault while paying", demo.HongLogin, func(x *world) {
			x.confirm(haneul, "50000")
			x.prove()
			x.breakDown()
			x.Press("enter")
		}},
		{"not opened", demo.HongLogin, func(x *world) { x.breakDown(); x.Send(reopened{}); x.Press("f5") }},
		{"done", demo.HongLogin, func(x *world) { x.pay(haneul, "1234000") }},
		{"done by token", demo.LeeLogin, func(x *world) { x.pay(haneul, "50000") }},
	}
	look(t, transfer.Realtime, states)
}

// look compares states with their golden frames, in every window.
func look(t *testing.T, def *screen.Def, states []state) {
	t.Helper()
	for _, s := range states {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			shots(t, reach(t, def, s, usual))
		})
	}
}

// name names a window's golden file.
func (in window) name() string { return fmt.Sprintf("%dx%d_%s", in.w, in.h, in.lang) }

// shots compares what is shown with the golden frame of every window: the same
// screen, which changes its size and its language. No password is in it.
func shots(t *testing.T, x *world) {
	t.Helper()
	said, began := x.host.said, x.host.env.Text.Lang
	for _, in := range windows {
		x.Resize(in.w, in.h)
		if x.host.env.Text.Lang != in.lang {
			x.Press("f2")
		}
		if in.lang == began {
			x.host.said = said
		}
		t.Run(in.name(), func(t *testing.T) {
			uitest.Golden(t, x.Frame())
			if strings.Contains(x.Frame().Text(), demo.PIN) {
				t.Errorf("the account password is on the screen:\n%s", x.Frame().Text())
			}
		})
	}
}

// TestF2IsAsIfTheScreenHadBegunInTheOtherLanguage compares both, where something is
// typed, chosen, refused, and to be read.
func TestF2IsAsIfTheScreenHadBegunInTheOtherLanguage(t *testing.T) {
	t.Parallel()
	for name, reached := range map[string]func(*world){
		"filled":  func(x *world) { x.password(demo.PIN); x.payee(bada); x.Type("1234000"); x.Press("enter") },
		"refused": func(x *world) { x.password(demo.PIN); x.payee(haneul); x.amount("6000000") },
		"review":  func(x *world) { x.review(haneul, "50000") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			frames := map[text.Lang]headless.Frame{}
			for _, begun := range []text.Lang{text.English, text.Korean} {
				x := reach(t, transfer.Realtime, state{login: demo.HongLogin, reach: reached}, window{begun, 80, 24})
				if begun == text.English {
					x.Press("f2")
				}
				frames[begun] = x.Frame()
			}
			if diff := frames[text.English].Diff(frames[text.Korean]); diff != "" {
				t.Errorf("F2 gives another screen than beginning in Korean:\n%s", diff)
			}
		})
	}
}

// reach opens a screen and brings it into a state. A state without a way there is
// the one before the bank answered.
func reach(t *testing.T, def *screen.Def, s state, in window) *world {
	t.Helper()
	if s.reach == nil {
		x := open(t, s.login, def, nil, in)
		x.host.screen = def.New(x.host.env, nil)
		return x
	}
	x := open(t, s.login, def, nil, in)
	s.reach(x)
	return x
}

func TestResultsScreens(t *testing.T) {
	t.Parallel()
	states := []state{
		{"none today", demo.HongLogin, func(*world) {}},
		{"three months", demo.HongLogin, func(x *world) { x.Press("right", "right", "right", "down", "down") }},
		{"one account", demo.HongLogin, func(x *world) { x.Press("right", "right", "right", "a", "r") }},
		{"dates", demo.HongLogin, func(x *world) { x.Press("left") }},
		{"dates refused", demo.HongLogin, func(x *world) { x.Press("left", "enter", "pgup", "enter") }},
		{"not a day", demo.HongLogin, func(x *world) { x.Press("left", "backspace", "enter", "enter") }},
		{"found by dates", demo.LeeLogin, func(x *world) { x.Press("left", "pgdown", "enter", "enter") }},
		{"errors", demo.HongLogin, func(x *world) { x.refused(); x.Press("f5") }},
		{"errors alone", demo.HongLogin, func(x *world) { x.refused(); x.Press("t", "t") }},
		{"detail", demo.HongLogin, func(x *world) { x.Press("right", "right", "right", "enter") }},
		{"detail of an error", demo.HongLogin, func(x *world) { x.refused(); x.Press("f5", "down", "enter") }},
		{"searching", demo.HongLogin, func(x *world) { hold(x, func() { x.Press("f5") }) }},
	}
	look(t, transfer.Results, states)
}

// breakDown makes everything the bank is asked a fault from now on.
func (x *world) breakDown() {
	x.tb.Helper()
	if err := x.bank.Close(); err != nil {
		x.tb.Fatal(err)
	}
}

// refused sends money at another window that is not there any more when the
// order is confirmed.
func (x *world) refused() {
	x.tb.Helper()
	caller := x.host.env.Caller()
	r, err := x.bank.Prepare(x.tb.Context(), caller, bank.TransferOrder{
		From: demo.Everyday, Bank: haneul.Bank, To: haneul.Number, Recipient: haneul.NameKO, Amount: money.New(60_000, money.KRW),
	}, []byte(demo.PIN))
	if err != nil {
		x.tb.Fatal(err)
	}
	x.Advance(time.Minute)
	x.elsewhere(bada, 1_700_000)
	_, err = x.bank.Transfer(x.tb.Context(), caller, r.Order, x.proof(r))
	if bank.RefusalCode(err) != bank.CodeInsufficientFunds {
		x.tb.Fatalf("an order without funds: %v", err)
	}
}
