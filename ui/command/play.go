package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"smartbank/certstore/keyring"
	"smartbank/ui/headless"
	"smartbank/ui/tape"
	"smartbank/ui/text"
)

// playFlags are the flags of play.
type playFlags struct {
	check, update, json, step, live, together, pty bool
	junit, font, npki                              string
	speed                                          float64
}

// play is `smartbank play FILE.tape ...`.
func (p *program) play() *cobra.Command {
	words, w := p.text.Command.Play, p.text.Command.Tape
	var f playFlags
	c := &cobra.Command{
		Use: "play FILE.tape ...", Short: words.Short, Long: words.Long,
		ValidArgsFunction: cobra.FixedCompletions([]string{"tape"}, cobra.ShellCompDirectiveFilterFileExt),
		RunE: func(c *cobra.Command, files []string) error {
			if len(files) == 0 {
				return wrong(p.text.Command.NoTape)
			}
			return p.guarded(func() error { return p.playAll(c.Context(), files, f) })
		},
	}
	flags := c.Flags()
	flags.BoolVar(&f.check, "check", false, w.Check)
	flags.StringVar(&f.junit, "junit", "", w.JUnit)
	flags.BoolVar(&f.json, "json", false, w.JSON)
	flags.BoolVar(&f.together, "together", false, w.Together)
	flags.StringVar(&f.npki, "npki", "", p.text.Command.Flag.NPKI)
	flags.BoolVar(&f.update, "update", false, w.Update)
	flags.BoolVar(&f.step, "step", false, w.Step)
	flags.BoolVar(&f.live, "live", false, w.Live)
	flags.BoolVar(&f.pty, "pty", false, w.PTY)
	flags.Float64Var(&f.speed, "speed", 1, w.Speed)
	flags.StringVar(&f.font, "font", "", w.Font)
	return c
}

// playAll reads every tape before it plays the first one, and plays them all even
// if one fails.
func (p *program) playAll(ctx context.Context, files []string, f playFlags) error {
	tapes, err := p.readTapes(files)
	if err != nil {
		return err
	}
	if err := p.agree(f, len(tapes)); err != nil {
		return err
	}
	p.warn(tapes)
	if f.check {
		for _, t := range tapes {
			fmt.Fprintln(p.Out, p.text.Command.Tape.Reads(t.File, len(t.Commands)))
		}
		return nil
	}
	s, err := p.newStage(f)
	if err != nil {
		return err
	}
	defer s.to.Root.Close() //nolint:errcheck // nothing is written through it any more
	if f.live || f.step {
		playing, end, err := s.perform(ctx)
		if err != nil {
			return err
		}
		defer end()
		ctx = playing
	}
	if len(tapes) > 1 {
		defer debug.SetGCPercent(debug.SetGCPercent(gcPercent))
	}
	begun := p.Now()
	play := p.playEach
	if f.together {
		play = p.playTogether
	}
	var results []played
	all := func(ctx context.Context) error {
		results = play(ctx, s, tapes)
		return ctx.Err()
	}
	if f.live || f.step {
		_ = all(ctx) // a signal that ended it is told below
	} else if err := p.stoppable(ctx, all); err != nil {
		return err
	}
	s.restore()
	if signal := s.ended.Load(); signal != nil {
		return quiet(exitOfSignal(*signal))
	}
	if err := p.report(results, f, p.Now().Sub(begun)); err != nil {
		return err
	}
	return verdict(results)
}

// warn tells what tapes have that was hardly meant so, once for each.
func (p *program) warn(tapes []*tape.Tape) {
	told := make(map[*tape.Tape]bool)
	for _, t := range tapes {
		for _, w := range t.Warnings() {
			if !told[t] {
				fmt.Fprintln(p.Err, "smartbank: "+w.Error())
			}
		}
		told[t] = true
	}
}

