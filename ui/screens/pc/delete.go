package pc

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank/calendar"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Delete deletes a certificate from this PC.
var Delete = Screens.Add(screen.Def{
	ID:     deleteID,
	Title:  func(c *text.Catalog) string { return c.PC.Delete },
	Public: true,
	New:    func(env *screen.Env, _ any) screen.Screen { return newRemoval(env, env.Desk) },
})

// remover is what deleting asks the desk.
type remover interface {
	lister
	Delete(ctx context.Context, id string) error
}

// nothing is the answer to what has no value.
type nothing struct{}

// removal is the state of the screen.
type removal struct {
	shelf
	desk  remover
	stage stage
	pager component.Pager
}

func newRemoval(env *screen.Env, d remover) *removal {
	return &removal{shelf: newShelf(env, d, func(c *text.Catalog) string { return c.PC.WhichDelete }), desk: d}
}

// Init reads what is there.
func (s *removal) Init() tea.Cmd { return s.load() }

// Update asks once more, and deletes.
func (s *removal) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[center.Filing]:
		s.loaded(msg)
	case screen.Decided:
		if msg.Decision == true {
			s.busy = true
			d, id := s.desk, s.chosen.ID
			return screen.Do(func(ctx context.Context) (nothing, error) { return nothing{}, d.Delete(ctx, id) })
		}
	case screen.Result[nothing]:
		s.busy = false
		s.pager.Arrive(s.env.Now)
		if s.failed = msg.Err; msg.Err == nil {
			s.stage = done
		}
	case tea.KeyPressMsg:
		return s.pressed(msg)
	}
	return nil
}

func (s *removal) pressed(msg tea.KeyPressMsg) tea.Cmd {
	if s.stage == done {
		if keymap.Back.Pressed(msg) || keymap.Enter.Pressed(msg) && !s.pager.Early(s.env.Now) {
			return screen.Close()
		}
		s.pager.Update(msg)
		return nil
	}
	f, cmd := s.press(msg)
	if f == nil {
		return cmd
	}
	s.chosen = *f
	return screen.Ask(s.question())
}

// question asks once more. Not to do it is the first answer.
func (s *removal) question() *component.Confirm {
	f := s.chosen
	return &component.Confirm{
		Title: func(c *text.Catalog) string { return c.PC.DeleteTitle },
		Lines: func(c *text.Catalog) []string {
			return []string{c.Certificate.Discard.Which(component.Clean(f.Subject.Owner()), calendar.DateOf(f.NotAfter).String())}
		},
		Warn: func(c *text.Catalog) string { return c.PC.DeleteFinal },
		Buttons: []component.Button{
			{Label: func(c *text.Catalog) string { return c.PC.DeleteDo }, Value: true},
			{Label: func(c *text.Catalog) string { return c.PC.Keep }, Value: false},
		},
		Default: 1, Cancel: false,
	}
}

// View draws the page.
func (s *removal) View(w, h int) screen.View {
	if s.stage == done {
		return viewDone(s.env, &s.pager, s.chosen, s.env.Text.PC.Deleted, s.env.Text.PC.DeletedThen, w, h)
	}
	return s.view(w, h, s.env.Text.Keys.Choose)
}

// viewDone says what was done, and with what.
func viewDone(env *screen.Env, p *component.Pager, f center.Filed, title, then string, w, h int) screen.View {
	c, t := env.Text, env.Theme
	b := component.NewBody(env.Look)
	b.Blank()
	b.Add(margin + t.Good.Render(t.Glyphs.Check) + " " + t.Strong.Render(title))
	b.Blank()
	b.Add(summary(env, f, w)[:1]...)
	b.Blank()
	b.Add(paragraph(env, then, w)...)
	return screen.View{Body: p.View(b, w, h), Keys: frame(c, keymap.Enter.As(c.Keys.Confirm), keymap.Back.Hint(c))}
}
