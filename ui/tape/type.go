package tape

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/headless"
)

// Type types text, a key for each character.
type Type struct {
	Pos
	Pace Pace
	Text string
}

// String is "Type@100ms "text"".
func (c Type) String() string { return "Type" + c.Pace.String() + " " + quoted(c.Text) }

func parseType(p *parser) Command {
	pace, ok := p.pace()
	if !ok {
		return nil
	}
	text, ok := p.texts("Type")
	if !ok {
		return nil
	}
	return Type{p.pos(p.at), pace, text}
}

func (c Type) play(p *player) error { return p.press(c, headless.Keys(c.Text), c.Pace) }

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
