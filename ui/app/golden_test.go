package app

import (
	"fmt"
	"testing"
	"time"

	"smartbank/bank/demo"
	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

// states are the frame's own screens, and the keys that lead to them.
var states = []struct {
	name string
	to   func(*program)
}{
	{"all menus before the login", func(*program) {}},
	{"all menus after the login", func(p *program) { p.signIn() }},
	{"one digit typed", func(p *program) { p.Type("4") }},
	{"a number that no entry has", func(p *program) { p.Type("77") }},
	{"another entry chosen", func(p *program) { p.Press("down", "down", "right", "down") }},
	{"go to", func(p *program) { p.Type("/") }},
	{"go to finds by a part of the name", func(p *program) { p.Type("/remit") }},
	{"go to finds nothing", func(p *program) { p.Type("/zebra") }},
	{"login", func(p *program) { p.Type("99") }},
	{"login without an ID", func(p *program) { p.Type("99\n\n") }},
	{"login with a wrong password", func(p *program) { p.Type("99demo01\nwrong\n") }},
	{"login that is locked", func(p *program) {
		p.Type("99demo01\n")
		for range 6 {
			p.Type("wrong\n")
		}
	}},
	{"login under way", func(p *program) {
		p.Type("99demo01\n" + demo.Password)
		p.Hold()
		p.Press("enter")
		p.Advance(1200 * time.Millisecond)
	}},
	{"certificate information", func(p *program) { p.Type("41") }},
	{"certificate information at its end", func(p *program) {
		p.Type("41")
		p.Press("end")
	}},
	{"help", func(p *program) { p.Press("f1") }},
	{"leaving", func(p *program) {
		p.signIn()
		p.Press("ctrl+c")
	}},
	{"idle warning", func(p *program) {
		p.signIn()
		p.Advance(9*time.Minute + 20*time.Second)
	}},
	{"idle logout", func(p *program) {
		p.signIn()
		p.Advance(10 * time.Minute)
	}},
}

// TestScreens compares every state with its golden frame: at 80x24 in both
// languages, and in the smallest and a large window in one.
func TestScreens(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		w, h int
		lang text.Lang
	}{{80, 24, text.English}, {80, 24, text.Korean}, {40, 12, text.Korean}, {120, 40, text.English}} {
		for _, state := range states {
			t.Run(fmt.Sprintf("%s/%dx%d-%s", state.name, size.w, size.h, size.lang), func(t *testing.T) {
				t.Parallel()
				p := start(t, size.w, size.h, size.lang)
				state.to(p)
				uitest.Golden(t, p.Frame())
			})
		}
	}
}

// TestThemes compares All Menus in the other themes.
func TestThemes(t *testing.T) {
	t.Parallel()
	for _, look := range []string{"light", "mono"} {
		t.Run(look, func(t *testing.T) {
			t.Parallel()
			p := startThemed(t, 80, 24, text.English, look)
			p.signIn()
			uitest.Golden(t, p.Frame())
		})
	}
}
