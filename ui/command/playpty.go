package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/conductor"
	"smartbank/ui/headless"
	"smartbank/ui/tape"
	"smartbank/ui/terminal"
)

// patience is how long the program on the terminal may take for a key or a screen,
// in real time: far longer than it does.
const patience = 30 * time.Second

// beside is this program, started anew on a pseudo-terminal beside the one that a
// tape plays without: its bank is in a file, its keys come from the terminal, and only its clock is the tape's. It
// implements [headless.Follower].
type beside struct {
	ctx       context.Context  //nolint:containedctx // it lives as long as one play
	driver    *headless.Driver // that it follows
	terminal  *terminal.Terminal
	conductor *conductor.Conductor
	pipes     []*os.File
	ended     bool
}

// start starts the program with the pipes of its conductor.
func (o *beside) start(cmd *exec.Cmd, w, h int) error {
	var ends [4]*os.File
	var err error
	if ends[0], ends[1], err = os.Pipe(); err != nil {
		return err
	}
	if ends[2], ends[3], err = os.Pipe(); err != nil {
		return errors.Join(err, ends[0].Close(), ends[1].Close())
	}
	cmd.ExtraFiles = []*os.File{ends[0], ends[3]}
	o.pipes = []*os.File{ends[1], ends[2]}
	o.conductor = conductor.New(ends[1], ends[2])
	o.terminal, err = terminal.Start(cmd, w, h)
	return errors.Join(err, ends[0].Close(), ends[3].Close())
}

// close ends the program.
func (o *beside) close() error {
	var err error
	if o.terminal != nil {
		err = o.terminal.Close()
	}
	for _, pipe := range o.pipes {
		err = errors.Join(err, pipe.Close())
	}
	return err
}

// begins waits until the terminal shows the first screen: a key that comes before
// the program reads keys is the terminal's own. From then on the program follows the driver.
func (o *beside) begins(d *headless.Driver) error {
	o.driver = d
	if wanted, shown, same := o.shows(d.Frame()); !same {
		return fmt.Errorf("play on a terminal: the first screen is another one:\n%s", wanted.Diff(shown))
	}
	d.Follow(o)
	return nil
}

// shows waits until the terminal shows a frame. It tells whether it does, and what
// can be seen of both.
func (o *beside) shows(f headless.Frame) (wanted, shown headless.Frame, same bool) {
	impatient, done := context.WithTimeout(o.ctx, patience)
	defer done()
	wanted = f.Seen()
	same = o.terminal.Until(impatient, func(f headless.Frame) bool {
		shown = f.Seen()
		return wanted.Equal(shown)
	})
	return wanted, shown, same
}

// Key implements [headless.Follower].
func (o *beside) Key(key tea.KeyPressMsg) error {
	return o.told(func() error {
		return errors.Join(o.terminal.Press(key), o.conductor.Input())
	})
}

// Paste implements [headless.Follower].
func (o *beside) Paste(text string) error {
	return o.told(func() error {
		return errors.Join(o.terminal.Paste(text), o.conductor.Input())
	})
}

// Fire implements [headless.Follower].
func (o *beside) Fire(due time.Time) error {
	return o.told(func() error { return o.conductor.Fire(due) })
}

// Move implements [headless.Follower].
func (o *beside) Move(to time.Time) error {
	return o.told(func() error { return o.conductor.Move(to) })
}

// told tells the program something. That it ends is no error here: whether it
// should have is found when the screens are compared.
func (o *beside) told(what func() error) error {
	if o.ended {
		return nil
	}
	impatient, done := context.WithTimeout(o.ctx, patience)
	defer done()
	stop := context.AfterFunc(impatient, func() {
		for _, pipe := range o.pipes {
			pipe.Close() //nolint:errcheck,gosec // it is closed to end the wait
		}
	})
	defer stop()
	err := what()
	if errors.Is(err, conductor.ErrEnded) {
		o.ended = true
		err = nil
	}
	if impatient.Err() != nil {
		return fmt.Errorf("the program on the terminal did not answer in %v", patience)
	}
	return err
}

// same is nil if the terminal shows after a command what the play without one does.
func (o *beside) same(c tape.Command) error {
	at, d := c.At(), o.driver
	unlike := &tape.ExpectError{File: at.File, Line: at.Line, Column: at.Column, Want: c.String(), Clock: d.Now()}
	unlike.Width, _ = d.Size()
	if d.Quit() {
		impatient, done := context.WithTimeout(o.ctx, patience)
		defer done()
		err := o.terminal.Wait(impatient)
		if err == nil {
			return nil
		}
		unlike.Why = fmt.Sprintf("the program ends, but on the terminal: %v", err)
		unlike.Screen = o.terminal.Frame().Text()
		return unlike
	}
	wanted, shown, same := o.shows(d.Frame())
	if same {
		return nil
	}
	unlike.Why = "the terminal shows something else than the play without one"
	unlike.Wanted, unlike.Screen = wanted.Text(), shown.Text()
	if unlike.Wanted == unlike.Screen {
		unlike.Why += ":\n" + wanted.Diff(shown)
	}
	return unlike
}
