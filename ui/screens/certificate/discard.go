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

// Discard discards a certificate, everywhere and for ever. Its argument is the ID
// of a certificate, or nil.
var Discard = Screens.Add(screen.Def{
	ID:     discardID,
	Title:  func(c *text.Catalog) string { return c.Menu.CertDiscard },
	Places: at(47),
	New:    func(env *screen.Env, args any) screen.Screen { return newDiscard(env, env.Center, args) },
})

// discarder is what discarding asks the Certification Center.
type discarder interface {
	lister
	Discard(ctx context.Context, caller bank.Caller, id string, why center.DiscardReason, password, identity []byte) error
}

// discardStage is the page a discarding is at.
type discardStage int

const (
	discardPicking discardStage = iota
	discardFilling
	discardDone
)

// discarded is the answer to Discard, which has no value.
type discarded struct{}

// How a customer shows whose certificate it is.
const (
	byPassword = "password"
	byIdentity = "identity"
)

// discard is the state of the screen.
type discard struct {
	*picker
	center discarder
	stage  discardStage

	entry    center.Entry
	form     *component.Form
	reason   *component.Choice
	way      *component.Choice
	password *component.Password
	identity *component.PIN
}

func newDiscard(env *screen.Env, c discarder, args any) *discard {
	s := &discard{center: c, password: component.NewPassword(passwordRunes), identity: component.NewPIN(identityDigits)}
	s.picker = newPicker(page{env: env}, c, func(c *text.Catalog) string { return c.Certificate.Discard.Lead }, args)
	s.fits = func(e center.Entry) bool { return e.State != center.Discarded }
	s.none = func(c *text.Catalog) text.Message { return c.Certificate.Discard.None }
	var reasons []component.Option
	for _, r := range []center.DiscardReason{center.Lost, center.Leaked, center.Changed, center.Unused} {
		reasons = append(reasons, component.Option{
			Key: string(r), Label: func(c *text.Catalog) string { return c.Certificate.Discard.Reasons[r] },
		})
	}
	s.reason = component.NewChoice(reasons...)
	s.way = component.NewChoice(
		component.Option{Key: byPassword, Label: func(c *text.Catalog) string { return c.Certificate.Discard.ByPassword }},
		component.Option{Key: byIdentity, Label: func(c *text.Catalog) string { return c.Certificate.Discard.ByIdentity }},
	)
	s.form = component.NewForm(
		&component.Field{Name: fieldReason, Label: func(c *text.Catalog) string { return c.Certificate.Discard.Reason }, Input: s.reason},
		&component.Field{Name: fieldWay, Label: func(c *text.Catalog) string { return c.Certificate.Discard.Way }, Input: s.way},
		passwordField(s.password), identityField(s.identity, env),
	)
	return s
}

// Init reads what is there.
func (s *discard) Init() tea.Cmd { return s.load() }

// Update goes on to the next page, or hands keys to the one that is shown.
func (s *discard) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[listed]:
		if e := s.loaded(msg); e != nil {
			s.take(*e)
		}
	case screen.Result[discarded]:
		s.done(msg.Err)
	case screen.Decided:
		if msg.Decision == true {
			return s.discard()
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

func (s *discard) pressed(msg tea.Msg) tea.Cmd {
	if s.stage == discardFilling {
		return s.fill(msg)
	}
	key, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
	case s.stage == discardPicking:
		e, cmd := s.press(key)
		if e != nil {
			s.take(*e)
		}
		return cmd
	case s.left(key):
		return screen.Close()
	}
	return nil
}

// take asks for the reason.
func (s *discard) take(e center.Entry) {
	s.entry, s.stage = e, discardFilling
	s.form.Clear()
	s.follow()
}

// follow shows the field of the way that is chosen.
func (s *discard) follow() {
	forgotten := s.way.Selected() == byIdentity
	s.form.Field(fieldPassword).Hidden, s.form.Field(fieldIdentity).Hidden = forgotten, !forgotten
}

// fill gives a key or a paste to the form, and asks once more when it is filled in.
func (s *discard) fill(msg tea.Msg) tea.Cmd {
	submitted, left := s.ask(s.form, msg)
	s.follow()
	if left {
		s.form.Clear()
		s.stage = discardPicking
	}
	if !submitted {
		return nil
	}
	s.form.ClearProblems()
	switch {
	case s.way.Selected() == byPassword && s.password.Len() == 0:
		s.form.Refuse(fieldPassword, missing(fieldPassword))
		return nil
	case s.way.Selected() == byIdentity && !s.identity.Complete():
		s.form.Refuse(fieldIdentity, missing(fieldIdentity))
		return nil
	}
	return screen.Ask(s.question())
}

// question asks once more. Not to do it is the first answer.
func (s *discard) question() *component.Confirm {
	e := s.entry
	return &component.Confirm{
		Title: func(c *text.Catalog) string { return c.Certificate.Discard.Title },
		Lines: func(c *text.Catalog) []string {
			return []string{c.Certificate.Discard.Which(owner(e), day(e.NotAfter))}
		},
		Warn: func(c *text.Catalog) string { return c.Certificate.Discard.Final },
		Buttons: []component.Button{
			{Label: func(c *text.Catalog) string { return c.Certificate.Discard.Do }, Value: true},
			{Label: func(c *text.Catalog) string { return c.Certificate.Discard.Keep }, Value: false},
		},
		Default: 1, Cancel: false,
	}
}

// discard discards. What was typed leaves the screen with it.
func (s *discard) discard() tea.Cmd {
	var password, identity []byte
	if s.way.Selected() == byPassword {
		password = s.password.Bytes()
	} else {
		identity = s.identity.Bytes()
	}
	s.password.Clear()
	s.busy = true
	caller, c, id, why := s.env.Caller(), s.center, s.entry.ID, center.DiscardReason(s.reason.Selected())
	return screen.Do(func(ctx context.Context) (discarded, error) {
		defer clear(password)
		defer clear(identity)
		return discarded{}, c.Discard(ctx, caller, id, why, password, identity)
	})
}

// done tells that it is discarded, or says beside the field what is wrong.
func (s *discard) done(err error) {
	s.arrive()
	if err != nil {
		s.form.Focus(fieldPassword)
		s.form.Refuse(concerned(err), explained(err))
		return
	}
	s.form.Clear()
	s.stage = discardDone
	s.entry.State = center.Discarded
}

// Leave wipes everything secret.
func (s *discard) Leave() tea.Cmd {
	s.form.Clear()
	return nil
}

// View draws the page.
func (s *discard) View(w, h int) screen.View {
	c := s.env.Text
	switch s.stage {
	case discardFilling:
		lead := s.lead(s.entry, w)
		if h > roomy {
			lead = append(append(lead, ""), paragraph(c.Certificate.Discard.Final, w, s.env.Theme.Warn)...)
		}
		return s.viewForm(s.form, lead, w, h, c.Keys.Next)
	case discardDone:
		return s.viewDone(c.Certificate.Discard.Done, s.summary(s.entry), []string{c.Certificate.Discard.Then}, w, h)
	case discardPicking:
	}
	return s.view(w, h, c.Keys.Choose)
}
