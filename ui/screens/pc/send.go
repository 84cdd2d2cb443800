package pc

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/certstore/pairing"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/copying"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Send copies a certificate of this PC to the phone.
var Send = Screens.Add(screen.Def{
	ID:    sendID,
	Title: func(c *text.Catalog) string { return c.PC.Send },
	New:   func(env *screen.Env, _ any) screen.Screen { return newSend(env, env.Desk) },
})

// packer is what sending asks the desk.
type packer interface {
	lister
	Pack(ctx context.Context, caller bank.Caller, id string, password []byte) (center.Parcel, error)
}

// stage is the page a screen is at.
type stage int

const (
	picking stage = iota
	filling
	working // on what has pages of its own
	done
)

// send is the state of the screen.
type send struct {
	shelf
	desk     packer
	stage    stage
	form     *component.Form
	password *component.Password
	parcel   center.Parcel
	copy     *copying.Flow
}

func newSend(env *screen.Env, d packer) *send {
	s := &send{shelf: newShelf(env, d, func(c *text.Catalog) string { return c.PC.WhichSend }), desk: d, password: component.NewPassword(passwordRunes)}
	s.fits = func(f center.Filed) bool { return f.State != center.Discarded && f.State != center.Expired }
	s.form = component.NewForm(s.passwordField(s.password))
	s.copy = copying.NewSending(env, onPC, func(ctx context.Context, number []byte) (*pairing.Outgoing, error) {
		return s.parcel.Send(ctx, number)
	})
	return s
}

// Init reads what is there.
func (s *send) Init() tea.Cmd { return s.load() }

// Update goes on to the next page, or hands keys to the one that is shown.
func (s *send) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[center.Filing]:
		s.loaded(msg)
		return nil
	case screen.Result[center.Parcel]:
		return s.packed(msg)
	}
	if s.stage == working {
		cmd, left := s.copy.Update(msg)
		switch {
		case !left:
			return cmd
		case s.copy.Over():
			return screen.Close()
		}
		s.stage = picking
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if !s.busy {
			return s.pressed(msg)
		}
	case tea.PasteMsg:
		if s.stage == filling && !s.busy {
			s.form.Update(msg)
		}
	}
	return nil
}

func (s *send) pressed(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Turn.Pressed(msg):
		s.copy.Turn()
		return nil
	case s.stage == filling:
		return s.unlock(msg)
	}
	f, cmd := s.press(msg)
	if f != nil {
		s.chosen, s.stage = *f, filling
		s.form.Clear()
	}
	return cmd
}

// unlock gives a key to the form, and packs the certificate once it is filled in.
func (s *send) unlock(msg tea.KeyPressMsg) tea.Cmd {
	event := s.form.Update(msg)
	if !event.Handled && keymap.Back.Pressed(msg) {
		s.form.Clear()
		s.stage = picking
	}
	if event.Kind != component.Submitted {
		return nil
	}
	if s.password.Len() == 0 {
		s.form.Refuse(fieldPassword, func(c *text.Catalog) text.Message { return c.Certificate.Form.NoPassword })
		return nil
	}
	password := s.password.Bytes()
	s.password.Clear()
	s.busy = true
	caller, d, id := s.env.Caller(), s.desk, s.chosen.ID
	return screen.Do(func(ctx context.Context) (center.Parcel, error) { return d.Pack(ctx, caller, id, password) })
}

// packed begins to copy, or says beside the field what is wrong.
func (s *send) packed(msg screen.Result[center.Parcel]) tea.Cmd {
	s.busy = false
	if msg.Err != nil {
		s.form.Refuse(fieldPassword, func(c *text.Catalog) text.Message { return explain(c, msg.Err) })
		return nil
	}
	s.parcel, s.stage = msg.Value, working
	return s.copy.Begin()
}

// Leave ends the copy and wipes everything secret.
func (s *send) Leave() tea.Cmd {
	s.form.Clear()
	return s.copy.Leave()
}

// View draws the page.
func (s *send) View(w, h int) screen.View {
	switch s.stage {
	case filling:
		v := viewForm(s.env, s.form, summary(s.env, s.chosen, w), w, h, s.busy, s.copy.Next())
		if !s.busy {
			v.Keys = slices.Insert(v.Keys, 1, s.copy.Hint())
		}
		return v
	case working:
		return s.copy.View(w, h, nil)
	case picking, done:
	}
	return s.view(w, h, s.env.Text.Keys.Choose)
}

// viewForm draws a form under what it is about.
func viewForm(env *screen.Env, f *component.Form, lead []string, w, h int, busy bool, enter string) screen.View {
	c := env.Text
	b := component.NewBody(env.Look)
	if h > roomy {
		b.Blank()
	}
	b.Add(lead...)
	b.Blank()
	f.Draw(env.Look, b, w)
	body, cursor := b.View(w, h)
	if busy {
		return screen.View{Body: body, Keys: frame(c)}
	}
	if !f.Last() {
		enter = c.Keys.Next
	}
	return screen.View{Body: body, Cursor: cursor, Keys: frame(c, keymap.Enter.As(enter), keymap.Back.Hint(c))}
}
