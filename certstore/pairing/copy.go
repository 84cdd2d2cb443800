package pairing

import (
	"context"
	"errors"
	"io"
	"time"
)

// Offer is what the receiver is shown before anything is stored.
type Offer struct {
	Owner, Issuer, Serial string
	SHA256                string // fingerprint of the certificate, 64 hexadecimal digits
	NotAfter              time.Time
}

// Payload is what is copied. The keys are encrypted under the certificate's own
// password: who breaks the channel still has no usable key.
type Payload struct {
	Cert, Key                 []byte
	ExchangeCert, ExchangeKey []byte // nil where there are none
}

// Completion is what both sides show at the end.
type Completion struct {
	At     time.Time
	SHA256 string
}

// Stage is how far a copy is.
type Stage int

// The stages, in order.
const (
	Waiting   Stage = iota // for the other side to come, while the number is shown
	Agreeing               // on a key
	Deciding               // the receiver's customer looks at the offer
	Copying                // certificate and key are on their way, or being stored
	Completed              // stored at the receiver, and both know
)

// Status is what a screen shows of a copy.
type Status struct {
	Stage      Stage
	Check      string // the same on both screens, once there is a key
	Peer       Party
	Offer      Offer
	Completion Completion
	Until      time.Time
}

// Setup is what either side of a copy needs.
type Setup struct {
	Relay     Relay
	Direction Direction
	Self      Party
	Rand      io.Reader
}

// side is what both ends have in common: a place in the conversation. Messages
// that were sent are kept until they are known to be posted, so that a fault of the relay can be tried again.
type side struct {
	Setup

	box          Mailbox
	is           Side
	posted, read int
	unsent       [][]byte
	shower       *Shower // of the two that agree, the one that this side is; the other is nil
	typer        *Typer
	channel      *Channel
	status       Status
	ended        error
}

// step posts what waits to be posted, reads the next message and gives it to
// take, until there is none. Errors that end the copy burn the number.
func (s *side) step(ctx context.Context, take func(message []byte) error) (Status, error) {
	for s.ended == nil && s.status.Stage != Completed {
		if err := s.flush(ctx); err != nil {
			return s.status, s.lost(err)
		}
		message, found, err := s.Relay.Read(ctx, s.box.ID, s.is.other(), s.read)
		if err != nil {
			return s.status, s.lost(err)
		}
		if !found {
			break
		}
		s.read++
		if err := take(message); err != nil {
			return s.status, s.burn(ctx, err)
		}
	}
	if s.ended != nil {
		return s.status, s.ended
	}
	return s.status, s.lost(s.flush(ctx))
}

// say is the next message, to be posted by the next step.
func (s *side) say(message []byte) { s.unsent = append(s.unsent, message) }

// flush posts what was said.
func (s *side) flush(ctx context.Context) error {
	for len(s.unsent) > 0 {
		if err := s.Relay.Post(ctx, s.box.ID, s.is, s.posted, s.unsent[0]); err != nil {
			return err
		}
		s.unsent = s.unsent[1:]
		s.posted++
	}
	return nil
}

// lost remembers that the number is burnt; a fault of the relay is passed on.
func (s *side) lost(err error) error {
	if _, burnt := errors.AsType[*BurntError](err); burnt && s.ended == nil {
		s.ended = err
	}
	return err
}

// burn ends the copy for a reason of this side.
func (s *side) burn(ctx context.Context, cause error) error {
	why := Broken
	switch {
	case errors.Is(cause, ErrWrongNumber):
		why = WrongNumber
	case errors.Is(cause, ErrItself):
		why = Itself
	case errors.Is(cause, ErrSameWay):
		why = SameWay
	case errors.Is(cause, errNotStored):
		why = NotStored
	}
	s.ended = errors.Join(&BurntError{Reason: why, By: s.is}, cause)
	return errors.Join(s.ended, s.Relay.Burn(ctx, s.box.ID, s.is, why))
}

// errNotStored marks what the receiver's store answered.
var errNotStored = errors.New("the certificate was not stored")

// cancel ends the copy because the customer wants it to end.
func (s *side) cancel(ctx context.Context) error {
	if s.shower != nil {
		clear(s.shower.Secret())
	}
	if over := s.ended != nil || s.status.Stage == Completed; over {
		return nil
	}
	s.ended = &BurntError{Reason: Cancelled, By: s.is}
	return s.Relay.Burn(ctx, s.box.ID, s.is, Cancelled)
}
