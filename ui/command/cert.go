package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"smartbank/certstore"
)

// cert is `smartbank cert`: the joint certificates on this device, and files of them.
func (p *program) cert() *cobra.Command {
	words := p.text.CertStore.Cert
	c := &cobra.Command{
		Use: "cert", Short: words.Short, Long: words.Long,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return p.noArguments(c, args)
			}
			return wrong(p.text.Command.WhichCommand(helpFor(c)))
		},
	}
	c.AddCommand(p.certShow(), p.certVerify(), p.certCMS(), p.certList(), p.certImport(), p.certExport(), p.certPassword(), p.certDiscard(), p.certMove())
	return c
}

// certCommand makes a command of cert that takes a number of words.
func (p *program) certCommand(c *cobra.Command, words int, run func(ctx context.Context, args []string) error) *cobra.Command {
	c.Args = func(c *cobra.Command, args []string) error {
		switch {
		case len(args) > words:
			return p.noArguments(c, args[words:])
		case len(args) < words:
			return wrong(p.text.CertStore.TooFewWords(helpFor(c)))
		}
		return nil
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		return p.guarded(func() error { return run(c.Context(), args) })
	}
	return c
}

// leastID is how many characters of an ID name a certificate.
const leastID = 4

// named is the certificate with an ID, or with one that begins so.
func (p *program) named(ctx context.Context, s *certstore.Store, id string) (certstore.Entry, error) {
	entries, err := s.List(ctx)
	if err != nil {
		return certstore.Entry{}, err
	}
	var found []certstore.Entry
	for _, e := range entries {
		if e.ID == id {
			return e, nil
		}
		if len(id) >= leastID && strings.HasPrefix(e.ID, strings.ToLower(id)) {
			found = append(found, e)
		}
	}
	switch len(found) {
	case 0:
		return certstore.Entry{}, failed(p.text.CertStore.WhichID(id))
	case 1:
		return found[0], nil
	}
	return certstore.Entry{}, failed(p.text.CertStore.ManyIDs(id))
}

// certPasswordOf asks for a certificate password, or takes the next line of stdin.
func (p *program) certPasswordOf(fromStdin bool) ([]byte, error) {
	w := p.text.CertStore
	if fromStdin {
		return p.lineOfStdin(w.NothingOnStdin)
	}
	return p.askSecret(w.PasswordOf, p.text.Command.NobodyToAsk)
}
