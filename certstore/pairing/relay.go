package pairing

import (
	"context"
	"fmt"
	"time"
)

// Mailbox is where two devices leave messages for each other.
type Mailbox struct {
	ID    string    // long and random; only who opened or claimed it knows it
	Plate string    // four digits, the public part of the number
	Until time.Time // when it is burnt by itself
}

// Side is one of the two ends of a mailbox: of the certificate's way, whichever of
// them shows the number.
type Side string

// The sides.
const (
	Sending   Side = "sender"
	Receiving Side = "receiver"
)

func (s Side) other() Side {
	if s == Sending {
		return Receiving
	}
	return Sending
}

// Relay carries messages between two devices. It is not trusted: it may lose,
// delay, change, repeat or make up any of them, and must learn nothing from those it sees. Its methods answer at once; what is
// burnt answers with a *BurntError, everything else is a fault that may be tried again.
type Relay interface {
	// Open opens a mailbox for who shows a number.
	Open(ctx context.Context) (Mailbox, error)
	// Claim gives who types a number the mailbox of that name. The second claim burns it.
	Claim(ctx context.Context, plate string) (Mailbox, error)
	// Post leaves a side's n-th message, from 0. Posting the same message again is no error, another one is.
	Post(ctx context.Context, id string, from Side, n int, message []byte) error
	// Read takes the n-th message that a side left; found is false while there is none.
	Read(ctx context.Context, id string, from Side, n int) (message []byte, found bool, err error)
	// Burn ends a mailbox for both sides and removes its messages. Burning again is no error.
	Burn(ctx context.Context, id string, by Side, why Reason) error
}

// Reason says why a number is burnt.
type Reason string

// The reasons.
const (
	WrongNumber Reason = "wrong number" // somebody typed another one: one guess a number
	Unknown     Reason = "unknown"      // no mailbox has this name
	Crowded     Reason = "crowded"      // somebody claimed it before
	OutOfTime   Reason = "out of time"
	Cancelled   Reason = "cancelled"
	Broken      Reason = "broken"   // a message was not what the protocol says
	Itself      Reason = "itself"   // both sides are one device
	SameWay     Reason = "same way" // both send, or both receive
	NotStored   Reason = "not stored"
	Finished    Reason = "finished" // it did what it was for
	TooMany     Reason = "too many" // three burnt numbers within an hour
)

// BurntError says that a number can no longer be used. The way on is a new one.
type BurntError struct {
	Reason Reason
	By     Side      // who burnt it; "" is the relay
	Until  time.Time // for TooMany: when it works again
}

// Error describes it.
func (e *BurntError) Error() string { return fmt.Sprintf("the number is burnt: %s", e.Reason) }
