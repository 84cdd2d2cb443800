package pairing

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// Incoming is a copy at the side that receives the certificate.
type Incoming struct {
	side

	payload  *Payload
	accepted bool
	finished bool // the number is burnt, as it did what it was for
}

// Receive begins a copy where the sending device shows the number, and it was typed
// here. The number is wiped. It returns a *BurntError for one that no mailbox has, that somebody claimed before, or that is out of time.
func Receive(ctx context.Context, s Setup, number []byte) (*Incoming, error) {
	begun, err := join(ctx, s, Receiving, number)
	return await(ctx, begun, err)
}

// Await begins a copy and shows its number, which is to be typed on the sending
// device, in a new mailbox.
func Await(ctx context.Context, s Setup) (*Incoming, error) {
	begun, err := show(ctx, s, Receiving)
	return await(ctx, begun, err)
}

func await(ctx context.Context, begun side, err error) (*Incoming, error) {
	if err != nil {
		return nil, err
	}
	in := &Incoming{side: begun}
	_, err = in.Step(ctx)
	return in, err
}

// Step goes as far as it can without waiting. While it answers Deciding, the
// customer has to [Incoming.Accept] or [Incoming.Cancel]; when it answers Copying and [Incoming.Payload] has come, the
// certificate is to be stored and [Incoming.Stored] called.
func (i *Incoming) Step(ctx context.Context) (Status, error) {
	status, err := i.step(ctx, i.take)
	if err != nil || status.Stage != Completed || i.finished {
		return status, err
	}
	err = i.Relay.Burn(ctx, i.box.ID, i.is, Finished)
	i.finished = err == nil
	return status, err
}

func (i *Incoming) take(message []byte) error {
	switch {
	case i.channel == nil:
		return i.meet(message)
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

// Offer is what the customer was shown, zero before.
func (i *Incoming) Offer() Offer { return i.status.Offer }

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
