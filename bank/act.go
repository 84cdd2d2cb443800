package bank

import (
	"context"
	"fmt"
	"time"
)

// The kinds of acts. The guard act_is_of_a_kind knows them too: a version that adds
// one replaces it.
const (
	actSignature             = "signature"              // subject: the key of an order; text: its document; body: the signature
	actCertificateRegistered = "certificate-registered" // subject: the fingerprint; body: issuer, line feed, serial
	actCertificateEnded      = "certificate-ended"      // subject: the fingerprint; body: why
	actInstruction           = "instruction"            // subject: the key of an order for later; text: its document; body: the signature
	actInstructionCancelled  = "instruction-cancelled"  // subject: its key
	actConsent               = "consent"                // subject: to what; text: as it was read; body: the answer
)

// act is something that a customer did or agreed to, and that nobody may deny
// later: it is sealed, and neither changed nor deleted.
type act struct {
	customer CustomerID
	kind     string
	subject  string    // what it is about, up to 200 characters
	text     string    // what the customer read and agreed to; "" if nothing
	body     []byte    // the proof; nil is none
	at       time.Time // when it was done; zero, or later than now, is now
}

// act keeps an act.
func (t *tx) act(ctx context.Context, a act) error {
	if a.body == nil {
		a.body = []byte{}
	}
	if a.at.IsZero() || a.at.After(t.now) {
		a.at = t.now
	}
	_, err := t.ExecContext(ctx, query("act_keep"),
		t.now.UnixMicro(), a.at.UnixMicro(), a.customer, a.kind, a.subject, a.text, a.body)
	if err != nil {
		return fmt.Errorf("keep the act: %w", err)
	}
	return nil
}
