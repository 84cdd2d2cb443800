package conductor

import (
	"reflect"

	tea "charm.land/bubbletea/v2"
)

// Model is a model whose keys, commands and messages the clock counts. The model
// must make its timers with the clock, and none of its commands with tea.Sequence.
func (c *Clock) Model(inner tea.Model) tea.Model { return model{inner, c} }

// model is a counted model.
type model struct {
	inner tea.Model
	clock *Clock
}

// counted is a message of a command: it is under way until the model has it.
type counted struct{ msg tea.Msg }

// Init starts the model.
func (m model) Init() tea.Cmd { return m.clock.counted(m.inner.Init()) }

// View draws it.
func (m model) View() tea.View { return m.inner.View() }

// Update hands a message on.
func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	of, ours := msg.(counted)
	if ours {
		msg = of.msg
	}
	inner, cmd := m.inner.Update(msg)
	cmd = m.clock.counted(cmd)
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		m.clock.handled()
	}
	if ours {
		m.clock.add(-1)
	}
	return model{inner, m.clock}, cmd
}

// counted is a command that counts from now until its message was handled.
func (c *Clock) counted(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	c.add(1)
	return func() tea.Msg { return c.returned(cmd()) }
}

// bubbletea is where the messages are from that Bubble Tea may keep to itself.
var bubbletea = reflect.TypeFor[tea.QuitMsg]().PkgPath()

// returned is what a counted command gives instead of its message.
func (c *Clock) returned(msg tea.Msg) tea.Msg {
	if batch, ok := msg.(tea.BatchMsg); ok {
		all := make(tea.BatchMsg, len(batch))
		for i, cmd := range batch {
			all[i] = c.counted(cmd)
		}
		c.add(-1)
		return all
	}
	if msg == nil || reflect.TypeOf(msg).PkgPath() == bubbletea {
		c.add(-1)
		return msg
	}
	return counted{msg}
}
