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

// ways are the two ways round: which end of the certificate's way shows the
// number.
var ways = map[string]Side{"the sender shows the number": Sending, "the receiver shows the number": Receiving}

// ends are both sides of one copy, with nobody in between but the relay.
type ends struct {
	relay    *letters
	shows    Side
	out      *Outgoing
	in       *Incoming
	stored   *Payload // what the receiver stored
	storeErr error
	sent     Status // the last of each side
	got      Status
}

// begin begins a copy from the phone to the PC at the side that shows the number.
func begin(t *testing.T, l *letters, shows Side) *ends {
	t.Helper()
	e := &ends{relay: l, shows: shows}
	var err error
	if shows == Sending {
		e.out, err = Send(t.Context(), Setup{l, PhoneToPC, phone, rand.Reader}, offer, goods)
	} else {
		e.in, err = Await(t.Context(), Setup{l, PhoneToPC, pc, rand.Reader})
	}
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// shower is the side that shows the number.
func (e *ends) shower() *side {
	if e.shows == Sending {
		return &e.out.side
	}
	return &e.in.side
}

// peer is the device where the number is typed.
func (e *ends) peer() Party {
	if e.shows == Sending {
		return pc
	}
	return phone
}

// join types a number on the other side.
func (e *ends) join(t *testing.T, number []byte, self Party, d Direction) (err error) {
	t.Helper()
	s := Setup{e.relay, d, self, rand.Reader}
	if e.shows == Sending {
		e.in, err = Receive(t.Context(), s, number)
	} else {
		e.out, err = SendTo(t.Context(), s, number, offer, goods)
	}
	return err
}

// meet types the number that is shown.
func (e *ends) meet(t *testing.T) {
	t.Helper()
	if err := e.join(t, e.shower().Number(), e.peer(), PhoneToPC); err != nil {
		t.Fatal(err)
	}
}

// ended is what a step of the side that shows the number and of the other one says.
func (e *ends) ended(ctx context.Context, typed error) (shower, typer error) {
	if typed == nil {
		out, in := e.finish(ctx)
		if e.shows == Sending {
			return out, in
		}
		return in, out
	}
	if e.shows == Sending {
		_, shower = e.out.Step(ctx)
	} else {
		_, shower = e.in.Step(ctx)
	}
	return shower, typed
}

// finish steps both sides, accepting and storing, until neither goes on. It returns what ended each.
func (e *ends) finish(ctx context.Context) (out, in error) {
	for range 16 {
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

// bothWays runs a test with the sender showing the number, and with the receiver.
func bothWays(t *testing.T, test func(t *testing.T, shows Side)) {
	t.Helper()
	for name, shows := range ways {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, shows)
		})
	}
}

func TestACopyArrivesAndBothSidesKnow(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, shows Side) {
		t.Helper()
		e := begin(t, &letters{}, shows)
		if number := e.shower().Number(); len(number) != Digits || !e.shower().Shows() {
			t.Fatalf("the number is %q", number)
		}
		e.meet(t)
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
		if e.shower().Number() != nil || !bytes.Equal(e.shower().shower.Secret(), make([]byte, SecretDigits)) {
			t.Error("the number is still there")
		}
		if b := e.relay.boxes["mailbox-1"]; b.burnt == nil || b.burnt.Reason != Finished {
			t.Errorf("the number that did what it was for is %v", b.burnt)
		}
	})
}

func TestANumberIsOneGuess(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, shows Side) {
		t.Helper()
		e := begin(t, &letters{}, shows)
		wrong := e.shower().Number()
		wrong[Digits-1] = '0' + (wrong[Digits-1]-'0'+1)%10
		if err := e.join(t, wrong, e.peer(), PhoneToPC); err != nil {
			t.Fatal(err)
		}
		number := append([]byte(e.shower().box.Plate), "00000000"...)
		out, in := e.finish(t.Context())
		if burnt(in) != WrongNumber || burnt(out) != WrongNumber {
			t.Errorf("the sender was told %v, the receiver %v", out, in)
		}
		if e.stored != nil || e.sent.Stage > Agreeing || e.got.Stage > Agreeing {
			t.Error("it went on after a wrong number")
		}
		if err := e.join(t, number, e.peer(), PhoneToPC); burnt(err) != WrongNumber {
			t.Errorf("the second guess got %v", err)
		}
	})
}

