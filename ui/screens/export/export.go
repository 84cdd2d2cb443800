// Package export holds the screens that save receipts, statements and messages as
// files.
//
// "export.receipt" takes an [export.Asked], "export.statement" an
// [export.Selection], "export.transfers" an [export.Transfers] and "export.message" an [export.Messages], of package ui/export. They stand in no menu: other screens
// open them.
package export

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/export"
	"smartbank/ui/keymap"
	"smartbank/ui/paper"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Screens are the screens of this area.
var Screens screen.Set

// The fields of the forms, in their order.
const (
	formField   = "form"
	maskedField = "masked"
	fileField   = "file"
)

// The options of the second field.
const (
	inFull = "full"
	masked = "masked"
)

// nameCells is how long a file's name may be, with the folders before it.
const nameCells = 200

// page is what both screens have in common: a form, a file that is written, and
// where it went.
type page struct {
	env    *screen.Env
	form   *component.Form
	kind   *component.Choice
	masked *component.Choice
	file   *component.Text
	given  string // the name that stands in the field as long as nobody has typed one

	writing  bool
	since    time.Time
	progress *export.Progress
	saved    *saved
	pager    component.Pager
}

// saved is a file that is there now.
type saved struct {
	path  string
	bytes int64
	rows  int
}

// attempt is a file on its way.
type attempt struct{ saved }

// watching is when progress is looked at again.
type watching struct{}

// watchEvery is how often it is.
const watchEvery = 200 * time.Millisecond

func newPage(env *screen.Env, kinds []component.Option, label component.Words) *page {
	p := &page{env: env, kind: component.NewChoice(kinds...), file: component.NewText(nameCells)}
	p.masked = component.NewChoice(
		component.Option{Key: inFull, Label: func(c *text.Catalog) string { return c.Export.InFull }},
		component.Option{Key: masked, Label: func(c *text.Catalog) string { return c.Export.Masked }},
	)
	p.form = component.NewForm(
		p.formField(label),
		&component.Field{Name: maskedField, Label: func(c *text.Catalog) string { return c.Export.Numbers }, Input: p.masked, Note: p.maskedNote},
		p.fileField(),
	)
	return p
}

// formField asks for the format.
func (p *page) formField(label component.Words) *component.Field {
	return &component.Field{Name: formField, Label: label, Input: p.kind}
}

// fileField asks for the file's name.
func (p *page) fileField() *component.Field {
	return &component.Field{Name: fileField, Label: func(c *text.Catalog) string { return c.Export.File }, Input: p.file, Note: p.folderNote}
}

// maskedNote says what masking is for, while it is chosen.
func (p *page) maskedNote(l component.Look, w int) []string {
	if p.masked.Selected() != masked {
		return nil
	}
	return muted(l, l.Text.Export.MaskedNote, w)
}

// folderNote says where a name without a folder goes.
func (p *page) folderNote(l component.Look, w int) []string {
	dir := p.env.Files.Dir
	name := p.file.Value()
	if dir == "" || filepath.IsAbs(name) || p.env.Files.Home != "" && strings.HasPrefix(name, "~/") {
		return nil
	}
	return muted(l, l.Text.Export.In(dir), w)
}

func muted(l component.Look, s string, w int) []string {
	lines := component.Wrap(component.Clean(s), max(w, 1))
	for i, line := range lines {
		lines[i] = l.Theme.Muted.Render(line)
	}
	return lines
}

// name puts the usual name into the field, unless the customer typed another one.
func (p *page) name(usual string) {
	if p.file.Value() == p.given {
		p.file.Set(usual)
		p.given = p.file.Value()
	}
}

// look is what a PDF made now looks like.
func (p *page) look() paper.Look { return paper.Look{Font: p.env.Files.Font, At: p.env.Now} }

