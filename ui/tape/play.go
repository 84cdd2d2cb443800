package tape

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/headless"
)

// quiet is how long after a Wait the next key is pressed: longer than a dialog
// that appeared by itself lets keys pass.
const quiet = 400 * time.Millisecond

// Files is where screenshots and outputs go.
type Files interface {
	// WriteFile writes a whole file. The name is a slash-separated path inside the
	// working folder; its folders are made if they are missing.
	WriteFile(name string, data []byte) error
}

// Memory keeps files by their names, for tests.
type Memory map[string][]byte

// WriteFile implements [Files].
func (m Memory) WriteFile(name string, data []byte) error {
	m[name] = slices.Clone(data)
	return nil
}

// Folder keeps files in a folder, and cannot leave it.
type Folder struct{ Root *os.Root }

// WriteFile implements [Files].
func (f Folder) WriteFile(name string, data []byte) error {
	if dir := path.Dir(name); dir != "." {
		if err := f.Root.MkdirAll(dir, 0o750); err != nil {
			return err
		}
	}
	return f.Root.WriteFile(name, data, 0o600)
}

// Result is what a tape came to.
type Result struct {
	// Screen is the text of the last screen.
	Screen string
	// Clock is the time on the tape's clock at the end.
	Clock time.Time
	// Took is how much time passed on the tape's clock.
	Took time.Duration
	// Commands is how many commands were played.
	Commands int
	// Quit tells whether the program ended itself.
	Quit bool
	// NotMade are the outputs that VHS would make and this program does not: films
	// that need an encoder.
	NotMade []string
}

// Start starts one of [Programs] with the tape's settings. All programs of a tape
// are on one clock.
type Start func(program string, s Settings) (*headless.Driver, error)

// Stage is what a tape is played on.
type Stage struct {
	// Start starts its programs.
	Start Start
	// Files gets the screenshots at once and the outputs at the end, also of a tape
	// that failed.
	Files Files
	// Update gets the screens that the tape expects to be those of files; nil
	// compares them.
	Update Files
	// Env is where variables come from that a tape types; it may be nil.
	Env func(name string) string
	// Picture, if not nil, changes how screens are drawn.
	Picture func(*headless.Picture)
	// Before is called before every command, if not nil; its error ends the tape.
	Before func(Command, headless.Frame) error
	// After is called after every command with the driver of the program in focus, if
	// not nil; its error ends the tape.
	After func(Command, *headless.Driver) error
	// Watch is told what the screen shows after every key and timer, if not nil; its
	// error ends the tape.
	Watch func(f headless.Frame, at time.Time) error
}

// Play plays a tape. The error is an [*ExpectError] where the program did not do
// what the tape expects; ctx's where that ended first; else the stage's, the
// driver's or that of writing a file.
func Play(ctx context.Context, t *Tape, on Stage) (Result, error) {
	p, err := newPlayer(ctx, t, on)
	if err != nil {
		return Result{}, err
	}
	begun := p.driver.Now()
	err = p.play(t.Commands)
	return p.result(begun), errors.Join(err, p.write())
}

// newPlayer is a player with the tape's program started.
func newPlayer(ctx context.Context, t *Tape, on Stage) (*player, error) {
	p := &player{
		Stage: on, ctx: ctx, settings: t.settings, moving: on.Watch != nil,
		programs: make(map[string]*headless.Driver), outputs: make(map[string]output),
	}
	if on.Picture != nil {
		on.Picture(&p.settings.Picture)
	}
	return p, p.focus(t.settings.Program)
}

// result is what the tape has come to.
func (p *player) result(begun time.Time) Result {
	return Result{
		Screen:   p.driver.Text(),
		Clock:    p.driver.Now(),
		Took:     p.driver.Now().Sub(begun),
		Commands: p.played,
		Quit:     p.driver.Quit(),
		NotMade:  p.notMade,
	}
}

// player plays the commands of a tape.
type player struct {
	Stage

	ctx      context.Context //nolint:containedctx // a player lives as long as one call of Play
	programs map[string]*headless.Driver
	driver   *headless.Driver // of the program in focus
	settings Settings
	outputs  map[string]output
	moving   bool // an output wants every change
	notMade  []string
	hidden   bool
	started  bool
	played   int
	waited   time.Time // before it, no key is pressed
	keys     []string  // the last ones pressed
	secret   bool      // what is being typed is not told
	with     together
}

