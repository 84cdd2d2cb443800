package certificate

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Register registers a certificate that another institute issued with this bank.
// Its argument is the ID of a certificate, or nil.
var Register = Screens.Add(screen.Def{
	ID:     "cert.register",
	Title:  func(c *text.Catalog) string { return c.Menu.CertRegister },
	Places: at(45),
	New:    func(env *screen.Env, args any) screen.Screen { return newRegister(env, env.Center, args) },
})

// registrar is what a registration asks the Certification Center.
type registrar interface {
	lister
	Challenge(ctx context.Context, caller bank.Caller) (bank.Medium, bank.Challenge, error)
	Register(ctx context.Context, caller bank.Caller, id string, identity, password, digits []byte) (center.Entry, error)
}

// asked is which second factor the bank asks for.
type asked struct {
	medium    bank.Medium
	challenge bank.Challenge
}

// registerStage is the page a registration is at.
type registerStage int

const (
	registerPicking registerStage = iota
	registerBarred                // the bank asks for no second factor
	registerFilling
	registered
)

// register is the state of the screen.
type register struct {
	*picker
	center registrar
	stage  registerStage

	entry    center.Entry
	form     *component.Form
	identity *component.PIN
	password *component.Password
	factor   screen.Factor
	problem  error
}

func newRegister(env *screen.Env, c registrar, args any) *register {
	s := &register{center: c, identity: component.NewPIN(identityDigits), password: component.NewPassword(passwordRunes)}
	s.picker = newPicker(page{env: env}, c, func(c *text.Catalog) string { return c.Certificate.Register.Lead }, args)
	s.fits = func(e center.Entry) bool { return !e.Ours }
	s.none, s.from = s.missing, importID
	return s
}

// missing says that there is no such certificate, and where one is to be had.
func (s *register) missing(c *text.Catalog) text.Message {
	m := c.Certificate.Register.None
	if s.env.Demo.Certificate != "" {
		m.Advice += " " + c.Certificate.Register.Demo
	}
	return m
}

// Init reads what is there.
func (s *register) Init() tea.Cmd { return s.load() }

// Update goes on to the next page, or hands keys to the one that is shown.
func (s *register) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[listed]:
		if e := s.loaded(msg); e != nil {
			return s.take(*e)
		}
	case screen.Result[asked]:
		s.challenged(msg)
	case screen.Result[center.Entry]:
		s.done(msg)
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

func (s *register) pressed(msg tea.Msg) tea.Cmd {
	if s.stage == registerFilling {
		return s.fill(msg)
	}
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch s.stage {
	case registerPicking:
		e, cmd := s.press(key)
		if e != nil {
			return s.take(*e)
		}
		return cmd
	case registerBarred:
		if s.left(key) {
			s.stage = registerPicking
		}
	case registered:
		if s.left(key) {
			return screen.Close()
		}
	case registerFilling:
	}
	return nil
}

// take asks the bank for the second factor of a registration.
func (s *register) take(e center.Entry) tea.Cmd {
	s.entry = e
	return s.challenge()
}

func (s *register) challenge() tea.Cmd {
	s.busy = true
	caller, c := s.env.Caller(), s.center
	return screen.Do(func(ctx context.Context) (asked, error) {
		m, ch, err := c.Challenge(ctx, caller)
		return asked{m, ch}, err
	})
}

// challenged makes the form, or says why there is none.
func (s *register) challenged(msg screen.Result[asked]) {
	s.arrive()
	if msg.Err != nil {
		s.problem, s.stage = msg.Err, registerBarred
		return
	}
	s.factor = screen.NewFactor(s.env, msg.Value.medium, msg.Value.challenge)
	s.form = component.NewForm(identityField(s.identity, s.env), s.passwordField(), s.factor.Field())
	s.stage = registerFilling
}

// passwordField is the field of its password, which in a demonstration says what the
// one of a certificate that came with it is.
func (s *register) passwordField() *component.Field {
	f := passwordField(s.password)
	if password := s.env.Demo.Certificate; password != "" {
		f.Note = func(l component.Look, w int) []string { return muted(l, l.Text.PC.DemoPassword(password), w) }
	}
	return f
}

// fill gives a key or a paste to the form, and registers once it is filled in.
func (s *register) fill(msg tea.Msg) tea.Cmd {
	submitted, left := s.ask(s.form, msg)
	if left {
		return leave(s.form, func() { s.stage = registerPicking })
	}
	if !submitted {
		return nil
	}
	s.form.ClearProblems()
	switch {
	case !s.identity.Complete():
		s.form.Refuse(fieldIdentity, missing(fieldIdentity))
		return nil
	case s.password.Len() == 0:
		s.form.Refuse(fieldPassword, missing(fieldPassword))
		return nil
	case !s.factor.Complete(s.form):
		return nil
	}
	identity, password, digits := s.identity.Bytes(), s.password.Bytes(), s.factor.Take()
	s.password.Clear()
	s.busy = true
	caller, c, id := s.env.Caller(), s.center, s.entry.ID
	return screen.Do(func(ctx context.Context) (center.Entry, error) {
		return c.Register(ctx, caller, id, identity, password, digits)
	})
}

// done shows what was registered, or says beside the field what is wrong.
func (s *register) done(msg screen.Result[center.Entry]) {
	s.arrive()
	if msg.Err != nil {
		s.form.Focus(fieldPassword)
		s.form.Refuse(concerned(msg.Err), explained(msg.Err))
		return
	}
	s.form.Clear()
	s.entry, s.stage = msg.Value, registered
}

// Unsaved is what is typed into the form.
func (s *register) Unsaved() *screen.Unsaved {
	if s.stage != registerFilling {
		return nil
	}
	return unsaved(s.form)
}

// Leave wipes everything secret.
func (s *register) Leave() tea.Cmd {
	s.identity.Clear()
	s.password.Clear()
	s.factor.Clear()
	return nil
}

// View draws the page.
func (s *register) View(w, h int) screen.View {
	c := s.env.Text
	t := c.Certificate.Register
	switch s.stage {
	case registerBarred:
		return s.viewProblem("", explain(c, s.problem), w, h, c.Keys.Back)
	case registerFilling:
		b := s.newBody(h)
		b.Add(s.lead(s.entry, w)...)
		b.Blank()
		s.form.Draw(s.env.Look, b, w)
		b.Blank()
		b.Add(s.factor.Hint(s.form, w)...)
		body, cursor := b.View(w, h)
		return s.finish(screen.View{Body: body, Cursor: cursor}, t.Do)
	case registered:
		return s.viewDone(t.Done, s.summary(s.entry), []string{t.Again}, w, h)
	case registerPicking:
	}
	return s.view(w, h, c.Keys.Choose)
}
