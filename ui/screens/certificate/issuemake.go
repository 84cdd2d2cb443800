package certificate

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// kinds are the kinds that can be issued, the free one first.
func (s *issue) kinds() *component.Menu {
	var items []component.Item
	for _, u := range []center.Use{center.BankUse, center.Universal} {
		fee, offered := s.plan.Fees[u]
		if !offered {
			continue
		}
		items = append(items, component.Item{
			Key: string(u),
			Label: func(c *text.Catalog) string {
				price := c.Certificate.Issue.Free
				if fee.Minor() > 0 {
					price = component.Won(c, fee)
				}
				return c.Certificate.List.Uses[u] + "  " + price
			},
			About: func(c *text.Catalog) string {
				about := c.Certificate.Issue.Kinds[u]
				if fee.Minor() > 0 {
					about += " " + c.Certificate.Issue.Debited(component.Won(c, fee), s.payer(c))
				}
				return about
			},
		})
	}
	return component.NewMenu(items...)
}

// payer is the account that a fee is taken from.
func (s *issue) payer(c *text.Catalog) string {
	return s.nameOf(c, s.plan.Accounts, s.who.account.Selected())
}

// viewKind draws the kinds.
func (s *issue) viewKind(w, h int) screen.View {
	b := s.newBody(h)
	b.Add(paragraph(s.env.Text.Certificate.Issue.WhichKind, w, s.env.Theme.Strong)...)
	b.Blank()
	s.kind.Draw(s.env.Look, b, min(w, widest))
	body, _ := b.View(w, h)
	return s.finish(screen.View{Body: body}, s.env.Text.Keys.Choose)
}

// seal gives a key or a paste to the new password, and makes the certificate once
// it keeps the rule: after a question, if another certificate goes for it.
func (s *issue) seal(msg tea.Msg) tea.Cmd {
	submitted, left := s.ask(s.sealing, msg)
	if left {
		s.secret.clear()
		s.stage = choosing
	}
	if !submitted {
		return nil
	}
	s.sealing.ClearProblems()
	if field, m := s.secret.mistake(); m != nil {
		s.sealing.Refuse(field, m)
		return nil
	}
	if s.plan.Replaces == nil {
		return s.make()
	}
	return screen.Ask(s.question())
}

// question asks once more before the certificate that is here is discarded. Not to
// do it is the first answer.
func (s *issue) question() *component.Confirm {
	old := *s.plan.Replaces
	return &component.Confirm{
		Title: func(c *text.Catalog) string { return c.Certificate.Issue.ReplaceTitle },
		Lines: func(c *text.Catalog) []string {
			return []string{c.Certificate.Issue.KeepsOrRuns(s.plan.Reissue, day(s.plan.NotAfter), component.DaysUntil(s.env.Now, s.plan.NotAfter))}
		},
		Warn: func(c *text.Catalog) string { return c.Certificate.Issue.Replaces(owner(old), day(old.NotAfter)) },
		Buttons: []component.Button{
			{Label: func(c *text.Catalog) string { return c.Certificate.Issue.Go }, Value: true},
			{Label: func(c *text.Catalog) string { return c.Certificate.Issue.Stop }, Value: false},
		},
		Default: 1, Cancel: false,
	}
}

// make has the certificate issued. The password leaves the screen with it.
func (s *issue) make() tea.Cmd {
	identity, password := s.who.identity.Bytes(), s.secret.first.Bytes()
	s.sealing.Clear()
	s.stage, s.busy, s.progress = issuing, true, &progress{}
	caller, o, approval, use, reach := s.env.Caller(), s.office, s.approval, center.Use(s.kind.Selected()), s.progress.reach
	return screen.Do(func(ctx context.Context) (center.Entry, error) {
		return o.Issue(ctx, caller, approval, use, identity, password, reach)
	})
}

// made shows the certificate, or that it was not made: what was approved stays, and
// can be tried again.
func (s *issue) made(msg screen.Result[center.Entry]) {
	s.arrive()
	s.entry, s.problem, s.stage = msg.Value, msg.Err, issued
	switch {
	case msg.Err == nil:
		s.who.clear()
	case concerned(msg.Err) == fieldFresh:
		s.stage = sealing
		s.sealing.Refuse(fieldFresh, explained(msg.Err))
	default:
		s.stage = unissued
	}
}

// viewSeal draws the new password and its rule.
func (s *issue) viewSeal(w, h int) screen.View {
	lead := paragraph(s.env.Text.Certificate.Issue.NewPassword, w, s.env.Theme.Base)
	if h <= roomy {
		lead = nil
	}
	return s.viewForm(s.sealing, lead, w, h, s.env.Text.Keys.Next)
}

// viewProgress draws how far the issue is.
func (s *issue) viewProgress(w, h int) screen.View {
	b := component.NewBody(s.env.Look)
	b.Blank()
	b.Add(paragraph(s.env.Text.Certificate.Issue.Making, w, s.env.Theme.Strong)...)
	b.Blank()
	s.progress.draw(s.env.Look, b)
	return s.viewText(b, w, h, "")
}

// viewUnissued says why it was not made, and that nothing is lost.
func (s *issue) viewUnissued(w, h int) screen.View {
	c := s.env.Text
	m := explain(c, s.problem)
	if errors.Is(s.problem, context.Canceled) && bank.RefusalCode(s.problem) == "" {
		m = c.Certificate.Issue.Cancelled
	}
	v := s.viewProblem(c.Certificate.Issue.NotMade, text.Message{Problem: m.Problem, Advice: m.Advice + "\n\n" + c.Certificate.Issue.NotLost}, w, h, c.Certificate.Issue.TryAgain)
	return v
}

// viewIssued shows what was made.
func (s *issue) viewIssued(w, h int) screen.View {
	c := s.env.Text
	rows := append(s.summary(s.entry), component.Pair{Label: c.Certificate.List.Serial, Value: center.Serial(s.entry.Serial)})
	if s.approval.Reference != "" {
		rows = append(rows, component.Pair{Label: c.Certificate.Issue.Reference, Value: s.approval.Reference})
	}
	if fee := s.plan.Fees[s.entry.Use]; fee.Minor() > 0 {
		rows = append(rows, component.Pair{Label: c.Transfer.Fee, Value: c.Certificate.Issue.Paid(component.Won(c, fee), s.payer(c))})
	}
	return s.viewDone(c.Certificate.Issue.Made, rows, []string{c.Certificate.Issue.Elsewhere}, w, h)
}
