package pc

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Home is the first page: what can be done, in the words and order of the bank's
// site, and the certificates of this PC. It is under all others.
var Home = Screens.Add(screen.Def{
	ID:     "pc.home",
	Title:  func(c *text.Catalog) string { return c.PC.Title },
	Public: true,
	New:    func(env *screen.Env, _ any) screen.Screen { return newHome(env, env.Desk) },
})

// home is the state of the first page.
type home struct {
	shelf
	menu *component.Menu
}

// toLogin is the entry that logs in or out.
const toLogin = string(loginID)

func newHome(env *screen.Env, l lister) *home {
	item := func(id screen.ID, label component.Words) component.Item {
		return component.Item{Key: string(id), Label: label}
	}
	return &home{
		shelf: newShelf(env, l, func(c *text.Catalog) string { return c.PC.Here }),
		menu: component.NewMenu(
			item(sendID, func(c *text.Catalog) string { return c.PC.Send }),
			item(receiveID, func(c *text.Catalog) string { return c.PC.Receive }),
			item(viewID, func(c *text.Catalog) string { return c.PC.View }),
			item(passwordID, func(c *text.Catalog) string { return c.PC.Password }),
			item(deleteID, func(c *text.Catalog) string { return c.PC.Delete }),
			item(loginID, func(c *text.Catalog) string {
				if env.Session != nil {
					return c.Menu.Logout
				}
				return c.Menu.Login
			}),
		),
	}
}

// Init reads what is there.
func (s *home) Init() tea.Cmd { return s.load() }

// Update moves, and opens.
func (s *home) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[center.Filing]:
		s.loaded(msg)
	case screen.Shown:
		return s.load()
	case tea.KeyPressMsg:
		if keymap.Refresh.Pressed(msg) {
			return s.load()
		}
		if s.menu.Update(msg) {
			return s.open()
		}
	}
	return nil
}

// open opens what was chosen.
func (s *home) open() tea.Cmd {
	chosen := s.menu.Selected()
	if chosen == toLogin && s.env.Session != nil {
		return screen.SignOut()
	}
	return screen.Open(screen.ID(chosen), nil)
}

// View draws the entries, and under them the certificates.
func (s *home) View(w, h int) screen.View {
	c, t := s.env.Text, s.env.Theme
	b := component.NewBody(s.env.Look)
	if h > roomy {
		b.Blank()
		b.Add(margin + t.Strong.Render(component.CutEllipsis(s.env.Look, c.PC.Title+" › "+c.PC.CopyTitle, room(w))))
		b.Blank()
	}
	s.menu.DrawClose(s.env.Look, b, w)
	b.Blank()
	b.Add(margin + t.Strong.Render(c.PC.Here))
	b.Blank()
	s.draw(b, w, h)
	body, _ := b.View(w, h)
	return screen.View{Body: body, Keys: []keymap.Hint{
		keymap.Enter.Hint(c), {Key: "↑↓", Does: c.Keys.Move}, {Key: "1–6", Does: c.Keys.Jump}, keymap.Refresh.Hint(c), keymap.Language.Hint(c), keymap.Quit.Hint(c),
	}}
}
