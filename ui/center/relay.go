package center

import (
	"context"
	"errors"

	"smartbank/bank"
	"smartbank/certstore/pairing"
)

// Relay is the bank's mailboxes as a customer's device uses them: what carries
// certificates between the devices. The bank cannot read what goes through.
type Relay struct {
	Bank   *bank.Bank
	Caller bank.Caller
}

var _ pairing.Relay = Relay{}

// Open opens a mailbox.
func (r Relay) Open(ctx context.Context) (pairing.Mailbox, error) {
	m, err := r.Bank.OpenMailbox(ctx, r.Caller)
	return pairing.Mailbox(m), burnt(err)
}

// Claim claims one.
func (r Relay) Claim(ctx context.Context, plate string) (pairing.Mailbox, error) {
	m, err := r.Bank.ClaimMailbox(ctx, r.Caller, plate)
	return pairing.Mailbox(m), burnt(err)
}

// Post leaves a message.
func (r Relay) Post(ctx context.Context, id string, from pairing.Side, n int, message []byte) error {
	return burnt(r.Bank.PostLetter(ctx, r.Caller, id, bank.End(from), n, message))
}

// Read takes one.
func (r Relay) Read(ctx context.Context, id string, from pairing.Side, n int) (message []byte, found bool, err error) {
	message, found, err = r.Bank.ReadLetter(ctx, r.Caller, id, bank.End(from), n)
	return message, found, burnt(err)
}

// Burn ends a mailbox.
func (r Relay) Burn(ctx context.Context, id string, by pairing.Side, why pairing.Reason) error {
	return burnt(r.Bank.BurnMailbox(ctx, r.Caller, id, bank.End(by), string(why)))
}

// burnt puts what the bank says about a number into the words of the protocol, and
// keeps the bank's, which is what the customer is told. Other refusals, such as the end of a session, stay what they are.
func burnt(err error) error {
	refused, ok := errors.AsType[*bank.RefusedError](err)
	if !ok {
		return err
	}
	switch refused.Code {
	case bank.CodeNoNumber:
		return errors.Join(&pairing.BurntError{Reason: pairing.Unknown}, err)
	case bank.CodeNumberBurnt:
		return errors.Join(&pairing.BurntError{Reason: pairing.Reason(refused.Reason), By: pairing.Side(refused.Name)}, err)
	case bank.CodeNumbersBurnt:
		return errors.Join(&pairing.BurntError{Reason: pairing.TooMany, Until: refused.At}, err)
	default:
		return err
	}
}
