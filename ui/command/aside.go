package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"smartbank/bank"
	"smartbank/ui/headless"
	"smartbank/ui/settings"
	"smartbank/ui/tape"
)

// aside is where the built programs work that follow those of a tape, with --pty:
// one of them for each, on terminals of their own and on one bank.
type aside struct {
	folder   string // with all that follows in it
	programs []*beside
}

// The folders of an aside: the data of the built programs, and where they save files.
const asideData, asideFiles = "data", "files"

// newAside makes a copy of the kept data, or of a new bank.
func (h *hall) newAside(ctx context.Context, q *program) (_ *aside, err error) {
	a := &aside{}
	if a.folder, err = os.MkdirTemp("", "smartbank-pty-"); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, a.close())
		}
	}()
	for _, name := range []string{asideData, asideFiles} {
		if err := os.Mkdir(filepath.Join(a.folder, name), 0o700); err != nil {
			return nil, err
		}
	}
	data := filepath.Join(a.folder, asideData)
	if q.flags.data != "" {
		return a, q.copyKept(ctx, data)
	}
	image, err := h.stage.images.of(ctx, q.settings.seed, q.settings.start)
	if err != nil {
		return nil, err
	}
	return a, os.WriteFile(choices{data: data}.path(), image.Bytes(), 0o600)
}

// copyKept copies the bank and the settings of --data, as they are before the tape.
func (p *program) copyKept(ctx context.Context, to string) error {
	if _, err := bank.Backup(ctx, p.settings.path(), choices{data: to}.path(), p.checks); err != nil {
		return err
	}
	if !p.kept.there {
		return nil
	}
	content, err := readSome(p.kept.path)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(to, settings.FileName), content, 0o600)
}

// start starts a program beside the one of a driver, which it follows from then on.
func (a *aside) start(ctx context.Context, q *program, by conducting, name string, d *headless.Driver, set tape.Settings) error {
	o := &beside{ctx: ctx}
	a.programs = append(a.programs, o) // close ends it, whatever becomes of it
	path, err := os.Executable()
	if err != nil {
		return err
	}
	args := []string{
		"--data", filepath.Join(a.folder, asideData), "--clock", d.Now().Format(time.RFC3339Nano), "--seed", strconv.FormatUint(q.settings.seed, 10),
		"--lang", string(q.text.Lang), "--theme", q.settings.theme, "--glyphs", q.settings.glyphs, "--keyring", q.settings.keyring,
	}
	if name == "pc" {
		args = append(args, "pc")
	}
	cmd := exec.Command(path, args...) //nolint:gosec,noctx // this program; close ends it
	cmd.Dir = filepath.Join(a.folder, asideFiles)
	cmd.Env = append([]string{
		"TERM=xterm-256color", "COLORTERM=truecolor", "HOME=" + a.folder, underConductor + "=" + by.String(),
		"SMARTBANK_FAULT=" + string(q.settings.fault),
	}, set.Env...)
	if err := cmp.Or(o.start(cmd, set.Width, set.Height), ctx.Err()); err != nil {
		return fmt.Errorf("play on a terminal: %w", err)
	}
	return o.begins(d)
}

// of is the program that follows a driver.
func (a *aside) of(d *headless.Driver) *beside {
	for _, o := range a.programs {
		if o.driver == d {
			return o
		}
	}
	return nil
}

// same is nil if every terminal shows what its program does without one, after the
// last command.
func (a *aside) same(last tape.Command) error {
	for _, o := range a.programs {
		if err := o.same(last); err != nil {
			return err
		}
	}
	return nil
}

// close ends the programs and removes what they left.
func (a *aside) close() error {
	var errs []error
	for _, o := range a.programs {
		errs = append(errs, o.close())
	}
	return errors.Join(append(errs, os.RemoveAll(a.folder))...)
}
