package fx

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
)

// look looks for a certificate on this device.
func (s *sending) look() tea.Cmd {
	s.work = looking
	return s.sign.Look()
}

// looked goes on to the second factor, or says that a certificate is needed. The
// order stays as it is while one is issued.
func (s *sending) looked(msg screen.Result[screen.Usable]) {
	switch {
	case msg.Err != nil:
		s.problem = explained(msg.Err)
		s.arrive(unsigned)
	case len(msg.Value) == 0:
		s.problem = nil
		s.arrive(unsigned)
	default:
		s.factor = screen.NewFactor(s.env, s.review.Medium, s.review.Challenge)
		s.sign.Begin(msg.Value, s.review.Document)
		s.arrive(confirming)
	}
}

// pressUnsigned opens the issue of a certificate, over this screen and its order.
func (s *sending) pressUnsigned(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg):
		s.stage = reviewing
		s.pager.Top()
	case keymap.Refresh.Pressed(msg):
		return s.look()
	case keymap.Enter.Pressed(msg):
		if s.problem == nil && !s.early() {
			return screen.Open(issueID, nil)
		}
	default:
		s.pager.Update(msg)
	}
	return nil
}

// viewUnsigned says why the order cannot be signed yet, and what to do.
func (s *sending) viewUnsigned(w, h int) screen.View {
	c := s.env.Text
	m := c.Certificate.Sign.NeedOne
	keys := []keymap.Hint{keymap.Enter.As(c.Certificate.Sign.ToIssue)}
	if s.problem != nil {
		m, keys = s.problem(c), nil
	}
	v := s.viewProblem(c.Certificate.Sign.NeedTitle, m, "", w, h)
	v.Keys = append(keys, keymap.Refresh.Hint(c), keymap.Back.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c))
	return v
}

// confirm gives a key or a paste to the second factor, and goes on to the signature once it is complete.
func (s *sending) confirm(msg tea.Msg) tea.Cmd {
	typed, back := s.factor.Update(msg)
	if back {
		s.stage = reviewing
		s.pager.Top()
	}
	if !typed {
		return nil
	}
	s.typed = s.env.Now
	if s.sign.Made() != nil { // only the digits were wrong
		return s.sure(s.pay)
	}
	return s.sure(func() tea.Cmd {
		s.stage = signing
		s.sign.Arrive()
		return nil
	})
}

// pressSigning gives a key or a paste to the page of the signature.
func (s *sending) pressSigning(msg tea.Msg) tea.Cmd {
	sign, back := s.sign.Update(msg)
	switch {
	case back:
		s.factor.Clear()
		s.stage = confirming
	case sign != nil:
		s.work = making
	}
	return sign
}

// drawGist adds what is about to be confirmed, and how long the rate holds.
func (s *sending) drawGist(b *component.Body, w int) {
	c, t, r := s.env.Text, s.env.Theme, s.review
	b.Add(s.countdown(w)...)
	b.Blank()
	rows := append(component.RemittancePairs(c, r.Order)[:3], component.Pair{})
	b.Add(indented(component.Pairs(s.env.Look, append(rows, component.RemittanceTermPairs(c, r.Order, r.Terms)...), w-2*len(margin)))...)
	b.Blank()
	b.Add(paragraph(c.FX.Remit.Final, w, t.Strong)...)
	b.Blank()
}

// viewConfirm draws the gist of the order, with the second factor under it.
func (s *sending) viewConfirm(w, h int) screen.View {
	c := s.env.Text
	b := component.NewBody(s.env.Look)
	s.drawGist(b, w)
	s.factor.Draw(b, w, false)
	body, cursor := b.View(w, h)
	enter := c.Certificate.Sign.GoOn
	if s.sign.Made() != nil {
		enter = c.FX.Remit.Pay
	}
	return screen.View{Body: body, Cursor: cursor, Keys: []keymap.Hint{
		keymap.Enter.As(enter), keymap.Back.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c),
	}}
}

// viewSigning draws the page of the signature under the seconds that the rate still holds.
func (s *sending) viewSigning(w, h int) screen.View {
	top := s.countdown(w)
	v := s.sign.View(w, max(h-len(top), 1))
	v.Body = strings.Join(append(top, v.Body), "\n")
	if v.Cursor != nil {
		v.Cursor.Y += len(top)
	}
	return v
}
