package certificate

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Consent shows whether certificates may be issued online to this customer, and
// withdraws that. To agree again a customer goes to a branch.
var Consent = Screens.Add(screen.Def{
	ID:     "cert.consent",
	Title:  func(c *text.Catalog) string { return c.Menu.CertConsent },
	Places: at(49),
	New:    func(env *screen.Env, _ any) screen.Screen { return newConsent(env, env.Center) },
})

// consenter is what this screen asks the Certification Center.
type consenter interface {
	Consent(ctx context.Context, caller bank.Caller) (center.Consent, error)
	Challenge(ctx context.Context, caller bank.Caller) (bank.Medium, bank.Challenge, error)
	Disagree(ctx context.Context, caller bank.Caller, digits []byte) error
}

// consentStage is the page the screen is at.
type consentStage int

const (
	consentOpening consentStage = iota
	consentBarred               // it could not be read, or cannot be changed
	consentShown
	consentChanging
	consentChanged
)

// disagreed is the answer to Disagree, which has no value.
type disagreed struct{}

// consent is the state of the screen.
type consent struct {
	page
	center consenter
	stage  consentStage

	now     center.Consent
	form    *component.Form
	factor  screen.Factor
	problem error
}

func newConsent(env *screen.Env, c consenter) *consent {
	return &consent{page: page{env: env}, center: c}
}

// Init reads the consent.
func (s *consent) Init() tea.Cmd { return s.load() }

func (s *consent) load() tea.Cmd {
	s.busy = true
	caller, c := s.env.Caller(), s.center
	return screen.Do(func(ctx context.Context) (center.Consent, error) {
		return c.Consent(ctx, caller)
	})
}

// change asks the bank for the second factor of a change.
func (s *consent) change() tea.Cmd {
	s.busy = true
	caller, c := s.env.Caller(), s.center
	return screen.Do(func(ctx context.Context) (asked, error) {
		m, ch, err := c.Challenge(ctx, caller)
		return asked{m, ch}, err
	})
}

// Update goes on to the next page, or hands keys to the one that is shown.
func (s *consent) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[center.Consent]:
		s.arrive()
		s.now, s.problem, s.stage = msg.Value, msg.Err, consentShown
		if msg.Err != nil {
			s.stage = consentBarred
		}
	case screen.Result[asked]:
		s.challenged(msg)
	case screen.Result[disagreed]:
		s.done(msg.Err)
	case screen.Decided:
		if msg.Decision == true {
			return s.withdraw()
		}
	case tea.KeyPressMsg, tea.PasteMsg:
		if !s.busy {
			return s.press(msg)
		}
	}
	return nil
}

func (s *consent) press(msg tea.Msg) tea.Cmd {
	if s.stage == consentChanging {
		return s.fill(msg)
	}
	key, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
	case s.stage == consentBarred && keymap.Refresh.Pressed(key):
		return s.load()
	case s.stage == consentShown && s.now.Agreed:
		if keymap.Back.Pressed(key) {
			return screen.Close()
		}
		if s.readOn(key) {
			return s.change()
		}
	case s.left(key):
		return screen.Close()
	}
	return nil
}

// challenged makes the form, or says why there is none.
func (s *consent) challenged(msg screen.Result[asked]) {
	s.arrive()
	if msg.Err != nil {
		s.problem, s.stage = msg.Err, consentBarred
		return
	}
	s.factor = screen.NewFactor(s.env, msg.Value.medium, msg.Value.challenge)
	s.form = component.NewForm(s.factor.Field())
	s.stage = consentChanging
}

