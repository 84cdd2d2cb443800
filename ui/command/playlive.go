package command

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/headless"
	"smartbank/ui/tape"
)

// perform makes the stage one that is watched: in real time on this terminal, or
// step by step. A signal ends the context that it returns; end is called once all is over.
func (s *stage) perform(ctx context.Context) (playing context.Context, end func(), err error) {
	p := s.program
	if s.flags.live && !p.draws() {
		return nil, nil, wrong(p.text.Command.NoTerminal)
	}
	if s.flags.speed <= 0 {
		return nil, nil, wrong(p.text.Command.BadValue("--speed", fmt.Sprint(s.flags.speed), "0.1, 1, 10"))
	}
	playing, cancel := context.WithCancel(ctx)
	end = cancel
	if s.flags.live {
		signals, stop := p.Signals()
		go func() {
			select {
			case signal := <-signals:
				s.ended.Store(&signal)
				cancel()
			case <-playing.Done():
			}
		}()
		end = func() { cancel(); stop() }
		s.watch = s.show(playing)
	}
	if s.flags.step {
		s.before = s.ask(playing, bufio.NewReader(p.In))
	}
	return playing, end, nil
}

// The terminal's other screen, on which a tape is shown, so that what was there
// before comes back (xterm's private modes 1049 and 25).
const enter, leave = "\x1b[?1049h", "\x1b[0m\x1b[?1049l\x1b[?25h"

// restore gives the terminal back, if it showed the tape.
func (s *stage) restore() {
	if s.drawn {
		io.WriteString(s.program.Out, leave) //nolint:errcheck,gosec // there is nobody left to tell
	}
}

// ask shows the screen and the command that comes, and waits for Enter.
func (s *stage) ask(ctx context.Context, in *bufio.Reader) func(tape.Command, headless.Frame) error {
	p := s.program
	return func(c tape.Command, f headless.Frame) error {
		if !s.flags.live {
			fmt.Fprintln(p.Out, f.Text())
		}
		fmt.Fprintf(p.Out, "\x1b[0m%v: %v   [%s] ", c.At(), c, p.text.Command.Tape.Next)
		if _, err := in.ReadString('\n'); err != nil {
			return err
		}
		return ctx.Err()
	}
}

// show draws frames on the terminal, each when its time has come.
func (s *stage) show(ctx context.Context) func(headless.Frame, time.Time) error {
	var shown *headless.Frame
	var last time.Time
	return func(f headless.Frame, at time.Time) error {
		if shown != nil {
			if err := s.program.rest(ctx, time.Duration(float64(at.Sub(last))/s.flags.speed)); err != nil {
				return err
			}
		}
		last = at
		if shown != nil && shown.Equal(f) {
			return nil
		}
		start := ""
		if !s.drawn {
			start, s.drawn = enter, true
		}
		_, err := io.WriteString(s.program.Out, start+f.ANSI(shown))
		shown = &f
		return err
	}
}

// rest waits in real time.
func (p *program) rest(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	done := make(chan struct{})
	go func() {
		p.Later(d, func() tea.Msg { return nil })()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
