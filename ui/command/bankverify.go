package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"smartbank/bank"
)

// bankVerify is `smartbank bank verify`.
func (p *program) bankVerify() *cobra.Command {
	return p.command("verify", p.text.Command.BankVerify, func(ctx context.Context) error {
		path := p.settings.path()
		report, err := bank.Verify(ctx, path)
		if err != nil {
			return err
		}
		if report.Difference != "" {
			return failed(p.text.Command.BooksDiffer(report.Difference, path))
		}
		_, err = fmt.Fprintln(p.Out, p.text.Command.BooksHold(report))
		return err
	})
}
