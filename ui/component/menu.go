package component

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/keymap"
)

// Item is one thing to choose in a [Menu].
type Item struct {
	Key   string // what Selected returns
	Label Words
	About Words // under the label; may be nil
}

// Menu is a page's few things to choose one of, each with what it is.
type Menu struct {
	items []Item
	at    int
}

// NewMenu returns a menu with its first item chosen.
func NewMenu(items ...Item) *Menu { return &Menu{items: items} }

// Selected is the key of the chosen item; "" if there are none.
func (m *Menu) Selected() string {
	if len(m.items) == 0 {
		return ""
	}
	return m.items[m.at].Key
}

// Update moves by Up, Down, Tab, Shift+Tab, Home and End, and reports whether Enter took
// the chosen item. A digit takes the item of that number, as in All Menus.
func (m *Menu) Update(msg tea.KeyPressMsg) (taken bool) {
	last := len(m.items) - 1
	switch {
	case last < 0:
		return false
	case keymap.Enter.Pressed(msg):
		return true
	case keymap.Up.Pressed(msg), keymap.Previous.Pressed(msg):
		m.at = max(m.at-1, 0)
	case keymap.Down.Pressed(msg), keymap.Next.Pressed(msg):
		m.at = min(m.at+1, last)
	case keymap.Home.Pressed(msg):
		m.at = 0
	case keymap.End.Pressed(msg):
		m.at = last
	case len(msg.Text) == 1 && msg.Text[0] >= '1' && int(msg.Text[0]-'1') <= last:
		m.at = int(msg.Text[0] - '1')
		return true
	}
	return false
}

// Draw adds the items to a page of w cells, with a line between them.
func (m *Menu) Draw(l Look, b *Body, w int) { m.draw(l, b, w, true) }

// DrawClose adds the items one right under another.
func (m *Menu) DrawClose(l Look, b *Body, w int) { m.draw(l, b, w, false) }

func (m *Menu) draw(l Look, b *Body, w int, spaced bool) {
	if l.Heard() {
		b.Add(m.speak(l))
		return
	}
	for i, item := range m.items {
		if i > 0 && spaced {
			b.Blank()
		}
		line := string(rune('1'+i)) + "  " + item.Label(l.Text)
		if i == m.at {
			b.AddAt(l.Theme.Accent.Render(l.Theme.Glyphs.Pointer)+l.Theme.Selected.Render(Cut(" "+line+" ", max(w-1, 0))), -1)
		} else {
			b.Add(Cut("  "+l.Theme.Base.Render(line), w))
		}
		if item.About == nil {
			continue
		}
		for _, line := range wrapped(item.About(l.Text), max(w-6, 1), l.Theme.Muted) {
			b.Under("     " + line)
		}
	}
}

// speak is the sign of the items.
func (m *Menu) speak(l Look) string {
	list := Listed{Chosen: m.at, Total: len(m.items), Direct: true}
	for _, item := range m.items {
		about := ""
		if item.About != nil {
			about = item.About(l.Text)
		}
		list.Rows = append(list.Rows, labelled(sentence(item.Label(l.Text)), sentence(about)))
	}
	return l.Script.Sign(list)
}