// save writes the file. Write returns how many rows it has.
func (p *page) save(replace bool, write func(ctx context.Context, w io.Writer) (rows int, err error)) tea.Cmd {
	p.form.ClearProblems()
	p.writing, p.since = true, p.env.Now
	files, name := p.env.Files, p.file.Value()
	return tea.Batch(screen.Do(func(ctx context.Context) (attempt, error) {
		var done attempt
		path, err := files.Save(ctx, name, replace, func(w io.Writer) error {
			counted := &counter{to: w}
			rows, err := write(ctx, counted)
			done.rows, done.bytes = rows, counted.n
			return err
		})
		done.path = path
		return done, err
	}), screen.After(watchEvery, watching{}))
}

// counter counts what is written.
type counter struct {
	to io.Writer
	n  int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.to.Write(b)
	c.n += int64(n)
	return n, err
}

// answered takes what became of the file. A name that is taken is asked about.
func (p *page) answered(msg screen.Result[attempt]) tea.Cmd {
	p.writing = false
	if msg.Err == nil {
		p.saved = &msg.Value.saved
		p.pager.Arrive(p.env.Now)
		return nil
	}
	if problem, is := errors.AsType[*export.FileError](msg.Err); is && problem.Reason == text.FileExists {
		return screen.Ask(replaceQuestion(problem.Path))
	}
	p.form.Refuse(fieldOf(msg.Err), func(c *text.Catalog) text.Message { return export.Explain(c, msg.Err) })
	return nil
}

// fieldOf is the field that an error is about, "" for none.
func fieldOf(err error) string {
	if _, is := errors.AsType[*export.FileError](err); is {
		return fileField
	}
	if _, is := errors.AsType[*export.LongError](err); is || errors.Is(err, export.ErrFiltered) {
		return formField
	}
	return ""
}

// replaceQuestion asks whether a file is to be replaced: not unless the customer
// says so.
func replaceQuestion(path string) screen.Dialog {
	return &component.Confirm{
		Title: func(c *text.Catalog) string { return c.Export.ReplaceTitle },
		Lines: func(c *text.Catalog) []string { return []string{component.Clean(c.Export.ReplaceQuestion(path))} },
		Buttons: []component.Button{
			{Label: func(c *text.Catalog) string { return c.Export.ReplaceYes }, Value: true},
			{Label: func(c *text.Catalog) string { return c.Export.ReplaceNo }, Value: false},
		},
		Default: 1, Cancel: false,
	}
}

// update is what a screen does whose form has a format and a name that follows from
// it: usual is that name.
func (p *page) update(msg tea.Msg, write func(replace bool) tea.Cmd, usual func() string) tea.Cmd {
	switch msg := msg.(type) {
	case watching:
		if p.writing {
			return screen.After(watchEvery, watching{})
		}
	case screen.Result[attempt]:
		return p.answered(msg)
	case screen.Decided:
		if msg.Decision == true {
			return write(true)
		}
	case tea.PasteMsg:
		if !p.writing && p.saved == nil {
			p.form.Update(msg)
		}
	case tea.KeyPressMsg:
		return p.key(msg, write, usual)
	}
	return nil
}

// key is a key for the form, or after the file was saved.
func (p *page) key(msg tea.KeyPressMsg, write func(replace bool) tea.Cmd, usual func() string) tea.Cmd {
	switch {
	case p.saved != nil:
		return p.press(msg)
	case p.writing:
		return nil
	}
	event := p.form.Update(msg)
	switch {
	case event.Kind == component.Submitted:
		return write(false)
	case event.Kind == component.Changed && event.Field.Name == formField:
		p.name(usual())
	case !event.Handled && keymap.Back.Pressed(msg):
		return screen.Close()
	}
	return nil
}

// press is a key after the file was saved.
func (p *page) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg), keymap.Enter.Pressed(msg) && !p.pager.Early(p.env.Now):
		return screen.Close()
	case keymap.Copy.Pressed(msg):
		return screen.Copy(p.saved.path)
	}
	return nil
}
