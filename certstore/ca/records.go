package ca

import (
	"context"
	"time"
)

// Status is what a certificate's issuer says of it.
type Status string

// The statuses. The steps between them are pending to good or revoked, good to
// suspended or revoked, suspended to good or revoked; revoked stays.
const (
	Pending   Status = "pending" // issued, and nobody has accepted it: it is good for nothing
	Good      Status = "good"
	Suspended Status = "suspended"
	Revoked   Status = "revoked"
)

// Why is the reason of a revocation or suspension, with its number in RFC 5280
// section 5.3.1.
type Why int

// The reasons that are given.
const (
	Unspecified   Why = 0
	KeyCompromise Why = 1
	Affiliation   Why = 3
	Superseded    Why = 4
	Ceased        Why = 5
	Hold          Why = 6
)

// String is the reason as RFC 5280 spells it.
func (w Why) String() string {
	switch w {
	case KeyCompromise:
		return "keyCompromise"
	case Affiliation:
		return "affiliationChanged"
	case Superseded:
		return "superseded"
	case Ceased:
		return "cessationOfOperation"
	case Hold:
		return "certificateHold"
	default:
		return "unspecified"
	}
}

// Change is a step of a certificate from one status to the next.
type Change struct {
	Status Status
	Why    Why
	At     time.Time
}

// Record is what an institute keeps of a certificate.
type Record struct {
	Institute Name
	Serial    string // hexadecimal, lower case
	DER       []byte
	Order     string // the approval behind it
	Replaces  string // the serial of the certificate that it takes the place of; "" for none
	Changes   []Change
}

// HoldMonths is how long a certificate stays suspended: then it is revoked by
// itself (yessign).
const HoldMonths = 6

// At is what was to be said of the certificate at a time: its last change by then.
// The zero Change is before it was there.
func (r Record) At(at time.Time) Change {
	var last Change
	for _, c := range r.Changes {
		if !c.At.After(at) {
			last = c
		}
	}
	return last.by(at)
}

// Latest is what is to be said of the certificate now. Records may keep times that
// are a little after the clock's, so that the order of changes is that of their times.
func (r Record) Latest(now time.Time) Change {
	if len(r.Changes) == 0 {
		return Change{}
	}
	return r.Changes[len(r.Changes)-1].by(now)
}

// by is what became of a change by a time: a suspension ends by itself.
func (c Change) by(at time.Time) Change {
	if c.Status != Suspended {
		return c
	}
	if until := c.At.In(seoul).AddDate(0, HoldMonths, 0); !until.After(at) {
		return Change{Status: Revoked, Why: Ceased, At: until.UTC()}
	}
	return c
}

// Approval is what an issue may be: what a reference number and its authorisation
// code stand for.
type Approval struct {
	Order     string // names it
	Institute Name
	Policy    string    // dotted OID
	Owner     string    // the name in the certificate, 홍길동
	Replaces  string    // the serial of the certificate that it replaces; "" for none
	Renews    bool      // rather than reissues: the old key signs, in the days before the expiry
	NotAfter  time.Time // zero for a year from now; ignored where Replaces says it
}

// Records is where the authorities keep their state. What the methods change is on
// the disk when they return. Refusals are *RefusedError; any other error is a fault.
type Records interface { //nolint:interfacebloat // it is one table; its two keepers have all of it
	// Keys are the keys that were kept, nil if none were.
	Keys(ctx context.Context) ([]byte, error)
	// KeepKeys keeps keys, once: if there are some already it returns those.
	KeepKeys(ctx context.Context, keys []byte) ([]byte, error)

	// Approved is what a reference number and code stand for. The identity number must be that of whom was approved. It
	// refuses with BadApproval and BadIdentity. Neither slice is kept or wiped.
	Approved(ctx context.Context, reference string, code, identity []byte) (Approval, error)
	// Count is how many certificates an institute has issued.
	Count(ctx context.Context, of Name) (int, error)
	// Add keeps a certificate as pending, and revokes the pending ones of the same order.
	Add(ctx context.Context, r Record, at time.Time) error
	// Accept makes a pending certificate good, and revokes what it replaces as superseded, in one step. Accepting a good
	// one again is no error. It refuses with NoSuch, IsRevoked.
	Accept(ctx context.Context, of Name, serial string, at time.Time) error
	// Change takes a step. It refuses with NoSuch, and steps that are none with IsRevoked or WrongStatus.
	Change(ctx context.Context, of Name, serial string, c Change) error
	// Find is the record of a certificate. It refuses with NoSuch.
	Find(ctx context.Context, of Name, serial string) (Record, error)
	// OfOrder are the certificates that were issued for an order, oldest first.
	OfOrder(ctx context.Context, order string) ([]Record, error)
	// Touched are the records of an institute that were ever suspended or revoked, in the order in which they were issued.
	Touched(ctx context.Context, of Name) ([]Record, error)
}
