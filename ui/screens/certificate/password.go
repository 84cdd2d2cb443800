package certificate

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/certstore"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Password changes the password of a certificate, or deletes the certificate from
// this device. Its argument is the ID of a certificate, or nil.
var Password = Screens.Add(screen.Def{
	ID:     passwordID,
	Title:  func(c *text.Catalog) string { return c.Menu.CertPassword },
	Places: at(48),
	Public: true,
	New:    func(env *screen.Env, args any) screen.Screen { return newPassword(env, env.Center, args) },
})

// keeper is what this screen asks the Certification Center.
type keeper interface {
	lister
	ChangePassword(ctx context.Context, id string, old, fresh []byte, userID string) error
	Delete(ctx context.Context, id string, password []byte) error
}

// passwordStage is the page the screen is at.
type passwordStage int

const (
	passwordPicking passwordStage = iota
	passwordChoosing
	passwordChanging
	passwordDeleting
	passwordDone
	passwordBarred
)

// What can be done.
const (
	toChange = "change"
	toDelete = "delete"
)

// kept is the answer to what has no value.
type kept struct{}

// password is the state of the screen.
type password struct {
	*picker
	center keeper
	stage  passwordStage

	entry   center.Entry
	what    *component.Menu
	old     *component.Password
	secret  fresh
	change  *component.Form
	removal *component.Form
	problem error // why it does not go on, of passwordBarred
}

func newPassword(env *screen.Env, c keeper, args any) *password {
	s := &password{center: c, old: component.NewPassword(passwordRunes), secret: newFresh(func() string { return userID(env) })}
	s.picker = newPicker(page{env: env}, c, func(c *text.Catalog) string { return c.Certificate.Seal.Lead }, args)
	s.change = component.NewForm(append([]*component.Field{passwordField(s.old)}, s.secret.fields()...)...)
	s.removal = component.NewForm(passwordField(s.old))
	s.what = whatToDo()
	return s
}

// userID is who is signed in, "" if nobody is.
func userID(env *screen.Env) string {
	if env.Session == nil {
		return ""
	}
	return env.Session.Login
}

func whatToDo() *component.Menu {
	return component.NewMenu(
		component.Item{
			Key:   toChange,
			Label: func(c *text.Catalog) string { return c.Certificate.Seal.Change },
			About: func(c *text.Catalog) string { return c.Certificate.Seal.ChangeAbout },
		},
		component.Item{
			Key:   toDelete,
			Label: func(c *text.Catalog) string { return c.Certificate.Seal.Delete },
			About: func(c *text.Catalog) string { return c.Certificate.Seal.DeleteAbout },
		},
	)
}

// Init reads what is there.
func (s *password) Init() tea.Cmd { return s.load() }

// Update goes on to the next page, or hands keys to the one that is shown.
func (s *password) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[listed]:
		if e := s.loaded(msg); e != nil {
			s.entry, s.stage = *e, passwordChoosing
		}
	case screen.Result[kept]:
		s.done(msg.Err)
	case screen.Decided:
		if msg.Decision == true {
			return s.remove()
		}
	case screen.Shown:
		if s.back() {
			return s.load()
		}
	case tea.KeyPressMsg, tea.PasteMsg:
		if !s.busy {
			return s.pressed(msg)
		}
	}
	return nil
}

func (s *password) pressed(msg tea.Msg) tea.Cmd {
	switch s.stage {
	case passwordChanging:
		return s.fillChange(msg)
	case passwordDeleting:
		return s.fillRemoval(msg)
	case passwordPicking, passwordChoosing, passwordDone, passwordBarred:
	}
	key, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
	case s.stage == passwordPicking:
		e, cmd := s.press(key)
		if e != nil {
			s.entry, s.stage = *e, passwordChoosing
		}
		return cmd
	case s.stage == passwordChoosing && keymap.Back.Pressed(key):
		s.stage = passwordPicking
	case s.stage == passwordChoosing:
		if s.what.Update(key) {
			return s.begin()
		}
	case s.stage == passwordBarred:
		if s.left(key) {
			s.stage = passwordChoosing
		}
	case s.left(key):
		return screen.Close()
	}
	return nil
}

