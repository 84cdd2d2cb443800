package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/text"
)

// Unbuilt is the definition of an entry that the menu has and the program has
// not yet: a page that says so.
func Unbuilt(id ID, title func(*text.Catalog) string, places ...Place) Def {
	return Def{
		ID: id, Title: title, Places: places, Public: true, Unbuilt: true,
		New: func(env *Env, _ any) Screen { return &unbuilt{env, title} },
	}
}

type unbuilt struct {
	env   *Env
	title func(*text.Catalog) string
}

func (s *unbuilt) Init() tea.Cmd { return nil }

func (s *unbuilt) Update(msg tea.Msg) tea.Cmd {
	if press, ok := msg.(tea.KeyPressMsg); ok && (keymap.Back.Pressed(press) || keymap.Enter.Pressed(press)) {
		return Close()
	}
	return nil
}

func (s *unbuilt) View(w, _ int) View {
	c := s.env.Text
	lines := component.Wrap(c.Frame.NotBuilt(s.title(c))+" "+c.Frame.NotBuiltAdvice, w-2)
	return View{Body: "\n " + strings.Join(lines, "\n "), Keys: []keymap.Hint{keymap.Back.Hint(c)}}
}
