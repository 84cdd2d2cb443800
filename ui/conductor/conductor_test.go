package conductor_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/conductor"
)

// noon is when the tests begin.
var noon = time.Date(2026, 11, 5, 12, 0, 0, 0, time.UTC)

// diary writes down what happens to it: each key sets a timer and does slow work.
type diary struct {
	clock *conductor.Clock
	lines *strings.Builder
}

func (diary) Init() tea.Cmd   { return nil }
func (diary) View() tea.View  { return tea.View{} }
func (d diary) note(s string) { fmt.Fprintf(d.lines, "%s %s\n", d.clock.Now().Format("05"), s) }
func (d diary) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		d.note("key " + msg.String())
		if msg.Code == 'q' {
			return d, tea.Quit
		}
		return d, tea.Batch(
			d.clock.After(2*time.Second, func(now time.Time) tea.Msg { return "timer of " + msg.String() + now.Format(" 05") }),
			d.clock.Work(func() tea.Msg { return "work of " + msg.String() }),
			nil,
		)
	case string:
		d.note(msg)
	}
	return d, nil
}

// program is a conducted Bubble Tea program.
type program struct {
	*conductor.Conductor

	keys  io.Writer
	lines *strings.Builder
	ended chan error
}

func start(t *testing.T) program {
	t.Helper()
	clock := conductor.NewClock(noon)
	orders, give := io.Pipe()
	answers, answer := io.Pipe()
	in, keys := io.Pipe()
	p := program{conductor.New(give, answers), keys, &strings.Builder{}, make(chan error, 1)}
	running := tea.NewProgram(clock.Model(diary{clock, p.lines}), tea.WithInput(in), tea.WithOutput(io.Discard),
		tea.WithoutSignalHandler(), tea.WithEnvironment([]string{"TERM=dumb"}))
	go clock.Follow(orders, answer) //nolint:errcheck // until the test is over
	go func() {
		_, err := running.Run()
		orders.Close()
		answer.Close()
		p.ended <- err
	}()
	t.Cleanup(func() { running.Kill(); give.Close(); in.Close() })
	return p
}

// press presses a key and waits until what follows is done.
func (p program) press(t *testing.T, key string) error {
	t.Helper()
	if _, err := io.WriteString(p.keys, key); err != nil {
		t.Fatal(err)
	}
	return p.Input()
}

// TestTimePassesOnOrder presses two keys and lets their timers fire.
func TestTimePassesOnOrder(t *testing.T) {
	t.Parallel()
	p := start(t)
	after := func(s int) time.Time { return noon.Add(time.Duration(s) * time.Second) }
	for _, step := range []struct {
		do      func() error
		problem string
	}{
		{func() error { return p.press(t, "a") }, ""},
		{func() error { return p.Move(after(1)) }, ""},
		{func() error { return p.press(t, "b") }, ""},
		{func() error { return p.Move(after(5)) }, "a timer is due at"},
		{func() error { return p.Fire(after(1)) }, "the next timer is due at"},
		{func() error { return p.Fire(after(2)) }, ""},
		{func() error { return p.Fire(after(3)) }, ""},
		{func() error { return p.Fire(after(3)) }, "no timer is set"},
		{func() error { return p.Move(after(9)) }, ""},
		{func() error { return p.press(t, "c") }, ""},
	} {
		switch err := step.do(); {
		case err == nil && step.problem != "", err != nil && (step.problem == "" || !strings.Contains(err.Error(), step.problem)):
			t.Fatalf("%v, wanted %q; so far\n%s", err, step.problem, p.lines)
		}
	}
	const want = "00 key a\n00 work of a\n01 key b\n01 work of b\n02 timer of a 02\n03 timer of b 03\n09 key c\n09 work of c\n"
	if got := p.lines.String(); got != want {
		t.Errorf("it was\n%swanted\n%s", got, want)
	}
}

// TestEnd ends the program with a key: the conductor is told.
func TestEnd(t *testing.T) {
	t.Parallel()
	p := start(t)
	if err := p.press(t, "q"); err != nil && !errors.Is(err, conductor.ErrEnded) {
		t.Error(err)
	}
	if err := <-p.ended; err != nil {
		t.Error(err)
	}
	if err := p.Move(noon); !errors.Is(err, conductor.ErrEnded) {
		t.Errorf("%v, wanted that the program has ended", err)
	}
}
