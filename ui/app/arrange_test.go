package app

import (
	"fmt"
	"testing"

	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

// arranging signs in and opens the page that puts the accounts in order.
func arranging(p *program) {
	p.signIn()
	p.Type("90")
	for range 8 {
		p.Press("tab")
	}
	p.Press("enter")
}

// TestArrangeLook compares the page with its golden frames.
func TestArrangeLook(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		w, h int
		lang text.Lang
	}{{80, 24, text.English}, {80, 24, text.Korean}, {40, 12, text.Korean}} {
		for _, state := range []struct {
			name string
			to   func(*program)
		}{
			{"as opened", func(*program) {}},
			{"moved and marked", func(p *program) {
				p.Press("down")
				p.Type("Kb")
			}},
			{"a name", func(p *program) {
				p.Press("enter")
				p.Type("!")
			}},
			{"no money goes out of it", func(p *program) {
				p.Press("end")
				p.Type("b")
			}},
			{"leaving without saving", func(p *program) {
				p.Type("J")
				p.Press("esc")
			}},
		} {
			t.Run(fmt.Sprintf("%s/%dx%d-%s", state.name, size.w, size.h, size.lang), func(t *testing.T) {
				t.Parallel()
				p := start(t, size.w, size.h, size.lang)
				arranging(p)
				state.to(p)
				uitest.Golden(t, p.Frame())
			})
		}
	}
}

func TestEveryListFollowsTheArrangement(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.English)
	arranging(p)
	p.Press("down")
	p.Type("Kb") // the second one first, and screens begin with it
	p.Press("enter", "ctrl+u")
	p.Type("Mine")
	p.Press("enter", "ctrl+s")
	p.shows("Your accounts are arranged.")
	p.Press("esc", "esc")
	for _, entry := range []string{"11", "12", "21"} {
		p.Type(entry)
		p.shows("Mine")
		p.Press("f10")
	}
}
