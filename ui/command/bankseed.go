package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"
)

// bankSeed is `smartbank bank seed`.
func (p *program) bankSeed() *cobra.Command {
	var empty bool
	c := p.command("seed", p.text.Command.BankSeed, func(ctx context.Context) error {
		found := p.found
		if empty {
			found = p.foundEmpty
		}
		path := p.settings.path()
		if err := found(ctx, path); err != nil {
			return err
		}
		_, err := fmt.Fprintln(p.Out, p.text.Command.Seeded(path))
		return err
	})
	c.Flags().BoolVar(&empty, "empty", false, p.text.Command.Flag.Empty)
	return c
}
