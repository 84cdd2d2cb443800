package pc

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank/calendar"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// lister reads the NPKI folders.
type lister interface {
	List(ctx context.Context) (center.Filing, error)
}

// shelf is the certificates of this PC, of which one is chosen.
type shelf struct {
	env    *screen.Env
	lister lister
	title  component.Words
	fits   func(center.Filed) bool // nil for every one
	table  *component.Table
	all    center.Filing
	shown  []center.Filed
	chosen center.Filed
	read   bool
	busy   bool
	failed error
}

func newShelf(env *screen.Env, l lister, title component.Words) shelf {
	list := func(pick func(text.CertificateList) string) component.Words {
		return func(c *text.Catalog) string { return pick(c.Certificate.List) }
	}
	return shelf{env: env, lister: l, title: title, table: component.NewTable(
		component.Column{Title: list(func(l text.CertificateList) string { return l.Owner }), Min: 8, Weight: 2},
		component.Column{Title: list(func(l text.CertificateList) string { return l.Issuer }), Drop: 2},
		component.Column{Title: list(func(l text.CertificateList) string { return l.Expires })},
		component.Column{Title: list(func(l text.CertificateList) string { return l.State })},
		component.Column{Title: func(c *text.Catalog) string { return c.PC.Where }, Drop: 1},
	)}
}

// passwordField asks for the password of the chosen certificate. A demonstration says
// what it is, if the certificate came with it.
func (s *shelf) passwordField(p *component.Password) *component.Field {
	return &component.Field{
		Name: fieldPassword, Label: func(c *text.Catalog) string { return c.Certificate.Form.Password }, Input: p,
		Note: func(l component.Look, w int) []string {
			if s.env.Demo.Certificate == "" || s.chosen.Ours {
				return nil
			}
			return component.Wrap(l.Theme.Muted.Render(l.Text.PC.DemoPassword(s.env.Demo.Certificate)), max(w, 1))
		},
	}
}

// load reads the folders.
func (s *shelf) load() tea.Cmd {
	s.busy = true
	l := s.lister
	return screen.Do(func(ctx context.Context) (center.Filing, error) { return l.List(ctx) })
}

// loaded shows what is there.
func (s *shelf) loaded(msg screen.Result[center.Filing]) {
	s.busy, s.read, s.failed, s.all, s.shown = false, true, msg.Err, msg.Value, nil
	for _, f := range msg.Value.Filed {
		if s.fits == nil || s.fits(f) {
			s.shown = append(s.shown, f)
		}
	}
	s.table.SetRows(s.rows())
}

func (s *shelf) rows() [][]component.Cell {
	t := s.env.Theme
	rows := make([][]component.Cell, 0, len(s.shown))
	for _, f := range s.shown {
		words, style := component.CertificateState(s.env.Look, f.Entry, s.env.Now)
		rows = append(rows, []component.Cell{
			{Text: component.Clean(f.Subject.Owner()), Style: &t.Base},
			{Text: component.Clean(f.Issuer.Value("o")), Style: &t.Base},
			{Text: calendar.DateOf(f.NotAfter).String(), Style: &t.Base},
			{Text: words, Style: &style},
			{Text: where(s.env.Text, f.Root), Style: &t.Base},
		})
	}
	return rows
}

// press moves, and takes a certificate.
func (s *shelf) press(msg tea.KeyPressMsg) (taken *center.Filed, cmd tea.Cmd) {
	switch {
	case s.busy:
	case keymap.Back.Pressed(msg):
		return nil, screen.Close()
	case keymap.Refresh.Pressed(msg):
		return nil, s.load()
	case keymap.Enter.Pressed(msg):
		if i := s.table.Selected(); s.read && s.failed == nil && i >= 0 {
			return &s.shown[i], nil
		}
	default:
		s.table.Update(msg)
	}
	return nil, nil
}

// none says why there is nothing to choose.
func (s *shelf) none() text.Message {
	c := s.env.Text
	switch {
	case s.failed != nil:
		return explain(c, s.failed)
	case len(s.all.Filed) > 0:
		return c.PC.NoneToSend
	default:
		return c.PC.None
	}
}

// draw adds the list, or why there is none, to a page of h lines.
func (s *shelf) draw(b *component.Body, w, h int) {
	switch {
	case !s.read:
		return
	case s.failed != nil || len(s.shown) == 0:
		b.Add(indented(component.Problem(s.env.Look, s.none(), room(w)))...)
	default:
		s.table.Redraw(s.rows())
		b.AddBlock(s.table.View(s.env.Look, w, max(h-b.Len(), 2)))
	}
	if s.all.Skipped > 0 {
		b.Add(indented(component.Wrap(s.env.Theme.Muted.Render(s.env.Text.PC.Skipped(s.all.Skipped)), room(w)))...)
	}
}

// view draws the page on which one is chosen.
func (s *shelf) view(w, h int, enter string) screen.View {
	c := s.env.Text
	b := component.NewBody(s.env.Look)
	if h > roomy {
		b.Blank()
	}
	b.Add(paragraph(s.env, s.title(c), w)...)
	b.Blank()
	s.draw(b, w, h)
	body, _ := b.View(w, h)
	var keys []keymap.Hint
	if len(s.shown) > 0 {
		keys = append(keys, keymap.Enter.As(enter), keymap.Hint{Key: "↑↓", Does: c.Keys.Move})
	}
	return screen.View{Body: body, Keys: frame(c, append(keys, keymap.Refresh.Hint(c), keymap.Back.Hint(c))...)}
}

// summary says which certificate it is.
func summary(env *screen.Env, f center.Filed, w int) []string {
	c := env.Text
	words, style := component.CertificateState(env.Look, f.Entry, env.Now)
	return indented(component.Pairs(env.Look, []component.Pair{
		{Label: c.Certificate.List.Owner, Value: component.Clean(f.Subject.Owner()), Strong: true},
		{Label: c.Certificate.List.Issuer, Value: component.Clean(f.Issuer.Value("o"))},
		{Label: c.Certificate.List.Expires, Value: calendar.DateOf(f.NotAfter).String() + "  " + style.Render(words)},
	}, room(w)))
}
