package component

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/keymap"
	"smartbank/ui/text"
)

// Notice is a dialog that tells something and waits for Enter, Esc or Space.
type Notice struct {
	Title   Words
	Message func(*text.Catalog) text.Message
	Value   any // the decision when it is closed

	reader
}

// NewNotice returns a notice whose decision is nil.
func NewNotice(title Words, message func(*text.Catalog) text.Message) *Notice {
	return &Notice{Title: title, Message: message}
}

// Update decides or scrolls.
func (n *Notice) Update(msg tea.KeyPressMsg) (decision any, done bool) {
	if keymap.Enter.Pressed(msg) || keymap.Back.Pressed(msg) || msg.Text == " " {
		return n.Value, true
	}
	n.scroll(msg)
	return nil, false
}

// View draws the dialog in at most w by h cells.
func (n *Notice) View(l Look, w, h int) (box string, cursor *Point) {
	m, inner := n.Message(l.Text), dialogWidth(l, w)
	var lines []string
	if m.Problem != "" {
		lines = append(lines, wrapped(m.Problem, inner, l.Theme.Strong)...)
	}
	if m.Advice != "" {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, wrapped(m.Advice, inner, l.Theme.Base)...)
	}
	if l.Heard() { // nothing is asked: having been said, it is read
		return n.box(l, n.Title(l.Text), lines, nil, w, h), nil
	}
	ok := []string{button(l, l.Text.Component.OK, true)}
	return n.box(l, n.Title(l.Text), lines, ok, w, h), nil
}
