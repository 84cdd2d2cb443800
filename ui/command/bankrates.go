package command

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/fx"
)

// bankRates is `smartbank bank rates`, which has commands of its own.
func (p *program) bankRates() *cobra.Command {
	words := p.text.Command.FX.RatesOfBank
	c := &cobra.Command{
		Use: "rates", Short: words.Short, Long: words.Long,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return p.noArguments(c, args)
			}
			return wrong(p.text.Command.WhichCommand(helpFor(c)))
		},
	}
	c.AddCommand(p.bankRatesImport())
	return c
}

// bankRatesImport is `smartbank bank rates import FILE`.
func (p *program) bankRatesImport() *cobra.Command {
	var date string
	c := p.fileCommand("import FILE", p.text.Command.FX.RatesImport, func(ctx context.Context, file string) error {
		if date != "" {
			if _, err := calendar.ParseDate(date); err != nil {
				return wrong(p.text.Command.BadValue("--date", date, "2026-11-05, 20261105"))
			}
		}
		content, err := readRates(file)
		if err != nil {
			return failed(p.text.Command.FX.BadFile(file, err))
		}
		return p.withBank(ctx, func(b *bank.Bank) error {
			day := calendar.DateOf(b.Now())
			if date != "" {
				day, _ = calendar.ParseDate(date) // it was checked
			}
			var found bank.RateImport
			err := p.stoppable(ctx, func(ctx context.Context) (err error) {
				found, err = b.ImportRates(ctx, content, day)
				return err
			})
			if fx.Unusable(err) {
				return failed(p.text.Command.FX.BadFile(file, err))
			}
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(p.Out, p.text.Command.FX.Imported(found))
			return err
		})
	})
	c.Flags().StringVar(&date, "date", "", p.text.Command.FX.ImportDay)
	return c
}

// readRates reads a file, unless it is larger than one of rates may be.
func readRates(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if info.Size() > fx.MaxFile {
		return nil, &fx.FileError{Fault: fx.FaultSize}
	}
	return os.ReadFile(file)
}
