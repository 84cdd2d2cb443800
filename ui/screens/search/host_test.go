package search_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/headless"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
	"smartbank/ui/uitest"
)

// host is a program of one screen, which draws it in a frame as high as the
// program's own and writes down what it asked for.
type host struct {
	env    *screen.Env
	clock  *headless.Clock
	screen screen.Screen
	def    *screen.Def
	w, h   int
	works  int
	cancel context.CancelFunc

	backwards bool // keep answers until flush
	kept      []tea.Msg

	said   func(*text.Catalog) string
	opened []screen.Opening
	closed bool
}

// The windows that every screen is looked at in.
var windows = []struct {
	name string
	lang text.Lang
	w, h int
}{
	{"en-80x24", text.English, 80, 24},
	{"ko-80x24", text.Korean, 80, 24},
	{"en-40x12", text.English, 40, 12},
	{"en-120x40", text.English, 120, 40},
}

// state is a state of a screen: how it is opened, and what happens before it is
// looked at.
type state struct {
	name  string
	login string
	args  any
	do    func(t *testing.T, d *headless.Driver, p *host)
}

// look compares every state of a screen with its golden frames.
func look(t *testing.T, def *screen.Def, states []state) {
	t.Helper()
	for _, s := range states {
		for _, w := range windows {
			t.Run(s.name+"/"+w.name, func(t *testing.T) {
				t.Parallel()
				d, p := start(t, def, s.args, s.login, w.lang)
				d.Resize(w.w, w.h)
				s.do(t, d, p)
				if w.name == "en-80x24" {
					uitest.Golden(t, d.Frame())
				} else {
					uitest.GoldenText(t, d.Frame())
				}
			})
		}
	}
}

// start opens a screen for a customer, and does nothing yet.
func start(t *testing.T, def *screen.Def, args any, login string, lang text.Lang) (*headless.Driver, *host) {
	t.Helper()
	if login == "" {
		login = hong
	}
	b, session := openBank(t, login)
	p := newHost(def, args, b, session, lang)
	d := headless.New(p, p.clock, 80, 24)
	t.Cleanup(func() {
		if err := d.Err(); err != nil {
			t.Error(err)
		}
	})
	return d, p
}

// begin is what starts the host's screen: a test may hold work back before.
type begin struct{}

// flush hands on the answers that were kept back, the latest first.
type flush struct{}

func newHost(def *screen.Def, args any, b *bank.Bank, session bank.Session, lang text.Lang) *host {
	clock := headless.NewClock(now)
	env := &screen.Env{
		Look: component.Look{Theme: theme.New(theme.Mono, theme.Unicode), Text: text.In(lang)},
		Bank: b, Session: &session, Now: clock.Now(),
	}
	return &host{env: env, clock: clock, screen: def.New(env, args), def: def}
}

// Init waits for begin.
func (p *host) Init() tea.Cmd { return nil }

// Update does what app does, for one screen that stays where it is.
func (p *host) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	p.env.Now = p.clock.Now()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		p.w, p.h = msg.Width, msg.Height
		return p, nil
	case screen.Request:
		ctx, cancel := context.WithCancel(context.Background())
		p.works++
		p.cancel = cancel
		return p, p.clock.Work(func() tea.Msg {
			defer cancel()
			return done{msg.Run(ctx)}
		})
	case done:
		p.works--
		if p.backwards {
			p.kept = append(p.kept, msg.msg)
			return p, nil
		}
		return p, p.screen.Update(msg.msg)
	case begin:
		return p, p.screen.Init()
	case flush:
		var cmds []tea.Cmd
		for _, answer := range slices.Backward(p.kept) {
			cmds = append(cmds, p.screen.Update(answer))
		}
		p.kept = nil
		return p, tea.Batch(cmds...)
	case screen.Opening:
		p.opened = append(p.opened, msg)
		return p, nil
	case screen.Closing:
		p.closed = true
		return p, nil
	case screen.Saying:
		p.said = msg.Line
		return p, nil
	case screen.Copying:
		return p, tea.SetClipboard(msg.Text)
	case tea.KeyPressMsg:
		p.said = nil
		if keymap.Language.Pressed(msg) {
			p.env.Text = text.In(p.env.Text.Other())
			return p, p.screen.Update(screen.Shown{})
		}
		if keymap.Back.Pressed(msg) && p.works > 0 {
			p.cancel()
			return p, nil
		}
	}
	return p, p.screen.Update(msg)
}

// done is the answer to a request.
type done struct{ msg tea.Msg }

// View draws title, body, what was said and the keys.
func (p *host) View() tea.View {
	if p.w < 40 || p.h < 12 { // the frame says that it is too small
		return tea.View{}
	}
	h := p.h - 4
	v := p.screen.View(p.w, h)
	title := p.def.Title(p.env.Text)
	if v.Title != "" {
		title = v.Title
	}
	lines := append([]string{" " + title, strings.Repeat("─", p.w)}, strings.Split(v.Body, "\n")...)
	for len(lines) < h+2 {
		lines = append(lines, "")
	}
	status := strings.Repeat("─", p.w)
	if p.works > 0 {
		status = " " + p.env.Text.Frame.Working(0)
	}
	if p.said != nil {
		status = " " + p.said(p.env.Text)
	}
	view := tea.View{Content: strings.Join(append(lines, status, p.keys(v.Keys)), "\n")}
	if v.Cursor != nil {
		view.Cursor = tea.NewCursor(v.Cursor.X, v.Cursor.Y+2)
	}
	return view
}

// keys is the key line, as app draws it.
func (p *host) keys(hints []keymap.Hint) string {
	help := keymap.Help.Hint(p.env.Text)
	line, last := " ", help.Key+" "+help.Does
	for _, hint := range hints {
		next := hint.Key + " " + hint.Does + "  "
		if component.Cells(line+next+last) <= p.w {
			line += next
		}
	}
	return component.Cut(line+last, p.w)
}
