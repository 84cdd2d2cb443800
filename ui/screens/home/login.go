package home

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Login asks for the user ID and the password, or for a joint certificate and its
// password, and opens the session.
var Login = Screens.Add(screen.Def{
	ID:     "login",
	Title:  func(c *text.Catalog) string { return c.Menu.Login },
	Places: []screen.Place{{Number: loginNumber, Group: screen.Header}},
	Public: true,
	New:    func(env *screen.Env, _ any) screen.Screen { return newLogin(env, env.Bank, env.Center) },
})

// signer is the part of the bank that the login by user ID needs.
type signer interface {
	SignIn(ctx context.Context, login string, password []byte, on bank.Channel) (bank.Session, error)
}

// The fields of the login.
const (
	fieldMethod      = "method"
	fieldUser        = "user"
	fieldPassword    = "password"
	fieldCertificate = "certificate"
	fieldSeal        = "certificate password"
)

// The ways to log in.
const (
	byID          = "id"
	byCertificate = "certificate"
)

// login is the state of the login screen.
type login struct {
	env      *screen.Env
	bank     signer
	form     *component.Form
	method   *component.Choice
	user     *component.Text
	password *component.Password
	certificates
	waiting bool
}

func newLogin(env *screen.Env, b signer, c keyholder) *login {
	s := &login{env: env, bank: b, user: component.NewText(20), password: component.NewPassword(64), certificates: newCertificates(env, c)}
	s.method = component.NewChoice(
		component.Option{Key: byID, Label: func(c *text.Catalog) string { return c.Certificate.Sign.ByID }},
		component.Option{Key: byCertificate, Label: func(c *text.Catalog) string { return c.Certificate.Sign.ByCertificate }},
	)
	s.form = component.NewForm(
		&component.Field{Name: fieldMethod, Label: func(c *text.Catalog) string { return c.Certificate.Sign.Method }, Input: s.method, Hidden: env.Desk != nil},
		&component.Field{Name: fieldUser, Label: func(c *text.Catalog) string { return c.Login.UserID }, Input: s.user},
		&component.Field{Name: fieldPassword, Label: func(c *text.Catalog) string { return c.Login.Password }, Input: s.password},
		&component.Field{Name: fieldCertificate, Label: func(c *text.Catalog) string { return c.Certificate.Sign.Which }, Input: s.which, Note: s.note},
		&component.Field{Name: fieldSeal, Label: func(c *text.Catalog) string { return c.Certificate.Form.Password }, Input: s.seal},
	)
	s.follow()
	s.form.Focus(fieldUser)
	return s
}

func (s *login) Init() tea.Cmd { return nil }

// Update fills in the form, and asks the bank once all of it is there.
func (s *login) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[bank.Session]:
		s.waiting = false
		if msg.Err != nil {
			s.refuse(s.secretField(), func(c *text.Catalog) text.Message { return c.Explain(msg.Err) })
			if s.method.Selected() == byCertificate {
				return s.list() // it may be locked now
			}
			return nil
		}
		return screen.SignedIn(msg.Value)
	case screen.Result[held]:
		s.waiting = false
		s.found(msg)
		s.follow()
	case tea.KeyPressMsg, tea.PasteMsg:
		if !s.waiting {
			return s.fill(msg)
		}
	}
	return nil
}

// fill gives a key or a paste to the form.
func (s *login) fill(msg tea.Msg) tea.Cmd {
	event := s.form.Update(msg)
	if press, ok := msg.(tea.KeyPressMsg); ok && !event.Handled && keymap.Back.Pressed(press) {
		return screen.Close()
	}
	switch {
	case event.Kind == component.Submitted:
		return s.submit()
	case event.Kind == component.Changed && event.Field.Name == fieldMethod:
		s.form.ClearProblems()
		s.follow()
		if s.method.Selected() == byCertificate && !s.read {
			s.waiting = true
			return s.list()
		}
	}
	return nil
}

