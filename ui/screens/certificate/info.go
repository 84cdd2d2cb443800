package certificate

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Info is the page Certificate service information: how a certificate is issued,
// imported and exported.
var Info = Screens.Add(screen.Def{
	ID:     "cert.info",
	Title:  func(c *text.Catalog) string { return c.Menu.CertInfo },
	Places: []screen.Place{{Number: 41, Group: screen.CertificateGroup}},
	Public: true,
	New:    func(env *screen.Env, _ any) screen.Screen { return newInfo(env) },
})

// info is the state of the page: how far it is scrolled.
type info struct {
	env  *screen.Env
	page viewport.Model
}

func newInfo(env *screen.Env) *info { return &info{env: env, page: viewport.New()} }

func (s *info) Init() tea.Cmd { return nil }

// Update scrolls; Enter confirms, which closes the page.
func (s *info) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch {
	case keymap.Enter.Pressed(press), keymap.Back.Pressed(press):
		return screen.Close()
	case keymap.List.Pressed(press):
		return screen.Open(listID, nil)
	case keymap.Up.Pressed(press):
		s.page.ScrollUp(1)
	case keymap.Down.Pressed(press):
		s.page.ScrollDown(1)
	case keymap.PageUp.Pressed(press):
		s.page.PageUp()
	case keymap.PageDown.Pressed(press), press.String() == "space":
		s.page.PageDown()
	case keymap.Home.Pressed(press):
		s.page.GotoTop()
	case keymap.End.Pressed(press):
		s.page.GotoBottom()
	}
	return nil
}

// View draws the page, with the way to confirm at its foot.
func (s *info) View(w, h int) screen.View {
	c, t := s.env.Text, s.env.Theme
	keys := []keymap.Hint{keymap.Enter.As(c.Keys.Confirm), keymap.List.As(c.Certificate.ToList), {Key: "↑↓", Does: c.Keys.Scroll}, keymap.PageDown.Hint(c), keymap.Back.Hint(c)}
	if s.env.Heard() { // whole, and of the button the keys tell
		return screen.View{Body: strings.Join(s.lines(w), "\n"), Keys: keys}
	}
	s.page.SetWidth(w)
	s.page.SetHeight(max(h-1, 1))
	s.page.SetContent(strings.Join(s.lines(w), "\n"))
	foot := "  " + t.Default.Render(" "+c.Certificate.Confirm+" ")
	if !s.page.AtBottom() {
		foot += "  " + t.Muted.Render(t.Glyphs.Down+" "+strconv.Itoa(int(s.page.ScrollPercent()*100))+" %")
	}
	return screen.View{Body: s.page.View() + "\n" + foot, Keys: keys}
}

// lines is the whole page, wrapped.
func (s *info) lines(w int) []string {
	c, t := s.env.Text, s.env.Theme
	lines := []string{""}
	add := func(mark, what string) {
		for i, l := range component.Wrap(what, component.Readable(w, widest)-6) {
			if i > 0 {
				mark = strings.Repeat(" ", component.Cells(mark))
			}
			lines = append(lines, "  "+mark+l)
		}
	}
	for _, part := range c.Certificate.Sections {
		lines = append(lines, "  "+t.Strong.Render(part.Title))
		if part.Lead != "" {
			add("", part.Lead)
		}
		for _, n := range part.Notes {
			add(t.Glyphs.Bullet+" ", n)
		}
		for i, step := range part.Steps {
			add(strconv.Itoa(i+1)+". ", step)
		}
		lines = append(lines, "")
	}
	add("", c.Certificate.Intro)
	return lines
}
