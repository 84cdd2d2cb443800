package export

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/export"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Message saves a message of a remittance.
var Message = Screens.Add(screen.Def{
	ID:    "export.message",
	Title: func(c *text.Catalog) string { return c.Export.MessageTitle },
	New: func(env *screen.Env, args any) screen.Screen {
		of, _ := args.(export.Messages)
		return newMessages(env, of)
	},
})

// messages is the state of the screen.
type messages struct {
	*page

	of export.Messages
}

func newMessages(env *screen.Env, of export.Messages) *messages {
	var kinds []component.Option
	for _, f := range of.Formats() {
		kinds = append(kinds, component.Option{Key: f, Label: func(c *text.Catalog) string { return c.Export.Formats[f] }})
	}
	s := &messages{of: of}
	s.page = newPage(env, kinds, func(c *text.Catalog) string { return c.Export.Form })
	s.form = component.NewForm(s.formField(func(c *text.Catalog) string { return c.Export.Form }), s.fileField()) // a message has nothing to mask
	s.name(of.Name(s.kind.Selected()))
	return s
}

// Init has nothing to ask.
func (s *messages) Init() tea.Cmd { return nil }

// Update takes what became of the file, and keys.
func (s *messages) Update(msg tea.Msg) tea.Cmd {
	return s.update(msg, s.write, func() string { return s.of.Name(s.kind.Selected()) })
}

// write saves the file.
func (s *messages) write(replace bool) tea.Cmd {
	of, format := s.of, s.kind.Selected()
	s.progress = &export.Progress{}
	return s.save(replace, func(_ context.Context, w io.Writer) (int, error) { return 0, of.Write(format, w) })
}

// View draws whose message it is over the form.
func (s *messages) View(w, h int) screen.View {
	about := component.Pairs(s.env.Look, []component.Pair{{Label: s.env.Text.Export.Reference, Value: s.of.Reference}}, w-2*len(margin))
	return s.view(w, h, indented(about), nil)
}
