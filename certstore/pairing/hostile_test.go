package pairing

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"testing"
)

// conversation are all messages of a copy: who posts them, and which. Whoever shows
// the number, each side posts as many, though not in the same order.
var conversation = []struct {
	from Side
	n    int
}{
	{Sending, 0}, {Receiving, 0}, {Sending, 1}, {Receiving, 1}, {Sending, 2}, {Receiving, 2}, {Sending, 3}, {Receiving, 3}, {Sending, 4},
}

// old are the messages of a copy between the same devices that was made before.
func old(t *testing.T, shows Side) map[string][]byte {
	t.Helper()
	e := begin(t, &letters{}, shows)
	e.meet(t)
	if out, in := e.finish(t.Context()); out != nil || in != nil {
		t.Fatal(out, in)
	}
	return e.relay.boxes["mailbox-1"].posted
}

// attacks are what a relay can do to one message.
var attacks = map[string]func(l *letters, from Side, n int, message []byte) []byte{
	"loses it":               func(*letters, Side, int, []byte) []byte { return nil },
	"flips its last bit":     func(_ *letters, _ Side, _ int, m []byte) []byte { m[len(m)-1] ^= 1; return m },
	"flips a bit inside":     func(_ *letters, _ Side, _ int, m []byte) []byte { m[len(m)/2] ^= 0x10; return m },
	"flips its kind":         func(_ *letters, _ Side, _ int, m []byte) []byte { m[1] ^= 1; return m },
	"cuts it":                func(_ *letters, _ Side, _ int, m []byte) []byte { return m[:len(m)-1] },
	"adds to it":             func(_ *letters, _ Side, _ int, m []byte) []byte { return append(m, 0) },
	"empties it":             func(*letters, Side, int, []byte) []byte { return []byte{} },
	"repeats the one before": func(l *letters, _ Side, _ int, _ []byte) []byte { return l.log[max(0, len(l.log)-2)] },
	"repeats the first":      func(l *letters, _ Side, _ int, _ []byte) []byte { return l.log[0] },
	"answers with the neutral element": func(_ *letters, _ Side, _ int, m []byte) []byte {
		return replaceShare(m, make([]byte, 32))
	},
	"answers with no element": func(_ *letters, _ Side, _ int, m []byte) []byte {
		return replaceShare(m, bytes.Repeat([]byte{0xff}, 32))
	},
	"answers with a share of its own": func(_ *letters, _ Side, _ int, m []byte) []byte {
		mine, err := newShare([]byte("00000000"), nil, nil, rand.Reader)
		if err != nil {
			return nil
		}
		return replaceShare(m, mine.share)
	},
	"reflects what the other side said last": func(l *letters, from Side, _ int, _ []byte) []byte {
		if from == Receiving {
			return l.log[0]
		}
		return l.log[max(0, len(l.log)-2)]
	},
}

// replaceShare puts another share into a message that has one; others it loses.
func replaceShare(m, share []byte) []byte {
	if fields, err := decode(m, kindAnswer, 4); err == nil {
		return encode(kindAnswer, fields[0], fields[1], fields[2], share)
	}
	if fields, err := decode(m, kindShare, 2); err == nil {
		return encode(kindShare, share, fields[1])
	}
	return nil
}

// TestARelayGetsNothingAndStoresNothing does everything above to every message:
// neither side ever stores what was not sent, nor says that it is done unless both know.
func TestARelayGetsNothingAndStoresNothing(t *testing.T) {
	t.Parallel()
	for way, shows := range ways {
		before := old(t, shows)
		all := maps.Clone(attacks)
		all["replays what an older copy said"] = nil
		for name, attack := range all {
			for _, where := range conversation {
				t.Run(fmt.Sprintf("%s, %s, %s %d", way, name, where.from, where.n), func(t *testing.T) {
					t.Parallel()
					l, changed := &letters{}, false
					l.meddle = func(from Side, n int, m []byte) []byte {
						if from != where.from || n != where.n {
							return m
						}
						left := before[letter(from, n)]
						if attack != nil {
							left = attack(l, from, n, bytes.Clone(m))
						}
						changed = !bytes.Equal(left, m)
						return left
					}
					survive(t, begin(t, l, shows), where.from, where.n, &changed)
				})
			}
		}
	}
}

