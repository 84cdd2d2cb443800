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
	// Frame is the last screen.
	Frame headless.Frame
	// Clock is the time on the tape's clock at the end.
	Clock time.Time
	// Commands is how many commands were played.
	Commands int
	// Quit tells whether the program ended itself.
	Quit bool
}

// Play plays a tape: start starts the program with the tape's settings, and files
// gets the screenshots at once and the outputs at the end, also of a tape that
// failed. The error is an [*ExpectError] where the program did not do what the
// tape expects; ctx's where that ended first; else start's, the driver's or
// that of writing a file.
func Play(ctx context.Context, t *Tape, start func(Settings) (*headless.Driver, error), files Files) (Result, error) {
	driver, err := start(t.settings)
	if err != nil {
		return Result{}, fmt.Errorf("start the program: %w", err)
	}
	p := &player{
		ctx: ctx, driver: driver, settings: t.settings, files: files, outputs: make(map[string]recording),
	}
	err = p.play(t.Commands)
	return Result{
		Frame:    driver.Frame(),
		Clock:    driver.Now(),
		Commands: p.played,
		Quit:     driver.Quit(),
	}, errors.Join(err, p.write())
}

// player plays the commands of a tape.
type player struct {
	ctx      context.Context //nolint:containedctx // a player lives as long as one call of Play
	driver   *headless.Driver
	settings Settings
	files    Files
	outputs  map[string]recording
	hidden   bool
	started  bool
	played   int
	waited   time.Time // before it, no key is pressed
}

// play plays commands until one fails.
func (p *player) play(commands []Command) error {
	for _, c := range commands {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		if err := c.play(p); err != nil {
			return err
		}
		if err := p.driver.Err(); err != nil {
			return p.unmet(c, err.Error())
		}
		p.played++
		p.started = p.started || starts(c)
		if !p.started || p.hidden {
			continue
		}
		for _, r := range p.outputs {
			if err := r.frame(p.driver.Frame(), p.driver.Now()); err != nil {
				return fmt.Errorf("%v: record the output: %w", c.At(), err)
			}
		}
	}
	return nil
}

// write writes the outputs.
func (p *player) write() error {
	for _, name := range slices.Sorted(maps.Keys(p.outputs)) {
		data, err := p.outputs[name].bytes()
		if err == nil {
			err = p.files.WriteFile(name, data)
		}
		if err != nil {
			return fmt.Errorf("write the output %s: %w", name, err)
		}
	}
	return nil
}

// advance lets time pass, in steps between which the context may end it.
func (p *player) advance(d time.Duration) error {
	for ; d > 0; d -= time.Hour {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		p.driver.Advance(min(d, time.Hour))
	}
	return nil
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
	return nil
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
func (p *player) unmet(c Command, why string) error {
	f, at := p.driver.Frame(), c.At()
	return &ExpectError{
		File: at.File, Line: at.Line, Column: at.Column,
		Want: c.String(), Why: why,
		Screen: f.Text(), Width: f.W, Clock: p.driver.Now(),
	}
}
