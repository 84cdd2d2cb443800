package command

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/certstore/npki"
	"smartbank/ui/app"
	"smartbank/ui/center"
	"smartbank/ui/screen"
)

// systemNPKI is the value of --npki for the folders that Korean programs use here.
const systemNPKI = "system"

// npkiFolder is the folder of certificates inside the data folder.
const npkiFolder = "NPKI"

// pc is `smartbank pc`: the Certification Center of a PC in the terminal. Phone and PC meet in the bank's file.
func (p *program) pc() *cobra.Command {
	words := p.text.Command.PC
	var folder string
	c := p.command("pc", words, func(ctx context.Context) error {
		if !p.draws() {
			return wrong(p.text.Command.NoTerminal)
		}
		b, err := p.openOrFound(ctx)
		if err != nil {
			return err
		}
		return errors.Join(p.serve(ctx, b, p.pcConfig(b, p.clock(), p.roots(folder))), b.Close())
	})
	c.Flags().StringVar(&folder, "npki", "", p.text.Command.Flag.NPKI)
	return c
}

// pcConfig is what the PC's program is started with, here and in tapes. It has no keyring: its certificates are in
// folders.
func (p *program) pcConfig(b *bank.Bank, c screen.Clock, roots func() []npki.Root) app.Config {
	authority := center.NewAuthority(b, p.Rand, p.Key)
	desk := center.NewDesk(center.New(center.Config{Bank: b, CA: authority, Rand: p.Rand}), roots)
	return app.PC(app.Config{
		Bank: b, Desk: desk, Clock: c, Lang: p.text.Lang, Theme: p.settings.theme, Glyphs: p.glyphs(), Mouse: p.settings.mouse, Demo: demonstration(b),
	})
}

// roots are the NPKI folders of --npki: the one that it names, those of the
// platform, or one inside the data folder.
func (p *program) roots(folder string) func() []npki.Root {
	switch folder {
	case systemNPKI:
		home := cmp.Or(p.Env("HOME"), p.Env("USERPROFILE"))
		return func() []npki.Root { return systemRoots(npki.Roots(home, p.Env), home) }
	case "":
		folder = filepath.Join(p.settings.data, npkiFolder)
	default:
		folder = p.inFolder(folder)
	}
	return func() []npki.Root { return []npki.Root{{Path: folder}} }
}

// systemRoots are the roots that were found, after the one where programs begin to
// keep certificates on this platform if only drives have any.
func systemRoots(found []npki.Root, home string) []npki.Root {
	if len(found) > 0 && !found[0].Drive {
		return found
	}
	first := filepath.Join(home, npkiFolder)
	switch runtime.GOOS {
	case "windows":
		first = filepath.Join(home, "AppData", "LocalLow", npkiFolder)
	case "darwin":
		first = filepath.Join(home, "Library", "Preferences", npkiFolder)
	}
	return append([]npki.Root{{Path: first}}, found...)
}
