package transfer

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// confirm gives a key or a paste to the second factor, and sends the money once
// it is complete.
func (s *realtime) confirm(msg tea.Msg) tea.Cmd {
	typed, back := s.factor.Update(msg)
	switch {
	case back:
		s.stage = reviewing
		s.pager.Top()
	case !typed:
	case s.sign.Made() != nil: // only the digits were wrong
		return s.pay()
	default:
		s.stage = reading
		s.sign.Arrive()
	}
	return nil
}

// roomy is the height from which the whole order stands above the second factor.
const roomy = 17

// drawGist adds what is about to be confirmed, for windows that are too low for
// all of it.
func (s *realtime) drawGist(b *component.Body, w int) {
	c, t, o := s.env.Text, s.env.Theme, s.review.Order
	name := component.Clean(c.Pick(s.review.RecipientEN, o.Recipient))
	b.Add(paragraph(c.Transfer.Gist(component.Won(c, o.Amount), name), w, t.Strong.Render)...)
	b.Add(paragraph(payeeLine(c, s.institution(o.Bank), o.To), w, t.Base.Render)...)
	b.Add(paragraph(c.Transfer.Final, w, t.Strong.Render)...)
}

// afterFactor is what Enter does when the digits are typed.
func (s *realtime) afterFactor(c *text.Catalog) string {
	if s.sign.Made() != nil {
		return c.Transfer.Pay
	}
	return c.Certificate.Sign.GoOn
}

// viewConfirm draws the order again, with the second factor under it.
func (s *realtime) viewConfirm(w, h int) screen.View {
	c := s.env.Text
	b := component.NewBody(s.env.Look)
	if h < roomy {
		s.drawGist(b, w)
	} else {
		s.drawReview(b, w)
		b.Blank()
	}
	s.factor.Draw(b, w, h < roomy)
	body, cursor := b.View(w, h)
	return screen.View{Body: body, Cursor: cursor, Keys: []keymap.Hint{
		keymap.Enter.As(s.afterFactor(c)), keymap.Back.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c),
	}}
}
