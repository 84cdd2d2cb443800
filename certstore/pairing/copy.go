package pairing

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"
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
	Waiting   Stage = iota // for the other side to come
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
	is, other    Side
	posted, read int
	unsent       []byte
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
		message, found, err := s.Relay.Read(ctx, s.box.ID, s.other, s.read)
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
func (s *side) say(message []byte) { s.unsent = message }

// flush posts what was said.
func (s *side) flush(ctx context.Context) error {
	if s.unsent == nil {
		return nil
	}
	if err := s.Relay.Post(ctx, s.box.ID, s.is, s.posted, s.unsent); err != nil {
		return err
	}
	s.unsent = nil
	s.posted++
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
	if over := s.ended != nil || s.status.Stage == Completed; over {
		return nil
	}
	s.ended = &BurntError{Reason: Cancelled, By: s.is}
	return s.Relay.Burn(ctx, s.box.ID, s.is, Cancelled)
}

// Outgoing is a copy at the side that shows the number.
type Outgoing struct {
	side

	agree   *Sender
	offer   Offer
	payload Payload
}

// Send opens a mailbox and begins a copy. The offer's fingerprint is computed from
// the payload.
func Send(ctx context.Context, s Setup, o Offer, p Payload) (*Outgoing, error) {
	box, err := s.Relay.Open(ctx)
	if err != nil {
		return nil, err
	}
	agree, err := NewSender(s.Direction, s.Self, box.ID, s.Rand)
	if err != nil {
		return nil, err
	}
	o.SHA256 = fingerprint(p.Cert)
	out := &Outgoing{
		side:  side{Setup: s, box: box, is: Sending, other: Receiving, status: Status{Until: box.Until, Offer: o}},
		agree: agree, offer: o, payload: p,
	}
	out.say(agree.Hello())
	_, err = out.Step(ctx)
	return out, err
}

// Number are the twelve digits to show: only while Step answers Waiting.
func (o *Outgoing) Number() []byte { return append([]byte(o.box.Plate), o.agree.Secret()...) }

// Step goes as far as it can without waiting. A *BurntError ends the copy; any
// other error may be tried again.
func (o *Outgoing) Step(ctx context.Context) (Status, error) { return o.step(ctx, o.take) }

// Cancel ends the copy on both sides.
func (o *Outgoing) Cancel(ctx context.Context) error {
	clear(o.agree.Secret())
	return o.cancel(ctx)
}

func (o *Outgoing) take(message []byte) error {
	switch {
	case o.status.Stage == Waiting:
		reply, err := o.agree.Meet(message, o.Rand)
		if err != nil {
			return err
		}
		o.status.Stage, o.status.Peer = Agreeing, o.agree.receiver
		o.say(reply)
	case o.channel == nil:
		channel, err := o.agree.Confirm(message)
		if err != nil {
			return err
		}
		o.channel, o.status.Check, o.status.Stage = channel, channel.Check(), Deciding
		o.say(channel.seal(contentOffer, []byte(o.offer.Owner), []byte(o.offer.Issuer), []byte(o.offer.Serial), []byte(o.offer.SHA256),
			[]byte(strconv.FormatInt(o.offer.NotAfter.Unix(), 10))))
	case o.status.Stage == Deciding:
		if _, err := o.channel.open(message, contentAccept, 0); err != nil {
			return err
		}
		o.status.Stage = Copying
		o.say(o.channel.seal(contentPayload, o.payload.Cert, o.payload.Key, o.payload.ExchangeCert, o.payload.ExchangeKey))
	default:
		fields, err := o.channel.open(message, contentStored, 2)
		if err != nil {
			return err
		}
		at, err := strconv.ParseInt(string(fields[0]), 10, 64)
		if err != nil || string(fields[1]) != o.offer.SHA256 {
			return fmt.Errorf("%w: it stored something else", ErrProtocol)
		}
		o.status.Completion = Completion{At: time.UnixMicro(at).UTC(), SHA256: o.offer.SHA256}
		o.status.Stage = Completed
		o.say(o.channel.seal(contentSeen))
	}
	return nil
}

// Incoming is a copy at the side where the number is typed.
type Incoming struct {
	side

	agree    *Receiver
	payload  *Payload
	accepted bool
}

