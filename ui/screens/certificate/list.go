package certificate

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/certstore"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// List shows the certificates on this device and all that is known of each. It
// stands in no menu: Certificate service information leads to it.
var List = Screens.Add(screen.Def{
	ID:     listID,
	Title:  func(c *text.Catalog) string { return c.Certificate.List.Title },
	Public: true,
	New:    func(env *screen.Env, _ any) screen.Screen { return newList(env, env.Center) },
})

// cabinet is what the list asks the Certification Center.
type cabinet interface {
	lister
	Details(ctx context.Context, caller bank.Caller, id string) (center.Details, error)
}

// list is the state of the screen.
type list struct {
	*picker
	cabinet cabinet
	details *center.Details // of the certificate that is looked at; nil in the list
	unread  error           // why it cannot be looked at
}

func newList(env *screen.Env, c cabinet) *list {
	p := newPicker(page{env: env}, c, func(c *text.Catalog) string { return c.Certificate.List.Lead }, nil)
	return &list{picker: p, cabinet: c}
}

// Init reads what is there.
func (s *list) Init() tea.Cmd { return s.load() }

// Update moves in the list, and opens the details and what can be done from them.
func (s *list) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[listed]:
		s.loaded(msg)
	case screen.Result[center.Details]:
		s.arrive()
		s.details, s.unread = &msg.Value, msg.Err
	case screen.Shown:
		if s.back() { // what was opened from here may have changed it
			s.details, s.unread = nil, nil
			return s.load()
		}
	case screen.Decided:
		if id, ok := msg.Decision.(screen.ID); ok && s.details != nil {
			return s.open(id, s.details.ID)
		}
	case tea.KeyPressMsg:
		return s.pressed(msg)
	}
	return nil
}

func (s *list) pressed(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case s.busy:
		return nil
	case s.details == nil && s.unread == nil:
		e, cmd := s.press(msg)
		if e != nil {
			return s.look(e.ID)
		}
		return cmd
	case keymap.Back.Pressed(msg), s.unread != nil && keymap.Enter.Pressed(msg):
		s.details, s.unread = nil, nil
	case s.unread != nil:
		s.pager.Update(msg)
	case keymap.Copy.Pressed(msg):
		return screen.Copy(center.Serial(s.details.Serial))
	case keymap.Enter.Pressed(msg):
		if !s.early() {
			return screen.Ask(actions(s.details.Entry))
		}
	default:
		s.pager.Update(msg)
	}
	return nil
}

// look reads the details of one.
func (s *list) look(id string) tea.Cmd {
	s.busy = true
	caller, c := s.env.Caller(), s.cabinet
	return screen.Do(func(ctx context.Context) (center.Details, error) { return c.Details(ctx, caller, id) })
}

// actions asks what to do with a certificate. Nothing is the first answer.
func actions(e center.Entry) *component.Confirm {
	return &component.Confirm{
		Title: func(c *text.Catalog) string { return c.Certificate.List.WhatTitle },
		Lines: func(c *text.Catalog) []string {
			return []string{c.Certificate.Discard.Which(owner(e), day(e.NotAfter))}
		},
		Buttons: []component.Button{
			{Label: func(c *text.Catalog) string { return c.Certificate.List.ToRenew }, Value: renewID},
			{Label: func(c *text.Catalog) string { return c.Certificate.List.ToPassword }, Value: passwordID},
			{Label: func(c *text.Catalog) string { return c.Certificate.List.ToDiscard }, Value: discardID},
			{Label: func(c *text.Catalog) string { return c.Certificate.List.ToClose }},
		},
		Default: 3,
	}
}

// View draws the list or the details.
func (s *list) View(w, h int) screen.View {
	c := s.env.Text
	switch {
	case s.unread != nil:
		return s.viewProblem("", explain(c, s.unread), w, h, c.Keys.Back)
	case s.details == nil:
		return s.view(w, h, c.Keys.Detail)
	}
	b := s.newBody(h)
	b.Add(indented(component.Pairs(s.env.Look, s.pairs(), min(w, widest)-2*len(margin)))...)
	v := s.viewText(b, w, h, c.Certificate.List.What)
	v.Keys = append(v.Keys, keymap.Copy.As(c.Certificate.List.CopySerial))
	v.Title = c.Certificate.List.Details
	return v
}

// pairs are the lines of the details; what is not known has none.
func (s *list) pairs() []component.Pair {
	t, d := s.env.Text.Certificate.List, s.details
	words, style := component.CertificateState(s.env.Look, d.Entry, s.env.Now)
	rows := []component.Pair{
		{Label: t.Owner, Value: owner(d.Entry), Strong: true},
		{Label: t.State, Value: style.Render(words)},
	}
	add := func(label, value string) {
		if value != "" {
			rows = append(rows, component.Pair{Label: label, Value: value})
		}
	}
	if !d.RevokedAt.IsZero() {
		add(t.Revoked, strings.TrimSpace(text.DateTime(d.RevokedAt)+"  "+s.reason()))
	}
	add(t.Valid, day(d.NotBefore)+" – "+day(d.NotAfter))
	add(t.Use, use(s.env.Text, d.Entry)+"  "+component.Clean(d.PolicyName))
	add(t.Policy, component.Clean(d.Policy))
	add(t.Serial, center.Serial(d.Serial))
	add(t.Subject, component.Clean(d.Subject.String()))
	add(t.Chain, s.chain())
	add(t.RealName, component.Clean(d.RealName))
	add(t.Identity, t.Identities[d.Identity])
	add(t.VID, d.VIDHash)
	add("SHA-256", grouped(d.SHA256))
	add("SHA-1", grouped(d.SHA1))
	if d.Tries > 0 {
		add(t.Tries, t.TriesOf(d.Tries, certstore.MaxTries))
	}
	return rows
}

// reason is why it was discarded, in words if it is one that we know.
func (s *list) reason() string {
	if words, ok := s.env.Text.Certificate.Discard.Reasons[center.DiscardReason(s.details.Reason)]; ok {
		return words
	}
	return component.Clean(s.details.Reason)
}

// chain is the way from the issuer up to the root.
func (s *list) chain() string {
	names := make([]string, 0, len(s.details.Chain))
	for _, c := range s.details.Chain {
		name := c.Subject.Value("cn")
		if name == "" {
			name = c.Subject.String()
		}
		names = append(names, component.Clean(name))
	}
	return strings.Join(names, " "+s.env.Theme.Glyphs.Right+" ")
}

// grouped writes a fingerprint in groups of four digits, which can be compared by
// eye.
func grouped(hex string) string {
	var b strings.Builder
	for i, r := range hex {
		if i > 0 && i%4 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}
