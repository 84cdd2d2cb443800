package command

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/demo"
	"smartbank/certstore/ca"
	"smartbank/certstore/fixedkeys"
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
		if p.manner() == notShown {
			return wrong(p.text.Command.NoTerminal)
		}
		p, err := p.conducted()
		if err != nil {
			return err
		}
		b, err := p.openOrFound(ctx)
		if err != nil {
			return err
		}
		config := p.pcConfig(b, p.clock(), p.roots(folder))
		if folder == "" {
			if err := furnish(ctx, config.Desk, filepath.Join(p.settings.data, npkiFolder)); err != nil {
				return errors.Join(err, b.Close())
			}
		}
		return errors.Join(p.serve(ctx, b, config), b.Close())
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

// furnish has the PC of a demonstration begin with a certificate of another institute
// for each customer, who would have no way to come by one: in the folder of its own, never in those of other programs.
func furnish(ctx context.Context, d *center.Desk, folder string) error {
	const hongs, lees = fixedkeys.Count - 2, fixedkeys.Count - 1 // the last ones that tapes come to
	return d.Furnish(ctx, folder, demo.CertificatePassword, []center.Foreign{
		{Owner: demo.Name(demo.HongLogin), Identity: demo.Identity(demo.HongLogin), Of: ca.KICA, Use: center.Universal, Days: 100, Key: fixedkeys.Key(hongs)},
		{Owner: demo.Name(demo.LeeLogin), Identity: demo.Identity(demo.LeeLogin), Of: ca.CrossCert, Use: center.BankUse, Days: 130, Key: fixedkeys.Key(lees)},
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
