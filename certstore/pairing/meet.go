package pairing

import (
	"context"
	"fmt"
)

// show begins a copy at the side that shows the number, with a new mailbox.
func show(ctx context.Context, s Setup, is Side) (side, error) {
	box, err := s.Relay.Open(ctx)
	if err != nil {
		return side{}, err
	}
	shower, err := NewShower(s.Direction, is, s.Self, box.ID, s.Rand)
	if err != nil {
		return side{}, err
	}
	begun := side{Setup: s, box: box, is: is, shower: shower, status: Status{Until: box.Until}}
	begun.say(shower.Hello())
	return begun, nil
}

// join begins a copy at the side where the number is typed, with the mailbox that
// the number names. The number is wiped.
func join(ctx context.Context, s Setup, is Side, number []byte) (side, error) {
	plate, secret, ok := SplitNumber(number)
	clear(number)
	if !ok {
		return side{}, &BurntError{Reason: Unknown}
	}
	defer clear(secret)
	box, err := s.Relay.Claim(ctx, plate)
	if err != nil {
		return side{}, err
	}
	begun := side{Setup: s, box: box, is: is, read: 1, status: Status{Stage: Agreeing, Until: box.Until}}
	hello, err := begun.hello(ctx)
	if err != nil {
		return side{}, begun.burn(ctx, err)
	}
	var answer []byte
	if begun.typer, answer, err = NewTyper(s.Direction, is, s.Self, box.ID, secret, hello, s.Rand); err != nil {
		return side{}, begun.burn(ctx, err)
	}
	begun.status.Peer = begun.typer.shower
	begun.say(answer)
	return begun, nil
}

// hello is what the other side left first.
func (s *side) hello(ctx context.Context) ([]byte, error) {
	hello, found, err := s.Relay.Read(ctx, s.box.ID, s.is.other(), 0)
	if err != nil || found {
		return hello, err
	}
	if _, same, err := s.Relay.Read(ctx, s.box.ID, s.is, 0); err == nil && same {
		return nil, ErrSameWay
	}
	return nil, fmt.Errorf("%w: it said nothing", ErrProtocol)
}

// meet takes a message of the agreement, until there is a channel.
func (s *side) meet(message []byte) error {
	switch {
	case s.typer != nil:
		tag, channel, err := s.typer.Confirm(message)
		if err != nil {
			return err
		}
		s.say(tag)
		s.stand(channel)
	case s.status.Stage == Waiting:
		reply, err := s.shower.Meet(message, s.Rand)
		if err != nil {
			return err
		}
		s.status.Stage, s.status.Peer = Agreeing, s.shower.typer
		s.say(reply)
	default:
		channel, err := s.shower.Confirm(message)
		if err != nil {
			return err
		}
		s.stand(channel)
	}
	return nil
}

// stand goes on under the agreed key.
func (s *side) stand(c *Channel) { s.channel, s.status.Check = c, c.Check() }

// Shows reports whether this side shows the number; on the other one it is typed.
func (s *side) Shows() bool { return s.shower != nil }

// Number are the twelve digits to show: only on the side that shows them, and only
// while Step answers Waiting. The caller wipes them.
func (s *side) Number() []byte {
	if s.shower == nil || s.status.Stage != Waiting || s.ended != nil {
		return nil
	}
	return append([]byte(s.box.Plate), s.shower.Secret()...)
}
