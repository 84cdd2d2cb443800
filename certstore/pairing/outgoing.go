package pairing

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"time"
)

// Outgoing is a copy at the side that sends the certificate.
type Outgoing struct {
	side

	offer   Offer
	payload Payload
}

// Send begins a copy and shows its number, in a new mailbox. The offer's fingerprint is computed from
// the payload.
func Send(ctx context.Context, s Setup, o Offer, p Payload) (*Outgoing, error) {
	begun, err := show(ctx, s, Sending)
	return depart(ctx, begun, o, p, err)
}

// SendTo begins a copy where the receiving device shows the number, and it was
// typed here. The number is wiped. It returns a *BurntError for one that cannot be used, as [Receive] does.
func SendTo(ctx context.Context, s Setup, number []byte, o Offer, p Payload) (*Outgoing, error) {
	begun, err := join(ctx, s, Sending, number)
	return depart(ctx, begun, o, p, err)
}

func depart(ctx context.Context, begun side, o Offer, p Payload, err error) (*Outgoing, error) {
	if err != nil {
		return nil, err
	}
	o.SHA256 = fingerprint(p.Cert)
	begun.status.Offer = o
	out := &Outgoing{side: begun, offer: o, payload: p}
	_, err = out.Step(ctx)
	return out, err
}

// Step goes as far as it can without waiting, and tells where that is. A
// *BurntError ends the copy; after any other error it may be tried again.
func (o *Outgoing) Step(ctx context.Context) (Status, error) { return o.step(ctx, o.take) }

// Cancel ends the copy on both sides.
func (o *Outgoing) Cancel(ctx context.Context) error { return o.cancel(ctx) }

func (o *Outgoing) take(message []byte) error {
	switch {
	case o.channel == nil:
		if err := o.meet(message); err != nil || o.channel == nil {
			return err
		}
		o.status.Stage = Deciding
		o.say(o.channel.seal(contentOffer, []byte(o.offer.Owner), []byte(o.offer.Issuer), []byte(o.offer.Serial), []byte(o.offer.SHA256),
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

func fingerprint(cert []byte) string {
	sum := sha256.Sum256(cert)
	return hex.EncodeToString(sum[:])
}
