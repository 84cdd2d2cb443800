package command

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/demo"
)

// otp is `smartbank otp`: the token that the demonstration customer would hold.
func (p *program) otp() *cobra.Command {
	var user string
	c := p.command("otp", p.text.Command.OTP, func(ctx context.Context) error {
		return p.withBank(ctx, func(b *bank.Bank) error {
			password, until, err := b.OTP(ctx, user)
			if err != nil {
				return err
			}
			left := until.Sub(b.Now()).Round(time.Second)
			_, err = fmt.Fprintf(p.Out, "%s  %s\n", password, p.text.Command.SecondsLeft(int(left/time.Second)))
			return err
		})
	})
	c.Flags().StringVar(&user, "user", demo.LeeLogin, p.text.Command.Flag.OTPUser)
	return c
}
