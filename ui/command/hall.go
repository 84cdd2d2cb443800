package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"smartbank/bank"
	"smartbank/bank/demo"
	"smartbank/ui/app"
	"smartbank/ui/headless"
	"smartbank/ui/tape"
)

// hall is where the programs of a tape meet, or of several that are played
// together: one bank and one clock.
type hall struct {
	stage   *stage
	bank    *bank.Bank
	clock   *headless.Clock
	first   *program // that opened the bank
	started int
	folder  string  // where the PC's certificates lie that are gone with the tape; "" before it is needed
	beside  *beside // with --pty
}

// start starts a program of a tape.
func (h *hall) start(ctx context.Context, name string, set tape.Settings) (*headless.Driver, error) {
	p := h.stage.program
	if _, err := bank.ParseFault(set.Fault); err != nil {
		return nil, wrong(p.text.Command.BadValue("Set Fault", set.Fault, strings.Join(faults(), ", ")))
	}
	q := p.taped(set)
	q.confined = h.stage.to.Root
	if h.first == nil {
		clock := headless.NewClock(q.settings.start)
		b, err := q.tapeBank(ctx, clock, h.stage.images)
		if err != nil {
			return nil, err
		}
		h.bank, h.clock, h.first = b, clock, q
	}
	if h.started++; h.started > 1 {
		q.verifier = h.first.verifier
		if p.flags.data == "" || p.flags.seed != "" { // two programs do not draw the same
			q.Rand = newChance(q.settings.seed, fmt.Sprintf("play %d", h.started))
		}
	}
	config, keys, err := h.config(ctx, q, name)
	if err != nil {
		return nil, err
	}
	config.Checked = p.flags.data == "" // the image was verified when it was made
	a := app.New(config)
	d := headless.New(a, h.clock, set.Width, set.Height)
	if h.stage.flags.pty {
		if err := h.follow(ctx, q, d, name, set); err != nil {
			return nil, err
		}
	}
	if set.User == "" {
		return d, nil
	}
	d.Type(keys + set.User + "\n" + demo.Password + "\n")
	if a.SignedIn() == nil {
		return nil, wrong(p.text.Command.Tape.NoUser(set.User))
	}
	return d, nil
}

// follow lets the built program follow the one that a tape plays.
func (h *hall) follow(ctx context.Context, q *program, d *headless.Driver, name string, set tape.Settings) (err error) {
	if name != "bank" || h.started > 1 {
		return wrong(q.text.Command.Tape.OneProgram)
	}
	if h.beside, err = q.besides(ctx, h.clock.Now(), set, h.stage.images); err != nil {
		return err
	}
	return h.beside.begins(d)
}

// config is what a program is started with, and the keys that lead to its login.
func (h *hall) config(ctx context.Context, q *program, name string) (config app.Config, login string, err error) {
	switch name {
	case "bank":
		config, err = q.config(h.bank, h.clock)
		return config, "99", err
	case "pc":
		folder, err := h.npki()
		if err != nil {
			return app.Config{}, "", err
		}
		config = q.pcConfig(h.bank, h.clock, q.roots(folder))
		if h.folder != "" {
			err = furnish(ctx, config.Desk, folder)
		}
		return config, "6", err
	default:
		return app.Config{}, "", wrong(q.text.Command.Tape.NoProgram(name))
	}
}

// npki is the folder of the PC's certificates: the one of --npki, or one that is
// gone with the tape.
func (h *hall) npki() (string, error) {
	if folder := h.stage.flags.npki; folder != "" {
		return folder, nil
	}
	if h.folder == "" {
		var err error
		if h.folder, err = os.MkdirTemp("", "smartbank-npki-"); err != nil {
			return "", err
		}
	}
	return filepath.Join(h.folder, npkiFolder), nil
}

// close closes the bank and removes what is gone with the tape.
func (h *hall) close() error {
	var errs []error
	if h.beside != nil {
		errs = append(errs, h.beside.close())
	}
	if h.bank != nil {
		errs = append(errs, h.bank.Close())
	}
	if h.folder != "" {
		errs = append(errs, os.RemoveAll(h.folder))
	}
	return errors.Join(errs...)
}

// together plays tapes at the same time, each on its program.
func (s *stage) together(ctx context.Context, tapes []*tape.Tape) ([]tape.Result, error) {
	h := &hall{stage: s}
	stages := make([]tape.Stage, len(tapes))
	for i, t := range tapes {
		if err := s.program.playable(t); err != nil {
			return nil, err
		}
		stages[i] = s.on(ctx, h)
	}
	results, err := tape.PlayTogether(ctx, tapes, stages)
	return results, errors.Join(err, h.close())
}

// playTogether plays tapes as one performance: they pass or fail together.
func (p *program) playTogether(ctx context.Context, s *stage, tapes []*tape.Tape) []played {
	begun := p.Now()
	var results []tape.Result
	err := p.guarded(func() (err error) {
		results, err = s.together(ctx, tapes)
		return err
	})
	failed, unmet := errors.AsType[*tape.ExpectError](err)
	all, told := make([]played, len(tapes)), false
	for i, t := range tapes {
		all[i] = played{tape: t, lasted: p.Now().Sub(begun)}
		if i < len(results) {
			all[i].result = results[i]
		}
		if unmet && failed.File == t.File {
			all[i].err = err
			told = true
		}
	}
	if err != nil && !told {
		all[0].err = err
	}
	return all
}
