package kiosk

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// sight is what a visitor sees of the program: what the guide goes by. It knows
// nothing else, so that it cannot tell what the screen does not.
type sight struct {
	c      *text.Catalog
	on     screen.ID
	dialog bool // over the screen
	typing bool // there is a cursor
	in     bool // somebody is logged in
	lines  []string
	all    string // the lines as one
	digits func(first, second int) string
}

// see looks at a drawn program.
func (v *visit) see(content string, typing bool) *sight {
	on, _ := v.app.At()
	s := &sight{
		c: text.In(v.app.Lang()), on: on, dialog: v.app.Asking(), typing: typing, in: v.app.SignedIn() != nil, digits: v.place.Digits,
		lines: strings.Split(ansi.Strip(content), "\n"),
	}
	s.all = words(strings.Join(s.lines, " "))
	return s
}

// words is text with one space between words, however it was wrapped.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }

// shows tells whether a text is on the screen, wrapped or not.
func (s *sight) shows(what string) bool { return strings.Contains(s.all, words(what)) }

// focus is the line of the field where typing goes, without its sign, and the line
// below; "" if there is none.
func (s *sight) focus() (line, below string) {
	for y, line := range s.lines {
		for _, pointer := range []string{theme.Unicode.Pointer, theme.ASCII.Pointer} {
			if rest, ok := strings.CutPrefix(line, pointer); ok {
				return strings.TrimSpace(rest), strings.Join(s.lines[y+1:min(y+2, len(s.lines))], "")
			}
		}
	}
	return "", ""
}

// focused is the line of the field where typing goes.
func (s *sight) focused() string {
	line, _ := s.focus()
	return line
}

// value is what was typed there, and around it: beside its label or, in a narrow
// window, below it.
func (s *sight) value() string {
	line, below := s.focus()
	return line + below
}

// field tells whether the field of that label has the focus. A label that has no
// room in one line goes on in the next.
func (s *sight) field(label string) bool {
	have := s.focused()
	return strings.HasPrefix(have, label) || have != "" && strings.HasPrefix(label, have) && len(have) > len(label)/2
}

// card is what is asked for of the security card, "" if nothing is.
func (s *sight) card() string {
	for first := range 35 {
		for second := range 35 {
			if first != second && s.shows(s.c.Transfer.CardCells(fmt.Sprintf("%02d", first+1), fmt.Sprintf("%02d", second+1))) {
				return s.digits(first+1, second+1)
			}
		}
	}
	return ""
}

// told is what the guide says now.
type told struct {
	step  *step
	n, of int    // n is 0 beside the way
	typed string // what is to be typed
}

// guide finds the step of a task that the visitor has reached: the last one that
// fits what is seen, whatever way led there.
func (t *task) guide(s *sight) told {
	for _, d := range detours {
		if d.sees(s) {
			return told{step: d, typed: d.typed}
		}
	}
	for i, d := range slices.Backward(t.steps) {
		if !d.sees(s) {
			continue
		}
		is := told{d, i + 1, len(t.steps), d.typed}
		if d.fromCard {
			is.typed = s.card()
		}
		return is
	}
	if slices.Contains(t.on, s.on) || len(t.on) == 0 {
		return told{step: waiting}
	}
	return told{step: elsewhere}
}
