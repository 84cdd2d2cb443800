package command

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"smartbank/bank"
)

// The size of a window that every screen is drawn for, and the least it needs.
const (
	goodWidth, goodHeight   = 80, 24
	leastWidth, leastHeight = 40, 12
)

// finding is what the doctor found: a line, whether it is as it should be, and
// what to do if not.
type finding struct {
	about, is, advice string
	ill               bool
}

// found is a finding in JSON. The names of checks are the same in every language.
type found struct {
	Check  string `json:"check"`
	OK     bool   `json:"ok"`
	Is     string `json:"is"`
	Advice string `json:"advice,omitempty"`
}

// doctor is `smartbank doctor`.
func (p *program) doctor() *cobra.Command {
	var asJSON bool
	c := p.command("doctor", p.text.Command.Doctor, func(ctx context.Context) error {
		return p.stoppable(ctx, func(ctx context.Context) error { return p.examine(ctx, asJSON) })
	})
	c.Flags().BoolVar(&asJSON, "json", false, p.text.Command.Flag.JSON)
	return c
}

// examine looks at everything, tells what it is, and fails if something is ill.
func (p *program) examine(ctx context.Context, asJSON bool) error {
	var findings []finding
	var document []found
	ill := 0
	drawn := p.measure()
	books, report := p.seeBank(ctx)
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, look := range []struct {
		check string
		see   func() finding
	}{
		{"terminal", p.seeTerminal},
		{"size", p.seeSize},
		{"colors", p.seeColors},
		{"width", func() finding { return p.seeWidth(drawn) }},
		{"cursor", func() finding { return p.seeCursor(drawn) }},
		{"locale", p.seeLocale},
		{"clock", func() finding { return p.seeClock(report) }},
		{"zone", p.seeZone},
		{"folder", p.seeFolder},
		{"settings", p.seeSettings},
		{"keyring", func() finding { return p.seeKeyring(ctx) }},
		{"bank", func() finding { return books }},
	} {
		f := look.see()
		if f.ill {
			ill++
		}
		findings = append(findings, f)
		document = append(document, found{look.check, !f.ill, f.is, f.advice})
	}
	tell := func() error { return p.tellFindings(findings) }
	if asJSON {
		tell = func() error { return writeJSON(p.Out, document) }
	}
	if err := tell(); err != nil {
		return err
	}
	if ill > 0 {
		return failed(p.text.Command.Check.Found(ill))
	}
	return nil
}

// tellFindings writes what was found as a table, and under it what to do.
func (p *program) tellFindings(findings []finding) error {
	w := p.text.Command.Check
	var out strings.Builder
	rows := make([][]string, 0, len(findings))
	for _, f := range findings {
		verdict := w.OK
		if f.ill {
			verdict = w.Ill
		}
		rows = append(rows, []string{f.about, verdict, f.is})
	}
	if err := writeTable(&out, []column{{w.About, false}, {w.Verdict, false}, {w.Is, false}}, rows); err != nil {
		return err
	}
	for _, f := range findings {
		if f.advice == "" {
			continue
		}
		fmt.Fprintf(&out, "\n%s: ", f.about)
		for line := range strings.Lines(f.advice) {
			out.WriteString(clean(line) + "\n")
		}
	}
	_, err := fmt.Fprint(p.Out, out.String())
	return err
}

// seeTerminal looks whether the bank can be shown here, and how.
func (p *program) seeTerminal() finding {
	w := p.text.Command.Check
	name := p.Env("TERM")
	if name == "" {
		name = w.NotSet
	}
	switch p.manner() {
	case drawn:
		return finding{about: w.Terminal, is: "TERM " + name}
	case told:
		return finding{about: w.Terminal, is: "TERM " + name + ": " + w.Doctor.Told}
	default:
		_, in := terminalOf(p.In)
		_, out := terminalOf(p.Out)
		return finding{w.Terminal, w.NoTerminal(in, out, name), w.NoTerminalAdvice, true}
	}
}

