package tape_test

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/headless"
	"smartbank/ui/tape"
)

// desk is a program for tapes: it shows what is typed, asks a slow bank on
// Enter, counts seconds, and pastes and copies.
type desk struct {
	clock    *headless.Clock
	settings tape.Settings
	size     tea.WindowSizeMsg
	typed    string
	keys     []string
	answers  int
	seconds  int
}

type (
	second struct{}
	answer struct{}
	again  struct{}
)

func start(_ string, s tape.Settings) (*headless.Driver, error) {
	clock := headless.NewClock(s.Clock)
	return headless.New(&desk{clock: clock, settings: s}, clock, s.Width, s.Height), nil
}

func (m *desk) Init() tea.Cmd { return m.tick() }

func (m *desk) tick() tea.Cmd {
	return m.clock.Tick(time.Second, func(time.Time) tea.Msg { return second{} })
}

func (m *desk) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.size = msg
	case second:
		m.seconds++
		return m, m.tick()
	case answer:
		m.answers++
	case again:
		return m, func() tea.Msg { return again{} }
	case tea.PasteMsg:
		m.typed += "[" + msg.Content + "]"
	case tea.KeyPressMsg:
		return m, m.key(msg)
	}
	return m, nil
}

func (m *desk) key(key tea.KeyPressMsg) tea.Cmd {
	m.keys = append(m.keys, key.Keystroke())
	m.keys = m.keys[max(len(m.keys)-6, 0):]
	switch key.Keystroke() {
	case "enter":
		return m.clock.After(3*time.Second, func(time.Time) tea.Msg { return answer{} })
	case "ctrl+c":
		return tea.Quit
	case "f5":
		return func() tea.Msg { return again{} }
	case "f6":
		return tea.SetClipboard(m.typed)
	}
	m.typed += key.Text
	return nil
}

func (m *desk) View() tea.View {
	lines := []string{
		fmt.Sprintf("%dx%d %s %s seed %d", m.size.Width, m.size.Height, m.settings.Lang, m.settings.Theme, m.settings.Seed),
		"keys " + strings.Join(m.keys, " "),
		fmt.Sprintf("answers %d, seconds %d", m.answers, m.seconds),
		"> " + m.typed,
	}
	v := tea.NewView(strings.Join(lines, "\n"))
	v.Cursor = tea.NewCursor(2+headless.Width(m.typed), 3)
	return v
}
