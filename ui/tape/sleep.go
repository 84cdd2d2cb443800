package tape

import (
	"slices"
	"strings"
	"time"
)

// Sleep lets time pass.
type Sleep struct {
	Pos
	For time.Duration
}

// String is "Sleep 2s".
func (c Sleep) String() string { return "Sleep " + duration(c.For) }

func parseSleep(p *parser) Command {
	d, ok := p.time()
	if !ok {
		return nil
	}
	return Sleep{p.pos(p.at), d}
}

func (c Sleep) play(p *player) error { return p.advance(c.For) }

// Pace is the time between keys.
type Pace struct {
	// Set tells whether the command says so itself; else TypingSpeed holds.
	Set bool
	// Each is the time after each key.
	Each time.Duration
}

// String is "@100ms", or "".
func (c Pace) String() string {
	if !c.Set {
		return ""
	}
	return "@" + duration(c.Each)
}

// pace reads an optional "@time".
func (p *parser) pace() (Pace, bool) {
	if !p.peek.isSign("@") {
		return Pace{}, true
	}
	p.next()
	d, ok := p.time()
	return Pace{Set: true, Each: d}, ok
}

// time reads a number with an optional unit; a bare number is seconds.
func (p *parser) time() (time.Duration, bool) {
	t := p.arg()
	if t.kind != tokenNumber {
		p.fail(t, "%s needs a time like 2s or 500ms, not %v", p.at.text, t)
		return 0, false
	}
	unit := "s"
	if slices.ContainsFunc([]string{"ms", "s", "m"}, p.peek.isWord) {
		unit = p.next().text
	}
	d, err := time.ParseDuration(t.text + unit)
	if err != nil || strings.Count(t.text, ".") > 1 {
		p.fail(t, "%q is not a time", t.text)
		return 0, false
	}
	if d > maxTime {
		p.fail(t, "the time is longer than %d days", maxTime/(24*time.Hour))
		return 0, false
	}
	return d, true
}
