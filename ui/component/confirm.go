package component

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/keymap"
	"smartbank/ui/text"
)

// Button is one answer to a [Confirm].
type Button struct {
	Label Words
	Value any // the decision
}

// Confirm is a dialog that asks a question. Left, Right, Tab and Shift+Tab move
// between the buttons, Enter chooses, Esc decides Cancel; Up, Down, PgUp and PgDn
// scroll text that is too long for the window.
type Confirm struct {
	Title   Words
	Lines   func(*text.Catalog) []string // wrapped; may be nil
	Warn    Words                        // a step that cannot be undone says so here; may be nil
	Buttons []Button
	Default int // the button that is chosen at first
	Cancel  any // decision of Esc

	reader
	moved int // from Default
}

// chosen is the button that Enter presses.
func (c *Confirm) chosen() int {
	n := len(c.Buttons)
	if n == 0 {
		return -1
	}
	return ((c.Default+c.moved)%n + n) % n
}

// Update decides or moves.
func (c *Confirm) Update(msg tea.KeyPressMsg) (decision any, done bool) {
	switch {
	case keymap.Back.Pressed(msg):
		return c.Cancel, true
	case keymap.Enter.Pressed(msg):
		if i := c.chosen(); i >= 0 {
			return c.Buttons[i].Value, true
		}
		return c.Cancel, true
	case keymap.Left.Pressed(msg), keymap.Previous.Pressed(msg):
		c.moved--
	case keymap.Right.Pressed(msg), keymap.Next.Pressed(msg):
		c.moved++
	default:
		c.scroll(msg)
	}
	return nil, false
}

// View draws the dialog in at most w by h cells.
func (c *Confirm) View(l Look, w, h int) (box string, cursor *Point) {
	inner := dialogWidth(l, w)
	var lines []string
	if c.Lines != nil {
		for _, line := range c.Lines(l.Text) {
			lines = append(lines, wrapped(line, inner, l.Theme.Base)...)
		}
	}
	if c.Warn != nil {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, wrapped(c.Warn(l.Text), inner, l.Theme.Warn)...)
	}
	if l.Heard() {
		return c.box(l, c.Title(l.Text), lines, []string{c.speak(l)}, w, h), nil
	}
	buttons := make([]string, len(c.Buttons))
	for i, b := range c.Buttons {
		buttons[i] = button(l, b.Label(l.Text), i == c.chosen())
	}
	return c.box(l, c.Title(l.Text), lines, buttons, w, h), nil
}

// speak is the sign of the buttons.
func (c *Confirm) speak(l Look) string {
	said := Answers{Chosen: c.chosen()}
	for _, b := range c.Buttons {
		said.Labels = append(said.Labels, b.Label(l.Text))
	}
	return l.Script.Sign(said)
}

// scroll moves the text of a dialog.
func (r *reader) scroll(msg tea.KeyPressMsg) {
	const page = 5
	switch {
	case keymap.Up.Pressed(msg):
		r.offset--
	case keymap.Down.Pressed(msg):
		r.offset++
	case keymap.PageUp.Pressed(msg):
		r.offset -= page
	case keymap.PageDown.Pressed(msg):
		r.offset += page
	}
}
