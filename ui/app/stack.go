package app

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/screen"
)

// top is the screen that is shown.
func (a *App) top() *layer { return a.stack[len(a.stack)-1] }

// find is the layer with a serial number, nil if it was closed.
func (a *App) find(serial int) *layer {
	for _, l := range a.stack {
		if l.serial == serial {
			return l
		}
	}
	return nil
}

// toTop gives a message to the screen that is shown.
func (a *App) toTop(msg tea.Msg) tea.Cmd {
	l := a.top()
	return a.do(l.serial, l.screen.Update(msg))
}

// open puts a screen on the stack, or the login first if it needs one.
func (a *App) open(o screen.Opening) tea.Cmd {
	def := a.def(o.ID)
	if def == nil {
		return nil
	}
	if !def.Public && a.env.Session == nil {
		a.wanted = &screen.Opening{ID: o.ID, Args: o.Args}
		def, o = a.def(login), screen.Opening{ID: login}
	}
	a.serial++
	l := &layer{serial: a.serial, def: def, screen: def.New(a.env, o.Args)}
	a.stack = append(a.stack, l)
	return a.do(l.serial, l.screen.Init())
}

// def is the definition of a screen, nil if there is none.
func (a *App) def(id screen.ID) *screen.Def {
	for _, d := range a.env.Menu {
		if d.ID == id {
			return d
		}
	}
	return nil
}

// shut closes a screen, its work and its dialogs. All Menus is never closed.
func (a *App) shut(serial int) tea.Cmd {
	for i, l := range a.stack {
		if l.serial != serial || i == 0 {
			continue
		}
		if l.def.ID == login && a.env.Session == nil {
			a.wanted = nil
		}
		onTop := i == len(a.stack)-1
		a.stack = append(a.stack[:i:i], a.stack[i+1:]...)
		a.drop(serial)
		cmd := a.putAway(l)
		if onTop {
			cmd = tea.Batch(cmd, a.toTop(screen.Shown{}))
		}
		return cmd
	}
	return nil
}

// shutAll closes every screen above All Menus, whatever it holds.
func (a *App) shutAll() tea.Cmd { return a.uncover(a.stack[0]) }

// uncover closes every screen above one.
func (a *App) uncover(to *layer) tea.Cmd {
	var cmds []tea.Cmd
	for a.top() != to {
		l := a.top()
		a.stack = a.stack[:len(a.stack)-1]
		a.drop(l.serial)
		cmds = append(cmds, a.putAway(l))
	}
	return tea.Batch(append(cmds, a.toTop(screen.Shown{}))...)
}

// drop cancels a closed screen's work and takes away its dialogs.
func (a *App) drop(serial int) {
	for _, w := range a.works {
		if w.serial == serial {
			w.cancelled = true
			w.cancel()
		}
	}
	kept := a.dialogs[:0:0]
	for _, d := range a.dialogs {
		if d.serial != serial {
			kept = append(kept, d)
		}
	}
	a.dialogs = kept
}

// leave is what the screen does when it is closed, once.
func (l *layer) leave() tea.Cmd {
	s, ok := l.screen.(screen.Leaver)
	if !ok || l.left {
		return nil
	}
	l.left = true
	return s.Leave()
}

// putAway lets a closed screen put away what it holds. The work is not the
// screen's any more: nothing cancels it, and nobody hears its answer.
func (a *App) putAway(l *layer) tea.Cmd {
	return a.do(nobody, l.leave())
}
