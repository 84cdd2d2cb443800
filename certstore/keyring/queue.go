package keyring

import (
	"context"
	"fmt"
)

// errTimeout is what a call gets that did not come back in time, or had to wait too long for its turn.
var errTimeout = fmt.Errorf("no answer within %v", Limit)

// mostBehind is how many reads may be left behind before no other is begun: each holds a goroutine for as long as the system does not answer.
const mostBehind = 4

// queue makes calls one at a time and leaves those behind that do not come back.
type queue struct {
	turn   chan struct{} // held by the call that is being made
	writes chan struct{} // held by a write until it has come back, be it left behind or not
	behind chan struct{} // one for each read that may be left behind
}

func newQueue() *queue {
	return &queue{make(chan struct{}, 1), make(chan struct{}, 1), make(chan struct{}, mostBehind)}
}

// read makes a call that changes nothing: one that was left behind does no harm to later ones.
func (q *queue) read(ctx context.Context, call func() error) error {
	return q.run(ctx, q.behind, call)
}

// write makes a call that changes something, once every earlier one has come back.
func (q *queue) write(ctx context.Context, call func() error) error {
	return q.run(ctx, q.writes, call)
}

// run waits for its turn and for a place among its kind, and then for the call, all within Limit. The place is kept until the call
// has come back; the turn only while it is waited for. It returns errTimeout, the context's error, or the call's.
func (q *queue) run(ctx context.Context, places chan struct{}, call func() error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	limited, cancel := context.WithTimeoutCause(ctx, Limit, errTimeout)
	defer cancel()
	select {
	case places <- struct{}{}:
	case <-limited.Done():
		return context.Cause(limited)
	}
	select {
	case q.turn <- struct{}{}:
	case <-limited.Done():
		<-places
		return context.Cause(limited)
	}
	defer func() { <-q.turn }()
	done := make(chan error, 1)
	go func() {
		defer func() { <-places }()
		done <- call()
	}()
	select {
	case err := <-done:
		return err
	case <-limited.Done():
		return context.Cause(limited)
	}
}
