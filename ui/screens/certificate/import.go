package certificate

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/certstore/pairing"
	"smartbank/ui/component"
	"smartbank/ui/copying"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Import copies a certificate of a PC to this device.
var Import = Screens.Add(screen.Def{
	ID:     "cert.import",
	Title:  func(c *text.Catalog) string { return c.Menu.CertImport },
	Places: at(43),
	New:    func(env *screen.Env, _ any) screen.Screen { return newImport(env, env.Center) },
})

// importer is what this screen asks the Certification Center.
type importer interface {
	Import(ctx context.Context, caller bank.Caller, number []byte) (*pairing.Incoming, error)
	Take(ctx context.Context, in *pairing.Incoming, password []byte) (pairing.Status, error)
}

// importing is the state of the screen.
type importing struct {
	env  *screen.Env
	copy *copying.Flow
}

func newImport(env *screen.Env, c importer) *importing {
	return &importing{env, copying.NewReceiving(env, onPhone, copying.Receiver{
		Receive: func(ctx context.Context, number []byte) (*pairing.Incoming, error) {
			return c.Import(ctx, env.Caller(), number)
		},
		Store: c.Take,
		Asks:  true,
	})}
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
		for n, l := range component.Wrap(step, max(min(w, widest)-2*len(margin)-len(mark), 1)) {
			if n > 0 {
				mark = "   "
			}
			guide = append(guide, margin+s.env.Theme.Muted.Render(mark+l))
		}
	}
	return s.copy.View(w, h, guide)
}
