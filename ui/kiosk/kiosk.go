// Package kiosk is an unattended demonstration: it shows a tape until somebody
// presses a key, and then the whole program over a bank of the visitor's own,
// with a guide beside it that reads the screen and tells what to press next.
//
// A kiosk is a tea.Model around [app.App], which it starts anew for each visitor
// and of which it keeps nothing. What the visitor's program asks of the outside
// is stamped with the visit's number, as app stamps what screens ask for, so that
// an answer to somebody who has left reaches nobody. Its panics end the visit.
package kiosk

import (
	"context"
	"io"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// How long things last.
const (
	IdleAfter  = 75 * time.Second // without a key, until it is asked whether somebody is there
	Countdown  = 15 * time.Second // and then until the visit ends
	VisitLasts = 10 * time.Minute // at most
	ShownFor   = 3 * time.Second  // numbers, after a key

	thanksFor = 8 * time.Second
	staffFor  = 20 * time.Second // the PIN is waited for
	oneBeat   = time.Second
)

// Config is what a kiosk is started with.
type Config struct {
	Clock  screen.Clock
	Lang   text.Lang // of the page that is shown first
	Theme  string    // auto, light, dark or mono
	Glyphs theme.Glyphs
	Rand   io.Reader // makes what the PIN is hashed with
	PIN    []byte    // the way out: [CheckPIN] has passed it; the caller wipes it
	// Open opens a bank of a visitor's own, on a clock: [Furnish] makes it a place.
	Open func(ctx context.Context, at screen.Clock, v Visitor) (*Place, error)
	// Attract is the tape that is shown while nobody is there; nil shows none.
	Attract []byte
}

// phase is what the kiosk is doing.
type phase int

const (
	attracting phase = iota
	choosing
	opening // a place
	visiting
	thanking
)

// Kiosk is the model.
type Kiosk struct {
	config Config
	w, h   int
	now    time.Time
	look   component.Look
	ground string // the theme that suits the terminal's background, once it was told

	phase  phase
	since  time.Time // of the phase
	begun  time.Time // the visit, with the key that ended the attract loop
	input  time.Time // the last key
	shown  time.Time // until when numbers are shown
	unveil bool      // a timer runs that will hide them
	broken bool      // the visit ended with a mistake of the program
	why    text.Message

	at     int // the chosen cell of what can be tried
	visits int // how many there were
	visit  *visit

	films   films
	staff   *staff
	lock    lock
	leaving bool // with the staff PIN
}

// New makes a kiosk. The error is that of Config.Rand.
func New(c Config) (*Kiosk, error) {
	l, err := newLock(c.Rand, c.PIN)
	if err != nil {
		return nil, err
	}
	k := &Kiosk{config: c, w: 80, h: 24, now: c.Clock.Now(), lock: l}
	k.look.Text = text.In(c.Lang)
	k.config.PIN = nil
	k.dress()
	k.since, k.input = k.now, k.now
	k.films.first = max(slices.Index(languages, c.Lang), 0)
	return k, nil
}

// Visits is how many visits were begun.
func (k *Kiosk) Visits() int { return k.visits }

// Left tells whether the kiosk ended with the staff PIN.
func (k *Kiosk) Left() bool { return k.leaving }

// Close ends the visit that is open, when the program has ended.
func (k *Kiosk) Close() error {
	if k.visit == nil {
		return nil
	}
	v := k.visit
	k.visit = nil
	return v.close()
}

// Init starts it, on a terminal that may still show what a kiosk that was killed left there.
func (k *Kiosk) Init() tea.Cmd {
	cmds := []tea.Cmd{k.beatLater(), k.erase()}
	if k.config.Theme == "auto" {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	return tea.Batch(cmds...)
}

// Interrupted ends the visit, as Ctrl+C does: a signal does it.
type Interrupted struct{}

// Update handles one message.
func (k *Kiosk) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	k.now = k.config.Clock.Now()
	if k.visit == nil || !k.visit.fallen {
		return k, k.handle(msg)
	}
	over := k.end(true)
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseClickMsg: // meant for what is not there any more
		return k, over
	}
	return k, tea.Batch(over, k.handle(msg))
}

