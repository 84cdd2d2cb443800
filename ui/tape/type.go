package tape

import (
	"regexp"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/headless"
)

// Type types text, a key for each character.
type Type struct {
	Pos
	Pace Pace
	Text string
	// Variable is the variable whose value is typed instead of Text: a secret that
	// does not stand in the tape.
	Variable string
}

// String is "Type@100ms "text"", or "Type $VARIABLE".
func (c Type) String() string {
	if c.Variable != "" {
		return "Type" + c.Pace.String() + " $" + c.Variable
	}
	return "Type" + c.Pace.String() + " " + quoted(c.Text)
}

func parseType(p *parser) Command {
	pace, ok := p.pace()
	if !ok {
		return nil
	}
	if p.peek.kind == tokenVariable {
		return Type{Pos: p.pos(p.at), Pace: pace, Variable: p.next().text}
	}
	text, ok := p.texts("Type")
	if !ok {
		return nil
	}
	return Type{Pos: p.pos(p.at), Pace: pace, Text: text}
}

func (c Type) play(p *player) error {
	if c.Variable == "" {
		return p.press(c, headless.Keys(c.Text), c.Pace)
	}
	value, ok := p.variable(c.Variable)
	if !ok {
		return p.unmet(c, "the variable is not set")
	}
	p.secret = true
	defer func() { p.secret = false }()
	return p.press(c, headless.Keys(value), c.Pace)
}

// Variables are the names that the tape's Type commands ask the environment for,
// because none of its Env commands sets them, in their order.
func (t *Tape) Variables() []string {
	var names []string
	for _, c := range t.Commands {
		v, ok := c.(Type)
		if _, set := lookup(t.settings.Env, v.Variable); ok && v.Variable != "" && !set && !slices.Contains(names, v.Variable) {
			names = append(names, v.Variable)
		}
	}
	return names
}

// variable is what a Type command types for a variable.
func (p *player) variable(name string) (string, bool) {
	if p.Env != nil {
		if value := p.Env(name); value != "" {
			return value, true
		}
	}
	return lookup(p.settings.Env, name)
}

// lookup finds a variable in a list of "NAME=value".
func lookup(environ []string, name string) (string, bool) {
	for _, variable := range slices.Backward(environ) {
		if value, ok := strings.CutPrefix(variable, name+"="); ok {
			return value, true
		}
	}
	return "", false
}

// Copy puts text on the clipboard: the text that it has, or with a pattern what
// that matches on the screen.
type Copy struct {
	Pos
	Text string
	// Scope is where Pattern is looked for; both only for a copy from the screen.
	Scope   Scope
	Pattern *regexp.Regexp
}

// String is "Copy "text"", or "Copy+Screen /pattern/".
func (c Copy) String() string {
	if c.Pattern != nil {
		return "Copy+" + string(c.Scope) + " " + pattern(c.Pattern.String())
	}
	return "Copy " + quoted(c.Text)
}

func parseCopy(p *parser) Command {
	c := Copy{Pos: p.pos(p.at)}
	var ok bool
	if c.Scope, ok = p.scope(""); !ok {
		return nil
	}
	if c.Scope != "" {
		if c.Pattern, ok = p.regex(); !ok {
			return nil
		}
		return c
	}
	if c.Text, ok = p.texts("Copy"); !ok {
		return nil
	}
	return c
}

func (c Copy) play(p *player) error {
	text := c.Text
	if c.Pattern != nil {
		screen := p.driver.Text()
		if f := p.driver.Frame(); c.Scope == Line && f.Cursor.Visible {
			screen = f.Line(f.Cursor.Y)
		}
		found := c.Pattern.FindStringIndex(screen)
		if found == nil {
			return p.unmet(c, "it does not match")
		}
		text = screen[found[0]:found[1]]
	}
	p.driver.SetClipboard(text)
	return nil
}

// Paste pastes what is on the clipboard: what the tape or the program copied last.
type Paste struct{ Pos }

// String is "Paste".
func (Paste) String() string { return "Paste" }

func parsePaste(p *parser) Command { return Paste{p.pos(p.at)} }

func (c Paste) play(p *player) error {
	return p.input(c, func(d *headless.Driver) { d.Paste(d.Clipboard()) })
}

// press presses keys in the command's pace.
func (p *player) press(c Command, keys []tea.KeyPressMsg, pace Pace) error {
	for _, key := range keys {
		p.pressed(key)
		if err := p.input(c, func(d *headless.Driver) { d.Key(key) }); err != nil {
			return err
		}
		if err := p.advance(p.paced(pace)); err != nil {
			return err
		}
	}
	return nil
}

// paced is the time after each key.
func (p *player) paced(pace Pace) time.Duration {
	if pace.Set {
		return pace.Each
	}
	return p.settings.TypingSpeed
}
