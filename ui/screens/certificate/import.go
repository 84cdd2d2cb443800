package certificate

import (
	"context"
	"slices"
	"strconv"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/certstore/pairing"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/copying"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Import copies a certificate of a PC to this device.
var Import = Screens.Add(screen.Def{
	ID:     importID,
	Title:  func(c *text.Catalog) string { return c.Menu.CertImport },
	Places: at(43),
	New:    func(env *screen.Env, _ any) screen.Screen { return newImport(env, env.Center) },
})

// importer is what this screen asks the Certification Center.
type importer interface {
	Import(ctx context.Context, caller bank.Caller, number []byte) (*pairing.Incoming, error)
	Take(ctx context.Context, in *pairing.Incoming, password []byte) (pairing.Status, error)
	lister
}

// importing is the state of the screen.
type importing struct {
	env     *screen.Env
	copy    *copying.Flow
	unknown atomic.Bool // what came is not registered here
}

func newImport(env *screen.Env, c importer) *importing {
	s := &importing{env: env}
	s.copy = copying.NewReceiving(env, onPhone, copying.Receiver{
		Receive: func(ctx context.Context, number []byte) (*pairing.Incoming, error) {
			return c.Import(ctx, env.Caller(), number)
		},
		Store: func(ctx context.Context, in *pairing.Incoming, password []byte) (pairing.Status, error) {
			status, err := c.Take(ctx, in, password)
			if err == nil {
				s.unknown.Store(unregistered(ctx, c, status.Offer.SHA256))
			}
			return status, err
		},
		Kept: func(c *text.Catalog) string {
			if s.unknown.Load() {
				return c.Certificate.Copy.Unregistered
			}
			return ""
		},
		Asks: true,
	})
	return s
}

// unregistered reports whether the certificate with a fingerprint is here and not
// registered with this bank. That it cannot be told is no: then nothing is said of it.
func unregistered(ctx context.Context, l lister, sha256 string) bool {
	all, err := l.List(ctx)
	return err == nil && slices.ContainsFunc(all, func(e center.Entry) bool {
		return e.SHA256 == sha256 && e.State == center.Unregistered
	})
}

// Init asks for the number.
func (s *importing) Init() tea.Cmd { return s.copy.Begin() }

// Update hands everything to the copy.
func (s *importing) Update(msg tea.Msg) tea.Cmd {
	cmd, done := s.copy.Update(msg)
	if done {
		return screen.Close()
	}
	return cmd
}

// Leave ends the copy and wipes everything secret.
func (s *importing) Leave() tea.Cmd { return s.copy.Leave() }

// importSection is the part of the service information that tells how to import.
const importSection = 1

// View draws the page. The steps are the service's own.
func (s *importing) View(w, h int) screen.View {
	c := s.env.Text
	part := c.Certificate.Sections[importSection]
	guide := paragraph(part.Lead, w, s.env.Theme.Base)
	guide = append(guide, "")
	for i, step := range part.Steps {
		mark := strconv.Itoa(i+1) + ". "
		for n, l := range component.Wrap(step, max(component.Readable(w, widest)-2*len(margin)-len(mark), 1)) {
			if n > 0 {
				mark = "   "
			}
			guide = append(guide, margin+s.env.Theme.Muted.Render(mark+l))
		}
	}
	return s.copy.View(w, h, guide)
}
