package command

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/statement"
	"smartbank/ui/export"
	"smartbank/ui/paper"
)

// exportFlags are the flags of history that ask for a statement.
type exportFlags struct {
	paperFlags

	format string // one of statementFormats, "" for none
}

// paperFlags are those of what is made to be kept: a receipt or a statement.
type paperFlags struct {
	out, font string
	masked    bool
}

func (f *paperFlags) add(c *cobra.Command, p *program) {
	w := p.text.Command.Paper
	c.Flags().StringVar(&f.out, "out", "", w.Out)
	c.Flags().StringVar(&f.font, "font", "", w.Font)
	c.Flags().BoolVar(&f.masked, "masked", false, w.Masked)
}

// statementFormats are the values of --format.
func statementFormats() []string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, string(f))
	}
	return names
}

func (e *exportFlags) add(c *cobra.Command, p *program) {
	e.paperFlags.add(c, p)
	c.Flags().StringVar(&e.format, "format", "", p.text.Command.Paper.Format)
	complete(c, "format", statementFormats())
}

// check refuses what does not go together, before the password is asked for.
func (e *exportFlags) check(p *program, f format, h historyFlags) error {
	switch good := statementFormats(); {
	case e.format == "" && (e.out != "" || e.masked || e.font != ""):
		return wrong(p.text.Command.Paper.NoFormat(strings.Join(good, ", ")))
	case e.format == "":
		return nil
	case !slices.Contains(good, e.format):
		return wrong(p.text.Command.BadValue("--format", e.format, strings.Join(good, ", ")))
	case f.json || f.csv:
		return wrong(p.text.Command.Paper.TwoFormats)
	case e.format == string(export.PDF) && e.out == "" && p.shown():
		return wrong(p.text.Command.Paper.PDFOnTerminal)
	}
	s := export.Selection{Flow: flowOf(h.flow), Text: h.find}
	if !slices.Contains(s.Formats(), statement.Format(e.format)) {
		return wrong(p.text.Export.Filtered)
	}
	return nil
}

// flowOf is a value of --flow.
func flowOf(name string) bank.Flow {
	return map[string]bank.Flow{"deposits": bank.Deposits, "withdrawals": bank.Withdrawals}[name]
}

// exportHistory writes a statement of what was asked for, to a file or to stdout.
func (p *program) exportHistory(ctx context.Context, b *bank.Bank, c bank.Caller, q bank.HistoryQuery, e exportFlags) error {
	s := export.Statement{
		Selection: export.Selection{Account: q.Account, From: q.From, To: q.To, Flow: q.Flow, Text: q.Text},
		Format:    statement.Format(e.format), Masked: e.masked,
	}
	var progress export.Progress
	if m := p.meter(); e.out != "" || !p.shown() { // what is shown is not written over
		defer m.end()
		progress.Each = func(done, total int) { m.tell(p.text.Command.Paper.Reading, int64(done), int64(total)) }
	}
	return p.save(ctx, b, e.paperFlags, func(ctx context.Context, w io.Writer, look paper.Look) error {
		_, err := s.Write(ctx, b, c, p.text, look, w, &progress)
		return err
	})
}

// save writes what is made to be kept: to the file that was named, which it then
// tells, or to stdout.
func (p *program) save(ctx context.Context, b *bank.Bank, f paperFlags, write func(ctx context.Context, w io.Writer, look paper.Look) error) error {
	look, err := p.paperLook(f.font, b.Now())
	if err != nil {
		return err
	}
	if f.out == "" {
		return p.unsaved(write(ctx, p.Out, look))
	}
	var path string
	err = p.stoppable(ctx, func(ctx context.Context) (err error) {
		path, err = p.files().Save(ctx, f.out, false, func(w io.Writer) error { return write(ctx, w, look) })
		return err
	})
	if err != nil {
		return p.unsaved(err)
	}
	_, err = io.WriteString(p.Out, p.text.Command.Paper.SavedTo(clean(path))+"\n")
	return err
}

// unsaved makes a problem of why something was not made, if it is one of package
// export's.
func (p *program) unsaved(err error) error {
	if err == nil || bank.RefusalCode(err) != "" {
		return err
	}
	if m := export.Explain(p.text, err); m != p.text.Export.Fault {
		return failed(m)
	}
	return err
}

// files are where exports are saved: from the working folder on, and of a tape
// only there.
func (p *program) files() export.Files {
	if p.confined != nil {
		return export.Files{Root: p.confined, Anew: &export.Anew{}, Busy: &export.Busy{}}
	}
	dir, err := filepath.Abs(p.inFolder("."))
	if err != nil {
		dir = p.inFolder(".") // the folder went away; names from it will be refused
	}
	return export.Files{Dir: dir, Home: p.Env("HOME"), Busy: &export.Busy{}}
}

// shown reports whether stdout is a terminal, which would show bytes that are no
// text.
func (p *program) shown() bool {
	_, is := terminalOf(p.Out)
	return is
}

// paperLook is the font of --font, "" for the built-in one, and the time.
func (p *program) paperLook(font string, at time.Time) (paper.Look, error) {
	file, err := p.paperFont(font)
	return paper.Look{Font: file, At: at}, err
}

// maxFont is how much of a font is read.
const maxFont = 64 << 20

// paperFont reads a font for PDF; nil for none.
func (p *program) paperFont(name string) ([]byte, error) {
	if name == "" {
		return nil, nil
	}
	file, err := readStart(p.inFolder(name), maxFont)
	if err == nil {
		err = paper.CheckFont(file)
	}
	if err != nil {
		return nil, wrong(p.text.Command.Paper.BadFont(name, err))
	}
	return file, nil
}
