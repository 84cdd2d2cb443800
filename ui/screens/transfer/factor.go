package transfer

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

const fieldFactor = "factor"

// factor asks for the second factor of an order under review.
type factor struct {
	form   *component.Form
	digits *component.Factor
}

func newFactor(m bank.Medium, asked bank.Challenge) factor {
	digits := component.NewFactor(m, asked)
	return factor{component.NewForm(digits.Field(fieldFactor)), digits}
}

// clear wipes the digits.
func (f factor) clear() {
	if f.digits != nil {
		f.digits.Clear()
	}
}

// hinted reports whether there is anything to say about where the medium is shown.
func (f factor) hinted(env *screen.Env) bool {
	return env.Demo.Password != "" && !f.form.Refused(fieldFactor)
}

// drawHint adds where a demonstration shows the medium, unless something is wrong
// with the digits.
func (f factor) drawHint(env *screen.Env, b *component.Body, w int) {
	if f.hinted(env) {
		b.Under(paragraph(f.digits.Hint(env.Text), w, env.Theme.Muted.Render)...)
	}
}

// confirm gives a key or a paste to the second factor, and sends the money once
// it is complete.
func (s *realtime) confirm(msg tea.Msg) tea.Cmd {
	event := s.factor.form.Update(msg)
	if press, ok := msg.(tea.KeyPressMsg); ok && !event.Handled && keymap.Back.Pressed(press) {
		s.factor.clear()
		s.stage = reviewing
		s.pager.Top()
		return nil
	}
	if event.Kind != component.Submitted {
		return nil
	}
	if !s.factor.digits.Complete() {
		s.factor.form.Refuse(fieldFactor, s.factor.digits.Missing)
		return nil
	}
	if s.sign.Made() != nil { // only the digits were wrong
		return s.pay()
	}
	s.stage = reading
	s.sign.Arrive()
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
	s.factor.form.Draw(s.env.Look, b, w)
	if h < roomy && s.factor.hinted(s.env) {
		b.Blank() // what is confirmed stays in sight before the hint does
	}
	s.factor.drawHint(s.env, b, w)
	body, cursor := b.View(w, h)
	return screen.View{Body: body, Cursor: cursor, Keys: []keymap.Hint{
		keymap.Enter.As(s.afterFactor(c)), keymap.Back.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c),
	}}
}
