package command

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/demo"
)

// bank is `smartbank bank`: the commands that look after the file.
func (p *program) bank() *cobra.Command {
	words := p.text.Command.Bank
	c := &cobra.Command{
		Use: "bank", Short: words.Short, Long: words.Long,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return p.noArguments(c, args)
			}
			return wrong(p.text.Command.WhichCommand(helpFor(c)))
		},
	}
	c.AddCommand(p.bankVerify(), p.bankBackup(), p.bankRestore(), p.bankReset(), p.bankSeed(), p.bankRates())
	return c
}

// found makes a demonstration bank at path: its seed and its day decide
// everything but its secrets.
func (p *program) found(ctx context.Context, path string, told func(bank.Progress)) error {
	opt := p.options()
	return bank.Create(ctx, path, demo.Opening(p.settings.seed, opt.Now()), opt, told)
}

// foundEmpty makes a bank without people at path.
func (p *program) foundEmpty(ctx context.Context, path string, told func(bank.Progress)) error {
	opt := p.options()
	return bank.Create(ctx, path, &bank.Opening{At: opt.Now().Truncate(time.Microsecond)}, opt, told)
}

// exists reports that somebody else made a bank there in the meantime.
func exists(err error) bool {
	file, ok := errors.AsType[*bank.FileError](err)
	return ok && file.Reason == bank.FileExists
}

// missing reports whether there is no bank yet: the only reason to make one
// without being asked.
func missing(err error) bool {
	file, ok := errors.AsType[*bank.FileError](err)
	return ok && file.Reason == bank.FileMissing
}
