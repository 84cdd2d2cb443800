package certificate_test

import (
	"testing"
	"time"

	"smartbank/bank/demo"
	"smartbank/ui/uitest"
)

// TestTwoTypedFieldsAreNotLostWithoutAQuestion fills in one field of each form, which is left at once, and then two.
func TestTwoTypedFieldsAreNotLostWithoutAQuestion(t *testing.T) {
	t.Parallel()
	const ageing = year - 20*24*time.Hour
	have := func(x *world) { x.have() }
	for name, form := range map[string]struct {
		login      string
		age        time.Duration
		with       func(*world)
		open       func(*world)
		one, other string
		before     string // the page that Esc leads to
	}{
		"register": {demo.HongLogin, 0, func(x *world) { x.foreign(demo.HongLogin) }, func(x *world) { x.goTo("45"); x.enter() }, "9003151234567\n", "wrong", "Enter choose"},
		"renew":    {demo.LeeLogin, ageing, func(*world) {}, func(x *world) { x.goTo("46"); x.enter() }, "9003151234567\n", "wrong", "Enter choose"},
		"change":   {demo.HongLogin, 0, have, func(x *world) { x.goTo("48"); x.enter(); x.Type("1") }, uitest.Seal + "\n", "birch-7", "Enter choose"},
		"move":     {demo.HongLogin, 0, have, func(x *world) { x.moving() }, "four words of mine\n", "four", "Settings"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := signedInAged(t, form.login, usual, form.age)
			form.with(x)
			form.open(x)
			x.Type(form.one)
			x.Press("esc")
			x.sees(form.before)
			x.Press("f10")
			form.open(x)
			x.Type(form.one + form.other)
			for _, key := range []string{"esc", "f10"} {
				x.Press(key)
				x.sees("Leave this form?")
				x.Press("esc") // stays
			}
			x.Press("esc", "right", "enter")
			x.sees(form.before)
			x.Press("f10")
			x.sees("All Menus")
		})
	}
}
