package tape

import (
	"fmt"
	"math"
	"strconv"
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

func (c Sleep) play(p *player) error {
	if p.with.yield != nil {
		return p.rest(c.For)
	}
	return p.advance(c.For)
}

// Advance sets the clock forward: a Sleep in hours and days.
type Advance struct {
	Pos
	By time.Duration
}

// String is "Advance 3h".
func (c Advance) String() string {
	switch {
	case c.By > 0 && c.By%(24*time.Hour) == 0:
		return fmt.Sprintf("Advance %dd", c.By/(24*time.Hour))
	case c.By > 0 && c.By%time.Hour == 0:
		return fmt.Sprintf("Advance %dh", c.By/time.Hour)
	}
	return "Advance " + duration(c.By)
}

func parseAdvance(p *parser) Command {
	d, ok := p.span(longUnits)
	if !ok {
		return nil
	}
	return Advance{p.pos(p.at), d}
}

func (c Advance) play(p *player) error { return p.advance(c.By) }

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
func (p *parser) time() (time.Duration, bool) { return p.span(units) }

// The units of VHS, those of its TypingSpeed, and ours.
var (
	units      = map[string]time.Duration{"ms": time.Millisecond, "s": time.Second, "m": time.Minute}
	shortUnits = map[string]time.Duration{"ms": time.Millisecond, "s": time.Second}
	longUnits  = map[string]time.Duration{"ms": time.Millisecond, "s": time.Second, "m": time.Minute, "h": time.Hour, "d": 24 * time.Hour}
)

// span is time in some units.
func (p *parser) span(units map[string]time.Duration) (time.Duration, bool) {
	t := p.arg()
	if t.kind != tokenNumber {
		p.fail(t, "%s needs a time like 2s or 500ms, not %v", p.at.text, t)
		return 0, false
	}
	unit := time.Second
	if u, known := units[p.peek.text]; known && p.peek.kind == tokenWord {
		p.next()
		unit = u
	}
	n, err := strconv.ParseFloat(t.text, 64)
	if err != nil {
		p.fail(t, "%q is not a time", t.text)
		return 0, false
	}
	if n > float64(maxTime)/float64(unit) {
		p.fail(t, "the time is longer than %d days", maxTime/(24*time.Hour))
		return 0, false
	}
	return time.Duration(math.Round(n * float64(unit))), true
}
