package transfer

import (
	"context"
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/certstore"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// keyholder is the part of the Certification Center that an order needs.
type keyholder interface {
	List(ctx context.Context) ([]center.Entry, error)
	Sign(ctx context.Context, id string, password, document []byte) ([]byte, error)
}

// The fields of the signature.
const (
	fieldCertificate = "certificate"
	fieldSeal        = "certificate password"
)

// usable are the certificates on this device that one can sign with.
type usable []center.Entry

// signature is a signature over an order.
type signature []byte

// signing asks for the certificate's password under what is signed.
type signing struct {
	form     *component.Form
	which    *component.Choice
	password *component.Password
	reader   component.Pager // of what is signed
	read     bool            // its end was in sight
	made     signature       // of the order under review; nil before it is signed
}

func newSigning(env *screen.Env, entries usable) signing {
	s := signing{which: component.NewChoice(), password: component.NewPassword(64)}
	options := make([]component.Option, 0, len(entries))
	for _, e := range entries {
		options = append(options, component.Option{
			Key:   e.ID,
			Label: func(*text.Catalog) string { return component.CertificateName(env.Look, e, env.Now) },
		})
	}
	s.which.SetOptions(options...)
	s.form = component.NewForm(
		&component.Field{Name: fieldCertificate, Label: func(c *text.Catalog) string { return c.Certificate.Sign.Which }, Input: s.which},
		&component.Field{Name: fieldSeal, Label: func(c *text.Catalog) string { return c.Certificate.Form.Password }, Input: s.password},
	)
	s.form.Focus(fieldSeal)
	return s
}

// clear wipes the password, and forgets what was signed.
func (s *signing) clear() {
	if s.password != nil {
		s.password.Clear()
	}
	s.made = nil
}

// look looks for a certificate on this device: without one the order cannot be
// confirmed, which is better known before anything is typed.
func (s *realtime) look() tea.Cmd {
	s.work = looking
	k := s.keys
	return screen.Do(func(ctx context.Context) (usable, error) {
		entries, err := k.List(ctx)
		return slices.DeleteFunc(entries, func(e center.Entry) bool { return !e.State.Usable() }), err
	})
}

// looked goes on to the second factor, or says that a certificate is needed. The
// order stays as it is while one is issued.
func (s *realtime) looked(msg screen.Result[usable]) {
	switch {
	case msg.Err != nil:
		s.problem = explained(msg.Err)
		s.arrive(unsigned)
	case len(msg.Value) == 0:
		s.problem = nil
		s.arrive(unsigned)
	default:
		s.factor = newFactor(s.review)
		s.sign = newSigning(s.env, msg.Value)
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

// pressSigning gives a key or a paste to the page of the signature: what is signed is read
// to its end before the password is asked for.
func (s *realtime) pressSigning(msg tea.Msg) tea.Cmd {
	press, isKey := msg.(tea.KeyPressMsg)
	if isKey && keymap.Back.Pressed(press) && !s.sign.which.Open() {
		s.sign.password.Clear()
		s.factor.clear()
		s.stage = confirming
		return nil
	}
	if !s.sign.read {
		switch {
		case !isKey:
		case keymap.Enter.Pressed(press):
			s.sign.reader.Turn()
		default:
			s.sign.reader.Update(press)
		}
		return nil
	}
	if isKey && (keymap.PageUp.Pressed(press) || keymap.PageDown.Pressed(press)) {
		s.sign.reader.Update(press)
		return nil
	}
	if event := s.sign.form.Update(msg); event.Kind != component.Submitted {
		return nil
	}
	if s.sign.password.Len() == 0 {
		s.sign.form.Refuse(fieldSeal, func(c *text.Catalog) text.Message { return c.Certificate.Form.NoPassword })
		return nil
	}
	return s.makeSignature()
}

// makeSignature signs the order under review. The password leaves the screen with
// it.
func (s *realtime) makeSignature() tea.Cmd {
	id, password, document, k := s.sign.which.Selected(), s.sign.password.Bytes(), s.review.Document, s.keys
	s.sign.password.Clear()
	s.work = making
	return screen.Do(func(ctx context.Context) (signature, error) {
		defer clear(password)
		return k.Sign(ctx, id, password, document)
	})
}

// signatureMade sends the order, or says what is wrong: nothing was sent then.
func (s *realtime) signatureMade(msg screen.Result[signature]) tea.Cmd {
	s.work = idle
	_, wrong := errors.AsType[*certstore.PasswordError](msg.Err)
	switch {
	case msg.Err == nil:
		s.sign.made = msg.Value
		return s.pay()
	case wrong:
		s.sign.form.Refuse(fieldSeal, explained(msg.Err))
	case errors.Is(msg.Err, context.Canceled):
		s.sign.form.Refuse(fieldSeal, func(c *text.Catalog) text.Message { return c.Certificate.Sign.NotSigned })
	default:
		s.sign.form.Refuse("", explained(msg.Err))
	}
	return nil
}

// documentLines are the lines of what is signed, as they may be shown.
func documentLines(document []byte) []string {
	var lines []string
	for line := range strings.Lines(string(document)) {
		lines = append(lines, component.Clean(strings.TrimRight(line, "\n")))
	}
	return lines
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

// viewSigning draws what is signed, in full, and under it the certificate and its
// password.
func (s *realtime) viewSigning(w, h int) screen.View {
	c, t := s.env.Text, s.env.Theme
	form := component.NewBody(s.env.Look)
	form.Blank()
	s.sign.form.Draw(s.env.Look, form, w)
	document := component.NewBody(s.env.Look)
	document.Add(paragraph(c.Certificate.Sign.Title, w, t.Strong.Render)...)
	document.Blank()
	for _, line := range documentLines(s.review.Document) {
		document.Add(paragraph(line, w, t.Base.Render)...)
	}
	keys := []keymap.Hint{keymap.Back.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c)}
	room := max(h-form.Len(), h/3)
	if s.sign.read = s.sign.read || document.Len() <= room; !s.sign.read {
		body := s.sign.reader.View(document, w, h)
		s.sign.read = !s.sign.reader.More()
		if !s.sign.read {
			return screen.View{Body: body, Keys: append([]keymap.Hint{keymap.Enter.As(c.Keys.More)}, keys...)}
		}
	}
	above := min(room, document.Len())
	body := s.sign.reader.View(document, w, above)
	under, cursor := form.View(w, max(h-above, 1))
	if cursor != nil {
		cursor.Y += above
	}
	keys = append([]keymap.Hint{keymap.Enter.As(c.Certificate.Sign.Sign)}, keys...)
	if document.Len() > room {
		keys = append(keys, keymap.PageUp.As(c.Keys.Scroll))
	}
	return screen.View{Body: body + "\n" + under, Cursor: cursor, Keys: keys}
}
