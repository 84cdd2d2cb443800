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

// identification asks who the customer is. The identity number stays until the
// certificate is made, which has it in it.
type identification struct {
	env      *screen.Env
	form     *component.Form
	login    *component.Text
	identity *component.PIN
	account  *component.Choice
	pin      *component.PIN
	factor   screen.Factor
}

func newIdentification(env *screen.Env) identification {
	return identification{
		env: env, login: component.NewText(loginCells), identity: component.NewPIN(identityDigits),
		account: component.NewChoice(), pin: component.NewPIN(pinDigits),
	}
}

// prepare makes the form for a plan. What was typed stays, except passwords.
func (i *identification) prepare(p center.Plan) {
	i.pin.Clear()
	i.factor = screen.NewFactor(i.env, p.Medium, p.Challenge)
	i.account.SetOptions(accountOptions(i.env, p.Accounts)...)
	i.form = component.NewForm(
		&component.Field{Name: fieldLogin, Label: func(c *text.Catalog) string { return c.Login.UserID }, Input: i.login},
		identityField(i.identity, i.env), accountField(i.account), pinField(i.pin), i.factor.Field(),
	)
}

// mistake is the first field before the second factor that cannot be right; nil if none is.
func (i *identification) mistake() (field string, m message) {
	switch {
	case i.login.Value() == "":
		return fieldLogin, missing(fieldLogin)
	case !i.identity.Complete():
		return fieldIdentity, missing(fieldIdentity)
	case !i.pin.Complete():
		return fieldPIN, missing(fieldPIN)
	}
	return "", nil
}

// clear wipes the numbers and passwords.
func (i *identification) clear() {
	i.identity.Clear()
	i.pin.Clear()
	i.factor.Clear()
}

// identify gives a key or a paste to the form, and asks the bank once it is filled
// in.
func (s *issue) identify(msg tea.Msg) tea.Cmd {
	submitted, left := s.ask(s.who.form, msg)
	if left {
		s.stage = consenting
		s.pager.Top()
	}
	if !submitted {
		return nil
	}
	s.who.form.ClearProblems()
	if field, m := s.who.mistake(); m != nil {
		s.who.form.Refuse(field, m)
		return nil
	}
	if !s.who.factor.Complete(s.who.form) {
		return nil
	}
	who := center.Identification{
		Login: s.who.login.Value(), Identity: s.who.identity.Bytes(), Account: bank.AccountNumber(s.who.account.Selected()),
		PIN: s.who.pin.Bytes(), Digits: s.who.factor.Take(),
	}
	s.who.pin.Clear()
	s.busy = true
	caller, o, order := s.env.Caller(), s.office, s.plan.Order
	return screen.Do(func(ctx context.Context) (center.Approval, error) { return o.Identify(ctx, caller, order, who) })
}

// identified goes on to the kind, or says beside the field what is wrong.
func (s *issue) identified(msg screen.Result[center.Approval]) {
	if msg.Err != nil {
		s.busy = false
		s.who.form.Refuse(fieldOf(s.who.form, msg.Err), explained(msg.Err))
		return
	}
	s.approval = msg.Value
	s.kind = s.kinds()
	s.stage = choosing
	s.arrive()
}

// fieldOf is the field of a form that an error is about; where that is none, what is
// wrong stands under the form and the first password is asked for again.
func fieldOf(f *component.Form, err error) string {
	name := concerned(err)
	if name == "" {
		f.Focus(fieldPIN)
	}
	return name
}

// viewIdentify draws the form.
func (s *issue) viewIdentify(w, h int) screen.View {
	b := s.newBody(h)
	s.who.form.Draw(s.env.Look, b, w)
	b.Blank()
	b.Add(s.who.factor.Hint(s.who.form, w)...)
	body, cursor := b.View(w, h)
	return s.finish(screen.View{Body: body, Cursor: cursor}, s.env.Text.Keys.Next)
}
