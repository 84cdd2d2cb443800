package pairing

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"testing"
	"time"
)

var (
	phone = Party{Device: "device-phone", Account: "demo01"}
	pc    = Party{Device: "device-pc", Account: "demo01"}
	at    = time.Date(2026, time.November, 5, 1, 0, 0, 0, time.UTC)
	offer = Offer{Owner: "홍길동", Issuer: "cn=yessignCA Class 2,o=yessign,c=kr", Serial: "4562037", NotAfter: at.AddDate(1, 0, 0)}
	goods = Payload{Cert: []byte("the certificate"), Key: []byte("the key, under its own password")}
)

// ends are both sides of one copy, with nobody in between but the relay.
type ends struct {
	relay    *letters
	out      *Outgoing
	in       *Incoming
	stored   *Payload // what the receiver stored
	storeErr error
	sent     Status // the last of each side
	got      Status
}

// begin has the phone send and the PC receive, with the number that the phone shows.
func begin(t *testing.T, l *letters) *ends {
	t.Helper()
	e := &ends{relay: l}
	var err error
	if e.out, err = Send(t.Context(), Setup{l, PhoneToPC, phone, rand.Reader}, offer, goods); err != nil {
		t.Fatal(err)
	}
	return e
}

func (e *ends) receive(t *testing.T, number []byte, self Party, d Direction) error {
	t.Helper()
	var err error
	e.in, err = Receive(t.Context(), Setup{e.relay, d, self, rand.Reader}, number)
	return err
}

// finish steps both sides, accepting and storing, until neither goes on. It returns what ended each.
func (e *ends) finish(ctx context.Context) (out, in error) {
	for range 12 {
		if out == nil {
			e.sent, out = e.out.Step(ctx)
		}
		if in == nil {
			e.got, in = e.in.Step(ctx)
		}
		if in == nil && e.got.Stage == Deciding {
			e.got, in = e.in.Accept(ctx)
		}
		if in == nil && e.in.Payload() != nil && e.stored == nil {
			if e.storeErr == nil {
				e.stored = e.in.Payload()
			}
			e.got, in = e.in.Stored(ctx, at, e.storeErr)
		}
	}
	return out, in
}

func burnt(err error) Reason {
	if b, ok := errors.AsType[*BurntError](err); ok {
		return b.Reason
	}
	if err == nil {
		return ""
	}
	return Reason("fault: " + err.Error())
}

func TestACopyArrivesAndBothSidesKnow(t *testing.T) {
	t.Parallel()
	e := begin(t, &letters{})
	if err := e.receive(t, e.out.Number(), pc, PhoneToPC); err != nil {
		t.Fatal(err)
	}
	if out, in := e.finish(t.Context()); out != nil || in != nil {
		t.Fatal(out, in)
	}
	if e.stored == nil || !bytes.Equal(e.stored.Cert, goods.Cert) || !bytes.Equal(e.stored.Key, goods.Key) {
		t.Errorf("stored %v", e.stored)
	}
	if e.sent.Stage != Completed || e.got.Stage != Completed || e.sent.Completion != e.got.Completion || !e.sent.Completion.At.Equal(at) {
		t.Errorf("the sender knows %+v, the receiver %+v", e.sent, e.got)
	}
	if e.sent.Check == "" || e.sent.Check != e.got.Check {
		t.Errorf("the checks are %q and %q", e.sent.Check, e.got.Check)
	}
	want := offer
	want.SHA256 = fingerprint(goods.Cert)
	if got := e.got.Offer; got.Owner != want.Owner || got.SHA256 != want.SHA256 || !got.NotAfter.Equal(want.NotAfter) {
		t.Errorf("the receiver was offered %+v", got)
	}
	if e.got.Peer != phone || e.sent.Peer != pc {
		t.Errorf("they met %v and %v", e.got.Peer, e.sent.Peer)
	}
}

