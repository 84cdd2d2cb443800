package command

import (
	"context"
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/text"
)

// path is where the bank is.
func (s choices) path() string { return filepath.Join(s.data, "bank.db") }

// options are what the bank takes from the program's world.
func (p *program) options() bank.Options {
	return bank.Options{Now: p.clock().Now, Rand: p.Rand, Cost: bank.ProgramCost, Verify: p.signatures(), Fault: p.settings.fault}
}

// withBank opens the bank that is there, does what is due, hands it over, and
// closes it.
func (p *program) withBank(ctx context.Context, do func(b *bank.Bank) error) error {
	b, err := bank.Open(ctx, p.settings.path(), p.options())
	if err != nil {
		return err
	}
	if _, err := b.Advance(ctx); err != nil {
		return errors.Join(err, b.Close())
	}
	return errors.Join(do(b), b.Close())
}

// lookup is what accounts, history, transfers and remittances have in common: who asks, and in
// which form.
type lookup struct {
	format

	user      string
	fromStdin bool
}

// ask is one question of a customer: it answers with a listing.
type ask func(ctx context.Context, b *bank.Bank, c bank.Caller) (listing, error)

// lookup makes a command that signs a customer in for reading, which opens no
// session and ends none, and writes the answer.
func (p *program) lookup(use string, words text.CommandHelp, check func() error, answer ask) *cobra.Command {
	var l lookup
	c := p.command(use, words, func(ctx context.Context) error {
		return p.look(ctx, l, check, func(ctx context.Context, b *bank.Bank, c bank.Caller) error {
			found, err := answer(ctx, b, c)
			if err != nil {
				return err
			}
			return p.write(l.format, found)
		})
	})
	l.signIn(c, p)
	l.add(c, p)
	return c
}

// signIn adds the flags that say who asks.
func (l *lookup) signIn(c *cobra.Command, p *program) {
	c.Flags().StringVar(&l.user, "user", "", p.text.Command.Flag.User)
	c.Flags().BoolVar(&l.fromStdin, "password-stdin", false, p.text.Command.Flag.FromStdin)
}

// look checks the flags, opens the bank, signs in for reading, and hands both over.
func (p *program) look(ctx context.Context, l lookup, check func() error, do func(ctx context.Context, b *bank.Bank, c bank.Caller) error) error {
	if err := l.check(p); err != nil {
		return err
	}
	if l.user == "" {
		return wrong(p.text.Command.NoUser)
	}
	if err := check(); err != nil {
		return err
	}
	return p.withBank(ctx, func(b *bank.Bank) error {
		caller, err := p.authenticate(ctx, b, l)
		if err != nil {
			return err
		}
		return do(ctx, b, caller)
	})
}

// authenticate asks for the password and shows it to the bank.
func (p *program) authenticate(ctx context.Context, b *bank.Bank, l lookup) (bank.Caller, error) {
	password, err := p.password(l.fromStdin)
	if err != nil {
		return bank.Caller{}, err
	}
	defer clear(password)
	return b.Authenticate(ctx, l.user, password)
}

// period is the flags --from and --to.
type period struct{ from, to string }

func (d *period) add(c *cobra.Command, p *program) {
	c.Flags().StringVar(&d.from, "from", "", p.text.Command.Flag.From)
	c.Flags().StringVar(&d.to, "to", "", p.text.Command.Flag.To)
}

// check refuses what is no date.
func (d *period) check(p *program) error {
	for flag, value := range map[string]string{"--from": d.from, "--to": d.to} {
		if value == "" {
			continue
		}
		if _, err := calendar.ParseDate(value); err != nil {
			return wrong(p.text.Command.BadValue(flag, value, "2026-11-05, 20261105"))
		}
	}
	return nil
}

// days are the days of the period: to today, and from a month before, unless the
// flags say otherwise.
func (d *period) days(today calendar.Date) (from, to calendar.Date) {
	to = today
	if d.to != "" {
		to, _ = calendar.ParseDate(d.to) // check has seen it
	}
	from = to.AddMonths(-1)
	if d.from != "" {
		from, _ = calendar.ParseDate(d.from) // check has seen it
	}
	return from, to
}
