package app

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// click gives a mouse click to All Menus in its own cells. Everywhere else the mouse does what the keyboard would have done: the
// pointer goes to the line that was clicked, and a click on the line where it is already opens it. So a click can do nothing that keys
// cannot, and no screen has to know where it was drawn.
func (a *App) click(msg tea.MouseClickMsg) tea.Cmd {
	_, h := a.body()
	if len(a.dialogs) > 0 || msg.Button != tea.MouseLeft || msg.Y < bodyTop || msg.Y >= bodyTop+h {
		return nil
	}
	msg.Y -= bodyTop
	if len(a.stack) == 1 {
		return a.toTop(msg)
	}
	return a.point(msg.Y)
}

// point moves the pointer to a line of the body, key by key, as far as it goes: to the entry that the line belongs to.
func (a *App) point(line int) tea.Cmd {
	at := a.pointer()
	if at == line && !a.typing() {
		return a.toTop(press(tea.KeyEnter))
	}
	var cmds []tea.Cmd
	for at >= 0 && at != line {
		down := line > at
		cmds = append(cmds, a.toTop(a.towards(down)))
		now := a.pointer()
		if now < 0 || now == at || (now > at) != down {
			break // there is nothing further on
		}
		if down && now > line { // the line is the second one of the entry before
			cmds = append(cmds, a.toTop(a.towards(false)))
		}
		if (now > line) == down {
			break
		}
		at = now
	}
	return tea.Batch(cmds...)
}

// towards is the key that moves the pointer down, or up: in a form by fields, since Down opens the list of a choice.
func (a *App) towards(down bool) tea.KeyPressMsg {
	switch {
	case a.typing() && down:
		return press(tea.KeyTab)
	case a.typing():
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	case down:
		return press(tea.KeyDown)
	default:
		return press(tea.KeyUp)
	}
}

// press is a key without a letter.
func press(code rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: code} }

// pointer is the line of the body in which the pointer stands; below 0 if there is none.
func (a *App) pointer() int {
	w, h := a.body()
	for i, line := range strings.Split(a.top().screen.View(w, h).Body, "\n") {
		if strings.HasPrefix(ansi.Strip(line), a.env.Theme.Glyphs.Pointer) {
			return i
		}
	}
	return -1
}

// wheel turns a list or a page by a line, as the arrows do. Nothing is turned while something is typed: there the arrows change what is
// chosen.
func (a *App) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	if a.typing() {
		return nil
	}
	key := press(tea.KeyDown)
	if msg.Button == tea.MouseWheelUp {
		key = press(tea.KeyUp)
	} else if msg.Button != tea.MouseWheelDown {
		return nil
	}
	if d := a.listener(); d != nil {
		return a.decide(d, key)
	}
	return a.toTop(key)
}
