package command

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/ui/export"
	"smartbank/ui/paper"
)

// receipt is `smartbank receipt REFERENCE`.
func (p *program) receipt() *cobra.Command {
	var (
		l       lookup
		f       paperFlags
		account string
	)
	words := p.text.Command.Paper.Receipt
	c := &cobra.Command{
		Use: "receipt REFERENCE --user ID", Short: words.Short, Long: words.Long,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return wrong(p.text.Command.Paper.WhichReceipt)
			}
			return p.noArguments(c, args[1:])
		},
		RunE: func(c *cobra.Command, args []string) error {
			asked := export.Asked{Reference: args[0], Account: digits(account)}
			return p.guarded(func() error { return p.writeReceipt(c.Context(), l, f, asked) })
		},

		ValidArgsFunction: cobra.NoFileCompletions,
	}
	l.signIn(c, p)
	f.add(c, p)
	c.Flags().StringVar(&account, "account", "", p.text.Command.Paper.Account)
	return c
}

// writeReceipt writes a receipt as text, or as PDF into a file that is called so.
func (p *program) writeReceipt(ctx context.Context, l lookup, f paperFlags, asked export.Asked) error {
	pdf := strings.EqualFold(filepath.Ext(f.out), ".pdf")
	check := func() error {
		if f.font != "" && !pdf {
			return wrong(p.text.Command.Paper.FontWithoutPDF)
		}
		return nil
	}
	return p.look(ctx, l, check, func(ctx context.Context, b *bank.Bank, c bank.Caller) error {
		r, err := export.FindReceipt(ctx, b, c, asked)
		if err != nil {
			return p.unsaved(err)
		}
		return p.save(ctx, b, f, func(_ context.Context, w io.Writer, look paper.Look) error {
			return r.Write(w, p.text, pdf, f.masked, look)
		})
	})
}
