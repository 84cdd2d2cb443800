package command

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/ui/text"
)

// bankBackup is `smartbank bank backup FILE`.
func (p *program) bankBackup() *cobra.Command {
	return p.fileCommand("backup FILE", p.text.Command.BankBackup, func(ctx context.Context, file string) error {
		var report bank.Report
		err := p.long(ctx, func(ctx context.Context, told func(bank.Progress)) (err error) {
			report, err = bank.Backup(ctx, p.settings.path(), file, p.checks, told)
			return err
		})
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
			file := p.inFolder(args[0])
			return p.guarded(func() error { return p.aboutNamed(file, run(c.Context(), file)) })
		},
	}
}

// aboutNamed is a problem with a file: the one that was named is another's business than the bank's own.
func (p *program) aboutNamed(named string, err error) error {
	file, ok := errors.AsType[*bank.FileError](err)
	if path, pathErr := filepath.Abs(named); !ok || pathErr != nil || file.Path != path {
		return err
	}
	switch file.Reason {
	case bank.FileMissing, bank.FileForeign, bank.FileNewer, bank.FileTruncated, bank.FileDenied, bank.FileExists:
		return failed(text.Message{Problem: p.text.Command.File(file).Problem, Advice: p.text.Command.AnotherFile})
	default:
		return err
	}
}
