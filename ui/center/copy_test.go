package center_test

import (
	"bytes"
	"errors"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/certstore/keyring"
	"smartbank/certstore/npki"
	"smartbank/certstore/pairing"
	"smartbank/ui/center"
)

// desk is the setup of kim's PC for a direction.
func (d *device) desk(way pairing.Direction) pairing.Setup {
	d.t.Helper()
	s, err := d.bank.SignIn(d.t.Context(), banktest.Kim, banktest.Password(banktest.Kim), bank.PC)
	if err != nil {
		d.t.Fatal(err)
	}
	return pairing.Setup{
		Relay: center.Relay{Bank: d.bank, Caller: s.Caller()}, Direction: way,
		Self: pairing.Party{Device: "a PC", Account: "kim"}, Rand: banktest.NewRand(9),
	}
}

// TestACertificateGoesToThePCAndBack exports a certificate, empties the phone, and
// imports what the PC got: it is the same, key, R and all, and signs again.
func TestACertificateGoesToThePCAndBack(t *testing.T) {
	t.Parallel()
	d := newDevice(t)
	ctx, kim := t.Context(), d.signIn(banktest.Kim)
	issued := d.issue(kim, center.BankUse)

	out, err := d.Export(ctx, kim, issued.ID, []byte(password))
	if err != nil {
		t.Fatal(err)
	}
	in, err := pairing.Receive(ctx, d.desk(pairing.PhoneToPC), out.Number())
	if err != nil {
		t.Fatal(err)
	}
	arrive(t, out, in, func() (pairing.Status, error) { return in.Stored(ctx, d.clock.Now(), nil) })
	onPC := *in.Payload()
	key, err := npki.Open(onPC.Key, []byte(password))
	if err != nil || len(key.R()) != npki.SizeR {
		t.Fatalf("the PC has a key with R %x: %v", key.R(), err)
	}

	d.reopen(keyring.NewMemory())
	back, err := pairing.Send(ctx, d.desk(pairing.PCToPhone), pairing.Offer{Owner: "김민수"}, onPC)
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.Import(ctx, kim, back.Number())
	if err != nil {
		t.Fatal(err)
	}
	arrive(t, back, got, func() (pairing.Status, error) {
		if _, err := d.Take(ctx, got, []byte("another password")); !errors.Is(err, center.ErrKeyPassword) {
			t.Errorf("another password: %v", err)
		}
		return d.Take(ctx, got, []byte(password))
	})
	here := d.list()
	if len(here) != 1 || here[0].SHA256 != issued.SHA256 || here[0].State != center.Valid {
		t.Fatalf("here are %+v", here)
	}
	if err := d.send(kim, here[0].ID); err != nil {
		t.Errorf("sign with it: %v", err)
	}
}

// arrive steps both sides of a copy until it is done, and compares what they show.
func arrive(t *testing.T, out *pairing.Outgoing, in *pairing.Incoming, store func() (pairing.Status, error)) {
	t.Helper()
	ctx := t.Context()
	var sent, got pairing.Status
	stored := false
	for range 8 {
		var errOut, errIn error
		sent, errOut = out.Step(ctx)
		got, errIn = in.Step(ctx)
		if errOut != nil || errIn != nil {
			t.Fatal(errOut, errIn)
		}
		if got.Stage == pairing.Deciding {
			if _, err := in.Accept(ctx); err != nil {
				t.Fatal(err)
			}
		}
		if in.Payload() != nil && !stored {
			stored = true
			if _, err := store(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if sent.Stage != pairing.Completed || got.Stage != pairing.Completed || sent.Completion != got.Completion || sent.Check != got.Check {
		t.Fatalf("the sender shows %+v, the receiver %+v", sent, got)
	}
}

// TestTheOldCertificateStaysUntilTheNewOneIsWhole imports over an older certificate of
// the same name with a keyring that fails at the end.
func TestTheOldCertificateStaysUntilTheNewOneIsWhole(t *testing.T) {
	t.Parallel()
	d := newDevice(t)
	ctx, kim := t.Context(), d.signIn(banktest.Kim)
	issued := d.issue(kim, center.BankUse)
	out, err := d.Export(ctx, kim, issued.ID, []byte(password))
	if err != nil {
		t.Fatal(err)
	}
	in, err := pairing.Receive(ctx, d.desk(pairing.PhoneToPC), out.Number())
	if err != nil {
		t.Fatal(err)
	}
	arrive(t, out, in, func() (pairing.Status, error) { return in.Stored(ctx, d.clock.Now(), nil) })
	broken := *in.Payload()
	broken.Cert = bytes.Clone(broken.Cert)
	broken.Cert[len(broken.Cert)-1] ^= 1 // another certificate, as far as a fingerprint goes

	back, err := pairing.Send(ctx, d.desk(pairing.PCToPhone), pairing.Offer{}, pairing.Payload{Cert: broken.Cert[:100], Key: broken.Key})
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.Import(ctx, kim, back.Number())
	if err != nil {
		t.Fatal(err)
	}
	for range 6 {
		_, _ = back.Step(ctx) // how it ends is asked below
		if s, err := got.Step(ctx); err == nil && s.Stage == pairing.Deciding {
			if _, err := got.Accept(ctx); err != nil {
				t.Fatal(err)
			}
		}
	}
	_, err = d.Take(ctx, got, []byte(password))
	if b, ok := errors.AsType[*pairing.BurntError](err); !ok || b.Reason != pairing.NotStored {
		t.Errorf("half a certificate: %v", err)
	}
	_, err = back.Step(ctx)
	if b, ok := errors.AsType[*pairing.BurntError](err); !ok || b.Reason != pairing.NotStored || b.By != pairing.Receiving {
		t.Errorf("the PC is told %v", err)
	}
	if here := d.list(); len(here) != 1 || here[0].ID != issued.ID {
		t.Errorf("here are %+v", here)
	}
}

func TestAWrongCertificatePasswordExportsNothing(t *testing.T) {
	t.Parallel()
	d := newDevice(t)
	kim := d.signIn(banktest.Kim)
	issued := d.issue(kim, center.BankUse)
	if _, err := d.Export(t.Context(), kim, issued.ID, []byte("Wrong#4837kr")); err == nil {
		t.Error("it shows a number")
	}
}
