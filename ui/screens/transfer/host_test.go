package transfer_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/demo"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/headless"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
	"smartbank/ui/uitest"
)

// start is when every test begins: a Thursday morning in Seoul.
var start = time.Date(2026, time.November, 5, 10, 0, 0, 0, calendar.Seoul)

// earlier is when the customer got a certificate: a one-time password is of use once.
var earlier = start.Add(-2 * time.Minute)

// image is the demonstration bank that every test has a copy of.
var image = sync.OnceValues(func() (*bank.Image, error) {
	o := demo.Opening(1, start)
	return bank.NewImage(context.Background(), o, bank.Options{
		Now: func() time.Time { return earlier }, Rand: banktest.NewRand(1), Cost: bank.TapeCost,
	})
})

// world is one customer at one screen of a demonstration bank.
type world struct {
	*headless.Driver

	tb     testing.TB
	bank   *bank.Bank
	behind *uitest.World
	host   *host
	login  string
}

// window is how a screen is looked at.
type window struct {
	lang text.Lang
	w, h int
}

// usual is the window that tests have which are not about it.
var usual = window{text.English, 80, 24}

// open signs a customer of the demonstration in and opens a screen.
func open(tb testing.TB, login string, def *screen.Def, args any, in window) *world {
	tb.Helper()
	made, err := image()
	if err != nil {
		tb.Fatal(err)
	}
	return openBank(tb, made, login, def, args, in, true)
}

// openBank is open in a bank, with or without a certificate on the device.
func openBank(tb testing.TB, made *bank.Image, login string, def *screen.Def, args any, in window, certified bool) *world {
	tb.Helper()
	clock := headless.NewClock(start)
	now := func() time.Time { return earlier }
	behind := uitest.OpenImage(tb, made, func() time.Time { return now() }, 2)
	b := behind.Bank
	session, err := b.SignIn(tb.Context(), login, []byte(demo.Password), bank.Phone)
	if err != nil {
		tb.Fatal(err)
	}
	if certified {
		if _, err := behind.Certify(session, center.BankUse); err != nil {
			tb.Fatal(err)
		}
	}
	now = clock.Now
	env := &screen.Env{
		Look: component.Look{Theme: theme.New(theme.Dark, theme.Unicode), Text: text.In(in.lang)},
		Bank: b, Center: behind.Center, Session: &session, Now: start,
		Demo: screen.Demo{Logins: demo.Logins(), Password: demo.Password, PIN: demo.PIN},
	}
	for _, s := range demo.Suggestions(login) {
		env.Demo.Recipients = append(env.Demo.Recipients, screen.DemoRecipient{Bank: s.Bank, Number: s.Number, NameEN: s.NameEN, NameKO: s.NameKO})
	}
	model := &host{env: env, clock: clock, def: def, screen: def.New(env, args), w: in.w, h: in.h}
	return &world{Driver: headless.New(model, clock, in.w, in.h), tb: tb, bank: b, behind: behind, host: model, login: login}
}

// host stands in for the frame of the program: one screen, its requests and its
// wishes.
type host struct {
	env    *screen.Env
	clock  *headless.Clock
	def    *screen.Def
	screen screen.Screen
	w, h   int

	running int
	cancel  context.CancelFunc
	opened  []screen.Opening
	closed  bool
	again   bool // what is closed is opened anew, as from the menu
	said    string
	dialog  screen.Dialog // nil if none is open

	// lose makes the answer to an order be lost: it is carried out or not, and the
	// screen hears that nobody knows.
	lose   lost
	before int // requests before the one whose answer is lost
}

// lost is what becomes of an order whose answer is lost.
type lost int

const (
	answered   lost = iota
	carriedOut      // and the answer lost
	dropped         // never taken, and the answer lost
)

// reopened is the wish of a test to open the screen anew.
type reopened struct{}

// delivered is the answer to a request.
type delivered struct{ msg tea.Msg }

func (m *host) Init() tea.Cmd { return m.take(m.screen.Init()) }

func (m *host) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m.env.Now = m.clock.Now()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
	case tea.KeyPressMsg:
		m.said = ""
		return m, m.press(msg)
	case tea.PasteMsg:
		return m, m.toScreen(msg)
	case delivered:
		m.running--
		return m, m.toScreen(msg.msg)
	case wish:
		return m, m.grant(msg.msg)
	case reopened:
		m.screen = m.def.New(m.env, nil)
		return m, m.take(m.screen.Init())
	}
	return m, nil
}

func (m *host) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case m.dialog != nil && !keymap.Language.Pressed(msg):
		decision, done := m.dialog.Update(msg)
		if !done {
			return nil
		}
		m.dialog = nil
		return m.toScreen(screen.Decided{Decision: decision})
	case keymap.Language.Pressed(msg):
		m.env.Text = text.In(m.env.Text.Other())
		return m.toScreen(screen.Shown{})
	case keymap.AllMenus.Pressed(msg):
		return m.close()
	case keymap.Back.Pressed(msg) && m.running > 0:
		m.cancel()
		return nil
	}
	return m.toScreen(msg)
}

