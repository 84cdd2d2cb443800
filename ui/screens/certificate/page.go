package certificate

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// page is what every screen here has: where its reader is, and whether the center
// is at work for it, while keys have to wait.
type page struct {
	env   *screen.Env
	pager component.Pager
	busy  bool
}

// arrive begins a page that appears by itself.
func (p *page) arrive() {
	p.busy = false
	p.pager.Arrive(p.env.Now)
}

// early reports whether Enter was meant for the page before.
func (p *page) early() bool { return p.pager.Early(p.env.Now) }

// left reports whether a key leaves a page that only tells something.
func (p *page) left(msg tea.KeyPressMsg) bool {
	switch {
	case keymap.Back.Pressed(msg):
		return true
	case keymap.Enter.Pressed(msg):
		return !p.early()
	}
	p.pager.Update(msg)
	return false
}

// readOn reports whether Enter goes on from a page that has to be read to its
// end first.
func (p *page) readOn(msg tea.KeyPressMsg) bool {
	switch {
	case !keymap.Enter.Pressed(msg):
		p.pager.Update(msg)
	case p.early():
	case p.pager.More():
		p.pager.Turn()
	default:
		return true
	}
	return false
}

// viewText draws a page without a form. Enter does what enter says.
func (p *page) viewText(b *component.Body, w, h int, enter string) screen.View {
	c := p.env.Text
	v := screen.View{Body: p.pager.View(b, w, h)}
	if p.pager.More() {
		v.Keys = append(v.Keys, keymap.Hint{Key: "↑↓", Does: c.Keys.Scroll})
	}
	return p.finish(v, enter)
}

// viewUnread is viewText for a page that Enter leaves only at its end.
func (p *page) viewUnread(b *component.Body, w, h int, enter string) screen.View {
	v := p.viewText(b, w, h, enter)
	if p.pager.More() && !p.busy {
		v.Keys[0] = keymap.Enter.As(p.env.Text.Keys.More)
	}
	return v
}

// viewForm draws a form under a lead.
func (p *page) viewForm(f *component.Form, lead []string, w, h int, enter string) screen.View {
	b := p.newBody(h)
	b.Add(lead...)
	if len(lead) > 0 {
		b.Blank()
	}
	f.Draw(p.env.Look, b, w)
	if !f.Last() {
		enter = p.env.Text.Keys.Next
	}
	body, cursor := b.View(w, h)
	return p.finish(screen.View{Body: body, Cursor: cursor}, enter)
}

// newBody begins what is drawn of a page, with a blank line where there is room for it.
func (p *page) newBody(h int) *component.Body {
	b := component.NewBody(p.env.Look)
	if h > roomy {
		b.Blank()
	}
	return b
}

// roomy is the height from which pages begin with a blank line.
const roomy = 16

// finish adds the keys that every page has, and takes all but those of the frame away
// while the center is at work.
func (p *page) finish(v screen.View, enter string) screen.View {
	c := p.env.Text
	frame := []keymap.Hint{keymap.AllMenus.Hint(c), keymap.Language.Hint(c)}
	if p.busy {
		v.Cursor, v.Keys = nil, frame
		return v
	}
	keys := []keymap.Hint{}
	if enter != "" {
		keys = append(keys, keymap.Enter.As(enter))
	}
	keys = append(keys, v.Keys...)
	v.Keys = append(append(keys, keymap.Back.Hint(c)), frame...)
	return v
}

// viewProblem is a page that says why it does not go on.
func (p *page) viewProblem(title string, m text.Message, w, h int, enter string) screen.View {
	b := component.NewBody(p.env.Look)
	b.Blank()
	if title != "" {
		b.Add(paragraph(title, w, p.env.Theme.Strong)...)
		b.Blank()
	}
	b.Add(indented(component.Problem(p.env.Look, m, min(w, widest)-2*len(margin)))...)
	return p.viewText(b, w, h, enter)
}

// viewDone is a page that says what was done, and with what.
func (p *page) viewDone(title string, rows []component.Pair, then []string, w, h int) screen.View {
	b := component.NewBody(p.env.Look)
	b.Blank()
	good := p.env.Theme.Good.Render(p.env.Theme.Glyphs.Check)
	for i, l := range paragraph(title, w-2, p.env.Theme.Strong) {
		if i == 0 {
			l = margin + good + " " + l[len(margin):]
		}
		b.Add(l)
	}
	b.Blank()
	b.Add(indented(component.Pairs(p.env.Look, rows, min(w, widest)-2*len(margin)))...)
	for _, line := range then {
		b.Blank()
		b.Add(paragraph(line, w, p.env.Theme.Base)...)
	}
	return p.viewText(b, w, h, p.env.Text.Keys.Confirm)
}

// viewOpening is a page while what it is about is being read: the status line
// says so.
func (p *page) viewOpening() screen.View { return p.finish(screen.View{}, "") }

// unsaved is what a form holds that is worth a question.
func unsaved(f *component.Form) *screen.Unsaved {
	if f == nil || f.Typed() < 2 {
		return nil
	}
	return &screen.Unsaved{}
}

// leave leaves a form, which is emptied, for another page.
func leave(f *component.Form, to func()) tea.Cmd {
	return screen.Drop(unsaved(f), func() tea.Cmd {
		f.Clear()
		to()
		return nil
	})
}

// ask gives a key or a paste to a form. Left says that Esc leaves it.
func (p *page) ask(f *component.Form, msg tea.Msg) (submitted, left bool) {
	event := f.Update(msg)
	press, ok := msg.(tea.KeyPressMsg)
	return event.Kind == component.Submitted, ok && !event.Handled && keymap.Back.Pressed(press)
}
