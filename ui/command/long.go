package command

import (
	"context"
	"fmt"
	"os"
	"sync"
	"time"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/text"
)

// stoppable does long work that a signal stops, and then ends the program as that
// signal does, but tidied up. Another signal ends it at once.
func (p *program) stoppable(ctx context.Context, do func(ctx context.Context) error) error {
	if p.Signals == nil {
		return do(ctx)
	}
	signals, stop := p.Signals()
	defer stop()
	ctx, cancel := context.WithCancel(ctx)
	told, done := make(chan os.Signal, 1), make(chan struct{})
	go func() {
		defer close(done)
		select {
		case s := <-signals:
			told <- s
			stop()
			cancel()
		case <-ctx.Done():
		}
	}()
	err := do(ctx)
	cancel()
	<-done
	if err != nil && len(told) > 0 {
		return quiet(exitOfSignal(<-told))
	}
	return err
}

// meter tells on stderr what long work is at, how far it has come and how long that takes still: on one line of a terminal, in a line
// for each part of the work where nothing can be drawn, and nowhere else.
type meter struct {
	program *program
	on      bool
	drawn   bool
	part    string
	since   time.Time // of the part
	line    string    // that stands there
}

// meter is a meter that has told nothing yet. Whoever asks for it ends it.
func (p *program) meter() *meter {
	_, terminal := terminalOf(p.Err)
	name := p.Env("TERM")
	return &meter{program: p, on: terminal, drawn: !p.settings.plain && name != "" && name != "dumb"}
}

// tell tells that so much of a part is done. Parts follow each other.
func (m *meter) tell(part string, done, total int64) {
	if !m.on {
		return
	}
	now := m.program.Now()
	begins := part != m.part
	if begins {
		m.part, m.since = part, now
	}
	if !m.drawn {
		if begins {
			fmt.Fprintln(m.program.Err, part)
		}
		return
	}
	left := ""
	if d, known := component.TimeToGo(now.Sub(m.since), done, total); known {
		left = text.Clock(d)
	}
	line := m.program.text.Command.Percent(part, int(100*done/max(1, total)), left)
	if line != m.line {
		fmt.Fprint(m.program.Err, wipeLine+line) //nolint:errcheck // it is only told
	}
	m.line = line
}

// wipeLine leads to the beginning of the line, and takes away what stands there.
const wipeLine = "\r\x1b[K"

// end takes the line away.
func (m *meter) end() {
	if m.line != "" {
		fmt.Fprint(m.program.Err, wipeLine) //nolint:errcheck // it is only told
	}
	m.line = ""
}

// long does work on a file of a bank that takes long: it is told how far it has come, and a signal stops it. Work that is stopped, or
// fails, leaves what was there.
func (p *program) long(ctx context.Context, do func(ctx context.Context, told func(bank.Progress)) error) error {
	m := p.meter()
	err := p.stoppable(ctx, func(ctx context.Context) error {
		return do(ctx, func(now bank.Progress) { m.tell(p.text.Command.Verifying(now.Part), now.Done, now.Total) })
	})
	m.end()
	return err
}

// counting tells on stderr how many of several things are done, of which any number is worked on at a time.
func (p *program) counting(what string, of int) (one, end func()) {
	m, done, mu := p.meter(), 0, sync.Mutex{}
	m.on = m.on && of > 1
	m.tell(what, 0, int64(of))
	return func() {
		mu.Lock()
		defer mu.Unlock()
		done++
		m.tell(what, int64(done), int64(of))
	}, m.end
}
