package transfer

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// payee is an account that a name is asked for.
type payee struct {
	bank   bank.BankCode
	number string
}

// check is what is known of a payee. Another payee begins with a new one.
type check struct {
	payee     payee
	running   bool
	passed    bool
	unchecked bool           // the receiving bank does not answer now
	recipient bank.Recipient // once passed
	problem   message        // the receiving bank's answer, if it was no name
	self      bool           // the problem is that the money comes from there
	back      bool           // Enter asked for it: a problem takes the focus back to the number,
	touched   bool           // unless keys came since
	submit    bool           // the form was submitted, and goes on with the name
}

// asked is the answer of a name check, and for whom it is.
type asked struct {
	payee payee
	name  bank.NameCheck
}

// payee is whom the form names now.
func (s *realtime) payee() payee {
	return payee{bank.BankCode(s.in.bank.Selected()), s.in.account.Value()}
}

// checkAfter asks for the name when the focus has left bank and number, and there
// is a number that was not asked for. Enter asks again for one that was refused.
func (s *realtime) checkAfter(before, now string, enter bool) tea.Cmd {
	left := before == fieldAccount && now != fieldAccount || before == fieldBank && now != fieldBank && now != fieldAccount
	switch {
	case !left, s.check.payee.number == "", s.check.running, s.check.passed, s.check.problem != nil && !enter:
		return nil
	case s.toItself():
		s.check.back, s.check.touched = enter, false
		s.failCheck(explained(&bank.RefusedError{Code: bank.CodeSameAccount}))
		s.check.self = true
		return nil
	}
	return s.checkName(enter, false)
}

// toItself reports whether the money would go where it comes from.
func (s *realtime) toItself() bool {
	return s.check.payee == payee{bank.KoreaPost, s.in.from.Selected()}
}

// checkName asks the receiving bank whose account it is. A problem takes the focus
// back to the number if it is asked to; a submitted form goes on.
func (s *realtime) checkName(back, submit bool) tea.Cmd {
	s.check = check{payee: s.payee(), running: true, back: back, submit: submit}
	who, caller, d := s.check.payee, s.env.Caller(), s.directory
	return screen.Do(func(ctx context.Context) (asked, error) {
		n, err := d.CheckName(ctx, caller, who.bank, who.number, "") // what is expected is compared as it is typed
		return asked{who, n}, err
	})
}

// nameChecked takes the answer, unless another payee was typed meanwhile.
func (s *realtime) nameChecked(msg screen.Result[asked]) tea.Cmd {
	if !s.check.running || msg.Value.payee != s.check.payee {
		return nil
	}
	submit := s.check.submit
	s.check.running, s.check.submit = false, false
	if submit {
		s.work = idle
	}
	switch {
	case msg.Err == nil && msg.Value.name.Outcome == bank.NameUnchecked:
		s.check.unchecked = true
		s.failCheck(explained(&bank.RefusedError{Code: bank.CodeBankNotAnswering, Bank: s.check.payee.bank, Account: s.check.payee.number}))
	case msg.Err == nil:
		s.check.passed, s.check.recipient = true, msg.Value.name.Recipient
		if submit {
			return s.submit()
		}
		return nil
	case errors.Is(msg.Err, context.Canceled):
		return screen.Say(cancelled)
	case bank.RefusalCode(msg.Err) == "":
		s.failCheck(func(c *text.Catalog) text.Message { return c.Transfer.NotChecked })
	default:
		s.failCheck(explained(msg.Err))
	}
	return nil
}

// cancelled is what the status line says when the customer stopped waiting for
// something that moves no money.
func cancelled(c *text.Catalog) string { return c.Transfer.Cancelled }

// failCheck says under the number what is wrong with it, and goes there unless
// the customer went on typing elsewhere.
func (s *realtime) failCheck(m message) {
	s.check.passed, s.check.problem = false, m
	if s.check.back && !s.check.touched {
		s.form.Focus(fieldAccount)
	}
}

// explained is what the customer reads of an error.
func explained(err error) message {
	return func(c *text.Catalog) text.Message { return c.Explain(err) }
}

// noteAccount is what is known of the payee, under the number.
func (s *realtime) noteAccount(l component.Look, w int) []string {
	c, t, k := l.Text, l.Theme, s.check
	switch {
	case k.running:
		return muted(l, c.Transfer.Checking, w)
	case k.passed:
		at := k.recipient.CheckedAt.In(calendar.Seoul).Format("15:04:05")
		line := c.Transfer.Checked(fullName(c, k.recipient.NameEN, k.recipient.NameKO), at)
		lines := component.Wrap(t.Glyphs.Check+" "+line, w)
		for i := range lines {
			lines[i] = t.Good.Render(lines[i])
		}
		return lines
	case k.problem != nil:
		return component.Problem(l, k.problem(c), w)
	case k.payee.number == "" && (s.focused() == fieldBank || s.focused() == fieldAccount):
		return s.suggestions(l, w)
	}
	return nil
}

// suggestions are accounts that a demonstration can send money to.
func (s *realtime) suggestions(l component.Look, w int) []string {
	c := l.Text
	if len(s.env.Demo.Recipients) == 0 || s.in.bank.Open() {
		return nil
	}
	lines := component.Wrap(c.Transfer.Try, w)
	for _, r := range s.env.Demo.Recipients {
		number := component.PadRight(bank.GroupAccount(r.Bank, r.Number), 17)
		lines = append(lines, string(r.Bank)+" "+number+" "+component.Clean(c.Pick(r.NameEN, r.NameKO)))
	}
	for i, line := range lines {
		lines[i] = l.Theme.Muted.Render(component.CutEllipsis(l, line, w))
	}
	return lines
}

// fullName is a name in the customer's language, and the one that passbooks
// print where that is another.
func fullName(c *text.Catalog, en, ko string) string {
	en, ko = component.Clean(en), component.Clean(ko)
	name := c.Pick(en, ko)
	if name != ko && ko != "" {
		return name + " (" + ko + ")"
	}
	return name
}