// survive makes a copy of which one message is not what was sent.
func survive(t *testing.T, e *ends, from Side, n int, changed *bool) {
	t.Helper()
	typed := e.join(t, e.shower().Number(), e.peer(), PhoneToPC)
	shower, typer := e.ended(t.Context(), typed)
	if e.stored != nil && !bytes.Equal(e.stored.Cert, goods.Cert) {
		t.Fatal("something else was stored")
	}
	if e.stored == nil && (e.sent.Stage == Completed || e.got.Stage == Completed) {
		t.Errorf("done, and nothing stored: %v, %v", e.sent, e.got)
	}
	needed := from == Receiving && n < 3 || from == Sending && n < 4
	if needed && *changed && (e.stored != nil || e.sent.Stage == Completed) {
		t.Errorf("it went through: %v, %v", shower, typer)
	}
}

// TestALateRelayOnlyTakesLonger delays every message.
func TestALateRelayOnlyTakesLonger(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, shows Side) {
		t.Helper()
		e := begin(t, &letters{late: 1}, shows)
		e.meet(t)
		if out, in := e.finish(t.Context()); out != nil || in != nil || e.sent.Stage != Completed || e.got.Stage != Completed {
			t.Errorf("the sender is at %+v (%v), the receiver at %+v (%v)", e.sent, out, e.got, in)
		}
	})
}

// TestMessagesInAnotherOrderEndACopy swaps the two messages that a sender posts
// together, where it typed the number: its proof and its offer.
func TestMessagesInAnotherOrderEndACopy(t *testing.T) {
	t.Parallel()
	l := &letters{}
	var proof []byte
	l.meddle = func(from Side, n int, m []byte) []byte {
		switch {
		case from != Sending || n < 1 || n > 2:
			return m
		case n == 1:
			proof = m
			return nil
		}
		l.boxes["mailbox-1"].messages[letter(Sending, 1)] = m
		return proof
	}
	e := begin(t, l, Receiving)
	e.meet(t)
	if out, in := e.finish(t.Context()); burnt(out) != Broken || burnt(in) != Broken || e.stored != nil {
		t.Errorf("the sender was told %v, the receiver %v", out, in)
	}
}

// TestAThirdPartyInBetween lets somebody who only saw the mailbox answer in place of
// the device where the number is typed.
func TestAThirdPartyInBetween(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, shows Side) {
		t.Helper()
		l := &letters{}
		e := begin(t, l, shows)
		number := e.shower().Number()
		guess := append([]byte(e.shower().box.Plate), "12345678"...)
		third := &ends{relay: l, shows: shows}
		if err := third.join(t, guess, Party{"device-third", "demo01"}, PhoneToPC); err != nil {
			t.Fatal(err)
		}
		l.boxes["mailbox-1"].claimed = false // the relay hides it
		shown, _ := e.ended(t.Context(), errors.New("the rightful one was slower"))
		if burnt(shown) != "" {
			t.Fatalf("who shows the number was told %v", shown)
		}
		err := e.join(t, number, e.peer(), PhoneToPC)
		if third.in != nil {
			_, _ = third.in.Step(t.Context()) // it sees that its guess is wrong
		} else {
			_, _ = third.out.Step(t.Context())
		}
		shower, _ := e.ended(t.Context(), errors.New("so is it now"))
		if burnt(shower) != WrongNumber || err == nil || e.stored != nil || third.stored != nil {
			t.Errorf("who shows the number was told %v, the rightful one %v", shower, err)
		}
	})
}

