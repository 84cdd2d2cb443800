package command

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/demo"
)

// cardColumns is how many cells a line of a security card has.
const cardColumns = 5

// card is `smartbank card`: the security card that the demonstration customer
// would have in a wallet.
func (p *program) card() *cobra.Command {
	var user string
	c := p.command("card", p.text.Command.Card, func(ctx context.Context) error {
		return p.withBank(ctx, func(b *bank.Bank) error {
			cells, err := b.Card(ctx, user)
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(p.Out, cardTable(cells))
			return err
		})
	})
	c.Flags().StringVar(&user, "user", demo.HongLogin, p.text.Command.Flag.CardUser)
	return c
}

// cardTable prints the cells as cards do, numbered along the lines.
func cardTable(cells []string) string {
	var out strings.Builder
	for i, cell := range cells {
		fmt.Fprintf(&out, "%02d %s", i+1, cell)
		if (i+1)%cardColumns == 0 || i == len(cells)-1 {
			out.WriteString("\n")
		} else {
			out.WriteString("   ")
		}
	}
	return out.String()
}