// agree refuses flags that do not go together, or not with so many tapes.
func (p *program) agree(f playFlags, tapes int) error {
	w := p.text.Command.Tape
	switch {
	case f.pty && (f.npki != "" || p.flags.keyring != "" && p.flags.keyring != keyring.WhereMemory):
		return wrong(w.OwnKeys)
	case (f.live || f.step) && tapes > 1:
		return wrong(w.OneTape)
	}
	return nil
}

// verdict is the error of all tapes together: the first that was not about what a
// tape expects, as its words are still to be told.
func verdict(results []played) error {
	for _, r := range results {
		if r.err != nil && !r.unmet() {
			return r.err
		}
	}
	if slices.ContainsFunc(results, played.unmet) {
		return quiet(exitFailed)
	}
	return nil
}

// gcPercent is how much memory may grow between two garbage collections while
// many tapes play: each is short, and leaves nothing behind.
const gcPercent = 400

// readTapes reads all tapes: none is played if one is wrong.
func (p *program) readTapes(files []string) ([]*tape.Tape, error) {
	tapes := make([]*tape.Tape, len(files))
	read := make(map[string]*tape.Tape)
	for i, file := range files {
		t, err := read[file], error(nil)
		if t == nil {
			t, err = p.readTape(file)
		}
		if err != nil {
			return nil, err
		}
		tapes[i], read[file] = t, t
	}
	return tapes, nil
}

// played is what became of a tape.
type played struct {
	tape   *tape.Tape
	result tape.Result
	lasted time.Duration // by the machine's clock
	err    error
}

// unmet tells whether the program did not do what the tape expects.
func (r played) unmet() bool {
	_, unmet := errors.AsType[*tape.ExpectError](r.err)
	return unmet
}

// playEach plays tapes several at a time, as they share nothing; on a kept bank
// and on the terminal one after another.
func (p *program) playEach(ctx context.Context, s *stage, tapes []*tape.Tape) []played {
	results := make([]played, len(tapes))
	next := make(chan int)
	one, end := p.counting(p.text.Command.Tape.Playing, len(tapes))
	defer end()
	var workers sync.WaitGroup
	// A bank waits now and then for its writer, so that more tapes than processors keep these busy.
	for range min(s.workers(), len(tapes)) {
		workers.Go(func() {
			for i := range next {
				begun := p.Now()
				r := played{tape: tapes[i]}
				r.err = p.guarded(func() (err error) {
					r.result, err = s.play(ctx, tapes[i])
					return err
				})
				r.lasted = p.Now().Sub(begun)
				results[i] = r
				one()
			}
		})
	}
	for i := range tapes {
		next <- i
	}
	close(next)
	workers.Wait()
	return results
}

// workers is how many tapes are played at a time.
func (s *stage) workers() int {
	if s.program.flags.data != "" || s.flags.live || s.flags.step {
		return 1
	}
	return 2 * runtime.GOMAXPROCS(0)
}

// inFolder is the path of a file that the customer names.
func (p *program) inFolder(file string) string {
	if filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(p.Dir, file)
}

// maxTape is how much of a tape is read: what is longer is refused by the parser.
const maxTape = 2 << 20

// readTape reads a tape. Tapes that it sources are read from its own folder, and
// from nowhere else.
func (p *program) readTape(file string) (*tape.Tape, error) {
	path := p.inFolder(file)
	content, err := readStart(path, maxTape)
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

// readStart reads the first bytes of a file, of which there may be no end.
func readStart(path string, most int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(io.LimitReader(file, most))
	return content, errors.Join(err, file.Close())
}

// readFont reads the font of --font, nil if there is none.
func (p *program) readFont(file string) (*headless.Font, error) {
	if file == "" {
		return nil, nil //nolint:nilnil // no font is the built-in one
	}
	data, err := readStart(p.inFolder(file), 64<<20)
	if err != nil {
		return nil, wrong(p.text.Command.Tape.BadFont(file, err))
	}
	font, err := headless.ParseFont(data)
	if err != nil {
		return nil, wrong(p.text.Command.Tape.BadFont(file, err))
	}
	return font, nil
}
