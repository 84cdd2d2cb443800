package tape

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"
	"time"
)

// Scope is where a pattern is looked for.
type Scope string

// The scopes. The current line is the cursor's; where there is no cursor, any.
const (
	Line   Scope = "Line"
	Screen Scope = "Screen"
)

// Wait lets time pass until a pattern matches. It fails at once when nothing
// is under way that could change the screen.
type Wait struct {
	Pos
	// Scope is where the pattern is looked for.
	Scope Scope
	// Timeout is the most that may pass; 0 is the WaitTimeout setting.
	Timeout time.Duration
	// Pattern is a regular expression; nil is the WaitPattern setting.
	Pattern *regexp.Regexp
}

// String is "Wait+Screen@5s /pattern/".
func (c Wait) String() string {
	s := "Wait+" + string(c.Scope)
	if c.Timeout > 0 {
		s += "@" + duration(c.Timeout)
	}
	if c.Pattern != nil {
		s += " " + pattern(c.Pattern.String())
	}
	return s
}

func parseWait(p *parser) Command {
	c := Wait{Pos: p.pos(p.at)}
	var ok bool
	if c.Scope, ok = p.scope(Line); !ok {
		return nil
	}
	at := p.peek
	pace, ok := p.pace()
	if !ok {
		return nil
	}
	if pace.Set && pace.Each <= 0 {
		p.fail(at, "Wait needs a time above zero")
		return nil
	}
	c.Timeout = pace.Each
	if p.peek.kind == tokenRegex {
		if c.Pattern, ok = p.regex(); !ok {
			return nil
		}
	}
	return c
}

// Expect checks that a pattern matches now, or that it does not.
type Expect struct {
	Pos
	// Scope is where the pattern is looked for; the whole screen if not said.
	Scope Scope
	// Not turns it round.
	Not bool
	// Pattern is a regular expression.
	Pattern *regexp.Regexp
}

// String is "Expect+Screen Not /pattern/".
func (c Expect) String() string {
	s := "Expect+" + string(c.Scope)
	if c.Not {
		s += " Not"
	}
	return s + " " + pattern(c.Pattern.String())
}

func parseExpect(p *parser) Command {
	c := Expect{Pos: p.pos(p.at)}
	var ok bool
	if c.Scope, ok = p.scope(Screen); !ok {
		return nil
	}
	if p.peek.isWord("Not") {
		p.next()
		c.Not = true
	}
	if p.peek.isText() && !c.Not && c.Scope == Screen {
		return parseMatch(p)
	}
	if c.Pattern, ok = p.regex(); !ok {
		return nil
	}
	return c
}

// scope reads an optional "+Screen" or "+Line".
func (p *parser) scope(otherwise Scope) (Scope, bool) {
	if !p.peek.isSign("+") {
		return otherwise, true
	}
	p.next()
	switch t := p.arg(); {
	case t.isText() && t.text == string(Line):
		return Line, true
	case t.isText() && t.text == string(Screen):
		return Screen, true
	default:
		p.fail(t, "%s+ is followed by Screen or Line, not %v", p.at.text, t)
		return "", false
	}
}

// regex reads a regular expression between slashes.
func (p *parser) regex() (*regexp.Regexp, bool) {
	t := p.arg()
	if t.kind != tokenRegex {
		p.fail(t, "%s needs a /pattern/, not %v", p.at.text, t)
		return nil, false
	}
	re, err := compile(t.text)
	if err != nil {
		p.fail(t, "%v", err)
		return nil, false
	}
	return re, true
}

// The longest pattern, in bytes, and the largest, in instructions of its machine.
// RE2 takes time in proportion to both, and to the screen.
const maxPattern, maxInstructions = 1000, 10_000

// compile compiles a pattern that a tape may wait for.
func compile(pattern string) (*regexp.Regexp, error) {
	if len(pattern) > maxPattern {
		return nil, fmt.Errorf("the pattern is longer than %d bytes", maxPattern)
	}
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil, fmt.Errorf("the pattern is wrong: %s", strings.TrimPrefix(err.Error(), "error parsing regexp: "))
	}
	if program, err := syntax.Compile(parsed.Simplify()); err != nil || len(program.Inst) > maxInstructions {
		return nil, errors.New("the pattern repeats too much")
	}
	return regexp.Compile(pattern)
}

func (c Wait) play(p *player) error {
	re, limit := p.settings.WaitPattern, p.settings.WaitTimeout
	if c.Pattern != nil {
		re = c.Pattern
	}
	if c.Timeout > 0 {
		limit = c.Timeout
	}
	if err := p.running(c); err != nil {
		return err
	}
	until := p.driver.Now().Add(limit)
	for !p.matches(c.Scope, re) {
		if err := errors.Join(p.ctx.Err(), p.running(c)); err != nil {
			return err
		}
		over := fmt.Sprintf("%s did not match within %v", pattern(re.String()), limit)
		switch {
		case p.stuck():
			return p.unmet(c, fmt.Sprintf("%s does not match, and nothing is under way that could change that",
				pattern(re.String())))
		case p.with.yield != nil:
			if !p.driver.Now().Before(until) || !p.turn(until) {
				return p.unmet(c, over)
			}
			continue
		}
		if left := until.Sub(p.driver.Now()); !p.driver.Step(left) {
			p.driver.Advance(left)
			return p.unmet(c, over)
		}
		if err := p.record(false); err != nil {
			return err
		}
	}
	p.waited = p.driver.Now().Add(quiet)
	return nil
}

// stuck tells whether nothing is under way that could change the screen: another
// program may, in which the others of an ensemble do something.
func (p *player) stuck() bool {
	if p.with.yield != nil {
		return p.with.stuck
	}
	return !p.driver.Pending()
}

func (c Expect) play(p *player) error {
	if err := p.running(c); err != nil {
		return err
	}
	switch matches := p.matches(c.Scope, c.Pattern); {
	case matches && c.Not:
		return p.unmet(c, "it matches")
	case !matches && !c.Not:
		return p.unmet(c, "it does not match")
	}
	return nil
}

// matches tells whether a pattern matches what the screen shows.
func (p *player) matches(scope Scope, re *regexp.Regexp) bool {
	text := strings.TrimSuffix(p.driver.Text(), "\n")
	if scope == Screen {
		return re.MatchString(text)
	}
	f := p.driver.Frame()
	if f.Cursor.Visible {
		return re.MatchString(f.Line(f.Cursor.Y))
	}
	for line := range strings.SplitSeq(text, "\n") {
		if re.MatchString(line) {
			return true
		}
	}
	return false
}