// seeSize looks whether every screen fits.
func (p *program) seeSize() finding {
	w := p.text.Command.Check
	fd, ok := terminalOf(p.Out)
	if !ok {
		return finding{about: w.Size, is: w.Unknown}
	}
	width, height, err := term.GetSize(fd)
	if err != nil || width == 0 || height == 0 {
		return finding{about: w.Size, is: w.Unknown}
	}
	f := finding{about: w.Size, is: strconv.Itoa(width) + " x " + strconv.Itoa(height)}
	switch {
	case width < leastWidth || height < leastHeight:
		f.ill, f.advice = true, w.SizeAdvice(leastWidth, leastHeight)
	case width < goodWidth || height < goodHeight:
		f.advice = w.SizeAdvice(goodWidth, goodHeight)
	}
	return f
}

// seeColors tells how many colours the terminal takes, as Bubble Tea finds it.
func (p *program) seeColors() finding {
	var environ []string
	for _, name := range []string{"TERM", "COLORTERM", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM_PROGRAM", "TTY_FORCE", "WT_SESSION", "TMUX"} {
		if value := p.Env(name); value != "" {
			environ = append(environ, name+"="+value)
		}
	}
	w := p.text.Command.Check
	f := finding{about: w.Colors}
	switch colorprofile.Detect(p.Out, environ) {
	case colorprofile.NoTTY, colorprofile.Unknown:
		f.is = w.Unknown
	case colorprofile.ANSI:
		f.is = w.Doctor.Colors(16)
	case colorprofile.ANSI256:
		f.is = w.Doctor.Colors(256)
	case colorprofile.TrueColor:
		f.is = w.Doctor.AllColors
	default:
		f.is = w.Doctor.NoColors
	}
	return f
}

// seeLocale looks whether the system says that text is UTF-8. The program writes
// UTF-8 whatever the locale is; a terminal that expects another encoding shows nonsense.
func (p *program) seeLocale() finding {
	w := p.text.Command.Check
	locale := p.locale()
	f := finding{about: w.Locale, is: locale}
	if locale == "" {
		f.is = w.NotSet
	}
	if otherEncoding(locale) {
		f.ill, f.advice = true, w.LocaleAdvice
	}
	return f
}

// locale is the name of the locale that decides how text is encoded.
func (p *program) locale() string {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := p.Env(name); locale != "" {
			return locale
		}
	}
	return ""
}

// otherEncoding reports whether a locale names an encoding that is not UTF-8. C,
// POSIX and no locale name none: terminals are UTF-8 under them as well.
func otherEncoding(locale string) bool {
	_, encoding, named := strings.Cut(locale, ".")
	encoding, _, _ = strings.Cut(encoding, "@")
	encoding = strings.ToLower(strings.ReplaceAll(encoding, "-", ""))
	return named && encoding != "utf8"
}

// seeBank looks whether the bank opens and its books add up. The report is empty where it does not open.
func (p *program) seeBank(ctx context.Context) (f finding, report bank.Report) {
	w, path := p.text.Command.Check, p.settings.path()
	f = finding{about: w.Bank, is: path}
	m := p.meter()
	report, err := bank.VerifyBy(ctx, path, p.checks, func(now bank.Progress) { m.tell(p.text.Command.Verifying(now.Part), now.Done, now.Total) })
	m.end()
	switch file, ok := errors.AsType[*bank.FileError](err); {
	case missing(err):
		f.is += " (" + w.NotYet + ")"
	case ok:
		message := p.text.Command.File(file)
		f.ill, f.is, f.advice = true, message.Problem, message.Advice
	case err != nil:
		f.ill, f.is = true, err.Error()
	case report.Difference != "":
		message := p.text.Command.BooksDiffer(report.Difference, path)
		f.ill, f.is, f.advice = true, message.Problem, message.Advice
	default:
		f.is += ": " + p.text.Command.BooksHold(report)
	}
	return f, report
}