func (m *host) toScreen(msg tea.Msg) tea.Cmd {
	if m.closed {
		return nil
	}
	return m.take(m.screen.Update(msg))
}

// wish is what a screen's command gave.
type wish struct{ msg tea.Msg }

func (m *host) take(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		switch msg := cmd().(type) {
		case nil:
			return nil
		case tea.BatchMsg:
			for i, c := range msg {
				msg[i] = m.take(c)
			}
			return msg
		default:
			return wish{msg}
		}
	}
}

func (m *host) grant(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Request:
		return m.run(msg)
	case screen.Timer:
		return m.clock.After(msg.After, func(time.Time) tea.Msg { return wish{msg.Msg} })
	case screen.Opening:
		m.opened = append(m.opened, msg)
		return nil
	case screen.Replacing:
		m.opened = append(m.opened, msg.Opening)
		leaving := m.leave()
		if msg.ID == m.def.ID {
			m.screen = m.def.New(m.env, msg.Args)
			return tea.Batch(leaving, m.take(m.screen.Init()))
		}
		m.closed = true
		return leaving
	case screen.Closing:
		return m.close()
	case screen.Dropping: // the frame asks
		return m.take(msg.Then())
	case screen.Asking:
		m.dialog = msg.Dialog
		return nil
	case screen.Saying:
		m.said = msg.Line(m.env.Text)
		return nil
	case screen.Copying:
		return tea.SetClipboard(msg.Text)
	}
	return m.toScreen(msg)
}

func (m *host) run(r screen.Request) tea.Cmd {
	ctx, cancel := context.WithCancel(context.Background())
	m.running++
	m.cancel = cancel
	return m.clock.Work(func() tea.Msg {
		defer cancel()
		if m.lose == dropped && m.before > 0 {
			m.before--
		} else if m.lose == dropped {
			m.lose = answered
			return delivered{screen.Result[bank.Receipt]{Err: bank.ErrUnknown}}
		}
		msg := r.Run(ctx)
		if _, order := msg.(screen.Result[bank.Receipt]); order && m.lose == carriedOut {
			m.lose = answered
			msg = screen.Result[bank.Receipt]{Err: bank.ErrUnknown}
		}
		return delivered{msg}
	})
}

func (m *host) close() tea.Cmd {
	leaving := m.leave()
	if !m.again {
		m.closed = true
		return leaving
	}
	m.screen = m.def.New(m.env, nil)
	return tea.Batch(leaving, m.take(m.screen.Init()))
}

func (m *host) leave() tea.Cmd {
	leaver, ok := m.screen.(screen.Leaver)
	if !ok {
		return nil
	}
	cmd := leaver.Leave()
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		if r, ok := cmd().(screen.Request); ok {
			r.Run(context.Background())
		}
		return nil
	}
}

// View draws the screen between a title bar and a key line, as the program does.
func (m *host) View() tea.View {
	if m.closed {
		return tea.NewView("")
	}
	c, t := m.env.Text, m.env.Theme
	body := m.screen.View(m.w, max(m.h-4, 1))
	if m.w < 40 || m.h < 12 { // the frame has a page of its own for these
		return tea.NewView("")
	}
	title := " " + m.def.Title(c)
	for _, p := range m.def.Places {
		title = " " + p.Group.Title(c) + " › " + m.def.Title(c)
	}
	if space := m.w - component.Cells(title) - component.Cells(body.Steps) - 1; space > 0 {
		title += strings.Repeat(" ", space) + body.Steps
	}
	rule := strings.Repeat(t.Glyphs.Rule, m.w)
	status := rule
	switch {
	case m.running > 0:
		status = " " + t.Accent.Render(t.Glyphs.Spinner[0]) + " " + c.Frame.Working(0)
	case m.said != "":
		status = " " + m.said
	}
	lines := append([]string{title, rule}, strings.Split(body.Body, "\n")...)
	for len(lines) < m.h-2 {
		lines = append(lines, "")
	}
	keys := " "
	for _, k := range body.Keys {
		if next := k.Key + " " + k.Does + "  "; component.Cells(keys+next) <= m.w {
			keys += next
		}
	}
	lines = append(lines, component.Cut(status, m.w), strings.TrimRight(keys, " "))
	if m.dialog != nil {
		box, _ := m.dialog.View(m.env.Look, m.w, m.h-4)
		for i, line := range strings.Split(box, "\n") {
			lines[2+i] = line
		}
		body.Cursor = nil
	}
	v := tea.NewView(strings.Join(lines, "\n"))
	if body.Cursor != nil {
		v.Cursor = tea.NewCursor(body.Cursor.X, body.Cursor.Y+2)
		v.Cursor.Blink, v.Cursor.Shape = false, tea.CursorBar
	}
	return v
}
