package headless_test

import (
	"image/color"
	"os/exec"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/headless"
)

// TestCommands: each row is what the program does on "go", and what it is told then.
func TestCommands(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		on   func(n *notebook) tea.Cmd
		want string
	}{
		{"a command's message comes back", func(*notebook) tea.Cmd { return say("a") }, "go a"},
		{"no command", func(*notebook) tea.Cmd { return nil }, "go"},
		{"a command without a message", func(*notebook) tea.Cmd { return func() tea.Msg { return nil } }, "go"},
		{"a batch comes in its order", func(*notebook) tea.Cmd {
			return tea.Batch(say("a"), tea.Batch(say("b"), nil, say("c")), say("d"))
		}, "go a b c d"},
		{"a sequence comes in its order", func(*notebook) tea.Cmd {
			return tea.Sequence(say("a"), tea.Sequence(say("b"), say("c")), say("d"))
		}, "go a b c d"},
		{"a sequence waits for its timers", func(n *notebook) tea.Cmd {
			return tea.Sequence(say("a"), n.later(time.Second, "b"), say("c"))
		}, "go a b@1s c"},
		{"timers fire by their time", func(n *notebook) tea.Cmd {
			return tea.Batch(n.later(2*time.Second, "c"), n.later(time.Second, "a"), n.tick(1500*time.Millisecond, "b"))
		}, "go a@1s b@1.5s c@2s"},
		{"timers of one time fire as they were armed", func(n *notebook) tea.Cmd {
			return tea.Batch(n.later(time.Second, "a"), n.tick(time.Second, "b"), n.later(time.Second, "c"))
		}, "go a@1s b@1s c@1s"},
		{"a timer of no time fires when time passes", func(n *notebook) tea.Cmd {
			return tea.Batch(n.later(-time.Second, "a"), say("b"))
		}, "go b a@0s"},
		{"a timer after the time does not fire", func(n *notebook) tea.Cmd { return n.later(time.Minute+1, "a") }, "go"},
		{"work is done", func(n *notebook) tea.Cmd { return n.clock.Work(say("a")) }, "go a"},
		{"work may answer with a timer", func(n *notebook) tea.Cmd { return n.clock.Work(n.later(time.Second, "a")) }, "go a@1s"},
		{"a suspended program resumes", func(*notebook) tea.Cmd { return tea.Suspend }, "go SuspendMsg ResumeMsg"},
		{"the window's size is answered", func(*notebook) tea.Cmd { return tea.RequestWindowSize }, "go windowSizeMsg WindowSizeMsg"},
		{"the background is answered", func(*notebook) tea.Cmd { return tea.RequestBackgroundColor }, "go backgroundColorMsg BackgroundColorMsg"},
		{"the cursor's place is answered", func(*notebook) tea.Cmd { return tea.RequestCursorPosition }, "go requestCursorPosMsg CursorPositionMsg"},
		{"an unknown request is not answered", func(*notebook) tea.Cmd { return tea.RequestTerminalVersion }, "go terminalVersion"},
		{"after Quit nothing comes", func(*notebook) tea.Cmd { return tea.Batch(say("a"), tea.Quit, say("b")) }, "go a"},
		{"after Interrupt nothing comes", func(*notebook) tea.Cmd { return tea.Batch(tea.Interrupt, say("b")) }, "go"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d, n := open(func(n *notebook, msg tea.Msg) tea.Cmd {
				if msg == said("go") {
					return tt.on(n)
				}
				return nil
			})
			d.Send(said("go"))
			d.Advance(time.Minute)
			if n.told() != tt.want || d.Err() != nil {
				t.Errorf("told %q (%v), want %q", n.told(), d.Err(), tt.want)
			}
		})
	}
}

func TestStart(t *testing.T) {
	t.Parallel()
	n := &notebook{clock: headless.NewClock(begin), init: say("init")}
	d := headless.New(n, n.clock, 20, 4)
	if want := "init EnvMsg ColorProfileMsg WindowSizeMsg"; n.told() != want {
		t.Errorf("told %q, want %q", n.told(), want)
	}
	d.Resize(30, -1)
	if w, h := d.Size(); w != 30 || h != 0 || d.Frame().W != 30 || d.Frame().H != 0 {
		t.Errorf("the size is %dx%d", w, h)
	}
	if d.Model() != tea.Model(n) || !d.Now().Equal(begin) {
		t.Error("the model or the clock is another")
	}
}

