package app

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/headless"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// probe is a screen that tells what it is given.
type probe struct {
	name  string
	heard []string
	work  func(context.Context) (string, error)
}

func (p *probe) Init() tea.Cmd {
	if p.work == nil {
		return nil
	}
	return screen.Do(p.work)
}

func (p *probe) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		p.heard = append(p.heard, msg.String())
		switch {
		case keymap.Back.Pressed(msg):
			return screen.Close()
		case msg.String() == "n":
			return screen.Interrupt(notice())
		case msg.String() == "l":
			return screen.After(time.Minute, "a minute later")
		}
	case screen.Result[string]:
		if msg.Err != nil {
			msg.Value = msg.Err.Error()
		}
		p.heard = append(p.heard, msg.Value)
	case screen.Decided:
		p.heard = append(p.heard, "decided")
	case string:
		p.heard = append(p.heard, msg)
	}
	return nil
}

func (p *probe) View(int, int) screen.View { return screen.View{Body: "probe " + p.name} }

func notice() *component.Notice {
	return &component.Notice{
		Title: component.Same("By itself"),
		Message: func(*text.Catalog) text.Message {
			return text.Message{Problem: "Something came up.", Advice: "Read it."}
		},
	}
}

// withProbes opens probe screens on top of All Menus.
func withProbes(t *testing.T, probes ...*probe) *program {
	t.Helper()
	p := start(t, 80, 24, text.English)
	p.Hold()
	for _, s := range probes {
		id := screen.ID("probe." + s.name)
		p.app.env.Menu = append(p.app.env.Menu, &screen.Def{
			ID: id, Title: func(*text.Catalog) string { return s.name }, Public: true,
			New: func(*screen.Env, any) screen.Screen { return s },
		})
		p.Send(stamped{p.app.top().serial, screen.Opening{ID: id}})
	}
	return p
}

func heard(t *testing.T, p *probe, want ...string) {
	t.Helper()
	if len(p.heard) != len(want) {
		t.Errorf("screen %s heard %q, want %q", p.name, p.heard, want)
		return
	}
	for i := range want {
		if p.heard[i] != want[i] {
			t.Errorf("screen %s heard %q, want %q", p.name, p.heard, want)
		}
	}
}

func TestResultsReachOnlyTheScreenThatAsked(t *testing.T) {
	t.Parallel()
	below := &probe{name: "below", work: func(context.Context) (string, error) { return "for below", nil }}
	above := &probe{name: "above", work: func(context.Context) (string, error) { return "for above", nil }}
	p := withProbes(t, below, above)
	p.Release()
	heard(t, below, "for below")
	heard(t, above, "for above")
}

func TestTheResultForAClosedScreenIsDropped(t *testing.T) {
	t.Parallel()
	var ended error
	below := &probe{name: "below"}
	above := &probe{name: "above", work: func(ctx context.Context) (string, error) {
		ended = ctx.Err()
		return "too late", nil
	}}
	p := withProbes(t, below, above)
	p.Send(stamped{p.app.top().serial, screen.Closing{}})
	p.shows("probe below")
	p.Release()
	heard(t, below)
	heard(t, above)
	if !errors.Is(ended, context.Canceled) {
		t.Errorf("the work of a closed screen was not cancelled: %v", ended)
	}
}

func TestEscCancelsWhatRuns(t *testing.T) {
	t.Parallel()
	s := &probe{name: "patient", work: func(ctx context.Context) (string, error) { return "", ctx.Err() }}
	p := withProbes(t, s)
	p.Advance(2500 * time.Millisecond)
	p.shows("Working… 0:02", "Esc cancel")
	p.Press("esc")
	p.hides("Working")
	p.shows("probe patient")
	p.Release()
	heard(t, s, "context canceled")
	p.Press("esc")
	p.hides("probe patient")
}

func TestTimersReachTheScreenThatSetThem(t *testing.T) {
	t.Parallel()
	s := &probe{name: "timed"}
	p := withProbes(t, s)
	p.Type("l")
	p.Advance(time.Minute - time.Second)
	heard(t, s, "l")
	p.Advance(time.Second)
	heard(t, s, "l", "a minute later")
}

func TestADialogThatAppearsByItselfSwallowsNoKey(t *testing.T) {
	t.Parallel()
	s := &probe{name: "typed"}
	p := withProbes(t, s)
	p.Type("n")
	p.shows("Something came up.")
	p.Advance(300 * time.Millisecond)
	p.Press("enter")
	heard(t, s, "n", "enter")
	p.Advance(399 * time.Millisecond) // since the last key, not since it appeared
	p.Type("x")
	heard(t, s, "n", "enter", "x")
	p.shows("Something came up.")
	p.Advance(400 * time.Millisecond)
	p.Press("enter")
	heard(t, s, "n", "enter", "x", "decided")
	p.hides("Something came up.")
}

func TestResizeWithADialogOpen(t *testing.T) {
	t.Parallel()
	p := withProbes(t, &probe{name: "resized"})
	p.Type("n")
	for _, size := range [][2]int{{120, 40}, {40, 12}, {39, 11}, {1, 1}, {200, 60}, {80, 24}} {
		p.Resize(size[0], size[1])
		if over := p.Frame().Overflow(); len(over) > 0 {
			t.Errorf("at %v lines %v are too wide", size, over)
		}
	}
	p.shows("Something came up.")
}

func TestTooSmall(t *testing.T) {
	t.Parallel()
	p := start(t, 39, 24, text.English)
	p.shows("The window is too small.", "Needed: 40 x 12", "It is: 39 x 24")
	p.Resize(40, 12)
	p.shows("Smart Banking")
}

// In the terminal, keys of one burst are handled before any command has run.
func TestWhatIsTypedAheadGoesToWhatItOpened(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.Korean)
	for _, key := range headless.Keys("/실시간") {
		p.app.Update(key)
	}
	if shown := p.app.View().Content; !strings.Contains(shown, "실시간") || !strings.Contains(shown, "바로가기…") {
		t.Errorf("the first keys after / are lost:\n%s", shown)
	}
	p.Press("enter")
	p.shows("로그인")
}
