package command

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"smartbank/bank"
)

// bankReset is `smartbank bank reset`.
func (p *program) bankReset() *cobra.Command {
	var yes bool
	c := p.command("reset", p.text.Command.BankReset, func(ctx context.Context) error {
		path := p.settings.path()
		id, err := p.mayReset(ctx, path)
		if err != nil {
			return err
		}
		if !yes {
			if err := p.confirm(p.text.Command.ResetQuestion(path)); err != nil {
				return err
			}
		}
		if err := p.forget(ctx, id); err != nil {
			return err
		}
		if err := p.long(ctx, func(ctx context.Context, told func(bank.Progress)) error { return p.replace(ctx, path, told) }); err != nil {
			return err
		}
		_, err = fmt.Fprintln(p.Out, p.text.Command.WasReset(path))
		return err
	})
	c.Flags().BoolVar(&yes, "yes", false, p.text.Command.Flag.Yes)
	return c
}

// mayReset refuses to throw away what is not a demonstration bank of ours. It is
// none of the file's business what is in it: a stranger's file is left alone. It returns the bank's id, "" where there is no bank.
func (p *program) mayReset(ctx context.Context, path string) (id string, err error) {
	b, err := bank.Open(ctx, path, p.options())
	switch {
	case missing(err):
		return "", nil
	case err != nil:
		return "", err
	}
	demonstration, id := b.Demonstration(), b.ID()
	if err := b.Close(); err != nil {
		return "", err
	}
	if !demonstration {
		return "", failed(p.text.Command.NotForReset(path))
	}
	return id, nil
}

// confirm asks on the terminal; anything but y or yes is no.
func (p *program) confirm(question string) error {
	if _, ok := terminalOf(p.In); !ok {
		return wrong(p.text.Command.SayYes)
	}
	fmt.Fprintf(p.Err, "%s [y/N] ", question)
	line, err := bufio.NewReader(p.In).ReadString('\n')
	if err != nil {
		return failed(p.text.Command.NothingDone)
	}
	switch strings.ToLower(strings.TrimSpace(line)) {
	case "y", "yes", "예", "네", "ㅛ": // ㅛ is y on a Korean keyboard
		return nil
	}
	return failed(p.text.Command.NothingDone)
}

// replace makes the new bank beside the old one and puts it in its place in one
// step, so that there is a whole bank at every moment. Before that the old one's log goes: it must not be
// applied to the new one.
func (p *program) replace(ctx context.Context, path string, told func(bank.Progress)) error {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("reset the bank: %w", err)
	}
	beside, err := os.MkdirTemp(folder, "reset-")
	if err != nil {
		return fmt.Errorf("reset the bank: %w", err)
	}
	defer os.RemoveAll(beside) //nolint:errcheck // an empty folder does no harm
	made := filepath.Join(beside, "bank.db")
	if err := p.found(ctx, made, told); err != nil {
		return err
	}
	for _, log := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + log); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("reset the bank: %w", err)
		}
	}
	if err := os.Rename(made, path); err != nil {
		return fmt.Errorf("reset the bank: %w", err)
	}
	return nil
}
