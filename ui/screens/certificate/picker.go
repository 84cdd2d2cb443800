package certificate

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// lister reads the certificates on this device.
type lister interface {
	List(ctx context.Context) ([]center.Entry, error)
}

// listed is what is on this device.
type listed []center.Entry

// picker is the page on which a customer sees the certificates on this device and
// chooses one.
type picker struct {
	page

	lister  lister
	title   component.Words
	fits    func(center.Entry) bool // nil for every one
	none    message                 // where certificates are, but none fits
	from    screen.ID               // where one that fits comes from, with none at all too; "" for an issue, with none at all only
	want    string                  // the ID of the one to be taken at once; "" for none
	table   *component.Table
	entries []center.Entry
	others  int // certificates that do not fit
	read    bool
	opened  bool // another screen, from here
	failed  error
}

func newPicker(p page, l lister, title component.Words, args any) *picker {
	want, _ := args.(string)
	words := func(pick func(text.CertificateList) string) component.Words {
		return func(c *text.Catalog) string { return pick(c.Certificate.List) }
	}
	return &picker{page: p, lister: l, title: title, want: want, table: component.NewTable(
		component.Column{Title: words(func(l text.CertificateList) string { return l.Owner }), Min: 8, Weight: 2},
		component.Column{Title: words(func(l text.CertificateList) string { return l.Issuer }), Drop: 2},
		component.Column{Title: words(func(l text.CertificateList) string { return l.Use }), Drop: 1},
		component.Column{Title: words(func(l text.CertificateList) string { return l.Expires })},
		component.Column{Title: words(func(l text.CertificateList) string { return l.State })},
	)}
}

// load reads what is there.
func (p *picker) load() tea.Cmd {
	p.busy = true
	l := p.lister
	return screen.Do(func(ctx context.Context) (listed, error) { return l.List(ctx) })
}

// open opens another screen, after which what is here has to be read again.
func (p *picker) open(id screen.ID, args any) tea.Cmd {
	p.opened = true
	return screen.Open(id, args)
}

// back reports whether the screen is shown again after another one that it opened,
// and not because F2 was pressed.
func (p *picker) back() bool {
	was := p.opened
	p.opened = false
	return was && !p.busy
}

// loaded shows what is there. It returns the certificate that was asked for by
// its ID, if it is among them.
func (p *picker) loaded(msg screen.Result[listed]) *center.Entry {
	p.arrive()
	p.read, p.failed = true, msg.Err
	p.entries, p.others = nil, 0
	for _, e := range msg.Value {
		if p.fits == nil || p.fits(e) {
			p.entries = append(p.entries, e)
		} else {
			p.others++
		}
	}
	p.table.SetRows(p.rows())
	want := p.want
	p.want = ""
	for i, e := range p.entries {
		if e.ID == want {
			p.table.Select(i)
			return &p.entries[i]
		}
	}
	return nil
}

func (p *picker) rows() [][]component.Cell {
	t := p.env.Theme
	rows := make([][]component.Cell, 0, len(p.entries))
	for _, e := range p.entries {
		words, style := component.CertificateState(p.env.Look, e, p.env.Now)
		rows = append(rows, []component.Cell{
			{Text: owner(e), Style: &t.Base},
			{Text: issuer(e), Style: &t.Base},
			{Text: use(p.env.Text, e), Style: &t.Base},
			{Text: day(e.NotAfter), Style: &t.Base},
			{Text: words, Style: &style},
		})
	}
	return rows
}

// press moves, and takes a certificate.
func (p *picker) press(msg tea.KeyPressMsg) (taken *center.Entry, cmd tea.Cmd) {
	switch {
	case p.busy:
	case keymap.Back.Pressed(msg):
		return nil, screen.Close()
	case keymap.Refresh.Pressed(msg):
		return nil, p.load()
	case keymap.Enter.Pressed(msg):
		switch i := p.table.Selected(); {
		case !p.read || p.failed != nil || p.early():
		case i >= 0:
			return &p.entries[i], nil
		case p.from != "":
			return nil, p.open(p.from, nil)
		case p.others == 0:
			return nil, p.open(issueID, nil)
		}
	default:
		p.table.Update(msg)
	}
	return nil, nil
}

// view draws the list, or says why there is none.
func (p *picker) view(w, h int, enter string) screen.View {
	c := p.env.Text
	again := []keymap.Hint{keymap.Refresh.Hint(c)}
	switch {
	case !p.read:
		return p.viewOpening()
	case p.failed != nil:
		v := p.viewProblem("", explain(c, p.failed), w, h, "")
		v.Keys = append(again, v.Keys...)
		return v
	case len(p.entries) == 0 && p.from != "":
		return p.viewProblem("", p.none(c), w, h, c.Menu.CertImport)
	case len(p.entries) == 0 && p.others == 0:
		return p.viewProblem("", c.Certificate.List.None, w, h, c.Menu.CertIssue)
	case len(p.entries) == 0:
		return p.viewProblem("", p.none(c), w, h, "")
	}
	p.table.Redraw(p.rows())
	b := p.newBody(h)
	b.Add(paragraph(p.title(c), w, p.env.Theme.Strong)...)
	b.Blank()
	b.AddBlock(p.table.View(p.env.Look, w, max(h-b.Len(), 2)))
	body, _ := b.View(w, h)
	return p.finish(screen.View{Body: body, Keys: append([]keymap.Hint{{Key: "↑↓", Does: c.Keys.Move}}, again...)}, enter)
}