// focus turns to a program, which starts the first time.
func (p *player) focus(program string) error {
	if p.programs[program] == nil {
		driver, err := p.Start(program, p.settings)
		if err != nil {
			return fmt.Errorf("start the program: %w", err)
		}
		p.programs[program] = driver
	}
	p.driver = p.programs[program]
	return nil
}

// play plays commands until one fails.
func (p *player) play(commands []Command) error {
	for _, c := range commands {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		if p.Before != nil {
			if err := p.Before(c, p.driver.Frame()); err != nil {
				return err
			}
		}
		p.started = p.started || starts(c)
		if err := c.play(p); err != nil {
			return err
		}
		if err := p.driver.Err(); err != nil {
			return p.unmet(c, err.Error())
		}
		p.played++
		if p.After != nil {
			if err := p.After(c, p.driver); err != nil {
				return err
			}
		}
		if err := p.record(true); err != nil {
			return fmt.Errorf("%v: record the output: %w", c.At(), err)
		}
	}
	return nil
}

// record tells the outputs what the screen shows: all of them after a command,
// the moving ones also in between.
func (p *player) record(whole bool) error {
	if !p.started || p.hidden || !whole && !p.moving {
		return nil
	}
	if p.Watch != nil {
		if err := p.Watch(p.driver.Frame(), p.driver.Now()); err != nil {
			return err
		}
	}
	for _, r := range p.outputs {
		if !whole && !r.moving {
			continue
		}
		if err := r.frame(p.driver.Frame(), p.driver.Now()); err != nil {
			return err
		}
	}
	return nil
}

// write writes the outputs.
func (p *player) write() error {
	for _, name := range slices.Sorted(maps.Keys(p.outputs)) {
		made, err := p.outputs[name].files()
		for _, part := range slices.Sorted(maps.Keys(made)) {
			if err == nil {
				err = p.Files.WriteFile(name+part, made[part])
			}
		}
		if err != nil {
			return &FileError{Name: name, Err: err}
		}
	}
	return nil
}

// advance lets time pass, in steps between which the context may end it.
func (p *player) advance(d time.Duration) error {
	until := p.driver.Now().Add(d)
	for p.moving && d > 0 && p.driver.Step(until.Sub(p.driver.Now())) {
		if err := errors.Join(p.ctx.Err(), p.record(false)); err != nil {
			return err
		}
	}
	for d = until.Sub(p.driver.Now()); d > 0; d -= time.Hour {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		p.driver.Advance(min(d, time.Hour))
	}
	return nil
}

// keysKept is how many of the last keys an error tells.
const keysKept = 10

// pressed notes a key for the error of a later command.
func (p *player) pressed(key tea.KeyPressMsg) {
	name := key.Keystroke()
	if p.secret {
		name = "•"
	}
	p.keys = append(p.keys[max(len(p.keys)+1-keysKept, 0):], name)
}

// input does something to the program that a customer would, once the quiet
// time after a Wait is over.
func (p *player) input(c Command, do func(*headless.Driver)) error {
	if err := p.advance(p.waited.Sub(p.driver.Now())); err != nil {
		return err
	}
	if err := p.running(c); err != nil {
		return err
	}
	do(p.driver)
	return p.record(false)
}

// running is the error of a command that comes when the program has ended.
func (p *player) running(c Command) error {
	switch {
	case p.driver.Err() != nil:
		return p.unmet(c, p.driver.Err().Error())
	case p.driver.Quit():
		return p.unmet(c, "the program has ended")
	default:
		return nil
	}
}

// unmet is the error of a command whose expectation was not met.
func (p *player) unmet(c Command, why string) *ExpectError {
	f, place := p.driver.Frame(), c.At()
	return &ExpectError{
		File: place.File, Line: place.Line, Column: place.Column,
		Want: c.String(), Why: why,
		Screen: f.Text(), Width: f.W, Clock: p.driver.Now(), Keys: slices.Clone(p.keys),
	}
}
