package export

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank/statement"
	"smartbank/ui/component"
	"smartbank/ui/export"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Transfers exports what Search transfer result shows.
var Transfers = Screens.Add(screen.Def{
	ID:    "export.transfers",
	Title: func(c *text.Catalog) string { return c.Export.TransfersTitle },
	New: func(env *screen.Env, args any) screen.Screen {
		of, _ := args.(export.Transfers)
		return newTransfers(env, of)
	},
})

// transfers is the state of the screen.
type transfers struct {
	*page

	of export.Transfers
}

func newTransfers(env *screen.Env, of export.Transfers) *transfers {
	var kinds []component.Option
	for _, f := range of.Formats() {
		kinds = append(kinds, component.Option{Key: string(f), Label: func(c *text.Catalog) string { return c.Export.Formats[string(f)] }})
	}
	s := &transfers{of: of}
	s.page = newPage(env, kinds, func(c *text.Catalog) string { return c.Export.Form })
	s.name(of.Name(s.format()))
	return s
}

// format is the chosen one.
func (s *transfers) format() statement.Format { return statement.Format(s.kind.Selected()) }

// Init has nothing to ask.
func (s *transfers) Init() tea.Cmd { return nil }

// Update takes what became of the file, and keys.
func (s *transfers) Update(msg tea.Msg) tea.Cmd {
	return s.update(msg, s.write, func() string { return s.of.Name(s.format()) })
}

// write saves the file.
func (s *transfers) write(replace bool) tea.Cmd {
	b, caller, of, format, hide := s.env.Bank, s.env.Caller(), s.of, s.format(), s.masked.Selected() == masked
	s.progress = &export.Progress{}
	return s.save(replace, func(ctx context.Context, w io.Writer) (int, error) {
		return of.Write(ctx, b, caller, format, hide, w)
	})
}

// View draws which transfers they are over the form.
func (s *transfers) View(w, h int) screen.View {
	c, q := s.env.Text, s.of.Query
	account := c.Transfer.AllAccounts
	if q.Account != "" {
		account = component.AccountNumber(s.env.Look, q.Account, false)
	}
	pairs := []component.Pair{
		{Label: c.Export.Account, Value: account},
		{Label: c.Export.Period, Value: c.Component.Days(q.From.String(), q.To.String())},
	}
	if q.Status != "" {
		pairs = append(pairs, component.Pair{Label: c.Transfer.Status, Value: c.Transfer.Later.Status(q.Status)})
	}
	return s.view(w, h, indented(component.Pairs(s.env.Look, pairs, w-2*len(margin))), nil)
}