func TestTimers(t *testing.T) {
	t.Parallel()
	d, n := open(func(n *notebook, msg tea.Msg) tea.Cmd {
		switch text, _ := msg.(said); {
		case text == "go":
			return tea.Batch(n.later(3*time.Second, "answer"), n.tick(time.Second, "tick"))
		case strings.HasPrefix(string(text), "tick"):
			return n.tick(time.Second, "tick")
		}
		return nil
	})
	if d.Pending() || d.Next() || d.Step(time.Hour) {
		t.Error("something is under way before the start")
	}
	d.Send(said("go"))
	if !d.Pending() || d.Step(999*time.Millisecond) || !d.Now().Equal(begin) {
		t.Error("Step fired what was not due")
	}
	if !d.Step(time.Second) || n.told() != "go tick@1s" {
		t.Errorf("one step came to %q", n.told())
	}
	if !d.Next() || n.told() != "go tick@1s tick@2s answer@3s" {
		t.Errorf("the next timer came to %q", n.told())
	}
	if d.Pending() || d.Next() {
		t.Error("ticks count as pending")
	}
	d.Advance(2500 * time.Millisecond)
	if want := begin.Add(5500 * time.Millisecond); !d.Now().Equal(want) || !strings.HasSuffix(n.told(), "tick@5s") {
		t.Errorf("it is %v after %q", d.Now(), n.told())
	}
}

func TestHold(t *testing.T) {
	t.Parallel()
	d, n := open(func(n *notebook, msg tea.Msg) tea.Cmd {
		if msg == said("go") {
			return tea.Batch(tea.Sequence(n.clock.Work(say("answer")), say("after")), n.tick(time.Second, "tick"), say("working"))
		}
		return nil
	})
	d.Hold()
	d.Send(said("go"))
	d.Advance(time.Second)
	if n.told() != "go working tick@1s" || !d.Pending() || d.Next() {
		t.Errorf("while held, told %q", n.told())
	}
	d.Release()
	if n.told() != "go working tick@1s answer after" || d.Pending() || d.Err() != nil {
		t.Errorf("released, told %q (%v)", n.told(), d.Err())
	}
	d.Send(said("go"))
	if !strings.HasSuffix(n.told(), "go answer after working") {
		t.Errorf("afterwards, told %q", n.told())
	}
	d.Hold()
	d.Release()
	if d.Err() == nil {
		t.Error("nothing was held, and that is no error")
	}
}

// TestErrors: each row is what the program does on "go", and how the driver's
// error begins.
func TestErrors(t *testing.T) {
	t.Parallel()
	other := headless.NewClock(begin)
	type again struct{}
	for _, tt := range []struct {
		name string
		on   func(n *notebook, msg tea.Msg) tea.Cmd
		want string
	}{
		{
			"messages without end",
			func(*notebook, tea.Msg) tea.Cmd { return func() tea.Msg { return again{} } },
			"commands re-arm for ever: 10000 messages without an input or a later time, the last of kind headless_test.again, tea.Cmd",
		},
		{
			"commands without end",
			func(*notebook, tea.Msg) tea.Cmd {
				var cmd tea.Cmd
				cmd = func() tea.Msg { return tea.BatchMsg{cmd} }
				return cmd
			},
			"commands re-arm for ever: 10000 messages",
		},
		{
			"timers of no time without end",
			func(n *notebook, _ tea.Msg) tea.Cmd { return n.later(0, "again") },
			"commands re-arm for ever: 10000 messages",
		},
		{
			"timers of little time without end",
			func(n *notebook, _ tea.Msg) tea.Cmd { return n.tick(time.Nanosecond, "again") },
			"advance the clock by 1s: timers re-arm for ever",
		},
		{
			"another clock",
			func(*notebook, tea.Msg) tea.Cmd { return other.After(0, func(time.Time) tea.Msg { return nil }) },
			"set a timer: the model's clock is not the driver's",
		},
		{
			"another program",
			func(_ *notebook, msg tea.Msg) tea.Cmd {
				if msg == said("go") {
					return tea.ExecProcess(exec.Command("true"), nil)
				}
				return nil
			},
			"run a program: there is no terminal to give it",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			started := false
			d, _ := open(func(n *notebook, msg tea.Msg) tea.Cmd {
				if started = started || msg == said("go"); started {
					return tt.on(n, msg)
				}
				return nil
			})
			d.Send(said("go"))
			d.Advance(time.Second)
			if d.Err() == nil || !strings.HasPrefix(d.Err().Error(), tt.want) {
				t.Fatalf("error %v, want %s", d.Err(), tt.want)
			}
			if d.Frame().Err() == nil || d.Pending() || d.Next() || d.Step(time.Hour) {
				t.Error("the driver goes on")
			}
		})
	}
}

