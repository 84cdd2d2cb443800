package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/demo"
	"smartbank/certstore/keyring"
	"smartbank/ui/headless"
	"smartbank/ui/tape"
	"smartbank/ui/text"
)

// stage is what the tapes of one run are played on.
type stage struct {
	program *program
	flags   playFlags
	images  *images
	to      tape.Folder
	font    *headless.Font
	watch   func(f headless.Frame, at time.Time) error
	before  func(tape.Command, headless.Frame) error
	drawn   bool // the terminal shows the tape's screen
	ended   atomic.Pointer[os.Signal]
}

// newStage is the stage for the flags of play. Whoever asks for it closes to.Root.
func (p *program) newStage(f playFlags) (*stage, error) {
	font, err := p.readFont(f.font)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(p.inFolder("."))
	if err != nil {
		return nil, fmt.Errorf("play: %w", err)
	}
	return &stage{program: p, flags: f, images: &images{}, to: tape.Folder{Root: root}, font: font}, nil
}

// play plays one tape on its own bank, clock and chance.
func (s *stage) play(ctx context.Context, t *tape.Tape) (tape.Result, error) {
	p := s.program
	if err := p.playable(t); err != nil {
		return tape.Result{}, err
	}
	h := &hall{stage: s}
	on := s.on(ctx, h)
	if s.flags.update {
		folder, err := os.OpenRoot(filepath.Dir(p.inFolder(t.File)))
		if err != nil {
			return tape.Result{}, fmt.Errorf("play: %w", err)
		}
		defer folder.Close() //nolint:errcheck // what was written through it is there
		on.Update = tape.Folder{Root: folder}
	}
	result, err := tape.Play(ctx, t, on)
	if err == nil {
		err = h.same(t)
	}
	if unwritten, ok := errors.AsType[*tape.FileError](err); ok && !(played{err: err}).unmet() {
		why := unwritten.Error()
		if unwritten.Pos == (tape.Pos{}) {
			why = t.File + ": " + why
		}
		err = failed(p.text.Command.Tape.NotWritten(why))
	}
	return result, errors.Join(err, h.close())
}

// on is what a tape is played on, whose programs are in a hall.
func (s *stage) on(ctx context.Context, h *hall) tape.Stage {
	on := tape.Stage{
		Start: func(program string, set tape.Settings) (*headless.Driver, error) { return h.start(ctx, program, set) },
		Files: s.to, Env: s.program.Env, Watch: s.watch, Before: s.before,
		Picture: func(picture *headless.Picture) { picture.Font = s.font },
	}
	if s.flags.pty {
		on.After = h.follow
	}
	return on
}

// playable refuses a tape that asks for what is not there.
func (p *program) playable(t *tape.Tape) error {
	var missing []string
	for _, name := range t.Variables() {
		if p.Env(name) == "" {
			missing = append(missing, name)
		}
	}
	if len(missing) > 0 {
		return wrong(p.text.Command.Tape.NoVariable(t.File, missing))
	}
	return nil
}

// taped is the program in the world of a tape, which is the same on every
// machine: only the tape's own settings and the flags decide, not this machine's environment, clock or chance. A kept
// bank has its own past: its clock is the machine's unless the tape or a flag sets it, and so is its chance, since what
// identifies a session or an order must not come twice.
func (p *program) taped(s tape.Settings) *program {
	environ := map[string]string{}
	for _, variable := range s.Env {
		name, value, _ := strings.Cut(variable, "=")
		environ[name] = value
	}
	q := *p
	q.Env = func(name string) string { return environ[name] }
	q.text = text.In(text.Lang(cmp.Or(p.flags.lang, s.Lang)))
	q.settings.theme = cmp.Or(p.flags.theme, s.Theme)
	if q.settings.theme == "auto" && q.Env("NO_COLOR") != "" {
		q.settings.theme = "mono"
	}
	q.settings.glyphs = cmp.Or(p.flags.glyphs, s.Glyphs)
	q.settings.keyring = cmp.Or(p.flags.keyring, keyring.WhereMemory)
	if p.flags.seed == "" {
		q.settings.seed = uint64(max(s.Seed, 0))
	}
	q.Key = publishedKeys()
	q.verifier = nil // each tape has a bank of its own
	kept := p.flags.data != ""
	if s.Fault != "" {
		q.settings.fault = bank.Fault(s.Fault)
	}
	if !kept {
		q.kept, q.decides = unkept(), nil
	}
	switch {
	case p.flags.clock != "":
	case kept && s.Clock.Equal(tape.Defaults().Clock):
		if q.settings.start.IsZero() {
			q.settings.start = p.begun
		}
	default:
		q.settings.start = s.Clock
	}
	if !kept || p.flags.seed != "" {
		q.Rand = newChance(q.settings.seed, chanceOf(1))
	}
	return &q
}

// now is a clock that can be read.
type now interface{ Now() time.Time }

// tapeBank is the bank a tape plays on: a new demonstration bank in memory, or
// the kept one where --data names its folder.
func (p *program) tapeBank(ctx context.Context, clock now, images *images, chance io.Reader) (*bank.Bank, error) {
	opt := bank.Options{Now: clock.Now, Rand: chance, Cost: bank.TapeCost, Verify: p.signatures(), Fault: p.settings.fault}
	if p.flags.data != "" {
		return bank.Open(ctx, p.settings.path(), opt)
	}
	image, err := images.of(ctx, p.settings.seed, clock.Now())
	if err != nil {
		return nil, err
	}
	return bank.OpenImage(ctx, image, opt)
}

// images are new demonstration banks, made once for a seed and a day.
type images struct {
	mu   sync.Mutex
	made map[founding]func() (*bank.Image, error)
}

// founding is what a demonstration bank is a function of.
type founding struct {
	seed uint64
	day  calendar.Date
}

// of is the image of the demonstration bank for a seed and the day of now.
func (i *images) of(ctx context.Context, seed uint64, now time.Time) (*bank.Image, error) {
	key := founding{seed, calendar.DateOf(now)}
	i.mu.Lock()
	image := i.made[key]
	if image == nil {
		image = sync.OnceValues(func() (*bank.Image, error) {
			return bank.NewImage(ctx, demo.Opening(seed, now), bank.Options{
				Now: key.day.Start, Rand: newChance(seed, "found"), Cost: bank.TapeCost,
			})
		})
		if i.made == nil {
			i.made = make(map[founding]func() (*bank.Image, error))
		}
		i.made[key] = image
	}
	i.mu.Unlock()
	return image()
}
