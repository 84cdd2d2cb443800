// Package copying is one copy of a certificate between two devices as a screen
// shows it: the number and its time, the check, what is offered, and how it ended. The phone and the PC have the same pages, whichever of them
// sends the certificate, and whichever shows the number.
package copying

import (
	"context"
	"errors"
	"sync"

	"smartbank/bank"
	"smartbank/certstore/pairing"
	"smartbank/ui/text"
)

// end is this device's end of a copy: [*pairing.Outgoing] or [*pairing.Incoming].
type end interface {
	Step(ctx context.Context) (pairing.Status, error)
	Cancel(ctx context.Context) error
	Number() []byte
	Shows() bool
}

// conversation is an end that one call at a time uses: a look at what the other
// device says, and what the customer does meanwhile.
type conversation struct {
	mu sync.Mutex
	end
}

// began is a conversation that was begun, with the number to show.
type began struct {
	with   *conversation
	number []byte // nil where it was typed here
	status pairing.Status
}

// newConversation takes the first look.
func newConversation(ctx context.Context, e end) (began, error) {
	number := e.Number()
	status, err := e.Step(ctx)
	if err != nil && !burnt(err) {
		err = nil // a fault of the relay: it is tried again
	}
	return began{&conversation{end: e}, number, status}, err
}

// looked is what became of a conversation.
type looked struct {
	with   *conversation
	status pairing.Status
	came   bool // what was accepted has come
}

// look takes a look.
func (c *conversation) look(ctx context.Context) (looked, error) {
	return c.do(func() (pairing.Status, error) { return c.Step(ctx) })
}

// do does something with the conversation.
func (c *conversation) do(f func() (pairing.Status, error)) (looked, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	status, err := f()
	in, ok := c.end.(*pairing.Incoming)
	return looked{c, status, ok && in.Payload() != nil}, err
}

// cancel ends it on both sides. What cannot be told now ends by its time.
func (c *conversation) cancel(ctx context.Context) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.Cancel(ctx)
}

// burnt reports whether an error has ended a copy.
func burnt(err error) bool {
	_, is := errors.AsType[*pairing.BurntError](err)
	return is
}

// explain says what an error means. What this device itself ended a copy for has the
// words that the bank has for the other one.
func explain(c *text.Catalog, err error) text.Message {
	b, is := errors.AsType[*pairing.BurntError](err)
	if _, told := errors.AsType[*bank.RefusedError](err); !is || told {
		switch m := c.Explain(err); {
		case m != c.Frame.Fault && m != c.Frame.Unknown:
			return m
		case errors.Is(err, context.Canceled):
			return c.Copying.Cancelled
		default:
			return c.Copying.Fault
		}
	}
	return c.Explain(&bank.RefusedError{Code: code(b.Reason), Reason: string(b.Reason), At: b.Until, Max: tooMany})
}

// tooMany is how many burnt numbers an hour are the last.
const tooMany = 3

func code(r pairing.Reason) bank.Code {
	switch r {
	case pairing.Unknown:
		return bank.CodeNoNumber
	case pairing.TooMany:
		return bank.CodeNumbersBurnt
	default:
		return bank.CodeNumberBurnt
	}
}
