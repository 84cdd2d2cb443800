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

// Issue issues or reissues a certificate to this device. Closed, it uncovers the
// screen that asked for a certificate, if one did.
var Issue = Screens.Add(screen.Def{
	ID:     issueID,
	Title:  func(c *text.Catalog) string { return c.Menu.CertIssue },
	Places: at(42),
	New:    func(env *screen.Env, _ any) screen.Screen { return newIssue(env, env.Center) },
})

// office is what an issue asks the Certification Center.
type office interface {
	PlanIssue(ctx context.Context, caller bank.Caller) (center.Plan, error)
	Identify(ctx context.Context, caller bank.Caller, order string, i center.Identification) (center.Approval, error)
	Issue(ctx context.Context, caller bank.Caller, a center.Approval, use center.Use, identity, password []byte, progress func(center.Step)) (center.Entry, error)
}

// issueStage is the page an issue is at.
type issueStage int

const (
	planning    issueStage = iota // the bank is asked what would happen
	barred                        // it cannot be
	consenting                    // what happens, and the consent to it
	identifying                   // who it is
	choosing                      // which kind
	sealing                       // its password
	issuing                       // it is being made
	unissued                      // it was not made, and can be tried again
	issued                        // it was
)

// issue is the state of the screen.
type issue struct {
	page
	office office
	stage  issueStage

	plan     center.Plan
	who      identification
	kind     *component.Menu
	secret   fresh
	sealing  *component.Form
	approval center.Approval
	progress *progress
	entry    center.Entry
	problem  error // on the pages barred and unissued
}

func newIssue(env *screen.Env, o office) *issue {
	s := &issue{page: page{env: env}, office: o, progress: &progress{}}
	s.secret = newFresh(func() string { return s.who.login.Value() })
	s.sealing = component.NewForm(s.secret.fields()...)
	s.who = newIdentification(env)
	return s
}

// Init asks what an issue would do.
func (s *issue) Init() tea.Cmd { return s.load() }

func (s *issue) load() tea.Cmd {
	s.stage, s.busy = planning, true
	caller, o := s.env.Caller(), s.office
	return screen.Do(func(ctx context.Context) (center.Plan, error) { return o.PlanIssue(ctx, caller) })
}

// Update goes on to the next page, or hands keys to the one that is shown.
func (s *issue) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[center.Plan]:
		s.planned(msg)
	case screen.Result[center.Approval]:
		s.identified(msg)
	case screen.Result[center.Entry]:
		s.made(msg)
	case screen.Decided:
		if msg.Decision == true {
			return s.make()
		}
	case tea.KeyPressMsg, tea.PasteMsg:
		if !s.busy {
			return s.press(msg)
		}
	}
	return nil
}

// press hands a key or a paste to the page.
func (s *issue) press(msg tea.Msg) tea.Cmd {
	key, isKey := msg.(tea.KeyPressMsg)
	switch s.stage {
	case identifying:
		return s.identify(msg)
	case sealing:
		return s.seal(msg)
	default:
		if isKey {
			return s.pressText(key)
		}
	}
	return nil
}

// pressText hands a key to a page without a field.
func (s *issue) pressText(msg tea.KeyPressMsg) tea.Cmd {
	back := keymap.Back.Pressed(msg)
	switch s.stage {
	case consenting:
		if back {
			return screen.Close()
		}
		if s.readOn(msg) {
			s.stage = identifying
			s.who.prepare(s.plan)
		}
	case choosing:
		if back {
			s.stage = identifying
			s.who.prepare(s.plan)
		} else if s.kind.Update(msg) && !s.early() {
			s.stage = sealing
		}
	case unissued:
		if s.left(msg) {
			return s.again()
		}
	case barred:
		if keymap.Refresh.Pressed(msg) {
			return s.load()
		}
		if s.left(msg) {
			return screen.Close()
		}
	case issued:
		if s.left(msg) {
			return screen.Close()
		}
	case planning, identifying, sealing, issuing:
	}
	return nil
}

// again goes on where the issue stopped: at the password, or, if the bank's approval has
// run out, at the beginning.
func (s *issue) again() tea.Cmd {
	if !s.env.Now.Before(s.approval.Until) {
		return s.load()
	}
	s.stage = sealing
	return nil
}

// planned shows what an issue would do, or why there can be none.
func (s *issue) planned(msg screen.Result[center.Plan]) {
	s.arrive()
	s.plan, s.problem, s.stage = msg.Value, msg.Err, consenting
	if msg.Err != nil {
		s.stage = barred
	}
}

// Unsaved is who the customer is, from when that is being typed until the certificate is made.
func (s *issue) Unsaved() *screen.Unsaved {
	switch s.stage {
	case identifying:
		return unsaved(s.who.form)
	case choosing, sealing, unissued:
		return &screen.Unsaved{}
	case planning, barred, consenting, issuing, issued:
	}
	return nil
}

// Leave wipes everything secret. The bank keeps the order: opened again, the issue
// goes on with it.
func (s *issue) Leave() tea.Cmd {
	s.who.clear()
	s.secret.clear()
	clear(s.approval.Code)
	return nil
}

// View draws the page.
func (s *issue) View(w, h int) screen.View {
	c := s.env.Text
	var v screen.View
	current := 0
	switch s.stage {
	case barred:
		v = s.viewProblem("", explain(c, s.problem), w, h, c.Keys.Back)
	case consenting:
		v = s.viewConsent(w, h)
	case identifying:
		v, current = s.viewIdentify(w, h), 1
	case choosing:
		v, current = s.viewKind(w, h), 2
	case sealing:
		v, current = s.viewSeal(w, h), 3
	case issuing:
		v, current = s.viewProgress(w, h), 4
	case unissued:
		v, current = s.viewUnissued(w, h), 4
	case issued:
		v, current = s.viewIssued(w, h), 5
	case planning:
		v = s.viewOpening()
	}
	title := component.Cells(c.Menu.Certificate + " › " + c.Menu.CertIssue)
	t := c.Certificate.Issue
	v.Steps = component.Steps(s.env.Look, []string{t.StepConsent, t.StepIdentify, t.StepKind, t.StepPassword, t.StepIssue, t.StepDone}, current, max(w-title-4, w/2))
	return v
}
