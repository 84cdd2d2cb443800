package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/certstore"
	"smartbank/ui/center"
)

// discarding is the flags of certDiscard.
type discarding struct {
	reason, user         string
	fromStdin, yes, json bool
}

// discardReasons are the words after --reason.
var discardReasons = []string{string(center.Lost), string(center.Leaked), string(center.Changed), string(center.Unused)}

// discardRecord is a certificate that was discarded, in JSON; its names are those of cert list.
type discardRecord struct {
	ID      string `json:"id"`
	Subject string `json:"subject"`
	Issuer  string `json:"issuer"`
	Serial  string `json:"serial"`
	SHA256  string `json:"sha256"`
	State   string `json:"state"`
	Reason  string `json:"reason"`
}

// certDiscard is `smartbank cert discard ID --reason WHY`.
func (p *program) certDiscard() *cobra.Command {
	words, w := p.text.CertStore.Discard, p.text.CertStore
	var d discarding
	c := p.certCommand(&cobra.Command{Use: "discard ID --reason WHY", Short: words.Short, Long: words.Long}, 1,
		func(ctx context.Context, args []string) error {
			if !slices.Contains(discardReasons, d.reason) {
				return wrong(p.text.Command.BadValue("--reason", d.reason, strings.Join(discardReasons, ", ")))
			}
			return p.withBank(ctx, func(b *bank.Bank) error { return p.discardNamed(ctx, b, args[0], d) })
		})
	c.Flags().StringVar(&d.reason, "reason", "", w.FlagReason)
	c.Flags().StringVar(&d.user, "user", "", w.FlagDiscardUser)
	c.Flags().BoolVar(&d.fromStdin, "password-stdin", false, w.FlagPasswordStdin)
	c.Flags().BoolVar(&d.yes, "yes", false, p.text.Command.Flag.Yes)
	c.Flags().BoolVar(&d.json, "json", false, p.text.Command.Flag.JSON)
	complete(c, "reason", discardReasons)
	return c
}

// discardNamed discards the certificate with an ID, and tells it.
func (p *program) discardNamed(ctx context.Context, b *bank.Bank, id string, d discarding) error {
	store, err := p.store(b, p.clock())
	if err != nil {
		return err
	}
	entry, err := p.named(ctx, store, id)
	if err != nil {
		return err
	}
	if !d.yes && !d.fromStdin {
		if err := p.confirm(clean(p.text.CertStore.DiscardQuestion(entry.Subject.Owner(), dayOf(entry.NotAfter)))); err != nil {
			return err
		}
	}
	if err := p.discardOwn(ctx, b, p.centerOver(b, store, center.Places{}), entry, d); err != nil {
		return err
	}
	if d.json {
		return writeJSON(p.Out, discardRecord{
			entry.ID, entry.Subject.String(), entry.Issuer.String(), entry.Serial.String(), entry.SHA256, string(center.Discarded), d.reason,
		})
	}
	_, err = fmt.Fprintln(p.Out, clean(p.text.CertStore.Discarded(entry.Subject.Owner(), entry.Serial.String())))
	return err
}

// discardOwn signs its owner in, discards a certificate, and signs out. The session is one of the Certification Center: it ends none in the
// terminal.
func (p *program) discardOwn(ctx context.Context, b *bank.Bank, c *center.Center, entry certstore.Entry, d discarding) error {
	var (
		session            bank.Session
		password, identity []byte
		err                error
	)
	if d.user == "" {
		password, err = p.certPasswordOf(d.fromStdin)
		if err == nil {
			session, err = c.SignIn(ctx, entry.ID, bytes.Clone(password), bank.PC)
		}
	} else {
		session, identity, err = p.signInByUser(ctx, b, d)
	}
	defer clear(password)
	defer clear(identity)
	if err != nil {
		return err
	}
	err = c.Discard(ctx, session.Caller(), entry.ID, center.DiscardReason(d.reason), password, identity)
	return errors.Join(err, b.SignOut(context.WithoutCancel(ctx), session.Caller(), bank.SignedOut))
}

// signInByUser signs in who has forgotten the certificate password, or cannot sign in with the certificate any more, and asks for the
// identity number.
func (p *program) signInByUser(ctx context.Context, b *bank.Bank, d discarding) (s bank.Session, identity []byte, err error) {
	password, err := p.password(d.fromStdin)
	if err != nil {
		return s, nil, err
	}
	if d.fromStdin {
		identity, err = p.lineOfStdin(p.text.CertStore.NothingOnStdin)
	} else {
		identity, err = p.askSecret(p.text.CertStore.IdentityOf, p.text.Command.NobodyToAsk)
	}
	if err != nil {
		clear(password)
		return s, nil, err
	}
	s, err = b.SignIn(ctx, d.user, password, bank.PC)
	return s, identity, err
}
