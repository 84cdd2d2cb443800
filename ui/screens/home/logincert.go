package home

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// keyholder is the part of the Certification Center that the login needs.
type keyholder interface {
	List(ctx context.Context) ([]center.Entry, error)
	SignIn(ctx context.Context, id string, password []byte, on bank.Channel) (bank.Session, error)
}

// held are the certificates on this device.
type held []center.Entry

// certificates are the part of the login that chooses one. They are not read before
// the customer asks for them: a keyring may want to be unlocked for it.
type certificates struct {
	env     *screen.Env
	center  keyholder
	which   *component.Choice
	seal    *component.Password
	entries []center.Entry
	read    bool
	unread  error
}

func newCertificates(env *screen.Env, c keyholder) certificates {
	return certificates{env: env, center: c, which: component.NewChoice(), seal: component.NewPassword(64)}
}

// list reads what is on this device.
func (s *certificates) list() tea.Cmd {
	c := s.center
	return screen.Do(func(ctx context.Context) (held, error) { return c.List(ctx) })
}

// found offers what is there: what was chosen before, else the first usable one.
func (s *certificates) found(msg screen.Result[held]) {
	before := s.which.Selected()
	s.read, s.unread, s.entries = msg.Err == nil, msg.Err, msg.Value
	options := make([]component.Option, 0, len(s.entries))
	for _, e := range s.entries {
		options = append(options, component.Option{
			Key:   e.ID,
			Label: func(*text.Catalog) string { return component.CertificateName(s.env.Look, e, s.env.Now) },
		})
	}
	s.which.SetOptions(options...)
	if before != "" && s.which.Select(before) {
		return
	}
	if i := slices.IndexFunc(s.entries, func(e center.Entry) bool { return e.State.Usable() }); i >= 0 {
		s.which.Select(s.entries[i].ID)
	}
}

// note says under the certificate why there is none, or that none can be used.
func (s *certificates) note(l component.Look, w int) []string {
	words := l.Text.Certificate.Sign
	switch {
	case s.unread != nil:
		return component.Problem(l, s.env.Explain(s.unread), w)
	case !s.read:
		return nil
	case len(s.entries) == 0:
		return component.Problem(l, words.NoneHere, w)
	case !slices.ContainsFunc(s.entries, func(e center.Entry) bool { return e.State.Usable() }):
		return component.Problem(l, words.NoneUsable, w)
	}
	return nil
}

// signIn opens a session with the chosen certificate. The password leaves the
// screen with it.
func (s *certificates) signIn() tea.Cmd {
	id, password, c := s.which.Selected(), s.seal.Bytes(), s.center
	s.seal.Clear()
	channel := s.env.Channel
	return screen.Do(func(ctx context.Context) (bank.Session, error) {
		defer clear(password)
		return c.SignIn(ctx, id, password, channel)
	})
}
