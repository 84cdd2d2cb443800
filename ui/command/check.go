package command

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"smartbank/bank/iso"
	"smartbank/ui/text"
)

// check is `smartbank check`: account numbers, bank codes and messages, without a bank.
func (p *program) check() *cobra.Command {
	w := p.text.Command.Valid
	files := cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault)
	c := &cobra.Command{
		Use: "check", Short: w.Check.Short, Long: w.Check.Long,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return p.noArguments(c, args)
			}
			return wrong(p.text.Command.WhichCommand(helpFor(c)))
		},
	}
	c.AddCommand(
		p.checkCommand("iban [VALUE ...]", w.IBAN, p.values, cobra.NoFileCompletions, checkIBAN),
		p.checkCommand("bic [VALUE ...]", w.BIC, p.values, cobra.NoFileCompletions, checkBIC),
		p.checkCommand("mt103 [FILE ...]", w.MT103, p.messages(iso.MaxMT), files, checkMT103),
		p.checkCommand("pacs008 [FILE ...]", w.Pacs008, p.messages(iso.MaxPacs), files, checkPacs008),
	)
	return c
}

// checked is what is said of one value. Its names are the same in every language: scripts rely on them.
type checked struct {
	Input   string         `json:"input"`
	OK      bool           `json:"ok"`
	Code    string         `json:"code"`
	Problem string         `json:"problem"`
	Advice  string         `json:"advice,omitempty"`
	Country string         `json:"country"`
	Value   string         `json:"value,omitempty"` // as it is written by its standard
	Field   string         `json:"field,omitempty"`
	Line    int            `json:"line,omitempty"`
	At      int            `json:"at,omitempty"`
	Fields  []checkedField `json:"fields,omitempty"`

	shown string // the value as people write it
	err   error
}

// checkedField is a field of a message.
type checkedField struct {
	Tag   string `json:"tag"`
	Value string `json:"value"`
	Line  int    `json:"line"`
}

func fieldsOf(all []iso.Field) []checkedField {
	fields := make([]checkedField, len(all))
	for i, f := range all {
		fields[i] = checkedField{f.Tag, f.Value, f.Line}
	}
	return fields
}

// input is a value to check: what it is called and what it is, or why it cannot be had.
type input struct {
	name, value string
	err         error
}

// checkCommand makes a command that checks inputs, which come from its arguments or from stdin.
func (p *program) checkCommand(use string, words text.CommandHelp, inputs func(args []string) ([]input, error), completed cobra.CompletionFunc, check func(value string) checked) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: use, Short: words.Short, Long: words.Long,
		ValidArgsFunction: completed,
		RunE: func(_ *cobra.Command, args []string) error {
			return p.guarded(func() error {
				all, err := inputs(args)
				if err != nil {
					return err
				}
				if len(all) == 0 {
					return wrong(p.text.Command.Valid.Nothing)
				}
				return p.checkAll(all, check, asJSON)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, p.text.Command.Valid.JSON)
	return c
}

// checkAll checks every input and writes a line about each. If one is not good, the exit code says so.
func (p *program) checkAll(all []input, check func(string) checked, asJSON bool) error {
	out := bufio.NewWriter(p.Out)
	good := true
	for _, in := range all {
		said := checked{err: in.err}
		if in.err == nil {
			said = check(in.value)
		}
		said.Input, said.OK = in.name, said.err == nil
		p.explainChecked(&said)
		good = good && said.OK
		if err := p.writeChecked(out, said, asJSON); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if !good {
		return quiet(exitFailed)
	}
	return nil
}

// explainChecked says what is wrong in the customer's language.
func (p *program) explainChecked(said *checked) {
	if said.err == nil {
		return
	}
	bad, ok := errors.AsType[*iso.InvalidError](said.err)
	if !ok {
		said.Code, said.Problem, said.Advice = "unreadable", p.text.Command.Valid.NotRead, said.err.Error()
		return
	}
	m := p.text.Invalid(bad)
	said.Code, said.Problem, said.Advice = bad.Code(), m.Problem, m.Advice
	said.Field, said.Line, said.At = bad.Field, bad.Line, bad.At
}

// writeChecked writes an object, or a line that a person reads.
func (p *program) writeChecked(out io.Writer, said checked, asJSON bool) error {
	if asJSON {
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		return e.Encode(said)
	}
	w := p.text.Command.Valid
	if said.OK {
		_, err := fmt.Fprintf(out, "%s: %s%s\n", clean(said.Input), w.OK, spaced(said.Country, said.shown))
		return err
	}
	where := w.Where(said.Field, said.Line)
	if where != "" {
		where += ": "
	}
	_, err := fmt.Fprintf(out, "%s: %s: %s%s — %s\n", clean(said.Input), said.Code, where, clean(said.Problem), clean(said.Advice))
	return err
}

// spaced is the words that there are, each after two spaces.
func spaced(words ...string) string {
	var b strings.Builder
	for _, word := range words {
		if word != "" {
			b.WriteString("  " + word)
		}
	}
	return b.String()
}

// values are the arguments, or the lines of stdin that are not empty.
func (p *program) values(args []string) ([]input, error) {
	if len(args) == 0 {
		var err error
		if args, err = readLines(p.In); err != nil {
			return nil, fmt.Errorf("read stdin: %w", err)
		}
	}
	all := make([]input, len(args))
	for i, arg := range args {
		all[i] = input{name: arg, value: arg}
	}
	return all, nil
}

// longestLine is more than any value: of a longer line the start is enough to say that it is too long.
const longestLine = 1024

// readLines reads the lines that are not empty, without the spaces around them.
func readLines(from io.Reader) (lines []string, err error) {
	in := bufio.NewReaderSize(from, longestLine)
	for more := false; ; {
		line, goesOn, err := in.ReadLine()
		if errors.Is(err, io.EOF) {
			return lines, nil
		}
		if err != nil {
			return nil, err
		}
		if value := strings.TrimSpace(string(line)); !more && value != "" {
			lines = append(lines, value)
		}
		more = goesOn
	}
}

// messages are the files of the arguments, or stdin, which is called "-". A little more than most bytes are
// read, so that a file that is too large can be told from one that is not.
func (p *program) messages(most int) func(args []string) ([]input, error) {
	return func(args []string) ([]input, error) {
		if len(args) == 0 {
			args = []string{"-"}
		}
		var all []input
		for _, name := range args {
			content, err := p.content(name, most+1)
			if name == "-" && err == nil && len(strings.TrimSpace(string(content))) == 0 {
				continue
			}
			all = append(all, input{name, string(content), err})
		}
		return all, nil
	}
}

// content is a file, or stdin, up to most bytes.
func (p *program) content(name string, most int) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(io.LimitReader(p.In, int64(most)))
	}
	return readStart(p.inFolder(name), int64(most))
}

func checkIBAN(value string) checked {
	iban, err := iso.ParseIBAN(value)
	return checked{Value: string(iban), shown: iban.Format(), Country: iso.IBANCountry(value), err: err}
}

func checkBIC(value string) checked {
	bic, err := iso.ParseBIC(value)
	return checked{Value: string(bic), shown: string(bic), Country: bic.Country(), err: err}
}

func checkMT103(value string) checked {
	m, err := iso.ParseMT103([]byte(value))
	return checked{Fields: fieldsOf(m.Fields), Country: m.Transfer.Creditor.Country, err: err}
}

func checkPacs008(value string) checked {
	m, err := iso.ParsePacs008([]byte(value))
	return checked{Fields: fieldsOf(m.Fields), Country: m.Transfer.Creditor.Country, err: err}
}
