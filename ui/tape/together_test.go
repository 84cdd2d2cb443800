package tape_test

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/headless"
	"smartbank/ui/tape"
)

// board is a program that shows what was pasted into it, and what another one of its
// kind did with a slate that both share.
type board struct {
	clock  *headless.Clock
	slate  *string
	pasted string
}

type glance struct{}

func (m *board) Init() tea.Cmd { return m.look() }

func (m *board) look() tea.Cmd {
	return m.clock.After(300*time.Millisecond, func(time.Time) tea.Msg { return glance{} })
}

func (m *board) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case glance:
		if *m.slate != "over" {
			return m, m.look()
		}
	case tea.PasteMsg:
		m.pasted = msg.Content
	case tea.KeyPressMsg:
		*m.slate += msg.Text
	}
	return m, nil
}

func (m *board) View() tea.View {
	return tea.NewView("slate " + *m.slate + ".\npasted " + m.pasted + ".")
}

// perform plays tapes on boards with one slate.
func perform(t *testing.T, sources ...string) ([]tape.Result, error) {
	t.Helper()
	slate, clock := "", headless.NewClock(time.Date(2026, 11, 5, 10, 0, 0, 0, time.UTC))
	var tapes []*tape.Tape
	var stages []tape.Stage
	for i, source := range sources {
		read, err := tape.Parse(string(rune('a'+i))+".tape", []byte(source), nil)
		if err != nil {
			t.Fatal(err)
		}
		tapes = append(tapes, read)
		stages = append(stages, tape.Stage{
			Start: func(string, tape.Settings) (*headless.Driver, error) {
				return headless.New(&board{clock: clock, slate: &slate}, clock, 40, 3), nil
			},
			Files: tape.Memory{},
		})
	}
	return tape.PlayTogether(context.Background(), tapes, stages)
}

func TestOneWaitsAndTheOtherGoesOn(t *testing.T) {
	t.Parallel()
	results, err := perform(t,
		"Type \"a\"\nWait+Screen /slate ab\\./\nType \"c\"\nCopy+Screen /slate \\w+/\nWait+Screen /pasted done\\./\nExpect+Screen /slate abc/",
		"Wait+Screen /slate a\\./\nType \"b\"\nWait+Screen /slate abc\\./\nPaste\nExpect+Screen /pasted slate abc\\./\nCopy \"done\"\nSleep 2s",
		"Sleep 5s\nPaste\nExpect+Screen /pasted done\\./",
	)
	if err == nil || !strings.HasPrefix(err.Error(), "a.tape:5:1: ") {
		t.Errorf("nobody pastes in the first one: %v", err)
	}
	if len(results) != 3 {
		t.Fatalf("%d results", len(results))
	}
	results, err = perform(t,
		"Type \"a\"\nWait+Screen /slate ab\\./\nType \"c\"\nCopy+Screen /slate \\w+/\nSleep 3s\nPaste\nExpect+Screen /pasted done\\./",
		"Wait+Screen /slate a\\./\nType \"b\"\nWait+Screen /slate abc\\./\nPaste\nExpect+Screen /pasted slate abc\\./\nCopy \"done\"\nSleep 5s",
	)
	if err != nil {
		t.Fatal(err)
	}
	if results[0].Commands != 7 || results[1].Commands != 7 || !results[0].Clock.Equal(results[1].Clock) {
		t.Errorf("they came to %+v", results)
	}
}

func TestAllWaitForNothing(t *testing.T) {
	t.Parallel()
	_, err := perform(t, "Wait+Screen@2s /never/", "Wait+Screen@9s /never/")
	if err == nil || !strings.HasPrefix(err.Error(), "a.tape:1:1: ") || !strings.Contains(err.Error(), "did not match within 2s") {
		t.Errorf("the shorter Wait: %v", err)
	}
	_, err = perform(t, "Type \"over\"\nSleep 1s\nWait+Screen /never/", "Wait+Screen /never/")
	if err == nil || !strings.Contains(err.Error(), "nothing is under way") {
		t.Errorf("with nothing under way: %v", err)
	}
	_, err = perform(t, "Copy+Screen /never/")
	if err == nil || !strings.HasPrefix(err.Error(), "a.tape:1:1: ") {
		t.Errorf("a copy of what is not there: %v", err)
	}
}
