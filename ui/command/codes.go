package command

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/text"
)

// codes is `smartbank codes`: every refusal, in both languages.
func (p *program) codes() *cobra.Command {
	var asJSON bool
	var tape string
	c := p.command("codes", p.text.Command.Codes, func(context.Context) error {
		if tape != "" {
			return p.printTape(tape)
		}
		records := refusalRecords()
		if asJSON {
			return writeJSON(p.Out, records)
		}
		var out strings.Builder
		for _, r := range records {
			fmt.Fprintf(&out, "%s  %s\n         %s\n         ▸ %s\n", r.Code, r.English.line(), r.Korean.line(), p.text.Command.Provoke(r.Code))
		}
		fmt.Fprintf(&out, "\n%s\n", p.text.Command.FX.Endings)
		for _, e := range bank.RemittanceEndings() {
			fmt.Fprintf(&out, "  …%s  %s\n", e.Ending, p.text.Command.FX.Ending(e.Ending))
		}
		_, err := fmt.Fprint(p.Out, out.String())
		return err
	})
	c.Flags().BoolVar(&asJSON, "json", false, p.text.Command.Flag.JSON)
	c.Flags().StringVar(&tape, "tape", "", p.text.Command.Tape.OfCode)
	var names []string
	for _, code := range allCodes() {
		names = append(names, string(code))
	}
	complete(c, "tape", names)
	return c
}

// allCodes are the bank's refusals, and other banks'.
func allCodes() []bank.Code { return slices.Concat(bank.Codes(), bank.Reasons()) }

// printTape prints the tape of a refusal.
func (p *program) printTape(code string) error {
	source, found := codeTape(bank.Code(code))
	if !found {
		return wrong(p.text.Command.BadValue("--tape", code, "TRAN-04"))
	}
	_, err := fmt.Fprint(p.Out, source)
	return err
}

// refusalRecord is a refusal in JSON.
type refusalRecord struct {
	Code    bank.Code   `json:"code"`
	English refusalText `json:"en"`
	Korean  refusalText `json:"ko"`
}

// refusalText is what a customer reads in one language.
type refusalText struct {
	Problem string `json:"problem"`
	Advice  string `json:"advice"`
	Provoke string `json:"provoke"`
}

func (t refusalText) line() string {
	if t.Advice == "" {
		return t.Problem
	}
	return t.Problem + " — " + t.Advice
}

func refusalRecords() []refusalRecord {
	noon := time.Date(2026, time.November, 5, 12, 0, 0, 0, calendar.Seoul)
	var records []refusalRecord
	for _, code := range allCodes() {
		say := func(l text.Lang) refusalText {
			m := text.In(l).Explain(bank.ExampleRefusal(code, noon))
			return refusalText{m.Problem, m.Advice, text.In(l).Command.Provoke(code)}
		}
		records = append(records, refusalRecord{code, say(text.English), say(text.Korean)})
	}
	return records
}
