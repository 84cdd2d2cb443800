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

// Login asks for the user ID and the password, and opens the session.
var Login = Screens.Add(screen.Def{
	ID:     "login",
	Title:  func(c *text.Catalog) string { return c.Menu.Login },
	Places: []screen.Place{{Number: loginNumber, Group: screen.Header}},
	Public: true,
	New:    func(env *screen.Env, _ any) screen.Screen { return newLogin(env, env.Bank) },
})

// signer is the part of the bank that the login needs.
type signer interface {
	SignIn(ctx context.Context, login string, password []byte, on bank.Channel) (bank.Session, error)
}

// login is the state of the login screen.
type login struct {
	env      *screen.Env
	bank     signer
	form     *component.Form
	user     *component.Text
	password *component.Password
	waiting  bool
}

func newLogin(env *screen.Env, b signer) *login {
	s := &login{env: env, bank: b, user: component.NewText(20), password: component.NewPassword(64)}
	s.form = component.NewForm(
		&component.Field{Name: "user", Label: func(c *text.Catalog) string { return c.Login.UserID }, Input: s.user},
		&component.Field{Name: "password", Label: func(c *text.Catalog) string { return c.Login.Password }, Input: s.password},
	)
	return s
}

func (s *login) Init() tea.Cmd { return nil }

// Update fills in the form, and asks the bank once both are there.
func (s *login) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[bank.Session]:
		s.waiting = false
		if msg.Err != nil {
			s.refuse("password", func(c *text.Catalog) text.Message { return c.Explain(msg.Err) })
			return nil
		}
		return screen.SignedIn(msg.Value)
	case tea.KeyPressMsg, tea.PasteMsg:
		if s.waiting {
			return nil
		}
		event := s.form.Update(msg)
		if event.Kind == component.Submitted {
			return s.submit()
		}
		if press, ok := msg.(tea.KeyPressMsg); ok && !event.Handled && keymap.Back.Pressed(press) {
			return screen.Close()
		}
	}
	return nil
}

// submit asks the bank.
func (s *login) submit() tea.Cmd {
	user := s.user.Value()
	if user == "" {
		s.refuse("user", func(c *text.Catalog) text.Message { return c.Login.NoUserID })
		return nil
	}
	password := s.password.Bytes()
	if len(password) == 0 {
		s.refuse("password", func(c *text.Catalog) text.Message { return c.Login.NoPassword })
		return nil
	}
	s.waiting = true
	return screen.Do(func(ctx context.Context) (bank.Session, error) {
		return s.bank.SignIn(ctx, user, password, bank.Phone)
	})
}

// refuse empties the password and says what is wrong.
func (s *login) refuse(field string, m func(*text.Catalog) text.Message) {
	s.password.Clear()
	s.form.Refuse(field, m)
}

// Leave wipes the password.
func (s *login) Leave() tea.Cmd {
	s.password.Clear()
	return nil
}

// View draws the form, and what a demonstration shows.
func (s *login) View(w, h int) screen.View {
	c, t := s.env.Text, s.env.Theme
	b := component.NewBody(s.env.Look)
	b.Blank()
	b.Add(indent(component.Wrap(c.Login.Intro, w-4))...)
	b.Blank()
	s.form.Draw(s.env.Look, b, w)
	if demo := s.env.Demo; demo.Password != "" {
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
	return screen.View{Body: body, Cursor: cursor, Keys: []keymap.Hint{
		keymap.Enter.As(c.Menu.Login), keymap.Next.Hint(c), keymap.Back.Hint(c), keymap.Language.Hint(c),
	}}
}

// indent moves lines two cells to the right.
func indent(lines []string) []string {
	for i, l := range lines {
		lines[i] = "  " + l
	}
	return lines
}