func TestTicksBeforeTheNextTimerAreLimited(t *testing.T) {
	t.Parallel()
	started := false
	d, _ := open(func(n *notebook, msg tea.Msg) tea.Cmd {
		if msg == said("go") {
			started = true
			return tea.Batch(n.tick(time.Nanosecond, "again"), n.later(time.Hour, "far"))
		}
		if started {
			return n.tick(time.Nanosecond, "again")
		}
		return nil
	})
	d.Send(said("go"))
	if d.Next() || d.Err() == nil {
		t.Errorf("error %v", d.Err())
	}
}

func TestQuit(t *testing.T) {
	t.Parallel()
	d, n := open(func(_ *notebook, msg tea.Msg) tea.Cmd {
		if key, ok := msg.(tea.KeyPressMsg); ok && key.String() == "q" {
			return tea.Quit
		}
		return nil
	})
	d.Press("a", "q", "b")
	d.Paste("c")
	d.Click(0, 0)
	d.Advance(time.Hour)
	if !d.Quit() || n.told() != "a q" || d.Err() != nil || !d.Now().Equal(begin) {
		t.Errorf("quit %t, told %q, %v", d.Quit(), n.told(), d.Err())
	}
}

func TestClipboard(t *testing.T) {
	t.Parallel()
	var read []string
	d, _ := open(func(_ *notebook, msg tea.Msg) tea.Cmd {
		switch msg := msg.(type) {
		case said:
			return tea.Sequence(tea.SetClipboard(string(msg)), tea.ReadClipboard)
		case tea.ClipboardMsg:
			read = append(read, msg.Content)
		}
		return nil
	})
	d.Send(said("110-123"))
	if d.Clipboard() != "110-123" || len(read) != 1 || read[0] != "110-123" {
		t.Errorf("the clipboard has %q, read %q", d.Clipboard(), read)
	}
	d.SetClipboard("other")
	if d.Clipboard() != "other" {
		t.Errorf("the clipboard has %q", d.Clipboard())
	}
}

func TestBackground(t *testing.T) {
	t.Parallel()
	var dark []bool
	d, _ := open(func(_ *notebook, msg tea.Msg) tea.Cmd {
		switch msg := msg.(type) {
		case said:
			return tea.RequestBackgroundColor
		case tea.BackgroundColorMsg:
			dark = append(dark, msg.IsDark())
		}
		return nil
	})
	d.Send(said("?"))
	d.SetBackground(color.White)
	d.Send(said("?"))
	d.SetBackground(nil)
	d.Send(said("?"))
	if len(dark) != 2 || !dark[0] || dark[1] {
		t.Errorf("dark: %v", dark)
	}
}

func TestMouse(t *testing.T) {
	t.Parallel()
	d, n := open(nil)
	d.Click(3, 1)
	if n.told() != "" {
		t.Errorf("a click that nobody asked for: %q", n.told())
	}
	n.view.MouseMode = tea.MouseModeCellMotion
	n.view.OnMouse = func(msg tea.MouseMsg) tea.Cmd {
		if _, ok := msg.(tea.MouseClickMsg); ok {
			return say("hit")
		}
		return nil
	}
	d.Click(3, 1)
	if want := "hit MouseClickMsg MouseReleaseMsg"; n.told() != want {
		t.Errorf("told %q, want %q", n.told(), want)
	}
}

// BenchmarkAdvance is six minutes of a clock that ticks every second.
func BenchmarkAdvance(b *testing.B) {
	d, n := open(func(n *notebook, _ tea.Msg) tea.Cmd { return n.tick(time.Second, "tick") })
	for b.Loop() {
		n.notes = nil
		d.Advance(6 * time.Minute)
	}
}
