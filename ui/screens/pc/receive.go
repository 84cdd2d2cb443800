package pc

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/certstore/npki"
	"smartbank/certstore/pairing"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/copying"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Receive copies a certificate of the phone to this PC.
var Receive = Screens.Add(screen.Def{
	ID:    receiveID,
	Title: func(c *text.Catalog) string { return c.PC.Receive },
	New:   func(env *screen.Env, _ any) screen.Screen { return newReceive(env, env.Desk) },
})

// keeper is what receiving asks the desk.
type keeper interface {
	lister
	Receive(ctx context.Context, caller bank.Caller, number []byte) (*pairing.Incoming, error)
	Keep(ctx context.Context, in *pairing.Incoming, root npki.Root) (pairing.Status, error)
}

// receive is the state of the screen.
type receive struct {
	env    *screen.Env
	desk   keeper
	stage  stage
	busy   bool
	failed error
	roots  []npki.Root
	root   npki.Root // where it will be kept
	which  *component.Menu
	copy   *copying.Flow
}

func newReceive(env *screen.Env, d keeper) *receive {
	s := &receive{env: env, desk: d}
	s.copy = copying.NewReceiving(env, onPC, copying.Receiver{
		Receive: func(ctx context.Context, number []byte) (*pairing.Incoming, error) {
			return d.Receive(ctx, env.Caller(), number)
		},
		Store: func(ctx context.Context, in *pairing.Incoming, _ []byte) (pairing.Status, error) {
			return d.Keep(ctx, in, s.root)
		},
	})
	return s
}

// Init asks which folders there are.
func (s *receive) Init() tea.Cmd {
	s.busy = true
	d := s.desk
	return screen.Do(func(ctx context.Context) (center.Filing, error) { return d.List(ctx) })
}

// Update goes on to the next page, or hands keys to the one that is shown.
func (s *receive) Update(msg tea.Msg) tea.Cmd {
	if msg, ok := msg.(screen.Result[center.Filing]); ok {
		return s.loaded(msg)
	}
	if s.stage == working {
		cmd, left := s.copy.Update(msg)
		if left {
			return screen.Close()
		}
		return cmd
	}
	press, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok || s.busy:
	case keymap.Back.Pressed(press):
		return screen.Close()
	case s.which != nil && s.which.Update(press):
		for _, r := range s.roots {
			if r.Path == s.which.Selected() {
				return s.keepIn(r)
			}
		}
	}
	return nil
}

// loaded asks where to keep it, if there are several places.
func (s *receive) loaded(msg screen.Result[center.Filing]) tea.Cmd {
	s.busy, s.failed, s.roots = false, msg.Err, msg.Value.Roots
	switch {
	case s.failed != nil || len(s.roots) == 0:
		return nil
	case len(s.roots) == 1:
		return s.keepIn(s.roots[0])
	}
	items := make([]component.Item, 0, len(s.roots))
	for _, r := range s.roots {
		items = append(items, component.Item{
			Key: r.Path, Label: func(c *text.Catalog) string { return where(c, r) }, About: component.Same(component.Clean(r.Path)),
		})
	}
	s.which = component.NewMenu(items...)
	return nil
}

// keepIn begins to copy.
func (s *receive) keepIn(r npki.Root) tea.Cmd {
	s.root, s.stage = r, working
	return s.copy.Begin()
}

// Leave ends the copy.
func (s *receive) Leave() tea.Cmd { return s.copy.Leave() }

// View draws the page.
func (s *receive) View(w, h int) screen.View {
	c := s.env.Text
	if s.stage == working {
		return s.copy.View(w, h, nil)
	}
	b := component.NewBody(s.env.Look)
	b.Blank()
	keys := []keymap.Hint{}
	switch {
	case s.which != nil:
		b.Add(paragraph(s.env, c.PC.KeepTitle, w)...)
		b.Blank()
		s.which.Draw(s.env.Look, b, min(w, widest))
		keys = append(keys, keymap.Enter.As(c.Keys.Choose))
	case s.failed != nil:
		b.Add(indented(component.Problem(s.env.Look, explain(c, s.failed), room(w)))...)
	}
	body, _ := b.View(w, h)
	return screen.View{Body: body, Keys: frame(c, append(keys, keymap.Back.Hint(c))...)}
}