func TestWhatEndsACopy(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		self func(e *ends) Party
		way  Direction
		why  Reason
	}{
		"a device copies to itself": {func(e *ends) Party {
			if e.shows == Sending {
				return phone
			}
			return pc
		}, PhoneToPC, Itself},
		"the other side means the other way":   {(*ends).peer, PCToPhone, WrongNumber},
		"the other side does not say its name": {func(*ends) Party { return Party{Account: "demo01"} }, PhoneToPC, Broken},
	} {
		bothWays(t, func(t *testing.T, shows Side) {
			t.Helper()
			e := begin(t, &letters{}, shows)
			shower, typer := e.ended(t.Context(), e.join(t, e.shower().Number(), test.self(e), test.way))
			if burnt(shower) != test.why || burnt(typer) != test.why || e.stored != nil {
				t.Errorf("%s: who shows the number was told %v, who types it %v", name, shower, typer)
			}
		})
	}
}

// TestBothSend types the number that one sender shows on another sender, and that of
// a receiver on a receiver: each is told, as both customers do the same.
func TestBothSend(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	l := &letters{}
	sender, receiver := begin(t, l, Sending), begin(t, l, Receiving)
	_, err := SendTo(ctx, Setup{l, PCToPhone, pc, rand.Reader}, sender.out.Number(), offer, goods)
	_, other := sender.out.Step(ctx)
	if burnt(err) != SameWay || burnt(other) != SameWay {
		t.Errorf("two senders were told %v and %v", err, other)
	}
	_, err = Receive(ctx, Setup{l, PCToPhone, phone, rand.Reader}, receiver.in.Number())
	_, other = receiver.in.Step(ctx)
	if burnt(err) != SameWay || burnt(other) != SameWay {
		t.Errorf("two receivers were told %v and %v", err, other)
	}
}

func TestCancellingShowsOnTheOtherSide(t *testing.T) {
	t.Parallel()
	for name, cancel := range map[string]func(e *ends) error{
		"by the sender":   func(e *ends) error { return e.out.Cancel(context.Background()) },
		"by the receiver": func(e *ends) error { return e.in.Cancel(context.Background()) },
	} {
		bothWays(t, func(t *testing.T, shows Side) {
			t.Helper()
			e := begin(t, &letters{}, shows)
			e.meet(t)
			if err := cancel(e); err != nil {
				t.Fatal(err)
			}
			if out, in := e.finish(t.Context()); burnt(out) != Cancelled || burnt(in) != Cancelled {
				t.Errorf("%s: the sender was told %v, the receiver %v", name, out, in)
			}
		})
	}
}

func TestWhatCannotBeStoredIsNotDone(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, shows Side) {
		t.Helper()
		e := begin(t, &letters{}, shows)
		e.meet(t)
		e.storeErr = errors.New("the keyring is locked")
		out, in := e.finish(t.Context())
		if burnt(out) != NotStored || burnt(in) != NotStored || !errors.Is(in, e.storeErr) {
			t.Errorf("the sender was told %v, the receiver %v", out, in)
		}
		if e.sent.Stage == Completed || e.got.Stage == Completed {
			t.Error("somebody said that it was done")
		}
	})
}

func TestTwoWhoTypeBurnTheNumber(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, shows Side) {
		t.Helper()
		e := begin(t, &letters{}, shows)
		number := e.shower().Number()
		if err := e.join(t, bytes.Clone(number), e.peer(), PhoneToPC); err != nil {
			t.Fatal(err)
		}
		for range 2 { // the third claim says the same
			other := &ends{relay: e.relay, shows: shows}
			if err := other.join(t, bytes.Clone(number), Party{"device-third", "demo01"}, PhoneToPC); burnt(err) != Crowded {
				t.Errorf("another one who types it got %v", err)
			}
		}
		if out, in := e.finish(t.Context()); burnt(out) != Crowded || burnt(in) != Crowded || e.stored != nil {
			t.Errorf("the sender was told %v, the receiver %v", out, in)
		}
	})
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