// follow shows the fields of the way that is chosen.
func (s *login) follow() {
	id := s.method.Selected() == byID
	s.form.Field(fieldUser).Hidden, s.form.Field(fieldPassword).Hidden = !id, !id
	s.form.Field(fieldCertificate).Hidden = id
	s.form.Field(fieldSeal).Hidden = id || len(s.entries) == 0
}

// secretField is the field of the password of the way that is chosen.
func (s *login) secretField() string {
	if s.method.Selected() == byID {
		return fieldPassword
	}
	return fieldSeal
}

// submit asks the bank.
func (s *login) submit() tea.Cmd {
	if s.method.Selected() == byCertificate {
		return s.submitCertificate()
	}
	user := s.user.Value()
	if user == "" {
		s.refuse(fieldUser, func(c *text.Catalog) text.Message { return c.Login.NoUserID })
		return nil
	}
	password := s.password.Bytes()
	if len(password) == 0 {
		s.refuse(fieldPassword, func(c *text.Catalog) text.Message { return c.Login.NoPassword })
		return nil
	}
	s.waiting = true
	channel := s.env.Channel
	return screen.Do(func(ctx context.Context) (bank.Session, error) {
		return s.bank.SignIn(ctx, user, password, channel)
	})
}

// submitCertificate signs in with the chosen certificate.
func (s *login) submitCertificate() tea.Cmd {
	switch {
	case len(s.entries) == 0:
		return nil // the note says why
	case s.seal.Len() == 0:
		s.refuse(fieldSeal, func(c *text.Catalog) text.Message { return c.Certificate.Form.NoPassword })
		return nil
	}
	s.waiting = true
	return s.signIn()
}

// refuse empties the passwords and says what is wrong.
func (s *login) refuse(field string, m func(*text.Catalog) text.Message) {
	s.wipe()
	s.form.Refuse(field, m)
}

func (s *login) wipe() {
	s.password.Clear()
	s.seal.Clear()
}

// Leave wipes the passwords.
func (s *login) Leave() tea.Cmd {
	s.wipe()
	return nil
}

// View draws the form, and what a demonstration shows.
func (s *login) View(w, h int) screen.View {
	c, t := s.env.Text, s.env.Theme
	b := component.NewBody(s.env.Look)
	b.Blank()
	intro := c.Certificate.Sign.LoginIntro
	if s.env.Desk != nil {
		intro = c.PC.LoginIntro
	}
	b.Add(indent(component.Wrap(intro, w-4))...)
	b.Blank()
	s.form.Draw(s.env.Look, b, w)
	if demo := s.env.Demo; demo.Password != "" && s.method.Selected() == byID {
		b.Blank()
		b.Add("  " + t.Strong.Render(c.Login.DemoTitle))
		for _, line := range []string{
			c.Login.DemoInvented, "",
			c.Login.DemoLogins(strings.Join(demo.Logins, ", ")), c.Login.DemoPassword(demo.Password), c.Login.DemoPIN(demo.PIN), "",
			c.Login.DemoMedia,
		} {
			for _, l := range component.Wrap(line, w-4) {
				b.Add("  " + t.Muted.Render(l))
			}
		}
	}
	body, cursor := b.View(w, h)
	if s.waiting {
		cursor = nil
	}
	return screen.View{Body: body, Cursor: cursor, Keys: s.keys()}
}

func (s *login) keys() []keymap.Hint {
	c := s.env.Text
	keys := []keymap.Hint{keymap.Enter.As(c.Keys.Login), keymap.Next.Hint(c), keymap.Back.Hint(c), keymap.Language.Hint(c)}
	if f := s.form.Focused(); f != nil && (f.Name == fieldMethod || f.Name == fieldCertificate) {
		return append([]keymap.Hint{{Key: "←→", Does: c.Keys.Choose}}, keys...)
	}
	if s.env.Desk != nil {
		return keys
	}
	return append(keys, keymap.Up.As(c.Keys.Method))
}

// indent moves lines two cells to the right.
func indent(lines []string) []string {
	for i, l := range lines {
		lines[i] = "  " + l
	}
	return lines
}
