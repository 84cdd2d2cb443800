package tape

import (
	"slices"
	"strings"
)

// Hide stops the recording of outputs.
type Hide struct{ Pos }

// String is "Hide".
func (Hide) String() string { return "Hide" }

func parseHide(p *parser) Command { return Hide{p.pos(p.at)} }

func (Hide) play(p *player) error {
	p.hidden = true
	return nil
}

// Show goes on with the recording of outputs.
type Show struct{ Pos }

// String is "Show".
func (Show) String() string { return "Show" }

func parseShow(p *parser) Command { return Show{p.pos(p.at)} }

func (Show) play(p *player) error {
	p.hidden = false
	return nil
}

// Env sets an environment variable for the program, before it starts.
type Env struct {
	Pos
	Name, Value string
}

// String is "Env NAME "value"".
func (c Env) String() string { return "Env " + quoted(c.Name) + " " + quoted(c.Value) }

func parseEnv(p *parser) Command {
	name := p.arg()
	if name.kind != tokenString && name.kind != tokenWord || name.text == "" || strings.Contains(name.text, "=") {
		p.fail(name, "Env needs the name of a variable, not %v", name)
		return nil
	}
	value := p.arg()
	if !value.isText() {
		p.fail(value, "Env %s needs a value, not %v; keywords and numbers must stand in quotes", name.text, value)
		return nil
	}
	return Env{p.pos(p.at), name.text, value.text}
}

func (Env) play(*player) error { return nil } // Settings holds it

// Require names a program that VHS needs to play the tape. Here it is not
// looked for: no other program runs.
type Require struct {
	Pos
	Program string
}

// String is "Require "program"".
func (c Require) String() string { return "Require " + quoted(c.Program) }

func parseRequire(p *parser) Command {
	t := p.arg()
	if !t.isText() || t.text == "" {
		p.fail(t, "Require needs the name of a program, not %v", t)
		return nil
	}
	return Require{p.pos(p.at), t.text}
}

func (Require) play(*player) error { return nil }

// Focus turns to another program of the tape, which keys and waits then mean. It
// is started the first time.
type Focus struct {
	Pos
	// Program is one of [Programs].
	Program string
}

// Programs are the programs that a tape can play: the bank, the Certification
// Center of the PC, and the kiosk.
var Programs = []string{"bank", "pc", "kiosk"}

// String is "Focus pc".
func (c Focus) String() string { return "Focus " + c.Program }

func parseFocus(p *parser) Command {
	t := p.arg()
	if t.kind != tokenWord && t.kind != tokenString || !slices.Contains(Programs, t.text) {
		p.fail(t, "Focus takes %s, not %v", strings.Join(Programs, ", "), t)
		return nil
	}
	return Focus{p.pos(p.at), t.text}
}

func (c Focus) play(p *player) error { return p.focus(c.Program) }
