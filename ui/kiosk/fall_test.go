package kiosk

import (
	"context"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/app"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// falling is a screen that panics, each time somewhere else.
type falling struct{ where string }

func (f falling) fall(where string) {
	if f.where == where {
		var nothing map[string][]int
		nothing["typed"][0]++
	}
}

func (f falling) Init() tea.Cmd {
	f.fall("at its first command")
	return screen.Do(func(context.Context) (int, error) { f.fall("in work for it"); return 0, nil })
}

func (f falling) Update(tea.Msg) tea.Cmd { f.fall("at a message"); return nil }

func (f falling) View(int, int) screen.View {
	f.fall("when it is drawn")
	return screen.View{Body: "falling"}
}

// TestAScreenThatPanics opens screens of the program that panic: the visit ends, and the next visitor finds a kiosk that works.
func TestAScreenThatPanics(t *testing.T) {
	t.Parallel()
	for _, where := range []string{"when it is made", "at its first command", "in work for it", "at a message", "when it is drawn"} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			s := start(t, usual)
			s.screens = append(app.Defs(), &screen.Def{
				ID: "falling", Public: true, Title: func(*text.Catalog) string { return "Falling" },
				Places: []screen.Place{{Number: 77, Group: screen.SearchGroup}},
				New:    func(*screen.Env, any) screen.Screen { f := falling{where}; f.fall("when it is made"); return f },
			})
			s.visit("4")
			s.Type("77")
			s.Text() // it is drawn
			s.Advance(time.Second)
			s.shows("Something went wrong on our side.")
			s.screens = nil
			s.Advance(thanksFor)
			s.shows("Press any key and try it yourself")
			s.visit("4")
			s.Type("11")
			s.shows("1,731,475 won")
			s.Press("f9")
		})
	}
}

// TestNothingIsMissedAfterAPanic takes what comes next, unless a visitor meant it for what is not there any more: the size of the
// window, and the clock's beats, without which no visit would ever end again.
func TestNothingIsMissedAfterAPanic(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	fall := func() {
		s.visit("2")
		s.kiosk.visit.app = nil
		s.kiosk.View()
	}
	fall()
	s.Resize(100, 30)
	if s.kiosk.w != 100 || s.kiosk.phase != thanking {
		t.Errorf("after a panic the window is %d cells wide:\n%s", s.kiosk.w, s.Text())
	}
	fall()
	s.kiosk.unveil = true
	s.Send(veil{})
	if s.kiosk.unveil {
		t.Error("after a panic numbers are never hidden again")
	}
	fall()
	s.Press("enter")
	if s.kiosk.phase != thanking {
		t.Errorf("a key that was meant for the program did something:\n%s", s.Text())
	}
	s.Advance(thanksFor)
	s.shows("Press any key and try it yourself")
}