// begin goes to the form of what was chosen. No password opens a certificate that is locked: it cannot be changed, and is deleted
// without one.
func (s *password) begin() tea.Cmd {
	s.clear()
	deleting := s.what.Selected() == toDelete
	switch {
	case deleting && s.entry.Locked:
		return screen.Ask(s.question())
	case deleting:
		s.stage = passwordDeleting
	case s.entry.Locked:
		s.bar(&certstore.PasswordError{Tries: s.entry.Tries, Max: certstore.MaxTries, Locked: true})
	default:
		s.stage = passwordChanging
	}
	return nil
}

// bar goes to the page that says why it does not go on.
func (s *password) bar(why error) {
	s.problem, s.stage = why, passwordBarred
	s.arrive()
}

// fillChange gives a key or a paste to the form, and changes the password once it
// is filled in.
func (s *password) fillChange(msg tea.Msg) tea.Cmd {
	submitted, left := s.ask(s.change, msg)
	if left {
		return leave(s.change, func() { s.stage = passwordChoosing })
	}
	if !submitted {
		return nil
	}
	s.change.ClearProblems()
	if s.old.Len() == 0 {
		s.change.Refuse(fieldPassword, missing(fieldPassword))
		return nil
	}
	if field, m := s.secret.mistake(); m != nil {
		s.change.Refuse(field, m)
		return nil
	}
	old, fresh := s.old.Bytes(), s.secret.first.Bytes()
	s.busy = true
	c, id, user := s.center, s.entry.ID, userID(s.env)
	return screen.Do(func(ctx context.Context) (kept, error) {
		defer clear(old)
		defer clear(fresh)
		return kept{}, c.ChangePassword(ctx, id, old, fresh, user)
	})
}

// done tells what was done, or says beside the field what is wrong.
func (s *password) done(err error) {
	s.arrive()
	form := s.change
	if s.stage == passwordDeleting {
		form = s.removal
	}
	if err == nil {
		s.clear()
		s.stage = passwordDone
		return
	}
	if s.stage == passwordChoosing { // it was deleted without a form
		s.bar(err)
		return
	}
	field := concerned(err)
	if field == fieldPassword {
		s.old.Clear()
	}
	form.Focus(fieldPassword)
	form.Refuse(field, explained(err))
}

func (s *password) clear() {
	s.old.Clear()
	s.secret.clear()
	s.change.Clear()
	s.removal.Clear()
}

// Unsaved is what is typed to change the password.
func (s *password) Unsaved() *screen.Unsaved {
	if s.stage != passwordChanging {
		return nil
	}
	return unsaved(s.change)
}

// Leave wipes everything secret.
func (s *password) Leave() tea.Cmd {
	s.clear()
	return nil
}

// View draws the page.
func (s *password) View(w, h int) screen.View {
	c := s.env.Text
	t := c.Certificate.Seal
	switch s.stage {
	case passwordChoosing:
		b := s.newBody(h)
		b.Add(s.lead(s.entry, w)...)
		b.Blank()
		s.what.Draw(s.env.Look, b, min(w, widest))
		body, _ := b.View(w, h)
		return s.finish(screen.View{Body: body}, c.Keys.Choose)
	case passwordChanging:
		return s.viewForm(s.change, s.lead(s.entry, w), w, h, t.ChangeDo)
	case passwordDeleting:
		return s.viewForm(s.removal, s.lead(s.entry, w), w, h, c.Keys.Next)
	case passwordDone:
		if s.what.Selected() == toDelete {
			return s.viewDone(t.Deleted, s.summary(s.entry), []string{t.DeletedThen}, w, h)
		}
		return s.viewDone(t.Changed, s.summary(s.entry), []string{t.ChangedThen}, w, h)
	case passwordBarred:
		return s.viewProblem("", explain(c, s.problem), w, h, c.Keys.Back)
	case passwordPicking:
	}
	return s.view(w, h, c.Keys.Choose)
}
