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
		var report bank.Report
		err := p.long(ctx, func(ctx context.Context, told func(bank.Progress)) (err error) {
			report, err = bank.VerifyBy(ctx, path, p.checks, told)
			return err
		})
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
