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

// Renew renews a certificate within 60 days before its expiry. Its argument is the
// ID of a certificate, or nil.
var Renew = Screens.Add(screen.Def{
	ID:     renewID,
	Title:  func(c *text.Catalog) string { return c.Menu.CertRenew },
	Places: at(46),
	New:    func(env *screen.Env, args any) screen.Screen { return newRenew(env, env.Center, env.Bank, args) },
})

// renewer is what a renewal asks the Certification Center.
type renewer interface {
	lister
	PlanRenewal(ctx context.Context, caller bank.Caller, id string) (center.Renewal, error)
	Renew(ctx context.Context, caller bank.Caller, id string, identity, password []byte, account bank.AccountNumber, pin []byte, progress func(center.Step)) (center.Entry, error)
}

// accounts is what the fee of a renewal can be taken from.
type accounts interface {
	Accounts(ctx context.Context, c bank.Caller) ([]bank.Account, error)
}

// renewStage is the page a renewal is at.
type renewStage int

const (
	renewPicking renewStage = iota
	renewBarred             // it cannot be renewed now
	renewFilling
	renewing
	renewed
)

// renewal is a plan, and what its fee can be taken from.
type renewal struct {
	center.Renewal

	accounts []bank.Account
}

// renew is the state of the screen.
type renew struct {
	*picker
	center renewer
	bank   accounts
	stage  renewStage

	plan     renewal
	form     *component.Form
	identity *component.PIN
	password *component.Password
	account  *component.Choice
	pin      *component.PIN
	progress *progress
	entry    center.Entry
	problem  error
}

func newRenew(env *screen.Env, c renewer, b accounts, args any) *renew {
	s := &renew{
		center: c, bank: b, progress: &progress{}, identity: component.NewPIN(identityDigits),
		password: component.NewPassword(passwordRunes), account: component.NewChoice(), pin: component.NewPIN(pinDigits),
	}
	s.picker = newPicker(page{env: env}, c, func(c *text.Catalog) string { return c.Certificate.Renew.Lead }, args)
	s.form = component.NewForm(identityField(s.identity, env), passwordField(s.password), accountField(s.account), pinField(s.pin))
	return s
}

// Init reads what is there.
func (s *renew) Init() tea.Cmd { return s.load() }

// Update goes on to the next page, or hands keys to the one that is shown.
func (s *renew) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[listed]:
		if e := s.loaded(msg); e != nil {
			return s.propose(e.ID)
		}
	case screen.Result[renewal]:
		s.proposed(msg)
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

func (s *renew) pressed(msg tea.Msg) tea.Cmd {
	if s.stage == renewFilling {
		return s.fill(msg)
	}
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch s.stage {
	case renewPicking:
		e, cmd := s.press(key)
		if e != nil {
			return s.propose(e.ID)
		}
		return cmd
	case renewBarred:
		if s.left(key) {
			s.stage = renewPicking
		}
	case renewed:
		if s.left(key) {
			return screen.Close()
		}
	case renewFilling, renewing:
	}
	return nil
}

// propose asks what a renewal would do.
func (s *renew) propose(id string) tea.Cmd {
	s.busy = true
	caller, c, b := s.env.Caller(), s.center, s.bank
	return screen.Do(func(ctx context.Context) (renewal, error) {
		plan, err := c.PlanRenewal(ctx, caller, id)
		if err != nil || plan.Fee.Minor() == 0 {
			return renewal{Renewal: plan}, err
		}
		all, err := b.Accounts(ctx, caller)
		return renewal{plan, sending(all)}, err
	})
}

// sending are the accounts that a fee can be taken from.
func sending(all []bank.Account) []bank.Account {
	var some []bank.Account
	for _, a := range all {
		if a.Sends {
			some = append(some, a)
		}
	}
	return some
}

