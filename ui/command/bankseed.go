package command

import (
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/demo"
)

// bankSeed is `smartbank bank seed`.
func (p *program) bankSeed() *cobra.Command {
	var empty bool
	var crowd, years int
	c := p.command("seed", p.text.Command.BankSeed, func(ctx context.Context) error {
		found := p.found
		switch {
		case crowd < 0 || crowd > demo.MaxCrowd || crowd > 0 && empty:
			return wrong(p.text.Command.BadValue("--customers", strconv.Itoa(crowd), "0 – "+strconv.Itoa(demo.MaxCrowd)))
		case years < 1 || years > demo.MaxYears:
			return wrong(p.text.Command.BadValue("--years", strconv.Itoa(years), "1 – "+strconv.Itoa(demo.MaxYears)))
		case empty:
			found = p.foundEmpty
		case crowd > 0:
			found = func(ctx context.Context, path string, told func(bank.Progress)) error {
				return p.foundCrowd(ctx, path, crowd, years, told)
			}
		}
		path := p.settings.path()
		if err := p.long(ctx, func(ctx context.Context, told func(bank.Progress)) error { return found(ctx, path, told) }); err != nil {
			return err
		}
		_, err := fmt.Fprintln(p.Out, p.text.Command.Seeded(path))
		return err
	})
	c.Flags().IntVar(&crowd, "customers", 0, p.text.Command.Tape.Customers)
	c.Flags().IntVar(&years, "years", 2, p.text.Command.Tape.Years)
	c.Flags().BoolVar(&empty, "empty", false, p.text.Command.Flag.Empty)
	return c
}

// foundCrowd makes a demonstration bank with many more customers at path. Their
// passwords are the demonstration's, which everybody knows: hashing each of them as a secret would take hours.
func (p *program) foundCrowd(ctx context.Context, path string, customers, years int, told func(bank.Progress)) error {
	opt := p.options()
	opt.Cost = bank.TapeCost
	return bank.Create(ctx, path, demo.CrowdOpening(p.settings.seed, opt.Now(), customers, years), opt, told)
}
