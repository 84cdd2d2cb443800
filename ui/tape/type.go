package tape

import (
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

// Copy puts text on the clipboard.
type Copy struct {
	Pos
	Text string
}

// String is "Copy "text"".
func (c Copy) String() string { return "Copy " + quoted(c.Text) }

func parseCopy(p *parser) Command {
	text, ok := p.texts("Copy")
	if !ok {
		return nil
	}
	return Copy{p.pos(p.at), text}
}

func (c Copy) play(p *player) error {
	p.driver.SetClipboard(c.Text)
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
