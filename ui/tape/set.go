package tape

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Set changes a setting.
type Set struct {
	Pos
	Name string
	// Value is the value as [Settings] reads it: a time with its unit, a pattern
	// without slashes.
	Value string
}

// valueKind is how a setting's value is written.
type valueKind int

const (
	textValue valueKind = iota // a string
	number                     // a whole number
	decimal                    // a number
	percent                    // a number, with or without a % sign
	boolean                    // true or false
	choice                     // one of some words
	faultName                  // one of Faults, or the code of a refusal
	span                       // a time
	shortSpan                  // a time without minutes, as VHS has it there
	regex                      // /pattern/, or a string
	theme                      // a string, or JSON
)

// wholeRE is a regular expression that can stand between slashes.
var wholeRE = regexp.MustCompile(`^(?:\\.|[^/\\\n\r])*$`)

// String is "Set Name value".
func (c Set) String() string {
	value := c.Value
	switch kind := settings[c.Name].kind; {
	case kind == regex && wholeRE.MatchString(value):
		value = pattern(value)
	case strings.HasPrefix(value, "-"):
		value = quoted(value)
	case kind == theme && strings.HasPrefix(value, "{"), kind == number, kind == decimal, kind == percent,
		kind == boolean, kind == span:
	default:
		value = quoted(value)
	}
	return "Set " + c.Name + " " + value
}

func parseSet(p *parser) Command {
	name := p.arg()
	s, known := settings[name.text]
	if name.kind != tokenWord || !known {
		p.fail(name, "unknown setting %v%s", name, meant(name.text, slices.Sorted(maps.Keys(settings))))
		return nil
	}
	at := p.peek
	value, ok := p.value(name.text, s)
	if !ok {
		return nil
	}
	if s.apply != nil {
		scratch := Defaults()
		if err := s.apply(&scratch, value); err != nil {
			p.fail(at, "Set %s: %v", name.text, err)
			return nil
		}
	}
	return Set{p.pos(p.at), name.text, value}
}

// value reads a setting's value.
func (p *parser) value(name string, s setting) (string, bool) {
	if units := map[valueKind]map[string]time.Duration{span: units, shortSpan: shortUnits}[s.kind]; units != nil {
		d, ok := p.span(units)
		return duration(d), ok
	}
	t := p.arg()
	ok, want := false, ""
	switch s.kind {
	case textValue:
		ok, want = t.isText(), "text; keywords and numbers must stand in quotes"
	case number:
		ok, want = isNumber(t) && !strings.Contains(t.text, "."), "a whole number"
	case decimal, percent:
		ok, want = isNumber(t), "a number"
		if ok && s.kind == percent && p.peek.isSign("%") {
			p.next()
		}
	case boolean:
		ok, want = t.isWord("true") || t.isWord("false"), "true or false"
	case choice:
		ok = (t.kind == tokenWord || t.kind == tokenString) && slices.Contains(s.choices, t.text)
		want = strings.TrimPrefix(strings.Join(s.choices, ", "), ", ")
	case faultName:
		ok = (t.kind == tokenWord || t.kind == tokenString) && (slices.Contains(Faults, t.text) || refusalRE.MatchString(t.text))
		want = strings.Join(Faults, ", ") + " or the code of a refusal"
	case regex:
		ok, want = t.isText() || t.kind == tokenRegex, "a /pattern/"
	case theme:
		ok, want = t.isText() || t.kind == tokenJSON, "a name or {...}"
	case span, shortSpan: // was read above
	}
	if !ok {
		p.fail(t, "Set %s takes %s, not %v", name, want, t)
	}
	return t.text, ok
}

// isNumber tells whether a token is a number; in quotes it may have a sign.
func isNumber(t token) bool {
	_, err := strconv.ParseFloat(t.text, 64)
	return err == nil && (t.kind == tokenNumber || t.kind == tokenString && decimalRE.MatchString(t.text))
}

// decimalRE is a number as it may be written in quotes.
var decimalRE = regexp.MustCompile(`^-?(\d+|\d*\.\d+)$`)

func (c Set) play(p *player) error {
	if s := settings[c.Name]; s.live {
		if err := s.apply(&p.settings, c.Value); err != nil {
			return fmt.Errorf("%v: Set %s: %w", c.At(), c.Name, err)
		}
	}
	return nil
}

// settings are the defaults and what the tape sets before its first action.
// What cannot change later any more is a problem there.
func (p *parser) settings() Settings {
	s := Defaults()
	started := false
	size := Set{Pos: Pos{p.file, 1, 1}}
	for _, c := range p.commands {
		switch c := c.(type) {
		case Env:
			s.Env = append(s.Env, c.Name+"="+c.Value)
			if started {
				p.late(c, "Env "+c.Name)
			}
		case Set:
			p.set(&s, c, started)
			if !started && (c.Name == "Width" || c.Name == "Height") {
				size = c
			}
		default:
			started = started || starts(c)
		}
	}
	if err := s.fit(); err != nil {
		p.problems = append(p.problems, &SyntaxError{size.File, size.Line, size.Column, err.Error()})
	}
	return s
}

// set puts a setting into the settings that the program starts with. As in VHS, one that comes late is ignored; one that
// VHS does not know is a problem then.
func (p *parser) set(s *Settings, c Set, started bool) {
	switch def := settings[c.Name]; {
	case !started && def.apply != nil:
		if err := def.apply(s, c.Value); err != nil {
			p.problems = append(p.problems, &SyntaxError{c.File, c.Line, c.Column, err.Error()})
		}
	case !started || def.live:
	case vhsKeywords[c.Name]:
		p.warn(c.At(), "Set %s is ignored: it must stand before the first key or Sleep", c.Name)
	default:
		p.late(c, "Set "+c.Name)
	}
}

// late notes that a command comes after the program has started.
func (p *parser) late(c Command, name string) {
	at := c.At()
	p.problems = append(p.problems, &SyntaxError{
		at.File, at.Line, at.Column, name + " must stand before the first key or Sleep",
	})
}

// starts tells whether a command needs the program.
func starts(c Command) bool {
	switch c.(type) {
	case Set, Env, Output, Require, Hide, Show:
		return false
	default:
		return true
	}
}
