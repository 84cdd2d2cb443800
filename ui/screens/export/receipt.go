package export

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/export"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Receipt saves the receipt of one entry, which it shows as it will be.
var Receipt = Screens.Add(screen.Def{
	ID:    "export.receipt",
	Title: func(c *text.Catalog) string { return c.Export.ReceiptTitle },
	New: func(env *screen.Env, args any) screen.Screen {
		asked, _ := args.(export.Asked)
		return newReceipt(env, asked)
	},
})

// The forms of a receipt.
const (
	pdfForm  = "pdf"
	textForm = "text"
)

// receipt is the state of the screen.
type receipt struct {
	*page

	asked  export.Asked
	found  *export.Receipt // nil before the answer
	failed error
}

func newReceipt(env *screen.Env, asked export.Asked) *receipt {
	s := &receipt{asked: asked}
	s.page = newPage(
		env, []component.Option{
			{Key: pdfForm, Label: func(c *text.Catalog) string { return c.Export.FormPDF }},
			{Key: textForm, Label: func(c *text.Catalog) string { return c.Export.FormText }},
		},
		func(c *text.Catalog) string { return c.Export.Form },
	)
	s.name(asked.Name(".pdf"))
	return s
}

// Init reads the receipt from the books.
func (s *receipt) Init() tea.Cmd {
	b, caller, asked := s.env.Bank, s.env.Caller(), s.asked
	return screen.Do(func(ctx context.Context) (export.Receipt, error) { return export.FindReceipt(ctx, b, caller, asked) })
}

// Update takes the receipt, what became of its file, and keys.
func (s *receipt) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[export.Receipt]:
		if s.failed = msg.Err; msg.Err == nil {
			s.found = &msg.Value
		}
	case screen.Result[attempt]:
		return s.answered(msg)
	case screen.Decided:
		if msg.Decision == true {
			return s.write(true)
		}
	case tea.PasteMsg:
		if s.found != nil && !s.writing && s.saved == nil {
			s.form.Update(msg)
		}
	case tea.KeyPressMsg:
		return s.key(msg)
	}
	return nil
}

func (s *receipt) key(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case s.saved != nil:
		return s.press(msg)
	case s.writing:
		return nil
	case s.found == nil:
		if keymap.Back.Pressed(msg) {
			return screen.Close()
		}
		if keymap.Refresh.Pressed(msg) {
			s.failed = nil
			return s.Init()
		}
		return nil
	}
	event := s.form.Update(msg)
	switch {
	case event.Kind == component.Submitted:
		return s.write(false)
	case event.Kind == component.Changed && event.Field.Name == formField:
		s.name(s.asked.Name(map[string]string{pdfForm: ".pdf", textForm: ".txt"}[s.kind.Selected()]))
	case !event.Handled && keymap.Back.Pressed(msg):
		return screen.Close()
	}
	return nil
}

// write saves the file.
func (s *receipt) write(replace bool) tea.Cmd {
	r, c, pdf, hide, look := *s.found, s.env.Text, s.kind.Selected() == pdfForm, s.masked.Selected() == masked, s.look()
	return s.save(replace, func(_ context.Context, w io.Writer) (int, error) { return 0, r.Write(w, c, pdf, hide, look) })
}

// View draws the form over the receipt, with its code beside it where there is
// room.
func (s *receipt) View(w, h int) screen.View {
	c, look := s.env.Text, s.env.Look
	if s.found == nil {
		b := component.NewBody(look)
		b.Blank()
		if s.failed != nil {
			b.Add(indented(component.Problem(look, export.Explain(c, s.failed), w-2*len(margin)))...)
		}
		body, _ := b.View(w, h)
		return screen.View{Body: body, Keys: []keymap.Hint{keymap.Refresh.Hint(c), keymap.Back.Hint(c), keymap.Language.Hint(c)}}
	}
	return s.view(w, h, nil, s.preview(w, h))
}

// besides is how many lines the form and its notes take, and previewCells how wide
// a receipt is shown where its code stands beside it.
const (
	besides      = 7
	previewCells = 76
)

// preview is the receipt as it will be.
func (s *receipt) preview(w, h int) []string {
	var pairs []component.Pair
	for _, l := range s.found.Lines(s.env.Text, s.masked.Selected() == masked) {
		pairs = append(pairs, component.Pair{Label: l.Label, Value: l.Value})
	}
	lines := indented(component.Pairs(s.env.Look, pairs, min(w-2*len(margin), previewCells)))
	code := component.QR(s.env.Look, s.found.Code(), w-previewCells-len(margin)-1, h-besides)
	for i, line := range code {
		for len(lines) <= i {
			lines = append(lines, "")
		}
		lines[i] = component.PadRight(lines[i], previewCells+len(margin)) + line
	}
	return lines
}
