package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/demo"
	"smartbank/ui/app"
	"smartbank/ui/headless"
	"smartbank/ui/tape"
	"smartbank/ui/text"
)

// play is `smartbank play FILE.tape ...`.
func (p *program) play() *cobra.Command {
	words := p.text.Command.Play
	return &cobra.Command{
		Use: "play FILE.tape ...", Short: words.Short, Long: words.Long,
		ValidArgsFunction: cobra.FixedCompletions([]string{"tape"}, cobra.ShellCompDirectiveFilterFileExt),
		RunE: func(c *cobra.Command, files []string) error {
			if len(files) == 0 {
				return wrong(p.text.Command.NoTape)
			}
			return p.guarded(func() error { return p.playAll(c.Context(), files) })
		},
	}
}

// playAll reads every tape before it plays the first one, and plays them all even
// if one fails.
func (p *program) playAll(ctx context.Context, files []string) error {
	tapes := make([]*tape.Tape, len(files))
	for i, file := range files {
		var err error
		if tapes[i], err = p.readTape(file); err != nil {
			return err
		}
	}
	root, err := os.OpenRoot(p.inFolder("."))
	if err != nil {
		return fmt.Errorf("play: %w", err)
	}
	defer root.Close() //nolint:errcheck // nothing is written through it any more
	images := images{}
	missed := 0
	for _, t := range tapes {
		result, err := p.playTape(ctx, t, images, tape.Folder{Root: root})
		expected, unmet := errors.AsType[*tape.ExpectError](err)
		switch {
		case unmet:
			missed++
			(&ProblemError{Message: text.Message{Problem: expected.Error()}}).Tell(p.Err)
			fmt.Fprintln(p.Out, p.text.Command.TapeFailed(t.File, result.Commands))
		case err != nil:
			return err
		default:
			fmt.Fprintln(p.Out, p.text.Command.TapePassed(t.File, result.Commands))
		}
	}
	if missed > 0 {
		return quiet(exitFailed)
	}
	return nil
}

// inFolder is the path of a file that the customer names.
func (p *program) inFolder(file string) string {
	if filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(p.Dir, file)
}

// readTape reads a tape. Tapes that it sources are read from its own folder, and
// from nowhere else.
func (p *program) readTape(file string) (*tape.Tape, error) {
	path := p.inFolder(file)
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, wrong(p.text.Command.BadTape(file, err))
	}
	folder, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return nil, wrong(p.text.Command.BadTape(file, err))
	}
	defer folder.Close() //nolint:errcheck // it was only read
	t, err := tape.Parse(file, content, folder.FS())
	if err != nil {
		return nil, wrong(text.Message{
			Problem: strings.ReplaceAll(err.Error(), "\n", "\nsmartbank: "), Advice: p.text.Command.SeePlay,
		})
	}
	return t, nil
}

// playTape plays one tape on its own bank, clock and chance.
func (p *program) playTape(ctx context.Context, t *tape.Tape, images images, to tape.Files) (tape.Result, error) {
	var b *bank.Bank
	result, err := tape.Play(ctx, t, func(_ string, s tape.Settings) (*headless.Driver, error) {
		q := p.taped(s)
		clock := headless.NewClock(q.settings.start)
		var err error
		if b, err = q.tapeBank(ctx, clock, images); err != nil {
			return nil, err
		}
		return headless.New(app.New(q.config(b, clock)), clock, s.Width, s.Height), nil
	}, to)
	if b != nil {
		err = errors.Join(err, b.Close())
	}
	return result, err
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
	if p.flags.seed == "" {
		q.settings.seed = uint64(max(s.Seed, 0))
	}
	kept := p.flags.data != ""
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
		q.Rand = newChance(q.settings.seed, "play")
	}
	return &q
}

// tapeBank is the bank a tape plays on: a new demonstration bank in memory, or
// the kept one where --data names its folder.
func (p *program) tapeBank(ctx context.Context, clock *headless.Clock, images images) (*bank.Bank, error) {
	opt := bank.Options{Now: clock.Now, Rand: p.Rand, Cost: bank.TapeCost}
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
type images map[founding][]byte

// founding is what a demonstration bank is a function of.
type founding struct {
	seed uint64
	day  calendar.Date
}

// of is the image of the demonstration bank for a seed and the day of now.
func (i images) of(ctx context.Context, seed uint64, now time.Time) ([]byte, error) {
	key := founding{seed, calendar.DateOf(now)}
	if image, ok := i[key]; ok {
		return image, nil
	}
	image, err := bank.Image(ctx, demo.Opening(seed, now), bank.Options{
		Now: key.day.Start, Rand: newChance(seed, "found"), Cost: bank.TapeCost,
	})
	i[key] = image
	return image, err
}
