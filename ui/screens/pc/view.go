package pc

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/bank/calendar"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Look shows all that is known of a certificate of this PC.
var Look = Screens.Add(screen.Def{
	ID:     viewID,
	Title:  func(c *text.Catalog) string { return c.PC.View },
	Public: true,
	New:    func(env *screen.Env, _ any) screen.Screen { return newView(env, env.Desk) },
})

// view is the state of the screen.
type view struct {
	shelf
	pager  component.Pager
	looked *center.Filed
}

func newView(env *screen.Env, l lister) *view {
	return &view{shelf: newShelf(env, l, func(c *text.Catalog) string { return c.PC.WhichView })}
}

// Init reads what is there.
func (s *view) Init() tea.Cmd { return s.load() }

// Update opens one, and scrolls.
func (s *view) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[center.Filing]:
		s.loaded(msg)
	case tea.KeyPressMsg:
		switch {
		case s.looked == nil:
			f, cmd := s.press(msg)
			s.looked = f
			s.pager.Top()
			return cmd
		case keymap.Back.Pressed(msg), keymap.Enter.Pressed(msg):
			s.looked = nil
		case keymap.Copy.Pressed(msg):
			return screen.Copy(center.Serial(s.looked.Serial))
		default:
			s.pager.Update(msg)
		}
	}
	return nil
}

// View draws the list, or one certificate.
func (s *view) View(w, h int) screen.View {
	c := s.env.Text
	if s.looked == nil {
		return s.view(w, h, c.Keys.Choose)
	}
	f, l := *s.looked, c.Certificate.List
	words, style := component.CertificateState(s.env.Look, f.Entry, s.env.Now)
	e := f.Encryption()
	b := component.NewBody(s.env.Look)
	if h > roomy {
		b.Blank()
	}
	b.Add(indented(component.Pairs(s.env.Look, []component.Pair{
		{Label: l.Owner, Value: component.Clean(f.Subject.Owner()), Strong: true},
		{Label: l.State, Value: style.Render(words)},
		{Label: l.Use, Value: l.Uses[f.Use]},
		{Label: l.Valid, Value: calendar.DateOf(f.NotBefore).String() + " – " + calendar.DateOf(f.NotAfter).String()},
		{Label: l.Serial, Value: center.Serial(f.Serial)},
		{Label: c.Copying.Fingerprint, Value: component.Grouped([]byte(f.SHA256), 4)},
		{Label: l.Subject, Value: component.Clean(f.Subject.String())},
		{Label: l.Issuer, Value: component.Clean(f.Issuer.String())},
		{Label: l.Policy, Value: f.Policy},
		{Label: c.PC.Encryption, Value: e.Algorithm},
		{Label: c.PC.Where, Value: where(c, f.Root) + "  " + component.Clean(f.Root.Path)},
		{Label: c.PC.Folder, Value: component.Clean(f.Folder())},
	}, room(w)))...)
	v := screen.View{Body: s.pager.View(b, w, h)}
	keys := []keymap.Hint{keymap.Copy.As(l.CopySerial)}
	if s.pager.More() {
		keys = append(keys, keymap.Hint{Key: "↑↓", Does: c.Keys.Scroll})
	}
	v.Keys = frame(c, append(keys, keymap.Back.Hint(c))...)
	return v
}
