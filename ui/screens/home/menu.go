package home

import (
	"cmp"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Menu is All Menus: every entry of the service, in its order and by its names.
// It is the screen under all others.
var Menu = Screens.Add(screen.Def{
	ID:     "home",
	Title:  func(c *text.Catalog) string { return c.Menu.AllMenus },
	Public: true,
	New:    func(env *screen.Env, _ any) screen.Screen { return &menu{env: env, entries: entries(env.Menu)} },
})

// loginNumber is the entry that logs in, or out.
const loginNumber = 99

// entry is a line of the menu: a definition in one of its places.
type entry struct {
	def   *screen.Def
	place screen.Place
}

// number is what is typed to open it.
func (e entry) number() string { return fmt.Sprintf("%02d", e.place.Number) }

// entries are all lines of the menu, by their numbers.
func entries(defs []*screen.Def) []entry {
	var list []entry
	for _, d := range defs {
		for _, p := range d.Places {
			list = append(list, entry{d, p})
		}
	}
	slices.SortFunc(list, func(a, b entry) int { return cmp.Compare(a.place.Number, b.place.Number) })
	return list
}

// menu is the state of All Menus.
type menu struct {
	env     *screen.Env
	entries []entry
	chosen  int    // index of the entry that Enter opens
	digits  string // typed so far
	w       int    // of the last drawing, for the arrows and the mouse
	offset  int    // lines scrolled away at the last drawing
	rates   ticker // at the foot
}

// Init reads the rates at the foot.
func (s *menu) Init() tea.Cmd { return readRates(s.env) }

// Update moves, takes digits, and opens.
func (s *menu) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.MouseClickMsg:
		for _, spot := range s.spots(s.w) {
			if spot.entry >= 0 && spot.y == msg.Y+s.offset && msg.X >= spot.x && msg.X < spot.x+spot.width {
				s.chosen = spot.entry
				return s.open()
			}
		}
	case screen.Result[ticker]:
		if msg.Err == nil {
			s.rates = msg.Value
		}
	case screen.Shown:
		s.shown()
		return readRates(s.env)
	case screen.Decided:
		if id, ok := msg.Decision.(screen.ID); ok && id != "" {
			return s.goTo(id)
		}
	}
	return nil
}

// shown chooses the first inquiry after a login, so that a second Enter does not
// log out.
func (s *menu) shown() {
	if s.env.Session == nil || s.entries[s.chosen].place.Number != loginNumber {
		return
	}
	for i, e := range s.entries {
		if e.place.Group == screen.SearchGroup {
			s.chosen = i
			return
		}
	}
}

func (s *menu) press(msg tea.KeyPressMsg) tea.Cmd {
	if len(msg.Text) == 1 && msg.Text[0] >= '0' && msg.Text[0] <= '9' {
		return s.digit(msg.Text)
	}
	s.digits = ""
	switch {
	case keymap.Enter.Pressed(msg):
		return s.open()
	case keymap.Find.Pressed(msg):
		return screen.Ask(newGoTo(s.entries, s.env.Preferences.Now.Favourites))
	case keymap.Up.Pressed(msg):
		s.move(above)
	case keymap.Down.Pressed(msg):
		s.move(below)
	case keymap.Left.Pressed(msg):
		s.move(leftOf)
	case keymap.Right.Pressed(msg):
		s.move(rightOf)
	case keymap.Home.Pressed(msg):
		s.chosen = 0
	case keymap.End.Pressed(msg):
		s.chosen = len(s.entries) - 1
	case keymap.Next.Pressed(msg):
		s.chosen = (s.chosen + 1) % len(s.entries)
	case keymap.Previous.Pressed(msg):
		s.chosen = (s.chosen + len(s.entries) - 1) % len(s.entries)
	}
	return nil
}

// digit takes the first digit of an entry's number, and opens it at the second.
func (s *menu) digit(d string) tea.Cmd {
	s.digits += d
	if len(s.digits) < 2 {
		return nil
	}
	typed := s.digits
	s.digits = ""
	for i, e := range s.entries {
		if e.number() == typed {
			s.chosen = i
			return s.open()
		}
	}
	return screen.Say(func(c *text.Catalog) string { return c.Home.NoEntry(typed) })
}

// open opens the chosen entry. The last one logs in, or out.
func (s *menu) open() tea.Cmd {
	e := s.entries[s.chosen]
	if e.place.Number == loginNumber && s.env.Session != nil {
		return screen.SignOut()
	}
	return screen.Open(e.def.ID, nil)
}

// goTo opens what was found by name.
func (s *menu) goTo(id screen.ID) tea.Cmd {
	for i, e := range s.entries {
		if e.def.ID == id {
			s.chosen = i
			return s.open()
		}
	}
	return nil
}

// name is an entry's title, with its number.
func (s *menu) name(e entry) string {
	c := s.env.Text
	title := e.def.Title(c)
	if e.place.Number == loginNumber && s.env.Session != nil {
		title = c.Menu.Logout
	}
	return e.number() + " " + title
}
