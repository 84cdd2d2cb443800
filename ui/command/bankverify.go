package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"smartbank/bank"
)

// bankVerify is `smartbank bank verify`.
func (p *program) bankVerify() *cobra.Command {
	var head bool
	c := p.command("verify", p.text.Command.BankVerify, func(ctx context.Context) error {
		path := p.settings.path()
		told, done := p.progress()
		report, err := bank.VerifyBy(ctx, path, p.checks, told)
		done()
		if err != nil {
			return err
		}
		if report.Difference != "" {
			return failed(p.text.Command.BooksDiffer(report.Difference, path))
		}
		found := p.text.Command.BooksHold(report)
		if head {
			found += "\n" + p.text.Command.NewestSeal(report.Head)
		}
		_, err = fmt.Fprintln(p.Out, found)
		return err
	})
	c.Flags().BoolVar(&head, "head", false, p.text.Command.Flag.Head)
	return c
}

// progress tells on stderr how far verifying has come, on one line of a terminal;
// nowhere else. done takes the line away.
func (p *program) progress() (told func(bank.Progress), done func()) {
	if _, ok := terminalOf(p.Err); !ok {
		return func(bank.Progress) {}, func() {}
	}
	const wipe = "\r\x1b[K" // the beginning of the line, and nothing after it
	var last string
	return func(now bank.Progress) {
			line := p.text.Command.Verifying(now.Part, int(100*now.Done/max(1, now.Total)))
			if line != last {
				fmt.Fprint(p.Err, wipe+line) //nolint:errcheck // it is only told
			}
			last = line
		}, func() {
			fmt.Fprint(p.Err, wipe) //nolint:errcheck // it is only told
		}
}