// handle handles a message while nothing has fallen.
func (k *Kiosk) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return k.resize(msg)
	case tea.BackgroundColorMsg:
		k.ground = theme.Light
		if msg.IsDark() {
			k.ground = theme.Dark
		}
		k.dress()
		return k.toVisit(msg)
	case tea.KeyPressMsg:
		return k.press(msg)
	case tea.PasteMsg:
		return k.paste(msg)
	case tea.MouseClickMsg:
		return k.click(msg)
	case tea.BlurMsg:
		k.shown = k.now
	case tea.RawMsg: // nothing else sends one: the terminal was cleared
		return tea.ClearScreen
	case Interrupted:
		return k.end(false)
	case beat:
		return tea.Batch(k.beatLater(), k.beat())
	case veil:
		return k.veilLater()
	case of:
		return k.answer(msg)
	case filmed:
		return k.films.take(k, msg)
	case turn:
		return k.films.turn(k, msg)
	}
	return nil
}

// dress puts on the theme that is wanted; the dark one until the terminal has told
// its background.
func (k *Kiosk) dress() {
	name := k.config.Theme
	if name == "auto" || name == "" {
		name = theme.Dark
		if k.ground != "" {
			name = k.ground
		}
	}
	k.look.Theme = theme.New(name, k.config.Glyphs)
}

// enter begins a phase.
func (k *Kiosk) enter(p phase) { k.phase, k.since = p, k.now }

// press hands a key on: the staff's dialog first, then what ends a visit, then
// whoever is there.
func (k *Kiosk) press(msg tea.KeyPressMsg) tea.Cmd {
	if k.staff != nil {
		return k.tryPIN(msg)
	}
	counting := k.counting()
	k.input = k.now
	switch {
	case keymap.Staff.Pressed(msg):
		k.staff = &staff{since: k.now}
		return nil
	case k.phase == attracting:
		return k.begin()
	case keymap.Leave.Pressed(msg), keymap.Finished.Pressed(msg):
		return k.end(false)
	case k.phase == choosing:
		return k.choose(msg)
	case k.phase == thanking:
		return k.begin()
	case k.phase != visiting:
		return nil
	}
	show := k.reveal()
	if counting || keymap.ShowNumbers.Pressed(msg) { // a key that says "I am here" does nothing else
		return show
	}
	return tea.Batch(show, k.toVisit(msg))
}

// paste gives what was pasted to the visitor's program.
func (k *Kiosk) paste(msg tea.PasteMsg) tea.Cmd {
	if k.phase != visiting || k.staff != nil {
		return nil
	}
	k.input = k.now
	return tea.Batch(k.reveal(), k.toVisit(msg))
}

// click gives a click to the visitor's program, in its own cells.
func (k *Kiosk) click(msg tea.MouseClickMsg) tea.Cmd {
	if k.phase != visiting || k.staff != nil || k.counting() {
		return nil
	}
	k.input = k.now
	msg.Y -= barLines
	return tea.Batch(k.reveal(), k.toVisit(msg))
}

// begin welcomes somebody.
func (k *Kiosk) begin() tea.Cmd {
	k.enter(choosing)
	k.begun, k.broken, k.why = k.now, false, text.Message{}
	return nil
}

// resize takes the terminal's size, and gives the visitor's program what is left of
// it.
func (k *Kiosk) resize(msg tea.WindowSizeMsg) tea.Cmd {
	if msg.Width > 0 && msg.Height > 0 {
		k.w, k.h = min(msg.Width, largest), min(msg.Height, largest)
	}
	return tea.Batch(k.sizeVisit(), k.films.want(k))
}

// largest is what a terminal can mean with its size.
const largest = 4096
