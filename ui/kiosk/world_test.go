package kiosk

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/demo"
	"smartbank/ui/app"
	"smartbank/ui/headless"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
	"smartbank/ui/uitest"
)

// begin is when every test begins.
var begin = time.Date(2026, time.November, 5, 10, 0, 0, 0, calendar.Seoul)

// staffPIN is the way out of every test's kiosk.
const staffPIN = "8642"

var image = sync.OnceValues(func() (*bank.Image, error) {
	return bank.NewImage(context.Background(), demo.Opening(1, begin), bank.Options{
		Now: func() time.Time { return begin }, Rand: banktest.NewRand(1), Cost: bank.TapeCost,
	})
})

// stand is a kiosk without a terminal.
type stand struct {
	*headless.Driver

	tb      testing.TB
	kiosk   *Kiosk
	clock   *headless.Clock
	opened  int           // places
	closed  int           // and those that were closed
	fails   error         // what opening the next one fails with
	screens []*screen.Def // of visitors' programs; nil is all there are
	days    *Days         // the banks of other days; nil is that of the first alone
}

// open is Config.Open of tests.
func (s *stand) open(ctx context.Context, at screen.Clock, v Visitor) (*Place, error) {
	if s.fails != nil {
		return nil, s.fails
	}
	made, err := image()
	if s.days != nil {
		made, err = s.days.Image(ctx, at.Now())
	}
	if err != nil {
		return nil, err
	}
	w, err := uitest.Open(func(o bank.Options) (*bank.Bank, error) { return bank.OpenImage(ctx, made.Apart(), o) }, at.Now, 2)
	if err != nil {
		return nil, err
	}
	p, err := Furnish(ctx, app.Config{
		Screens: s.screens, Bank: w.Bank, Center: w.Center, Clock: at,
		Demo: screen.Demo{Logins: demo.Logins(), Password: demo.Password, PIN: demo.PIN, Identities: map[string]string{demo.HongLogin: demo.Identity(demo.HongLogin)}},
	}, v)
	if err != nil {
		return nil, err
	}
	s.opened++
	closing := p.Close
	p.Close = func() error { s.closed++; return closing() }
	return p, nil
}

// look is how a kiosk is looked at.
type look struct {
	lang   text.Lang
	w, h   int
	theme  string
	glyphs theme.Glyphs
}

// usual is how tests look that are not about it.
var usual = look{lang: text.English, w: 80, h: 24}

// start starts a kiosk, without a tape.
func start(tb testing.TB, l look) *stand {
	tb.Helper()
	return startWith(tb, l, nil)
}

// startWith starts a kiosk with an attract tape.
func startWith(tb testing.TB, l look, attract []byte) *stand {
	tb.Helper()
	if l.theme == "" {
		l.theme = theme.Dark
	}
	if l.glyphs.Rule == "" {
		l.glyphs = theme.Unicode
	}
	clock := headless.NewClock(begin)
	s := &stand{tb: tb, clock: clock}
	k, err := New(Config{
		Clock: clock, Lang: l.lang, Theme: l.theme, Glyphs: l.glyphs, Rand: banktest.NewRand(3), PIN: []byte(staffPIN), Open: s.open, Attract: attract,
	})
	if err != nil {
		tb.Fatal(err)
	}
	s.kiosk, s.Driver = k, headless.New(k, clock, l.w, l.h)
	tb.Cleanup(func() {
		if err := s.Err(); err != nil {
			tb.Error(err)
		}
		if err := k.Close(); err != nil {
			tb.Error(err)
		}
		if s.opened != s.closed {
			tb.Errorf("%d places were opened and %d closed", s.opened, s.closed)
		}
	})
	return s
}

// visit begins a visit: the number is that of what is tried.
func (s *stand) visit(number string) {
	s.tb.Helper()
	s.Press("space", number)
	if s.kiosk.phase != visiting {
		s.tb.Fatalf("the visit did not begin:\n%s", s.Text())
	}
}

// shows fails unless the screen shows a text.
func (s *stand) shows(what string) {
	s.tb.Helper()
	if !strings.Contains(s.Text(), what) {
		s.tb.Errorf("the screen does not show %q:\n%s", what, s.Text())
	}
}

// hides fails if the screen shows a text.
func (s *stand) hides(what string) {
	s.tb.Helper()
	if strings.Contains(s.Text(), what) {
		s.tb.Errorf("the screen shows %q:\n%s", what, s.Text())
	}
}

// guide is what the guide tells now.
func (s *stand) guide() told {
	s.tb.Helper()
	v := s.kiosk.visit
	if v == nil {
		s.tb.Fatalf("nobody is there:\n%s", s.Text())
	}
	drawn := v.app.View()
	return v.task.guide(v.see(drawn.Content, drawn.Cursor != nil))
}

// obey does what the guide tells, as it tells it.
func (s *stand) obey(is told) {
	s.tb.Helper()
	switch is.step.key {
	case "esc", "tab", "f10", "ctrl+u":
		s.Press(is.step.key)
		return
	case "none":
		s.Advance(time.Second)
		return
	}
	s.Type(is.typed)
	if !is.step.number && !is.step.bare {
		s.Press("enter")
	}
	s.Advance(700 * time.Millisecond)
}

// follow obeys until the guide says that it is done, and returns the steps that were
// told on the way.
func (s *stand) follow() (steps []int) {
	s.tb.Helper()
	for range 40 {
		is := s.guide()
		if is.n > 0 && (len(steps) == 0 || steps[len(steps)-1] != is.n) {
			steps = append(steps, is.n)
		}
		if is.step.key == "done" {
			return steps
		}
		s.obey(is)
	}
	s.tb.Fatalf("the guide leads nowhere: %v\n%s", steps, s.Text())
	return nil
}
