package command

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/certstore"
	"smartbank/certstore/keyring"
)

// certMove is `smartbank cert move --to os|file`.
func (p *program) certMove() *cobra.Command {
	words, to := p.text.Certificate.Move, ""
	c := p.certCommand(&cobra.Command{Use: "move --to PLACE", Short: words.Help.Short, Long: words.Help.Long}, 0,
		func(ctx context.Context, _ []string) error {
			switch {
			case to != keyring.WhereOS && to != keyring.WhereFile:
				return wrong(p.text.Command.BadValue("--to", to, keyring.WhereOS+", "+keyring.WhereFile))
			case p.settings.keyring == keyring.WhereMemory:
				return wrong(words.FromMemory)
			}
			return p.withBank(ctx, func(b *bank.Bank) error { return p.moveTo(ctx, b, to) })
		})
	c.Flags().StringVar(&to, "to", "", words.FlagTo)
	return c
}

// moveTo moves the certificates to a place, unless they are there; then it removes what a move that was broken off left at the other one.
func (p *program) moveTo(ctx context.Context, b *bank.Bank, to string) error {
	at, words := p.clock(), p.text.Certificate.Move
	if p.settings.keyring == to {
		return p.cleanUp(ctx, b, to)
	}
	passphrase, err := p.passphrase(p.freshFile())
	if err != nil {
		return err
	}
	defer clear(passphrase)
	old, err := p.storeAt(b, at, p.settings.keyring, passphrase)
	if err != nil {
		return err
	}
	c := p.centerOver(b, old, p.houses(b, at))
	before, err := c.Place(ctx)
	if err != nil {
		return err
	}
	if _, err = c.Move(ctx, passphrase, p.keepAt); err != nil && !errors.Is(err, certstore.ErrLeft) {
		return err
	}
	if err != nil {
		(&ProblemError{Message: words.Left}).Tell(p.Err)
	}
	if by := p.decides["keyring"]; by != "" {
		(&ProblemError{Message: words.Decided(by)}).Tell(p.Err)
	}
	_, err = fmt.Fprintln(p.Out, words.Moved(before.Count, words.Places[to]))
	return err
}

// cleanUp ends a move that was broken off after its end was noted: the certificates are at a place, and copies of them may be at the other one.
func (p *program) cleanUp(ctx context.Context, b *bank.Bank, at string) error {
	from := keyring.WhereOS
	if at == keyring.WhereOS {
		from = keyring.WhereFile
	}
	if from == keyring.WhereOS || !p.freshFile() {
		if err := p.vacate(ctx, b, from); err != nil {
			return err
		}
	}
	words := p.text.Certificate.Move
	_, err := fmt.Fprintln(p.Out, words.There(words.Places[at]))
	return err
}

// vacate removes what such a move left at a place, and a file in which nothing is any more.
func (p *program) vacate(ctx context.Context, b *bank.Bank, from string) error {
	var passphrase []byte
	if from == keyring.WhereFile {
		var err error
		if passphrase, err = p.passphrase(false); err != nil {
			return err
		}
		defer clear(passphrase)
	}
	old, err := p.storeAt(b, p.clock(), from, passphrase)
	if err != nil {
		return err
	}
	err = old.FinishMove(ctx)
	if u, ok := errors.AsType[*keyring.UnavailableError](err); ok && u.Reason == keyring.NoService {
		return nil // where there is no keyring, nothing is in it
	}
	if err != nil {
		return err
	}
	left, err := old.List(ctx)
	if err != nil || len(left) > 0 || from != keyring.WhereFile {
		return err
	}
	return os.Remove(p.keyringPath())
}

// keepAt notes in the settings file where certificates are kept from now on.
func (p *program) keepAt(where string) error {
	s := p.kept.Settings
	s.Keyring = where
	if err := p.kept.save(s); err != nil {
		return failed(p.text.Settings.NotWritable(p.kept.path, err))
	}
	return nil
}
