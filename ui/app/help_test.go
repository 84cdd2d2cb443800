package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// moves are keys that every list, page and form knows. What they move stands on the screen, and at an end they move nothing.
var moves = []string{"up", "down", "left", "right", "page up", "page down", "home", "end", "next", "previous", "enter"}

// says reports whether hints name a key, also in one with others, as "↑↓" does.
func says(hints []keymap.Hint, k keymap.Key) bool {
	shown := k.As("").Key
	return slices.ContainsFunc(hints, func(h keymap.Hint) bool {
		return h.Key == shown || len(shown) > 1 && strings.Contains(h.Key, shown)
	})
}

// TestHelpNamesTheKeysThatAreHandled presses every key of the table on every screen of the menu: one that help names does something, and
// one that it does not name does nothing.
func TestHelpNamesTheKeysThatAreHandled(t *testing.T) {
	t.Parallel()
	for _, d := range start(t, 80, 24, text.English).app.env.Menu {
		if len(d.Places) == 0 {
			continue
		}
		t.Run(string(d.ID), func(t *testing.T) {
			t.Parallel()
			p := start(t, 80, 24, text.English)
			if d.ID != "login" {
				p.signIn()
			}
			pressAll(p, d)
			pressAll(p, d, "enter") // the next field, or what is behind the first row
		})
	}
}

// pressAll presses every key on a screen, which is opened again when it changed.
func pressAll(p *program, d *screen.Def, then ...string) {
	open := func() {
		p.Press("esc", "f10", "f10")
		p.Type(fmt.Sprintf("%02d", d.Places[0].Number))
		p.Press(then...)
	}
	body := func() string {
		_, below, _ := strings.Cut(p.Frame().Text(), "\n") // without the clock
		return below
	}
	open()
	for _, k := range keymap.All {
		if slices.Contains(moves, k.Name) || k.Name == "quit" || k.Name == "language" || k.Name == "help" || k.Name == "all menus" {
			continue // of the frame, which has tests of its own, and moves
		}
		key := k.Keys()[0]
		if len(key) == 1 && p.app.typing() {
			continue // a letter
		}
		hints, before := p.app.keys(), body()
		said := says(hints, k)
		p.Press(key)
		changed := body() != before
		switch {
		case said && !changed && k.Name != "refresh": // what is read again may be the same
			p.t.Errorf("%s %v: help names %s, and it does nothing", d.ID, then, k.Name)
		case !said && changed:
			p.t.Errorf("%s %v: %s does something, and help does not name it", d.ID, then, k.Name)
		}
		if changed {
			open()
		}
	}
}
