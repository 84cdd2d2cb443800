package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/demo"
	"smartbank/ui/app"
	"smartbank/ui/screen"
	"smartbank/ui/theme"
)

// open is `smartbank`: the bank in the terminal.
func (p *program) open() *cobra.Command {
	c := p.command("smartbank", p.text.Command.Open, func(ctx context.Context) error {
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
		config, err := p.config(b, p.clock())
		if err != nil {
			return errors.Join(err, b.Close())
		}
		return errors.Join(p.serve(ctx, b, config), b.Close())
	})
	c.Version = versionLine()
	c.SetVersionTemplate("{{.Version}}\n")
	w := p.text.Command.Flag
	c.Flags().Bool("version", false, w.Version)
	c.Flags().StringVar(&p.font, "font", "", p.text.Command.Paper.OpenFont)
	c.PersistentFlags().BoolP("help", "h", false, w.Help)
	return c
}

// openOrFound opens the bank, and makes it first where there is none.
func (p *program) openOrFound(ctx context.Context) (*bank.Bank, error) {
	path := p.settings.path()
	b, err := bank.Open(ctx, path, p.options())
	if !missing(err) {
		return b, err
	}
	err = p.long(ctx, func(ctx context.Context, told func(bank.Progress)) error { return p.found(ctx, path, told) })
	if err != nil && !exists(err) {
		return nil, err
	}
	return bank.Open(ctx, path, p.options())
}

// serve runs the program on the terminal until the customer leaves, and ends the
// session that is open then.
func (p *program) serve(ctx context.Context, b *bank.Bank, config app.Config) error {
	config.Checked = config.Checked || p.counted != nil && p.kept.path == "" // its bank was verified when it was made
	config.Plain = p.manner() == told
	a := app.New(config)
	model, by := tea.Model(a), p.draw()
	if config.Plain {
		model, by = p.converse(a)
	}
	if p.counted != nil {
		model = p.counted(model)
	}
	err := p.showFor(ctx, model, &fall{}, by)
	a.Stop()
	config.Files.Busy.Wait() // what is being saved leaves no half of a file
	if session := a.SignedIn(); session != nil {
		err = errors.Join(err, b.SignOut(context.WithoutCancel(ctx), session.Caller(), bank.SignedOut))
	}
	return err
}

// config is what the app is started with, here and in tapes.
func (p *program) config(b *bank.Bank, c screen.Clock) (app.Config, error) {
	certificates, err := p.center(b, c)
	if err != nil {
		return app.Config{}, err
	}
	files := p.files()
	if files.Font, err = p.paperFont(p.font); err != nil {
		return app.Config{}, err
	}
	return app.Config{
		Bank: b, Center: certificates, Clock: c, Files: files, Lang: p.text.Lang, Theme: p.settings.theme, Glyphs: p.glyphs(), Mouse: p.settings.mouse, Demo: demonstration(b),
		Preferences: p.preferences(), Resolve: p.resolve,
	}, nil
}

// demonstration is what a demonstration may show of itself.
func demonstration(b *bank.Bank) screen.Demo {
	if !b.Demonstration() {
		return screen.Demo{}
	}
	shown := screen.Demo{
		Logins: demo.Logins(), Password: demo.Password, PIN: demo.PIN,
		Certificate: demo.CertificatePassword, Identities: map[string]string{},
	}
	for _, login := range shown.Logins {
		shown.Identities[login] = demo.Identity(login)
	}
	for _, s := range demo.Suggestions("") {
		shown.Recipients = append(shown.Recipients, screen.DemoRecipient{Bank: s.Bank, Number: s.Number, NameEN: s.NameEN, NameKO: s.NameKO})
	}
	return shown
}

// glyphs are the signs to draw with. Auto is plain ASCII where the terminal says
// that it has little else: the Linux console, and encodings other than UTF-8.
func (p *program) glyphs() theme.Glyphs { return p.glyphsOf(p.settings.glyphs) }

func (p *program) glyphsOf(set string) theme.Glyphs {
	if set == "ascii" || set == "auto" && (p.Env("TERM") == "linux" || otherEncoding(p.locale())) {
		return theme.ASCII
	}
	return theme.Unicode
}

// show runs a model on the terminal, until it quits, panics or a signal comes.
func (p *program) show(ctx context.Context, model tea.Model) error {
	return p.showFor(ctx, model, &fall{}, p.draw())
}

// showFor is show in a way of its own.
func (p *program) showFor(ctx context.Context, model tea.Model, fallen *fall, by way) error {
	for _, name := range []string{"TEA_TRACE", "TEA_DEBUG"} { // Bubble Tea writes every key into files for these
		os.Unsetenv(name) //nolint:errcheck // it cannot fail for a name without "="
	}
	t := tea.NewProgram(guard{model, fallen}, append(by.options, tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithoutCatchPanics())...)
	fallen.quit = t.Quit
	if by.begin != nil {
		by.begin(t.Send)
	}
	signals, stop := p.Signals()
	defer stop()
	ended := make(chan os.Signal, 1)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case s := <-signals:
				if msg := by.means(s); msg != nil {
					t.Send(msg)
					continue
				}
				ended <- s
				stop() // another one ends a program that hangs
				t.Quit()
			case <-done:
			}
			return
		}
	}()
	err := run(t, fallen)
	close(done)
	if by.end != nil {
		by.end()
	}
	if report := fallen.happened(); report != "" {
		return failed(p.text.Command.Crashed(p.keep(report)))
	}
	select {
	case s := <-ended:
		return quiet(exitOfSignal(s))
	default:
	}
	if err != nil {
		return fmt.Errorf("run the terminal: %w", err)
	}
	return nil
}

// run runs the program, and restores the terminal if Bubble Tea itself panics.
func run(t *tea.Program, fallen *fall) (err error) {
	defer func() {
		if value := recover(); value != nil {
			fallen.fell(value)
			t.Kill()
		}
	}()
	_, err = t.Run()
	return err
}

// keep writes the report of a panic into the data folder, for its owner alone. It
// returns the file's path, or "".
func (p *program) keep(report string) string {
	now := p.Now()
	if err := os.MkdirAll(p.settings.data, 0o700); err != nil {
		return ""
	}
	path := filepath.Join(p.settings.data, "crash-"+now.Format("20060102-150405")+".txt")
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return ""
	}
	_, err = strings.NewReader(crashReport(report, stamp(now))).WriteTo(file)
	if errors.Join(err, file.Close()) != nil {
		return ""
	}
	return path
}