// Receive claims the mailbox that the number names. The number is wiped. It returns a *BurntError for one that no mailbox has, that somebody
// claimed before, or that is out of time.
func Receive(ctx context.Context, s Setup, number []byte) (*Incoming, error) {
	plate, secret, ok := SplitNumber(number)
	clear(number)
	if !ok {
		return nil, &BurntError{Reason: Unknown}
	}
	defer clear(secret)
	box, err := s.Relay.Claim(ctx, plate)
	if err != nil {
		return nil, err
	}
	in := &Incoming{side: side{Setup: s, box: box, is: Receiving, other: Sending, status: Status{Stage: Agreeing, Until: box.Until}}}
	hello, found, err := s.Relay.Read(ctx, box.ID, Sending, 0)
	if err == nil && !found {
		err = fmt.Errorf("%w: it said nothing", ErrProtocol)
	}
	if err != nil {
		return nil, in.burn(ctx, err)
	}
	in.read = 1
	var answer []byte
	if in.agree, answer, err = NewReceiver(s.Direction, s.Self, box.ID, secret, hello, s.Rand); err != nil {
		return nil, in.burn(ctx, err)
	}
	in.status.Peer = in.agree.sender
	in.say(answer)
	_, err = in.Step(ctx)
	return in, err
}

// Step goes as far as it can without waiting. While it answers Deciding, the
// customer has to [Incoming.Accept] or [Incoming.Cancel]; when it answers Copying and [Incoming.Payload] has come, the
// certificate is to be stored and [Incoming.Stored] called.
func (i *Incoming) Step(ctx context.Context) (Status, error) { return i.step(ctx, i.take) }

func (i *Incoming) take(message []byte) error {
	switch {
	case i.channel == nil:
		tag, channel, err := i.agree.Confirm(message)
		if err != nil {
			return err
		}
		i.channel, i.status.Check = channel, channel.Check()
		i.say(tag)
	case i.status.Stage == Agreeing:
		fields, err := i.channel.open(message, contentOffer, 5)
		if err != nil {
			return err
		}
		until, err := strconv.ParseInt(string(fields[4]), 10, 64)
		if err != nil {
			return fmt.Errorf("%w: an offer without an expiry", ErrProtocol)
		}
		i.status.Offer = Offer{string(fields[0]), string(fields[1]), string(fields[2]), string(fields[3]), time.Unix(until, 0).UTC()}
		i.status.Stage = Deciding
	case i.payload == nil && i.accepted:
		fields, err := i.channel.open(message, contentPayload, 4)
		if err != nil {
			return err
		}
		p := Payload{Cert: fields[0], Key: fields[1]}
		if len(fields[2]) > 0 {
			p.ExchangeCert, p.ExchangeKey = fields[2], fields[3]
		}
		if fingerprint(p.Cert) != i.status.Offer.SHA256 {
			return fmt.Errorf("%w: another certificate than it offered", ErrProtocol)
		}
		i.payload = &p
	default:
		if i.status.Completion.SHA256 == "" {
			return fmt.Errorf("%w: a message out of turn", ErrProtocol)
		}
		if _, err := i.channel.open(message, contentSeen, 0); err != nil {
			return err
		}
		i.status.Stage = Completed
	}
	return nil
}

// Accept tells the sender that the customer wants the certificate that was
// offered.
func (i *Incoming) Accept(ctx context.Context) (Status, error) {
	if i.status.Stage != Deciding {
		return i.status, i.ended
	}
	i.accepted, i.status.Stage = true, Copying
	i.say(i.channel.seal(contentAccept))
	return i.Step(ctx)
}

// Payload is what came, nil before.
func (i *Incoming) Payload() *Payload { return i.payload }

// Stored tells the sender that what came is stored, and when; with an error that
// it could not be, which ends the copy.
func (i *Incoming) Stored(ctx context.Context, at time.Time, err error) (Status, error) {
	if err != nil {
		return i.status, i.burn(ctx, errors.Join(errNotStored, err))
	}
	at = at.Truncate(time.Microsecond).UTC()
	i.status.Completion = Completion{At: at, SHA256: i.status.Offer.SHA256}
	i.say(i.channel.seal(contentStored, []byte(strconv.FormatInt(at.UnixMicro(), 10)), []byte(i.status.Offer.SHA256)))
	return i.Step(ctx)
}

// Cancel ends the copy on both sides.
func (i *Incoming) Cancel(ctx context.Context) error { return i.cancel(ctx) }

func fingerprint(cert []byte) string {
	sum := sha256.Sum256(cert)
	return hex.EncodeToString(sum[:])
}
