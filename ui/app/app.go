// Package app is the program's frame and its only tea.Model: a stack of screens,
// dialogs over them, the session, and the line that tells what is running.
//
// Every screen on the stack has a serial number. What a screen's requests and
// timers answer is stamped with it and delivered to that screen alone; the answer
// to a screen that has been closed is dropped.
package app

import (
	"cmp"
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/export"
	"smartbank/ui/screen"
	"smartbank/ui/settings"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// Config is what the program is started with.
type Config struct {
	// Screens are the program's, [Defs] if nil; one is called "login". Home is the one under all others, "home" if empty.
	Screens []*screen.Def
	Home    screen.ID
	Channel bank.Channel // of its sessions; bank.Phone if empty

	Bank   *bank.Bank
	Center *center.Center
	Desk   *center.Desk // of the PC's program; nil in others
	Clock  screen.Clock
	Lang   text.Lang
	Theme  string // auto, light, dark or mono; auto asks the terminal
	Glyphs theme.Glyphs
	Plain  bool        // the program is heard, by [App.Hear], and not drawn
	Mouse  bool        // take mouse clicks; off by default, so that the terminal's own selecting works
	Demo   screen.Demo // zero unless the bank is a demonstration
	// Files is where receipts and statements are saved; the zero one saves none.
	Files export.Files

	Preferences screen.Preferences                      // zero is the defaults, without a file
	Resolve     func(settings.Settings) screen.Resolved // what settings mean here; nil takes them as they are
	// Checked tells that the books were checked already, so that the start does without its quick checks.
	Checked bool

	Session  *bank.Session // one that is open already; nil begins without
	Confined bool          // a kiosk's: nothing is put on the clipboard, which the next visitor could read, and there is no quitting
}

// The size of a window: what is assumed while none is known, what is needed, and
// what a terminal can mean.
const (
	assumedWidth, assumedHeight = 80, 24
	neededWidth, neededHeight   = 40, 12
	largest                     = 4096
)

// App is the program.
type App struct {
	config Config
	env    *screen.Env
	w, h   int

	stack  []*layer
	serial int // of the newest layer

	dialogs []*dialog
	asks    int     // dialogs there were
	works   []*work // running, oldest first
	workID  int

	wanted *screen.Opening // to be opened after the login
	onward *onward         // what follows once a screen has saved what it holds; nil for nothing
	input  time.Time       // of the last key, click or paste
	quiet  time.Time       // a dialog that appeared by itself takes no key before
	said   saying
	gone   bool // the program is being left
	asleep bool // the frame's clock stands
	asked  bool // a session check is under way

	ground string // the theme that suits the terminal's background, once it was asked

	watching  bool   // it is being asked whether another program wrote to the bank
	elsewhere *int64 // the last answer, nil before the first
}

// layer is a screen on the stack.
type layer struct {
	serial int
	def    *screen.Def
	screen screen.Screen
	left   bool // it has put away what it holds
}

// work is a request that is running. Only its cancel function is kept.
type work struct {
	id, serial int
	since      time.Time
	cancel     context.CancelFunc
	cancelled  bool
	quiet      bool // nobody waits for it
}

// saying is a line in the status line, until a key or a while.
type saying struct {
	line  func(*text.Catalog) string
	until time.Time
}

// New makes the program, which opens at its first screen: All Menus.
func New(c Config) *App {
	if c.Screens == nil {
		c.Screens = Defs()
	}
	c.Home, c.Channel = cmp.Or(c.Home, home), cmp.Or(c.Channel, bank.Phone)
	c.prefer()
	a := &App{
		config: c, w: assumedWidth, h: assumedHeight,
		env: &screen.Env{
			Look: component.Look{Text: text.In(c.Lang)},
			Bank: c.Bank, Center: c.Center, Desk: c.Desk, Channel: c.Channel, Demo: c.Demo, Files: c.Files, Menu: c.Screens,
			Preferences: c.Preferences, Unmasked: !c.Preferences.Now.MaskNumbers,
		},
	}
	if c.Plain {
		a.env.Script = &component.Script{}
	}
	a.env.Text = a.words(c.Lang)
	a.env.Session = c.Session
	a.dress()
	a.env.Now = c.Clock.Now()
	a.input = a.env.Now
	return a
}

// Init starts it.
func (a *App) Init() tea.Cmd {
	cmds := []tea.Cmd{a.open(screen.Opening{ID: a.config.Home}), a.tick(), a.checkBooks()}
	if a.config.Theme == settings.Auto && !a.config.Plain {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	return tea.Batch(cmds...)
}

// SignedIn is the session that is open, nil if there is none: whoever ends the program ends it too.
func (a *App) SignedIn() *bank.Session { return a.env.Session }

// Stop cancels what is running: whoever ends the program without asking it calls
// it when it has ended.
func (a *App) Stop() {
	for _, w := range a.works {
		w.cancel()
	}
}

// Update handles one message. The frame's clock, which stands while nothing on the screen moves, goes on when something does again.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	a.env.Now = a.config.Clock.Now()
	model, cmd := a.handle(msg)
	if a.asleep && !a.still() {
		a.asleep = false
		cmd = tea.Batch(cmd, a.tick())
	}
	return model, cmd
}

func (a *App) handle(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.resize(msg)
	case tea.BackgroundColorMsg:
		a.background(msg)
	case tea.KeyPressMsg:
		a.input = a.env.Now
		return a, a.press(msg)
	case tea.PasteMsg:
		a.input = a.env.Now
		if len(a.dialogs) == 0 {
			return a, a.toTop(tea.PasteMsg{Content: msg.Content})
		}
	case tea.MouseClickMsg:
		a.input = a.env.Now
		return a, a.click(msg)
	case tea.MouseWheelMsg:
		a.input = a.env.Now
		return a, a.wheel(msg)
	case beat:
		return a, a.beat()
	case turn:
		if len(a.works) > 0 {
			return a, a.turn()
		}
	case stamped:
		return a, a.answer(msg)
	case finished:
		return a, a.finish(msg)
	case checked:
		a.asked = false
		return a, a.endIfOver(msg.err)
	case books:
		a.checkedBooks(msg)
	case elsewhere:
		return a, a.watched(msg)
	case leftOver:
		a.showLeftOver(msg)
	}
	return a, nil
}

// resize takes the terminal's size, unless it is nonsense.
func (a *App) resize(msg tea.WindowSizeMsg) {
	a.w, a.h = msg.Width, msg.Height
	if a.w <= 0 || a.h <= 0 {
		a.w, a.h = assumedWidth, assumedHeight
	}
	a.w, a.h = min(a.w, largest), min(a.h, largest)
}
