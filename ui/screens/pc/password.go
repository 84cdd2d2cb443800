package pc

import (
	"bytes"
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"smartbank/certstore"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Password changes the password of a certificate of this PC.
var Password = Screens.Add(screen.Def{
	ID:     passwordID,
	Title:  func(c *text.Catalog) string { return c.PC.Password },
	Public: true,
	New:    func(env *screen.Env, _ any) screen.Screen { return newPassword(env, env.Desk) },
})

// changer is what changing a password asks the desk.
type changer interface {
	lister
	ChangePassword(ctx context.Context, id string, old, fresh []byte, userID string) error
}

// The fields of the new password.
const (
	fieldFresh = "fresh"
	fieldAgain = "again"
)

// password is the state of the screen.
type password struct {
	shelf
	desk              changer
	stage             stage
	pager             component.Pager
	form              *component.Form
	old, fresh, again *component.Password
}

func newPassword(env *screen.Env, d changer) *password {
	s := &password{
		shelf: newShelf(env, d, func(c *text.Catalog) string { return c.PC.WhichPassword }), desk: d,
		old: component.NewPassword(passwordRunes), fresh: component.NewPassword(passwordRunes), again: component.NewPassword(passwordRunes),
	}
	s.form = component.NewForm(
		s.passwordField(s.old),
		&component.Field{Name: fieldFresh, Label: func(c *text.Catalog) string { return c.Certificate.Form.Fresh }, Input: s.fresh, Note: rule},
		&component.Field{Name: fieldAgain, Label: func(c *text.Catalog) string { return c.Certificate.Form.Again }, Input: s.again},
	)
	return s
}

// rule says what a new password has to be.
func rule(l component.Look, w int) []string {
	f := l.Text.Certificate.Form
	lines := component.Wrap(f.RuleLength+", "+f.RuleLetter+", "+f.RuleDigit+", "+f.RuleSymbol+"; "+f.RuleCharacter+", "+f.RuleRun, max(w, 1))
	for i, line := range lines {
		lines[i] = l.Theme.Muted.Render(line)
	}
	return lines
}

// Init reads what is there.
func (s *password) Init() tea.Cmd { return s.load() }

// Update goes on to the next page, or hands keys to the one that is shown.
func (s *password) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[center.Filing]:
		s.loaded(msg)
	case screen.Result[nothing]:
		s.changed(msg.Err)
	case tea.PasteMsg:
		if s.stage == filling && !s.busy {
			s.form.Update(msg)
		}
	case tea.KeyPressMsg:
		switch {
		case s.busy:
		case s.stage == filling:
			return s.fill(msg)
		case s.stage == done:
			if keymap.Back.Pressed(msg) || keymap.Enter.Pressed(msg) && !s.pager.Early(s.env.Now) {
				return screen.Close()
			}
			s.pager.Update(msg)
		default:
			f, cmd := s.press(msg)
			if f != nil {
				s.chosen, s.stage = *f, filling
				s.form.Clear()
			}
			return cmd
		}
	}
	return nil
}

// fill gives a key to the form, and changes the password once it is filled in.
func (s *password) fill(msg tea.KeyPressMsg) tea.Cmd {
	event := s.form.Update(msg)
	if !event.Handled && keymap.Back.Pressed(msg) {
		return screen.Drop(s.Unsaved(), func() tea.Cmd {
			s.form.Clear()
			s.stage = picking
			return nil
		})
	}
	if event.Kind != component.Submitted {
		return nil
	}
	s.form.ClearProblems()
	if field, m := s.mistake(); m != nil {
		s.form.Refuse(field, m)
		return nil
	}
	old, fresh, user := s.old.Bytes(), s.fresh.Bytes(), ""
	if s.env.Session != nil {
		user = s.env.Session.Login
	}
	s.busy = true
	d, id := s.desk, s.chosen.ID
	return screen.Do(func(ctx context.Context) (nothing, error) {
		return nothing{}, d.ChangePassword(ctx, id, old, fresh, user)
	})
}

// mistake is what is wrong with what was typed, by its field; "" if nothing is.
func (s *password) mistake() (field string, m func(*text.Catalog) text.Message) {
	fresh, again := s.fresh.Bytes(), s.again.Bytes()
	defer clear(fresh)
	defer clear(again)
	switch {
	case s.old.Len() == 0:
		return fieldPassword, func(c *text.Catalog) text.Message { return c.Certificate.Form.NoPassword }
	case s.fresh.Len() == 0:
		return fieldFresh, func(c *text.Catalog) text.Message { return c.Certificate.Form.NoPassword }
	case !bytes.Equal(fresh, again):
		return fieldAgain, func(c *text.Catalog) text.Message { return c.Certificate.Form.NotSame }
	}
	return "", nil
}

// changed tells that it was done, or says beside the field what is wrong.
func (s *password) changed(err error) {
	s.busy = false
	if err == nil {
		s.form.Clear()
		s.stage = done
		s.pager.Arrive(s.env.Now)
		return
	}
	if flawed, ok := errors.AsType[*center.FlawError](err); ok && len(flawed.Flaws) > 0 {
		s.form.Refuse(fieldFresh, flaw(flawed.Flaws[0]))
		return
	}
	s.old.Clear()
	s.form.Refuse(fieldPassword, func(c *text.Catalog) text.Message { return explain(c, err) })
}

// flaw says what is wrong with a new password.
func flaw(f certstore.PasswordFlaw) func(*text.Catalog) text.Message {
	return func(c *text.Catalog) text.Message {
		return text.Message{Problem: c.Certificate.Form.Flawed, Advice: c.Certificate.Form.Flaws[f]}
	}
}

// Unsaved is what is typed into the form.
func (s *password) Unsaved() *screen.Unsaved {
	if s.stage != filling || s.form.Typed() < 2 {
		return nil
	}
	return &screen.Unsaved{}
}

// Leave wipes everything secret.
func (s *password) Leave() tea.Cmd {
	s.form.Clear()
	return nil
}

// View draws the page.
func (s *password) View(w, h int) screen.View {
	c := s.env.Text.PC
	switch s.stage {
	case filling:
		return viewForm(s.env, s.form, summary(s.env, s.chosen, w), w, h, s.busy, c.ChangeDo)
	case done:
		return viewDone(s.env, &s.pager, s.chosen, c.Changed, c.ChangedThen, w, h)
	case picking, working:
	}
	return s.view(w, h, s.env.Text.Keys.Choose)
}
