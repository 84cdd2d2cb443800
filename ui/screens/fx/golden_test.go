package fx_test

import (
	"testing"
	"time"

	"smartbank/bank/demo"
	"smartbank/ui/theme"
	"smartbank/ui/uitest"
)

// step is what a customer does, and what the screen is called that is seen then; "" is not compared.
type step struct {
	name string
	do   func(x *world)
}

// walk compares the screens of one customer's way through the program, in windows. Each step goes on from the one before.
func walk(t *testing.T, windows []window, begin func(tb testing.TB, in window) *world, steps []step) {
	t.Helper()
	for _, in := range windows {
		t.Run(in.name(), func(t *testing.T) {
			t.Parallel()
			x := begin(t, in)
			for _, s := range steps {
				s.do(x)
				if s.name != "" {
					t.Run(s.name, func(t *testing.T) { uitest.Golden(t, x.Frame()) })
				}
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
	walk(t, []window{usual, korean, large}, anybody, []step{
		{"board", func(x *world) { x.Type("31") }},
		{"picker", func(x *world) { x.Type("d"); x.Press("enter", "down") }},
		{"day to come", func(x *world) { x.Press("esc", "esc"); x.Type("d20261106\n\n") }},
		{"weekend", func(x *world) { x.Press("esc"); x.Type("d20261101\n\n") }},
		{"chart", func(x *world) { x.Press("f10"); x.Type("31"); x.Press("enter") }},
		{"week", func(x *world) { x.Press("left") }},
		{"five years", func(x *world) { x.Press("right", "right", "right") }},
		{"values", func(x *world) { x.Type("v") }},
		{"converting", func(x *world) { x.Press("f10"); x.Type("31"); x.Press("down", "enter", "enter"); x.Type("100000") }},
		{"converting won", func(x *world) { x.Press("tab", "ctrl+u"); x.Type("1000000") }},
	})
}

func TestSWIFTScreens(t *testing.T) {
	t.Parallel()
	walk(t, []window{usual, korean}, lee, []step{
		{"1 consent", func(x *world) { x.Type("32") }},
		{"1 not agreed", func(x *world) { x.Press("enter", "enter", "enter") }},
		{"2 parties", func(x *world) { x.Press("right", "enter") }},
		{"2 nothing typed", func(x *world) { x.Press("tab", "tab", "tab", "tab", "tab", "tab", "tab", "tab", "enter") }},
		{"2 spelling offered", func(x *world) { x.Type("서울시 종로구 세종대로 1") }},
		{"2 leaving", func(x *world) { x.Press("esc", "esc") }},
		{"2 blocked country", func(x *world) {
			x.Press("enter", "enter", "enter", "enter", "enter", "enter")
			x.fields("Seoul", "+82-1012345678")
			x.Type("iran")
		}},
		{"2 IBAN typed", func(x *world) {
			x.Press("esc")
			x.Type("GB")
			x.Press("enter")
			x.fields("Jane Doe", "10 Downing Street", "London")
			x.Type("GB33BUKB2020")
		}},
		{"2 wrong IBAN", func(x *world) { x.fields("1555555556") }},
		{"3 bank", func(x *world) { x.Press("backspace"); x.fields("5", "") }},
		{"3 clearing code", func(x *world) { x.Press("right", "enter"); x.fields("20-00-0") }},
		{"3 blocked bank", func(x *world) {
			x.Press("shift+tab", "left", "enter")
			x.fields("MELIIRTH")
		}},
		{"4 over the limit", func(x *world) {
			x.Press("ctrl+u")
			x.fields("BUKBGB22", "")
			x.amountOf("10000.01")
		}},
		{"4 refused", func(x *world) { x.Press("enter", "enter", "enter"); x.fields(demo.PIN) }},
		{"4 amount", func(x *world) { x.Press("ctrl+u"); x.Type("1000") }},
		{"5 review", func(x *world) {
			x.Press("enter", "enter")
			x.fields("Happy birthday", demo.PIN)
			x.Advance(patience)
		}},
		{"5 review below", func(x *world) { x.Press("end") }},
		{"5 rate over", func(x *world) { x.Advance(time.Minute) }},
		{"5 the same rate", func(x *world) { x.Press("enter") }},
		{"5 another rate", func(x *world) {
			x.Advance(5 * time.Minute)
			x.Press("down")
			x.Advance(5 * time.Minute)
			x.Press("enter")
			x.Advance(patience)
		}},
		{"6 confirm", func(x *world) { x.toFactor() }},
		{"6 rate over", func(x *world) { x.Advance(time.Minute) }},
		{"7 sign", func(x *world) { x.Type("000000\n"); x.toPassword() }},
		{"7 wrong digits", func(x *world) { x.Type(uitest.Seal + "\n"); x.Advance(patience) }},
		{"8 result", func(x *world) { x.Type(x.otp() + "\n"); x.Advance(2 * time.Second) }},
		{"8 result explained", func(x *world) { x.Press("left") }},
		{"8 receipt", func(x *world) { x.Type("p") }},
	})
}

func TestEurogiroScreens(t *testing.T) {
	t.Parallel()
	walk(t, []window{usual, korean}, lee, []step{
		{"2 account", func(x *world) { x.Type("03MN"); x.Press("enter", "right", "enter", "enter", "right", "enter") }},
		{"1 country", func(x *world) { x.Press("f10"); x.Type("03JP") }},
		{"2 address", func(x *world) { x.Press("enter", "enter", "enter", "right", "enter") }},
		{"3 amount", func(x *world) { x.osaka(); x.Press("enter", "enter"); x.Type("100000") }},
		{"4 review", func(x *world) { x.Press("enter"); x.fields("", demo.PIN); x.Advance(patience) }},
		{"5 result", func(x *world) {
			x.toFactor()
			x.Type(x.otp() + "\n")
			x.toPassword()
			x.Type(uitest.Seal + "\n")
			x.Advance(2 * time.Second)
		}},
		{"6 list", func(x *world) { x.Press("f10"); x.Type("34") }},
		{"6 summary", func(x *world) { x.Press("enter") }},
		{"6 below", func(x *world) { x.Press("end") }},
		{"6 receipt", func(x *world) { x.Type("p") }},
	})
}

func TestSearchScreens(t *testing.T) {
	t.Parallel()
	walk(t, []window{usual, korean, large}, lee, []step{
		{"none", func(x *world) { x.Type("33") }},
		{"list", func(x *world) { x.Press("f10"); x.send(); x.Press("f10"); x.Advance(8 * time.Minute); x.Type("33") }},
		{"summary", func(x *world) { x.Press("enter") }},
		{"summary below", func(x *world) { x.Press("end") }},
		{"pacs.008", func(x *world) { x.Press("right") }},
		{"MT103", func(x *world) { x.Press("right") }},
		{"field by field", func(x *world) { x.Press("right") }},
		{"amendment", func(x *world) { x.Type("m") }},
		{"cancellation", func(x *world) { x.Press("esc", "right"); x.Type("x"); x.Press("enter") }},
		{"asked back", func(x *world) { x.Press("shift+tab"); x.fields("Sent to the wrong person"); x.Type(x.otp() + "\n") }},
		{"came back", func(x *world) {
			x.Press("f10")
			x.Advance(9 * time.Minute)
			x.Press("down")
			x.Advance(2 * time.Minute)
			x.Type("33\n")
		}},
	})
}
