package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"smartbank/bank"
)

// bankRestore is `smartbank bank restore FILE`. It asks first where there is a
// bank already.
func (p *program) bankRestore() *cobra.Command {
	var yes bool
	c := p.fileCommand("restore FILE", p.text.Command.BankRestore, func(ctx context.Context, file string) error {
		path := p.settings.path()
		if _, err := os.Lstat(path); !yes && !errors.Is(err, fs.ErrNotExist) {
			if err := p.confirm(p.text.Command.RestoreQuestion(file, path)); err != nil {
				return err
			}
		}
		var restored bank.Restored
		err := p.long(ctx, func(ctx context.Context, told func(bank.Progress)) (err error) {
			restored, err = bank.Restore(ctx, file, path, p.options().Now(), p.checks, told)
			return err
		})
		if err != nil {
			return err
		}
		said := p.text.Command.RestoredFrom(file, path, restored.Report)
		if restored.Kept != "" {
			said += "\n" + p.text.Command.KeptReplaced(restored.Kept)
		}
		_, err = fmt.Fprintln(p.Out, said)
		return err
	})
	c.Flags().BoolVar(&yes, "yes", false, p.text.Command.Flag.Yes)
	return c
}
