package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"smartbank/certstore"
)

// certPassword is `smartbank cert password ID`.
func (p *program) certPassword() *cobra.Command {
	words, fromStdin := p.text.CertStore.Password, false
	c := p.certCommand(&cobra.Command{Use: "password ID", Short: words.Short, Long: words.Long}, 1,
		func(ctx context.Context, args []string) error {
			return p.withStore(ctx, func(s *certstore.Store) error {
				entry, err := p.named(ctx, s, args[0])
				if err != nil {
					return err
				}
				old, err := p.certPasswordOf(fromStdin)
				if err != nil {
					return err
				}
				defer clear(old)
				fresh, err := p.freshPassword(fromStdin)
				if err != nil {
					return err
				}
				defer clear(fresh)
				if err := s.ChangePassword(ctx, entry.ID, old, fresh); err != nil {
					return err
				}
				_, err = fmt.Fprintln(p.Out, p.text.CertStore.PasswordChanged)
				return err
			})
		})
	c.Flags().BoolVar(&fromStdin, "password-stdin", false, p.text.CertStore.FlagPasswordStdin)
	return c
}

// freshPassword asks for a new certificate password, twice, or takes the next line of stdin. One that breaks the rule is refused before
// anything is tried.
func (p *program) freshPassword(fromStdin bool) ([]byte, error) {
	w := p.text.CertStore
	var fresh []byte
	var err error
	if fromStdin {
		fresh, err = p.lineOfStdin(w.NothingOnStdin)
	} else {
		fresh, err = p.askTwice(w.PasswordNew, w.PasswordAgain)
	}
	if err == nil && len(certstore.Flaws(fresh, "")) > 0 {
		clear(fresh)
		err = failed(w.BreaksTheRule)
	}
	return fresh, err
}
