package kiosk

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"smartbank/ui/component"
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
	busy   bool // the bank is answering
	fields []component.Asked
	offers component.Answers // of the dialog
	lines  []string
	all    string // the lines as one
	digits func(first, second int) string
}

// see looks at a drawn program.
func (v *visit) see(content string, typing bool) *sight {
	on, _ := v.app.At()
	s := &sight{
		c: text.In(v.app.Lang()), on: on, dialog: v.app.Asking(), typing: typing, busy: v.app.Waiting(), digits: v.place.Digits,
		lines: strings.Split(ansi.Strip(content), "\n"),
	}
	s.fields, s.offers = v.app.Fields(), v.app.Answers()
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

// input is the field where typing goes; the zero one if there is none.
func (s *sight) input() component.Asked {
	for _, f := range s.fields {
		if f.Focused && s.typing {
			return f
		}
	}
	return component.Asked{}
}

// holds tells whether a field has what is to be typed there, and whether something else stands in its way. Of a secret nobody sees
// more than how long it is, and that it was refused.
func holds(f component.Asked, typed string) (all, other bool) {
	switch plain := strings.NewReplacer("-", "", ",", "", " ", ""); {
	case f.Secret:
		return f.Typed == len(typed) && f.Problem == nil, f.Typed > len(typed) || f.Typed > 0 && f.Problem != nil
	case f.Options != nil:
		return f.Find != nil && slices.Contains(f.Find(typed), f.Chosen), false
	default:
		have, want := plain.Replace(f.Raw), plain.Replace(typed)
		return have == want, !strings.HasPrefix(want, have)
	}
}

// astray tells whether a field of the way before a place in the form has something else than it should.
func (t *task) astray(s *sight, at int) bool {
	for _, d := range t.steps {
		if d.field == nil || d.typed == "" {
			continue
		}
		for _, f := range s.fields {
			if all, _ := holds(f, d.typed); f.Label == d.field(s.c) && f.At < at && !all {
				return true
			}
		}
	}
	return false
}

// lost tells whether what was typed to find an option finds none.
func (s *sight) lost() bool { return s.typing && s.shows(s.c.Component.NoMatch) }

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
	if is := t.losing(s); is != nil {
		return told{step: is}
	}
	for _, d := range detours {
		if d.sees(s) {
			return s.tell(told{step: d, typed: d.typed})
		}
	}
	for i, d := range slices.Backward(t.steps) {
		if !d.sees(s) {
			continue
		}
		if d.field != nil && t.astray(s, s.input().At) {
			return told{step: anew, n: i + 1, of: len(t.steps)}
		}
		is := s.tell(told{d, i + 1, len(t.steps), d.typed})
		if t.on == nil {
			is.n = 0 // no way, no steps
		}
		return is
	}
	return told{step: t.beside(s)}
}

// losing is what is told where it is asked whether something may be lost, and the way leads on from All Menus; nil elsewhere, and where
// what was typed is as the way needs it.
func (t *task) losing(s *sight) *step {
	give := slices.IndexFunc(s.offers.Labels, func(label string) bool { return label == s.c.Frame.Leave || label == s.c.Settings.Undo })
	switch {
	case give < 0 || t.on == nil, slices.Contains(t.on, s.on) && !t.spoilt(s):
		return nil
	case give == s.offers.Chosen:
		return given
	}
	return giving
}

// spoilt tells whether the form under a dialog has something else than the way needs, or something that was refused.
func (t *task) spoilt(s *sight) bool {
	for _, f := range s.fields {
		if !f.Focused {
			continue
		}
		for _, d := range t.steps {
			if d.field == nil || d.typed == "" || d.field(s.c) != f.Label {
				continue
			}
			if all, other := holds(f, d.typed); other || all && len(f.Problem) > 0 {
				return true
			}
		}
		return t.astray(s, f.At)
	}
	return false
}

// tell is what a step tells, by what was typed already.
func (s *sight) tell(is told) told {
	if is.step.fromCard {
		is.typed = s.card()
	}
	switch {
	case is.step.number:
		return s.tellNumber(is)
	case is.typed == "":
		return is
	}
	input := s.input()
	all, other := holds(input, is.typed)
	switch {
	case other:
		is.step, is.typed = spoiled, ""
	case all && len(input.Problem) > 0:
		is.step, is.typed = anew, ""
	case all && !is.step.bare:
		is.typed = "" // Enter is left
	}
	return is
}

// tellNumber is what is left of an entry's number, whose first digit may have been typed.
func (s *sight) tellNumber(is told) told {
	for d := range 10 {
		begun := strconv.Itoa(d)
		if !s.shows(s.c.Home.Typed(begun)) {
			continue
		}
		rest, ok := strings.CutPrefix(is.typed, begun)
		if !ok {
			is.step = otherNumber
		}
		is.typed = rest
		break
	}
	return is
}

// beside is what is told where no step fits: the bank is answering, or the visitor has left the way.
func (t *task) beside(s *sight) *step {
	switch {
	case !slices.Contains(t.on, s.on):
		return elsewhere
	case s.busy:
		return waiting
	case s.focused() != "" && s.typing:
		return asItIs
	}
	return aside
}
