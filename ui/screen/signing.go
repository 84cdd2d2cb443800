package screen

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
	"smartbank/ui/text"
)

// Keyholder is the part of the Certification Center that an order needs.
type Keyholder interface {
	List(ctx context.Context) ([]center.Entry, error)
	Sign(ctx context.Context, id string, password, document []byte) ([]byte, error)
}

// The fields of the signature.
const (
	fieldCertificate = "certificate"
	fieldSeal        = "certificate password"
)

// maxSeal is more than a certificate's password can have.
const maxSeal = 64

// margin is the column where text outside a form begins.
const margin = "  "

// Usable are the certificates on this device that one can sign with.
type Usable []center.Entry

// Signed is a signature over an order.
type Signed []byte

// Signing is the page on which an order is signed: what is signed, in full and read to its end, and under it the
// certificate's password. Screens of orders have one; its zero value has nothing to sign.
type Signing struct {
	env      *Env
	keys     Keyholder
	document []byte

	form     *component.Form
	which    *component.Choice
	password *component.Password
	reader   component.Pager // of what is signed
	read     bool            // its end was in sight
	made     Signed          // of the order under review; nil before it is signed
}

// NewSigning is the page for what keys of a Certification Center sign.
func NewSigning(env *Env, keys Keyholder) *Signing { return &Signing{env: env, keys: keys} }

// Look returns a command that answers with a [Result] of [Usable]: without a certificate an order cannot be confirmed,
// which is better known before anything is typed.
func (s *Signing) Look() tea.Cmd {
	k := s.keys
	return Do(func(ctx context.Context) (Usable, error) {
		entries, err := k.List(ctx)
		return slices.DeleteFunc(entries, func(e center.Entry) bool { return !e.State.Usable() }), err
	})
}

// Begin has a document signed with one of some certificates.
func (s *Signing) Begin(entries Usable, document []byte) {
	s.Clear()
	s.document, s.which, s.password = document, component.NewChoice(), component.NewPassword(maxSeal)
	options := make([]component.Option, 0, len(entries))
	for _, e := range entries {
		options = append(options, component.Option{
			Key:   e.ID,
			Label: func(*text.Catalog) string { return component.CertificateName(s.env.Look, e, s.env.Now) },
		})
	}
	s.which.SetOptions(options...)
	s.form = component.NewForm(
		&component.Field{Name: fieldCertificate, Label: func(c *text.Catalog) string { return c.Certificate.Sign.Which }, Input: s.which},
		&component.Field{Name: fieldSeal, Label: func(c *text.Catalog) string { return c.Certificate.Form.Password }, Input: s.password},
	)
	s.form.Focus(fieldSeal)
}

// Arrive goes to the top of what is signed.
func (s *Signing) Arrive() { s.reader, s.read = component.Pager{}, false }

// Made is the signature of the order under review; nil before it is signed.
func (s *Signing) Made() []byte { return s.made }

// Clear wipes the password, and forgets what was signed.
func (s *Signing) Clear() {
	s.ClearPassword()
	s.made = nil
}

// ClearPassword wipes the password.
func (s *Signing) ClearPassword() {
	if s.password != nil {
		s.password.Clear()
	}
}

// Update gives a key or a paste to the page: what is signed is read to its end before the password is asked for. Sign is a
// command that answers with a [Result] of [Signed], once the password is there; back tells that the customer wants to go back.
func (s *Signing) Update(msg tea.Msg) (sign tea.Cmd, back bool) {
	press, isKey := msg.(tea.KeyPressMsg)
	if isKey && keymap.Back.Pressed(press) && !s.which.Open() {
		s.ClearPassword()
		return nil, true
	}
	if !s.read {
		switch {
		case !isKey:
		case keymap.Enter.Pressed(press):
			s.reader.Turn()
		default:
			s.reader.Update(press)
		}
		return nil, false
	}
	if isKey && (keymap.PageUp.Pressed(press) || keymap.PageDown.Pressed(press)) {
		s.reader.Update(press)
		return nil, false
	}
	if event := s.form.Update(msg); event.Kind != component.Submitted {
		return nil, false
	}
	if s.password.Len() == 0 {
		s.form.Refuse(fieldSeal, func(c *text.Catalog) text.Message { return c.Certificate.Form.NoPassword })
		return nil, false
	}
	return s.sign(), false
}

// sign signs the document. The password leaves the screen with it.
func (s *Signing) sign() tea.Cmd {
	id, password, document, k := s.which.Selected(), s.password.Bytes(), s.document, s.keys
	s.password.Clear()
	return Do(func(ctx context.Context) (Signed, error) {
		defer clear(password)
		return k.Sign(ctx, id, password, document)
	})
}

// Take takes the signature, or says on the page what is wrong: nothing was sent then.
func (s *Signing) Take(r Result[Signed]) (ok bool) {
	_, wrong := errors.AsType[*certstore.PasswordError](r.Err)
	explained := func(c *text.Catalog) text.Message { return c.Explain(r.Err) }
	switch {
	case r.Err == nil:
		s.made = r.Value
		return true
	case wrong:
		s.form.Refuse(fieldSeal, explained)
	case errors.Is(r.Err, context.Canceled):
		s.form.Refuse(fieldSeal, func(c *text.Catalog) text.Message { return c.Certificate.Sign.NotSigned })
	default:
		s.form.Refuse("", explained)
	}
	return false
}

// documentLines are the lines of what is signed, as they may be shown.
func documentLines(document []byte) []string {
	var lines []string
	for line := range strings.Lines(string(document)) {
		lines = append(lines, component.Clean(strings.TrimRight(line, "\n")))
	}
	return lines
}

// View draws what is signed, in full, and under it the certificate and its password.
func (s *Signing) View(w, h int) View {
	c, t := s.env.Text, s.env.Theme
	form := component.NewBody(s.env.Look)
	form.Blank()
	s.form.Draw(s.env.Look, form, w)
	document := component.NewBody(s.env.Look)
	wide := max(w-2*len(margin), 1)
	for _, line := range component.Wrap(c.Certificate.Sign.Title, wide) {
		document.Add(margin + t.Strong.Render(line))
	}
	document.Blank()
	for _, line := range documentLines(s.document) {
		for _, part := range component.Wrap(line, wide) {
			document.Add(margin + t.Base.Render(part))
		}
	}
	keys := []keymap.Hint{keymap.Back.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c)}
	room := max(h-form.Len(), h/3)
	if s.read = s.read || document.Len() <= room; !s.read {
		body := s.reader.View(document, w, h)
		s.read = !s.reader.More()
		if !s.read {
			return View{Body: body, Keys: append([]keymap.Hint{keymap.Enter.As(c.Keys.More)}, keys...)}
		}
	}
	above := min(room, document.Len())
	body := s.reader.View(document, w, above)
	under, cursor := form.View(w, max(h-above, 1))
	if cursor != nil {
		cursor.Y += above
	}
	keys = append([]keymap.Hint{keymap.Enter.As(c.Certificate.Sign.Sign)}, keys...)
	if document.Len() > room {
		keys = append(keys, keymap.PageUp.As(c.Keys.Scroll))
	}
	return View{Body: body + "\n" + under, Cursor: cursor, Keys: keys}
}
