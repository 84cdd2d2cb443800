package export

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/statement"
	"smartbank/ui/component"
	"smartbank/ui/export"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Statement exports what Transaction history inquiry shows.
var Statement = Screens.Add(screen.Def{
	ID:    "export.statement",
	Title: func(c *text.Catalog) string { return c.Export.StatementTitle },
	New: func(env *screen.Env, args any) screen.Screen {
		of, _ := args.(export.Selection)
		return newStatement(env, of)
	},
})

// statements is the state of the screen.
type statements struct {
	*page

	of export.Selection
}

func newStatement(env *screen.Env, of export.Selection) *statements {
	var kinds []component.Option
	for _, f := range of.Formats() {
		kinds = append(kinds, component.Option{Key: string(f), Label: func(c *text.Catalog) string { return c.Export.Formats[string(f)] }})
	}
	s := &statements{of: of}
	s.page = newPage(env, kinds, func(c *text.Catalog) string { return c.Export.Form })
	s.name(of.Name(s.format()))
	return s
}

// format is the chosen one.
func (s *statements) format() statement.Format { return statement.Format(s.kind.Selected()) }

// Init has nothing to ask.
func (s *statements) Init() tea.Cmd { return nil }

// Update takes what became of the file, and keys.
func (s *statements) Update(msg tea.Msg) tea.Cmd {
	return s.update(msg, s.write, func() string { return s.of.Name(s.format()) })
}

// write saves the file.
func (s *statements) write(replace bool) tea.Cmd {
	b, caller, c, look := s.env.Bank, s.env.Caller(), s.env.Text, s.look()
	x := export.Statement{Selection: s.of, Format: s.format(), Masked: s.masked.Selected() == masked}
	progress := &export.Progress{}
	s.progress = progress
	return s.save(replace, func(ctx context.Context, w io.Writer) (int, error) {
		return x.Write(ctx, b, caller, c, look, w, progress)
	})
}

// View draws what is exported over the form.
func (s *statements) View(w, h int) screen.View { return s.view(w, h, s.about(w), s.partly(w)) }

// about says which rows they are.
func (s *statements) about(w int) []string {
	c := s.env.Text
	pairs := []component.Pair{
		{Label: c.Export.Account, Value: component.AccountNumber(s.env.Look, s.of.Account, s.env.Unmasked)},
		{Label: c.Export.Period, Value: c.Component.Days(s.of.From.String(), s.of.To.String())},
	}
	if s.of.Partial() {
		flow := ""
		switch s.of.Flow {
		case bank.Deposits:
			flow = c.Search.Deposits
		case bank.Withdrawals:
			flow = c.Search.Withdrawals
		case bank.AllFlows:
		}
		pairs = append(pairs, component.Pair{Label: c.Export.Only, Value: component.Clean(c.Export.Part(flow, s.of.Text))})
	}
	return indented(component.Pairs(s.env.Look, pairs, w-2*len(margin)))
}

// partly says why a part of a period has fewer formats.
func (s *statements) partly(w int) []string {
	if !s.of.Partial() {
		return nil
	}
	return indented(muted(s.env.Look, s.env.Text.Export.PartOnly, w-2*len(margin)))
}
