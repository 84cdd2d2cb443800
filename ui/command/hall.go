package command

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
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
	stage    *stage
	bank     *bank.Bank
	clock    *headless.Clock
	first    *program                      // that opened the bank
	starting *program                      // one of them, at present
	of       map[*headless.Driver]*program // those that were started
	folder   string                        // where the PC's certificates lie that are gone with the tape; "" before it is needed
	aside    *aside                        // with --pty
}

// start starts a program of a tape.
func (h *hall) start(ctx context.Context, name string, set tape.Settings) (*headless.Driver, error) {
	p := h.stage.program
	if _, err := bank.ParseFault(set.Fault); err != nil {
		return nil, wrong(p.text.Command.BadValue("Set Fault", set.Fault, strings.Join(faults(), ", ")))
	}
	q := p.taped(set)
	q.confined = h.stage.to.Root
	if h.starting = q; h.first == nil {
		h.first, h.clock, h.of = q, headless.NewClock(q.settings.start), make(map[*headless.Driver]*program)
	}
	if err := h.draw(q); err != nil {
		return nil, err
	}
	if err := h.open(ctx, q); err != nil {
		return nil, err
	}
	config, keys, err := h.config(ctx, q, name)
	if err != nil {
		return nil, err
	}
	config.Checked = p.flags.data == "" // the image was verified when it was made
	a := app.New(config)
	d := headless.New(a, h.clock, set.Width, set.Height)
	h.of[d], h.starting = q, nil
	if h.stage.flags.pty {
		by := conducting{nth: len(h.of), kept: p.flags.data != ""}
		if err := h.aside.start(ctx, q, by, name, d, set); err != nil {
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

// draw gives a program its chance: two of them do not draw the same. On a kept bank that is the machine's, unless a
// flag sets the seed; with --pty it is that of a seed which the machine's has drawn, for the program that follows.
func (h *hall) draw(q *program) error {
	if q.flags.data != "" && q.flags.seed == "" {
		if !h.stage.flags.pty {
			return nil
		}
		if q != h.first {
			q.settings.seed = h.first.settings.seed
		} else if err := binary.Read(q.Rand, binary.BigEndian, &q.settings.seed); err != nil {
			return fmt.Errorf("draw a seed: %w", err)
		}
		q.settings.seed &= math.MaxInt64 // as --seed takes it
	}
	q.Rand = newChance(q.settings.seed, chanceOf(len(h.of)+1))
	return nil
}

// open opens the bank, unless another program has.
func (h *hall) open(ctx context.Context, q *program) (err error) {
	if q != h.first {
		q.verifier = h.first.verifier
		return nil
	}
	if h.stage.flags.pty {
		if h.aside, err = h.newAside(ctx, q); err != nil {
			return err
		}
	}
	h.bank, err = q.tapeBank(ctx, h.clock, h.stage.images, turns{h})
	return err
}

// turns is the chance of a bank that several programs have opened once: each draws its own, as it would if it had
// opened the bank for itself.
type turns struct{ hall *hall }

// Read draws for the program that does something now.
func (t turns) Read(b []byte) (int, error) {
	if q := t.hall.starting; q != nil {
		return q.Rand.Read(b)
	}
	return t.hall.of[t.hall.clock.Acting()].Rand.Read(b)
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

// follow lets the built programs be compared after each command.
func (h *hall) follow(c tape.Command, d *headless.Driver) error { return h.aside.of(d).same(c) }

// same is nil if, with --pty, all built programs show at the end of a tape what those of the tape do.
func (h *hall) same(t *tape.Tape) error {
	if h.aside == nil || len(t.Commands) == 0 {
		return nil
	}
	return h.aside.same(t.Commands[len(t.Commands)-1])
}

// close closes the bank and removes what is gone with the tape.
func (h *hall) close() error {
	var errs []error
	if h.aside != nil {
		errs = append(errs, h.aside.close())
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
	if err == nil {
		err = h.same(tapes[0])
	}
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
