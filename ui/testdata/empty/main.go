// Empty is the smallest full-screen Bubble Tea program: what BenchmarkStart
// compares the start of ours with.
package main

import (
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
)

type empty struct{}

func (empty) Init() tea.Cmd                         { return nil }
func (e empty) Update(tea.Msg) (tea.Model, tea.Cmd) { return e, nil }

func (empty) View() tea.View {
	v := tea.NewView(strings.Repeat("empty\n", 23) + "the last line")
	v.AltScreen = true
	return v
}

func main() {
	if _, err := tea.NewProgram(empty{}).Run(); err != nil {
		os.Exit(1)
	}
}
