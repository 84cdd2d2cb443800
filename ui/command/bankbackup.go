package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/ui/text"
)

// bankBackup is `smartbank bank backup FILE`.
func (p *program) bankBackup() *cobra.Command {
	return p.fileCommand("backup FILE", p.text.Command.BankBackup, func(ctx context.Context, file string) error {
		told, done := p.progress()
		report, err := bank.Backup(ctx, p.settings.path(), file, p.checks, told)
		done()
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(p.Out, p.text.Command.BackedUp(file, report))
		return err
	})
}

// fileCommand is a command that takes one file.
func (p *program) fileCommand(use string, words text.CommandHelp, run func(ctx context.Context, file string) error) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: words.Short, Long: words.Long,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 || args[0] == "" {
				return wrong(p.text.Command.WhichFile(helpFor(c)))
			}
			return p.noArguments(c, args[1:])
		},
		RunE: func(c *cobra.Command, args []string) error {
			return p.guarded(func() error { return run(c.Context(), p.inFolder(args[0])) })
		},
	}
}