func TestANumberIsOneGuess(t *testing.T) {
	t.Parallel()
	e := begin(t, &letters{})
	wrong := e.out.Number()
	wrong[Digits-1] = '0' + (wrong[Digits-1]-'0'+1)%10
	if err := e.receive(t, wrong, pc, PhoneToPC); err != nil {
		t.Fatal(err)
	}
	number := append([]byte(e.out.box.Plate), "00000000"...)
	out, in := e.finish(t.Context())
	if burnt(in) != WrongNumber || burnt(out) != WrongNumber {
		t.Errorf("the sender was told %v, the receiver %v", out, in)
	}
	if e.stored != nil || e.sent.Stage > Agreeing {
		t.Error("it went on after a wrong number")
	}
	if err := e.receive(t, number, pc, PhoneToPC); burnt(err) != WrongNumber {
		t.Errorf("the second guess got %v", err)
	}
}

func TestWhatEndsACopy(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		self    Party
		way     Direction
		out, in Reason
	}{
		"a device copies to itself":          {phone, PhoneToPC, Itself, Itself},
		"the receiver means the other way":   {pc, PCToPhone, WrongNumber, WrongNumber},
		"the receiver does not say its name": {Party{Account: "demo01"}, PhoneToPC, Broken, Broken},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := begin(t, &letters{})
			in := e.receive(t, e.out.Number(), test.self, test.way)
			var out error
			if in == nil {
				out, in = e.finish(t.Context())
			} else {
				_, out = e.out.Step(t.Context())
			}
			if burnt(out) != test.out || burnt(in) != test.in || e.stored != nil {
				t.Errorf("the sender was told %v, the receiver %v", out, in)
			}
		})
	}
}

func TestCancellingShowsOnTheOtherSide(t *testing.T) {
	t.Parallel()
	for name, cancel := range map[string]func(e *ends) error{
		"by the sender":   func(e *ends) error { return e.out.Cancel(context.Background()) },
		"by the receiver": func(e *ends) error { return e.in.Cancel(context.Background()) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := begin(t, &letters{})
			if err := e.receive(t, e.out.Number(), pc, PhoneToPC); err != nil {
				t.Fatal(err)
			}
			if err := cancel(e); err != nil {
				t.Fatal(err)
			}
			if out, in := e.finish(t.Context()); burnt(out) != Cancelled || burnt(in) != Cancelled {
				t.Errorf("the sender was told %v, the receiver %v", out, in)
			}
		})
	}
}

func TestWhatCannotBeStoredIsNotDone(t *testing.T) {
	t.Parallel()
	e := begin(t, &letters{})
	if err := e.receive(t, e.out.Number(), pc, PhoneToPC); err != nil {
		t.Fatal(err)
	}
	e.storeErr = errors.New("the keyring is locked")
	out, in := e.finish(t.Context())
	if burnt(out) != NotStored || burnt(in) != NotStored || !errors.Is(in, e.storeErr) {
		t.Errorf("the sender was told %v, the receiver %v", out, in)
	}
	if e.sent.Stage == Completed || e.got.Stage == Completed {
		t.Error("somebody said that it was done")
	}
}

func TestTwoReceiversBurnTheNumber(t *testing.T) {
	t.Parallel()
	e := begin(t, &letters{})
	number := e.out.Number()
	if err := e.receive(t, bytes.Clone(number), pc, PhoneToPC); err != nil {
		t.Fatal(err)
	}
	second := &ends{relay: e.relay}
	if err := second.receive(t, number, Party{"device-third", "demo01"}, PhoneToPC); burnt(err) != Crowded {
		t.Errorf("the second receiver got %v", err)
	}
	if out, in := e.finish(t.Context()); burnt(out) != Crowded || burnt(in) != Crowded || e.stored != nil {
		t.Errorf("the sender was told %v, the first receiver %v", out, in)
	}
}

func TestSplitNumber(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"481290337715":       "4812 90337715",
		"4812 9033 7715":     "4812 90337715",
		"4812-9033-7715\r\n": "4812 90337715",
		"48129033771":        "",
		"4812903377150":      "",
		"":                   "",
		"٤٨١٢٩٠٣٣٧٧١٥":       "",
	} {
		plate, secret, ok := SplitNumber([]byte(typed))
		if got := fmt.Sprintf("%s %s", plate, secret); ok != (want != "") || ok && got != want {
			t.Errorf("%q is %q", typed, got)
		}
	}
}