// fill gives a key or a paste to the second factor, and asks once more when it is
// complete.
func (s *consent) fill(msg tea.Msg) tea.Cmd {
	submitted, left := s.ask(s.form, msg)
	if left {
		s.factor.Clear()
		s.stage = consentShown
	}
	if !submitted {
		return nil
	}
	if !s.factor.Complete(s.form) {
		return nil
	}
	return screen.Ask(&component.Confirm{
		Title: func(c *text.Catalog) string { return c.Certificate.Consent.Title },
		Lines: func(c *text.Catalog) []string { return []string{c.Certificate.Consent.Then} },
		Warn:  func(c *text.Catalog) string { return c.Certificate.Consent.Final },
		Buttons: []component.Button{
			{Label: func(c *text.Catalog) string { return c.Certificate.Consent.Do }, Value: true},
			{Label: func(c *text.Catalog) string { return c.Certificate.Consent.Keep }, Value: false},
		},
		Default: 1, Cancel: false,
	})
}

// withdraw withdraws the consent.
func (s *consent) withdraw() tea.Cmd {
	digits := s.factor.Take()
	s.busy = true
	caller, c := s.env.Caller(), s.center
	return screen.Do(func(ctx context.Context) (disagreed, error) {
		defer clear(digits)
		return disagreed{}, c.Disagree(ctx, caller, digits)
	})
}

// done tells that it is withdrawn, or says what is wrong.
func (s *consent) done(err error) {
	s.arrive()
	if err != nil {
		s.form.Refuse(concerned(err), explained(err))
		return
	}
	s.now.Agreed, s.now.Since, s.stage = false, s.env.Now, consentChanged
}

// Leave wipes the digits.
func (s *consent) Leave() tea.Cmd {
	s.factor.Clear()
	return nil
}

// View draws the page.
func (s *consent) View(w, h int) screen.View {
	c, look := s.env.Text, s.env.Look
	t := c.Certificate.Consent
	switch s.stage {
	case consentOpening:
		return s.viewOpening()
	case consentBarred:
		v := s.viewProblem("", explain(c, s.problem), w, h, c.Keys.Back)
		v.Keys = append([]keymap.Hint{keymap.Refresh.Hint(c)}, v.Keys...)
		return v
	case consentChanging:
		lead := append(paragraph(t.Then, w, look.Theme.Base), paragraph(t.Final, w, look.Theme.Warn)...)
		b := s.newBody(h)
		b.Add(lead...)
		b.Blank()
		s.form.Draw(look, b, w)
		b.Blank()
		b.Add(s.factor.Hint(s.form, w)...)
		body, cursor := b.View(w, h)
		return s.finish(screen.View{Body: body, Cursor: cursor}, c.Keys.Next)
	case consentChanged:
		return s.viewDone(t.Done, s.pairs(), []string{t.Final}, w, h)
	case consentShown:
	}
	return s.viewStanding(w, h)
}

// viewStanding draws what the consent is now, and what can be done about it.
func (s *consent) viewStanding(w, h int) screen.View {
	c, look := s.env.Text, s.env.Look
	t := c.Certificate.Consent
	b := component.NewBody(look)
	b.Blank()
	b.Add(indented(component.Pairs(look, s.pairs(), min(w, widest)-2*len(margin)))...)
	b.Blank()
	b.Add(paragraph(t.About, w, look.Theme.Base)...)
	b.Blank()
	if !s.now.Agreed {
		b.Add(paragraph(t.OnlyBranch, w, look.Theme.Advice)...)
		return s.viewText(b, w, h, c.Keys.Back)
	}
	b.Add(paragraph(t.Final, w, look.Theme.Warn)...)
	return s.viewUnread(b, w, h, t.Withdraw)
}

func (s *consent) pairs() []component.Pair {
	t := s.env.Text.Certificate.Consent
	value := s.env.Theme.Glyphs.Cross + " " + t.Disagreed
	if s.now.Agreed {
		value = s.env.Theme.Glyphs.Check + " " + t.Agreed
	}
	pairs := []component.Pair{{Label: t.State, Value: value, Strong: true}}
	if !s.now.Since.IsZero() {
		pairs = append(pairs, component.Pair{Label: t.Since, Value: day(s.now.Since)})
	}
	return pairs
}
