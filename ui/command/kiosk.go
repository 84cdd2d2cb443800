package command

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/demo"
	"smartbank/certstore/keyring"
	"smartbank/ui/kiosk"
	"smartbank/ui/screen"
)

// kiosk is `smartbank kiosk`: an unattended demonstration.
func (p *program) kiosk() *cobra.Command {
	words := p.text.Kiosk.CLI
	var fromStdin bool
	c := p.command("kiosk", words.Kiosk, func(ctx context.Context) error {
		if k := p.flags.keyring; k != "" && k != keyring.WhereMemory {
			return wrong(p.text.Command.BadValue("--keyring", k, words.OnlyMemory))
		}
		pin, keys, err := p.staffPIN(fromStdin)
		if err != nil {
			return err
		}
		defer clear(pin)
		defer keys.Close() //nolint:errcheck // it was only read
		q := p.attended(keys)
		if !q.draws() {
			return wrong(p.text.Command.NoTerminal)
		}
		return q.attend(ctx, pin)
	})
	c.Flags().BoolVar(&fromStdin, "pin-stdin", false, words.PINStdin)
	return c
}

// staffPIN is the way out, and where keys come from: this terminal or, if the PIN
// came through a pipe, the one that the program was started on.
func (p *program) staffPIN(fromStdin bool) (pin []byte, keys io.ReadCloser, err error) {
	w := p.text.Kiosk.CLI
	_, terminal := terminalOf(p.In)
	keys = io.NopCloser(nil)
	switch {
	case fromStdin && !terminal:
		if pin, err = p.lineOfStdin(w.NoPIN); err != nil {
			return nil, keys, err
		}
		in, _, none := tea.OpenTTY() // stdout is drawn on
		if none != nil {
			clear(pin)
			return nil, keys, wrong(p.text.Command.NoTerminal)
		}
		keys = in
	case !p.draws():
		err = wrong(p.text.Command.NoTerminal)
	case fromStdin: // a terminal all the same: it must not show what is typed
		pin, err = p.askSecret("", w.NobodyToAsk)
	default:
		pin, err = p.askPINTwice()
	}
	if err == nil && !kiosk.CheckPIN(pin) {
		clear(pin)
		err = wrong(w.BadPIN)
	}
	return pin, keys, err
}

// askPINTwice asks for a new PIN: a slip would lock the staff out.
func (p *program) askPINTwice() ([]byte, error) {
	w := p.text.Kiosk.CLI
	pin, err := p.askSecret(w.Prompt, w.NobodyToAsk)
	if err != nil || !kiosk.CheckPIN(pin) {
		return pin, err
	}
	again, err := p.askSecret(w.Again, w.NobodyToAsk)
	defer clear(again)
	if err == nil && !bytes.Equal(pin, again) {
		err = wrong(w.NotSame)
	}
	return pin, err
}

// attended is the program as visitors have it: nothing of this machine's settings,
// keyring and files.
func (p *program) attended(keys io.Reader) *program {
	q := *p
	q.kept, q.decides = unkept(), nil
	q.settings.keyring = keyring.WhereMemory
	if _, terminal := terminalOf(keys); terminal {
		q.In = keys
	}
	return &q
}

// attend runs a kiosk until the staff PIN or a signal ends it.
func (p *program) attend(ctx context.Context, pin []byte) error {
	k, err := kiosk.New(kiosk.Config{
		Clock: p.clock(), Lang: p.text.Lang, Theme: p.settings.theme, Glyphs: p.glyphs(), Rand: p.Rand, PIN: pin,
		Open: p.places(), Attract: kiosk.Attract,
	})
	if err != nil {
		return err
	}
	by := p.draw()
	by.heard = func(s os.Signal) tea.Msg {
		if s == syscall.SIGINT || s == syscall.SIGQUIT { // what keys do on a terminal that is not a kiosk's
			return kiosk.Interrupted{}
		}
		return nil
	}
	err = p.showFor(ctx, k, &fall{silent: true}, by)
	if err == nil && !k.Left() { // the terminal has gone: a supervisor is to start it anew
		err = quiet(exitFailed)
	}
	return errors.Join(err, k.Close())
}

// places opens banks for visitors. What visitors of one day have in common is made
// once, and forgotten with the day.
func (p *program) places() func(context.Context, screen.Clock, kiosk.Visitor) (*kiosk.Place, error) {
	days := &kiosk.Days{Make: func(ctx context.Context, now time.Time) (*bank.Image, error) {
		return bank.NewImage(ctx, demo.Opening(p.settings.seed, now), bank.Options{
			Now: calendar.DateOf(now).Start, Rand: newChance(p.settings.seed, "found"), Cost: bank.TapeCost,
		})
	}}
	return func(ctx context.Context, at screen.Clock, v kiosk.Visitor) (*kiosk.Place, error) {
		image, err := days.Image(ctx, at.Now())
		if err != nil {
			return nil, err
		}
		q := *p
		q.verifier, q.Key = nil, publishedKeys() // a visitor's certificate is worth nothing, and must not keep anybody waiting
		b, err := bank.OpenImage(ctx, image.Apart(), bank.Options{
			Now: at.Now, Rand: q.Rand, Cost: bank.TapeCost, Verify: q.signatures(), Fault: q.settings.fault,
		})
		if err != nil {
			return nil, err
		}
		config, err := q.config(b, at)
		if err != nil {
			return nil, errors.Join(err, b.Close())
		}
		return kiosk.Furnish(ctx, config, v)
	}
}
