package transfer

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
)

// look looks for a certificate on this device.
func (s *realtime) look() tea.Cmd {
	s.work = looking
	return s.sign.Look()
}

// looked goes on to the second factor, or says that a certificate is needed. The
// order stays as it is while one is issued.
func (s *realtime) looked(msg screen.Result[screen.Usable]) {
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
func (s *realtime) pressUnsigned(msg tea.KeyPressMsg) tea.Cmd {
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

// pressSigning gives a key or a paste to the page of the signature.
func (s *realtime) pressSigning(msg tea.Msg) tea.Cmd {
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

// signatureMade sends the order, or says what is wrong: nothing was sent then.
func (s *realtime) signatureMade(msg screen.Result[screen.Signed]) tea.Cmd {
	s.work = idle
	if s.sign.Take(msg) {
		return s.pay()
	}
	return nil
}

// viewUnsigned says why the order cannot be signed yet, and what to do.
func (s *realtime) viewUnsigned(w, h int) screen.View {
	c := s.env.Text
	b := component.NewBody(s.env.Look)
	m := c.Certificate.Sign.NeedOne
	keys := []keymap.Hint{keymap.Enter.As(c.Certificate.Sign.ToIssue)}
	if s.problem != nil {
		m, keys = s.problem(c), nil
	}
	s.drawProblem(b, c.Certificate.Sign.NeedTitle, m, w)
	v := s.page(b, w, h)
	v.Keys = append(keys, keymap.Refresh.Hint(c), keymap.Back.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c))
	return v
}
