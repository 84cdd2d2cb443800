package certificate

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

// Export copies a certificate of this device to a PC. Its argument is the ID of a
// certificate, or nil.
var Export = Screens.Add(screen.Def{
	ID:     "cert.export",
	Title:  func(c *text.Catalog) string { return c.Menu.CertExport },
	Places: at(44),
	New:    func(env *screen.Env, args any) screen.Screen { return newExport(env, env.Center, args) },
})

// exporter is what this screen asks the Certification Center.
type exporter interface {
	lister
	Export(ctx context.Context, caller bank.Caller, id string, password []byte) (center.Parcel, error)
}

// exportStage is the page an export is at.
type exportStage int

const (
	exportPicking exportStage = iota
	exportUnlocking
	exportCopying
)

// onPhone are the words of copying on this device.
func onPhone(c *text.Catalog) text.CopyingDevice { return c.Copying.OnPhone }

// export is the state of the screen.
type export struct {
	*picker
	center exporter
	stage  exportStage

	entry    center.Entry
	form     *component.Form
	password *component.Password
	parcel   center.Parcel
	copy     *copying.Flow
}

func newExport(env *screen.Env, c exporter, args any) *export {
	s := &export{center: c, password: component.NewPassword(passwordRunes)}
	s.picker = newPicker(page{env: env}, c, func(c *text.Catalog) string { return c.Certificate.Copy.ExportLead }, args)
	s.fits = func(e center.Entry) bool {
		return e.State != center.Discarded && e.State != center.Expired && e.State != center.Locked
	}
	s.none = func(c *text.Catalog) text.Message { return c.Certificate.Copy.NoneToExport }
	s.form = component.NewForm(passwordField(s.password))
	s.copy = copying.NewSending(env, onPhone, func(ctx context.Context, number []byte) (*pairing.Outgoing, error) {
		return s.parcel.Send(ctx, number)
	})
	return s
}

// Init reads what is there.
func (s *export) Init() tea.Cmd { return s.load() }

// Update goes on to the next page, or hands keys to the one that is shown.
func (s *export) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[listed]:
		if e := s.loaded(msg); e != nil {
			s.take(*e)
		}
		return nil
	case screen.Result[center.Parcel]:
		return s.packed(msg)
	}
	if s.stage == exportCopying {
		cmd, done := s.copy.Update(msg)
		switch {
		case !done:
			return cmd
		case s.copy.Over():
			return screen.Close()
		}
		s.stage = exportPicking
		return nil
	}
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		if !s.busy {
			return s.pressed(msg)
		}
	}
	return nil
}

func (s *export) pressed(msg tea.Msg) tea.Cmd {
	if key, ok := msg.(tea.KeyPressMsg); ok && keymap.Turn.Pressed(key) {
		s.copy.Turn()
		return nil
	}
	if s.stage == exportUnlocking {
		return s.unlock(msg)
	}
	if key, ok := msg.(tea.KeyPressMsg); ok {
		e, cmd := s.press(key)
		if e != nil {
			s.take(*e)
		}
		return cmd
	}
	return nil
}

// take asks for the password of a certificate.
func (s *export) take(e center.Entry) {
	s.entry, s.stage = e, exportUnlocking
	s.form.Clear()
}

// unlock gives a key or a paste to the form, and packs the certificate once it is
// filled in.
func (s *export) unlock(msg tea.Msg) tea.Cmd {
	submitted, left := s.ask(s.form, msg)
	if left {
		s.form.Clear()
		s.stage = exportPicking
	}
	if !submitted {
		return nil
	}
	if s.password.Len() == 0 {
		s.form.Refuse(fieldPassword, missing(fieldPassword))
		return nil
	}
	password := s.password.Bytes()
	s.password.Clear()
	s.busy = true
	caller, c, id := s.env.Caller(), s.center, s.entry.ID
	return screen.Do(func(ctx context.Context) (center.Parcel, error) {
		defer clear(password)
		return c.Export(ctx, caller, id, password)
	})
}

// packed begins to copy, or says beside the field what is wrong.
func (s *export) packed(msg screen.Result[center.Parcel]) tea.Cmd {
	s.busy = false
	if msg.Err != nil {
		s.form.Refuse(concerned(msg.Err), explained(msg.Err))
		return nil
	}
	s.parcel, s.stage = msg.Value, exportCopying
	return s.copy.Begin()
}

// Leave ends the copy and wipes everything secret.
func (s *export) Leave() tea.Cmd {
	s.form.Clear()
	return s.copy.Leave()
}

// View draws the page.
func (s *export) View(w, h int) screen.View {
	c := s.env.Text
	switch s.stage {
	case exportUnlocking:
		v := s.viewForm(s.form, s.lead(s.entry, w), w, h, s.copy.Next())
		if !s.busy {
			v.Keys = slices.Insert(v.Keys, 1, s.copy.Hint())
		}
		return v
	case exportCopying:
		return s.copy.View(w, h, nil)
	case exportPicking:
	}
	return s.view(w, h, c.Keys.Choose)
}