// TestMailboxesCannotBeSwapped gives each of two senders the receiver of the
// other.
func TestMailboxesCannotBeSwapped(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, shows Side) {
		t.Helper()
		l := &letters{}
		first, second := begin(t, l, shows), begin(t, l, shows)
		swapped := append([]byte(second.shower().box.Plate), first.shower().shower.Secret()...)
		if err := second.join(t, swapped, second.peer(), PhoneToPC); err != nil {
			t.Fatal(err)
		}
		if out, in := second.finish(t.Context()); burnt(out) != WrongNumber || burnt(in) != WrongNumber || second.stored != nil {
			t.Errorf("the sender was told %v, the receiver %v", out, in)
		}
	})
}

// TestWhoShowsIsAgreed has both sides take the same number and disagree on which of
// them shows it: they do not come to a key.
func TestWhoShowsIsAgreed(t *testing.T) {
	t.Parallel()
	a := agreement{direction: PhoneToPC, showing: Sending, mailbox: "m", shower: phone, typer: pc}
	b := a
	b.showing = Receiving
	if bytes.Equal(a.ci(), b.ci()) {
		t.Error("the context does not say who shows the number")
	}
}

// TestTheRelaysLogDoesNotTellTheNumber hands everything that a relay saw to a
// search through all numbers of a smaller space: for each it computes what a relay could, and looks whether any message tells
// the right one from the others. The number is one of the space, so that a search that worked would find it.
func TestTheRelaysLogDoesNotTellTheNumber(t *testing.T) {
	t.Parallel()
	l := &letters{}
	e := begin(t, l, Sending)
	copy(e.out.shower.secret, "00004837") // 10,000 numbers in place of 100,000,000
	e.meet(t)
	if out, in := e.finish(t.Context()); out != nil || in != nil {
		t.Fatal(out, in)
	}
	a := e.in.typer.agreement
	answer, err := decode(l.log[1], kindAnswer, 4)
	if err != nil {
		t.Fatal(err)
	}
	share, err := decode(l.log[2], kindShare, 2)
	if err != nil {
		t.Fatal(err)
	}
	var all []byte
	for _, m := range l.log {
		all = append(all, m...)
	}
	for guess := range 10_000 {
		secret := fmt.Appendf(nil, "%08d", guess)
		g := generator(secret, a.ci(), a.sid()).Encode(nil)
		hash := sha256.Sum256(secret)
		for what, candidate := range map[string][]byte{
			"the number itself": secret, "its hash": hash[:16], "the generator": g[:16],
			"a key over the shares": newKeys(a.sid(), sessionKey(a.sid(), g, answer[3], []byte(pc.Device), share[0], []byte(phone.Device))).
				tag(share[0], []byte(phone.Device))[:16],
		} {
			if bytes.Contains(all, candidate) {
				t.Fatalf("%s of %s is in the log", what, secret)
			}
		}
	}
}

// FuzzMessages gives both sides messages that somebody made up: they end the
// copy, and nothing panics.
func FuzzMessages(f *testing.F) {
	f.Add([]byte{version, byte(kindAnswer), 0}, byte(0))
	f.Add(encode(kindAnswer, make([]byte, nonceSize), []byte("d"), []byte("a"), make([]byte, 32)), byte(0))
	f.Add(encode(kindShare, make([]byte, 32), make([]byte, 64)), byte(1))
	f.Add(encode(kindTag, make([]byte, 64)), byte(2))
	f.Add(encode(kindSealed, make([]byte, 40)), byte(3))
	f.Fuzz(func(t *testing.T, message []byte, at byte) {
		l := &letters{}
		where := conversation[int(at)%len(conversation)]
		l.meddle = func(from Side, n int, m []byte) []byte {
			if from == where.from && n == where.n {
				return message
			}
			return m
		}
		e := begin(t, l, []Side{Sending, Receiving}[int(at)/len(conversation)%2])
		_, _ = e.ended(t.Context(), e.join(t, e.shower().Number(), e.peer(), PhoneToPC)) // however it ends
		if e.stored != nil && !bytes.Equal(e.stored.Cert, goods.Cert) {
			t.Error("something else was stored")
		}
	})
}