// proposed asks for the passwords, or says why it cannot be renewed now.
func (s *renew) proposed(msg screen.Result[renewal]) {
	s.arrive()
	s.plan, s.problem, s.stage = msg.Value, msg.Err, renewFilling
	if msg.Err != nil {
		s.stage = renewBarred
		return
	}
	free := s.plan.Fee.Minor() == 0
	s.form.Field(fieldAccount).Hidden, s.form.Field(fieldPIN).Hidden = free, free
	s.account.SetOptions(accountOptions(s.env, s.plan.accounts)...)
	s.form.Clear()
}

// fill gives a key or a paste to the form, and renews once it is filled in.
func (s *renew) fill(msg tea.Msg) tea.Cmd {
	submitted, left := s.ask(s.form, msg)
	if left {
		return leave(s.form, func() { s.stage = renewPicking })
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
	case s.plan.Fee.Minor() > 0 && !s.pin.Complete():
		s.form.Refuse(fieldPIN, missing(fieldPIN))
		return nil
	}
	return s.renew()
}

// renew renews. The secrets leave the screen with it.
func (s *renew) renew() tea.Cmd {
	identity, password, pin := s.identity.Bytes(), s.password.Bytes(), s.pin.Bytes()
	s.password.Clear()
	s.pin.Clear()
	s.stage, s.busy, s.progress = renewing, true, &progress{}
	caller, c, id, account, reach := s.env.Caller(), s.center, s.plan.Entry.ID, bank.AccountNumber(s.account.Selected()), s.progress.reach
	return screen.Do(func(ctx context.Context) (center.Entry, error) {
		return c.Renew(ctx, caller, id, identity, password, account, pin, reach)
	})
}

// done shows the renewed certificate, or says beside the field what is wrong.
func (s *renew) done(msg screen.Result[center.Entry]) {
	s.arrive()
	if msg.Err != nil {
		s.stage = renewFilling
		s.form.Focus(fieldPassword)
		s.form.Refuse(concerned(msg.Err), explained(msg.Err))
		return
	}
	s.identity.Clear()
	s.entry, s.stage = msg.Value, renewed
}

// Unsaved is what is typed into the form.
func (s *renew) Unsaved() *screen.Unsaved {
	if s.stage != renewFilling {
		return nil
	}
	return unsaved(s.form)
}

// Leave wipes everything secret.
func (s *renew) Leave() tea.Cmd {
	s.form.Clear()
	return nil
}

// View draws the page.
func (s *renew) View(w, h int) screen.View {
	c := s.env.Text
	t := c.Certificate.Renew
	switch s.stage {
	case renewBarred:
		return s.viewProblem(t.NotNow, explain(c, s.problem), w, h, c.Keys.Back)
	case renewFilling:
		lead := indented(component.Pairs(s.env.Look, s.terms(), min(w, widest)-2*len(margin)))
		return s.viewForm(s.form, lead, w, h, c.Certificate.Renew.Do)
	case renewing:
		b := component.NewBody(s.env.Look)
		b.Blank()
		b.Add(paragraph(t.Making, w, s.env.Theme.Strong)...)
		b.Blank()
		s.progress.draw(s.env.Look, b)
		return s.viewText(b, w, h, "")
	case renewed:
		rows := s.summary(s.entry)
		if s.plan.Fee.Minor() > 0 {
			paid := c.Certificate.Issue.Paid(component.Won(c, s.plan.Fee), s.nameOf(c, s.plan.accounts, s.account.Selected()))
			rows = append(rows, component.Pair{Label: c.Transfer.Fee, Value: paid})
		}
		return s.viewDone(t.Done, rows, []string{t.Elsewhere}, w, h)
	case renewPicking:
	}
	return s.view(w, h, c.Keys.Choose)
}

// terms are what would be renewed, until when, and for how much.
func (s *renew) terms() []component.Pair {
	c := s.env.Text
	t := c.Certificate.Renew
	fee := c.Certificate.Issue.Free
	if s.plan.Fee.Minor() > 0 {
		fee = component.Won(c, s.plan.Fee)
	}
	return append(s.summary(s.plan.Entry),
		component.Pair{Label: t.Until, Value: day(s.plan.NotAfter), Strong: true},
		component.Pair{Label: c.Transfer.Fee, Value: fee},
	)
}
