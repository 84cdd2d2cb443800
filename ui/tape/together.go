package tape

import (
	"context"
	"errors"
	"iter"
	"time"

	"smartbank/ui/headless"
)

// ensemble is what tapes share that are played together.
type ensemble struct {
	clipboard string
	stuck     bool // nothing is under way in any program
}

// together is a player's part in an ensemble.
type together struct {
	*ensemble

	yield func(struct{}) bool // lets the others go on; nil for a tape by itself
	until time.Time           // when the Wait or Sleep ends that it is at
	rests bool                // it is a Sleep
}

// PlayTogether plays tapes at the same time, each on a program of its own, whose
// clock and clipboard are the same: while one waits or sleeps, the others go on, and when all do, time passes. They take turns in the order they are
// given, so that they are played the same way every time. There is a result for each tape; the error is the first that came, and ends them
// all.
func PlayTogether(ctx context.Context, tapes []*Tape, stages []Stage) ([]Result, error) {
	e := &ensemble{}
	parts := make([]*part, len(tapes))
	for i, t := range tapes {
		parts[i] = &part{}
		p, err := newPlayer(ctx, t, stages[i])
		if err != nil {
			return nil, errors.Join(err, stop(parts))
		}
		p.with.ensemble = e
		parts[i].begin(p, t)
	}
	err := e.play(parts)
	err = errors.Join(err, stop(parts))
	results := make([]Result, len(parts))
	for i, p := range parts {
		results[i] = p.player.result(p.begun)
	}
	return results, err
}

// part is one tape of several that are played together.
type part struct {
	player *player
	begun  time.Time
	next   func() (struct{}, bool)
	stop   func()
	done   bool
	err    error
}

// begin makes a coroutine of the player, which runs when it is its turn.
func (p *part) begin(player *player, t *Tape) {
	p.player, p.begun = player, player.driver.Now()
	p.next, p.stop = iter.Pull(func(yield func(struct{}) bool) {
		player.with.yield = yield
		player.driver.SetClipboard(player.with.clipboard)
		p.err = player.play(t.Commands)
	})
}

// play gives each its turn until all are done, or one fails.
func (e *ensemble) play(parts []*part) error {
	for {
		moved, left := false, false
		for _, p := range parts {
			if p.done {
				continue
			}
			before := p.player.played
			_, waits := p.next()
			p.done = !waits
			if p.err != nil {
				return p.err
			}
			moved = moved || p.done || p.player.played > before
			left = left || !p.done
		}
		switch {
		case !left:
			return nil
		case !moved:
			if err := e.pass(parts); err != nil {
				return err
			}
		}
	}
}

// pass lets time pass to the next timer of any program, and no further than the first
// Wait ends.
func (e *ensemble) pass(parts []*part) error {
	var driver *headless.Driver
	var until time.Time
	pending := false
	for _, p := range parts {
		if p.done {
			continue
		}
		pending = pending || p.player.with.rests || p.player.driver.Pending()
		if driver == nil || p.player.with.until.Before(until) {
			driver, until = p.player.driver, p.player.with.until
		}
	}
	if !pending {
		e.stuck = true // each that waits says so
		return nil
	}
	if left := until.Sub(driver.Now()); !driver.Step(left) {
		driver.Advance(left)
	}
	for _, p := range parts {
		if err := p.player.record(false); err != nil {
			return err
		}
	}
	return nil
}

// stop ends the players, and writes their outputs.
func stop(parts []*part) error {
	var errs []error
	for _, p := range parts {
		if p != nil && p.stop != nil {
			p.stop()
			errs = append(errs, p.player.write())
		}
	}
	return errors.Join(errs...)
}

// rest sleeps, while the others go on.
func (p *player) rest(d time.Duration) error {
	until := p.driver.Now().Add(d)
	p.with.rests = true
	for p.driver.Now().Before(until) && p.turn(until) {
	}
	p.with.rests = false
	return p.ctx.Err()
}

// turn lets the others go on while this one waits. It tells whether the tape goes on
// afterwards.
func (p *player) turn(until time.Time) bool {
	p.with.until = until
	p.with.clipboard = p.driver.Clipboard()
	goesOn := p.with.yield(struct{}{})
	p.driver.SetClipboard(p.with.clipboard)
	return goesOn
}
