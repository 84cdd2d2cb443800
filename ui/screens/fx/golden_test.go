package fx_test

import (
	"testing"
	"time"

	"smartbank/bank/demo"
	"smartbank/ui/theme"
	"smartbank/ui/uitest"
)

// state is a screen in a state, and how a customer gets there.
type state struct {
	name  string
	reach func(x *world)
}

// golden compares states of the program in windows.
func golden(t *testing.T, windows []window, begin func(tb testing.TB, in window) *world, states []state) {
	t.Helper()
	for _, s := range states {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			for _, in := range windows {
				t.Run(in.name(), func(t *testing.T) {
					t.Parallel()
					x := begin(t, in)
					s.reach(x)
					uitest.Golden(t, x.Frame())
				})
			}
		})
	}
}

// anybody starts the program with nobody logged in.
func anybody(tb testing.TB, in window) *world {
	tb.Helper()
	return open(tb, in, theme.Unicode)
}

func TestRatesScreens(t *testing.T) {
	t.Parallel()
	golden(t, []window{usual, korean, large}, anybody, []state{
		{"board", func(x *world) { x.Type("31") }},
		{"weekend", func(x *world) { x.Type("31d20261101\n\n") }},
		{"picker", func(x *world) { x.Type("31d"); x.Press("enter", "down") }},
		{"day to come", func(x *world) { x.Type("31d20261106\n\n") }},
		{"chart", func(x *world) { x.Type("31"); x.Press("enter") }},
		{"five years", func(x *world) { x.Type("31"); x.Press("enter", "right", "right", "right") }},
		{"values", func(x *world) { x.Type("31"); x.Press("enter"); x.Type("v") }},
		{"converting", func(x *world) { x.Type("31"); x.Press("down", "enter", "enter"); x.Type("100000") }},
	})
}

func TestSWIFTScreens(t *testing.T) {
	t.Parallel()
	golden(t, []window{usual, korean}, lee, []state{
		{"1 consent", func(x *world) { x.Type("32") }},
		{"2 parties", func(x *world) { x.consent() }},
		{"3 bank", func(x *world) { x.consent(); x.parties() }},
		{"4 amount", func(x *world) { x.consent(); x.parties(); x.toBank(); x.amountOf("1000") }},
		{"5 review", func(x *world) { x.review() }},
		{"6 confirm", func(x *world) { x.confirm() }},
		{"7 sign", func(x *world) { x.sign() }},
		{"8 result", func(x *world) { x.send() }},
		{"8 result explained", func(x *world) { x.send(); x.Press("left") }},

		{"not agreed", func(x *world) { x.Type("32"); x.Press("enter", "enter", "enter") }},
		{"spelling offered", func(x *world) { x.consent(); x.Type("서울시 종로구 세종대로 1") }},
		{"wrong IBAN", func(x *world) {
			x.consent()
			x.fields("1 Sejong-daero", "Seoul", "")
			x.Type("GB")
			x.Press("enter")
			x.fields("Jane Doe", "10 Downing Street", "London", "GB33BUKB20201555555556")
		}},
		{"IBAN typed", func(x *world) {
			x.consent()
			x.fields("1 Sejong-daero", "Seoul", "")
			x.Type("DE")
			x.Press("enter")
			x.fields("Jane Doe", "", "Berlin")
			x.Type("DE8937040")
		}},
		{"blocked country", func(x *world) { x.consent(); x.fields("1 Sejong-daero", "Seoul", ""); x.Type("iran") }},
		{"clearing code", func(x *world) {
			x.consent()
			x.parties()
			x.Press("right", "enter")
			x.fields("20-00-0", "")
		}},
		{"nothing typed", func(x *world) { x.consent(); x.Press("tab", "tab", "tab", "tab", "tab", "tab", "tab", "tab", "enter") }},
		{"over the limit", func(x *world) {
			x.consent()
			x.parties()
			x.toBank()
			x.amountOf("10000.01")
			x.Press("enter", "enter", "enter")
			x.fields(demo.PIN)
			x.Advance(patience)
		}},
		{"rate over", func(x *world) { x.review(); x.Advance(time.Minute) }},
		{"rate asked for anew", func(x *world) { x.review(); x.Advance(time.Minute); x.Press("enter") }},
		{"rate changed", func(x *world) {
			x.review()
			x.Advance(5 * time.Minute)
			x.Press("down")
			x.Advance(5 * time.Minute)
			x.Press("enter")
			x.Advance(patience)
			x.Type(demo.PIN + "\n")
			x.Advance(patience)
		}},
		{"wrong digits", func(x *world) {
			x.confirm()
			x.Type("000000\n")
			x.toPassword()
			x.Type(uitest.Seal + "\n")
			x.Advance(patience)
		}},
		{"leaving", func(x *world) { x.consent(); x.Type("Sejong"); x.Press("esc", "esc") }},
	})
}

func TestEurogiroScreens(t *testing.T) {
	t.Parallel()
	golden(t, []window{usual, korean}, lee, []state{
		{"1 country", func(x *world) { x.Type("03JP") }},
		{"2 address", func(x *world) { x.giroCountry("JP") }},
		{"2 account", func(x *world) {
			x.Type("03MN")
			x.Press("enter", "right", "enter", "enter", "right", "enter")
		}},
		{"3 amount", func(x *world) { x.giroCountry("JP"); x.osaka(); x.Press("enter", "enter"); x.Type("100000") }},
		{"4 review", func(x *world) { x.giroReview() }},
		{"5 result", func(x *world) { x.giroSend() }},
	})
}

func TestSearchScreens(t *testing.T) {
	t.Parallel()
	golden(t, []window{usual, korean, large}, lee, []state{
		{"none", func(x *world) { x.Type("33") }},
		{"list", func(x *world) { x.send(); x.Press("f10"); x.Type("33") }},
		{"summary", func(x *world) { x.found() }},
		{"pacs.008", func(x *world) { x.found(); x.Press("right") }},
		{"MT103", func(x *world) { x.found(); x.Press("right", "right") }},
		{"field by field", func(x *world) { x.found(); x.Press("left") }},
		{"amendment", func(x *world) { x.found(); x.Type("m") }},
		{"cancellation", func(x *world) { x.found(); x.Type("x"); x.Press("enter") }},
		{"asked back", func(x *world) { x.askBack() }},
		{"Eurogiro list", func(x *world) { x.giroSend(); x.Press("f10"); x.Type("34") }},
		{"Eurogiro summary", func(x *world) { x.giroSend(); x.Press("f10"); x.Type("34"); x.Press("enter") }},
	})
}
