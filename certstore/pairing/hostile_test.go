package pairing

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"testing"
)

// conversation are all messages of a copy: who posts them, and which.
var conversation = []struct {
	from Side
	n    int
}{
	{Sending, 0}, {Receiving, 0}, {Sending, 1}, {Receiving, 1}, {Sending, 2}, {Receiving, 2}, {Sending, 3}, {Receiving, 3}, {Sending, 4},
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
	for name, attack := range attacks {
		for _, where := range conversation {
			t.Run(fmt.Sprintf("%s, %s %d", name, where.from, where.n), func(t *testing.T) {
				t.Parallel()
				l, changed := &letters{}, false
				l.meddle = func(from Side, n int, m []byte) []byte {
					if from != where.from || n != where.n {
						return m
					}
					left := attack(l, from, n, bytes.Clone(m))
					changed = !bytes.Equal(left, m)
					return left
				}
				e := begin(t, l)
				var in, out error
				if in = e.receive(t, e.out.Number(), pc, PhoneToPC); in == nil {
					out, in = e.finish(t.Context())
				}
				if e.stored != nil && !bytes.Equal(e.stored.Cert, goods.Cert) {
					t.Fatal("something else was stored")
				}
				if e.stored == nil && (e.sent.Stage == Completed || e.got.Stage == Completed) {
					t.Errorf("done, and nothing stored: %v, %v", e.sent, e.got)
				}
				before := where.from == Receiving && where.n < 3 || where.from == Sending && where.n < 4
				if before && changed && (e.stored != nil || e.sent.Stage == Completed) {
					t.Errorf("it went through: %v, %v", out, in)
				}
			})
		}
	}
}

// TestMailboxesCannotBeSwapped gives each of two senders the receiver of the
// other.
func TestMailboxesCannotBeSwapped(t *testing.T) {
	t.Parallel()
	l := &letters{}
	first, second := begin(t, l), begin(t, l)
	swapped := append([]byte(second.out.box.Plate), first.out.agree.Secret()...)
	if err := second.receive(t, swapped, pc, PhoneToPC); err != nil {
		t.Fatal(err)
	}
	if out, in := second.finish(t.Context()); burnt(out) != WrongNumber || burnt(in) != WrongNumber || second.stored != nil {
		t.Errorf("the sender was told %v, the receiver %v", out, in)
	}
}

// TestTheRelaysLogDoesNotTellTheNumber hands everything that a relay saw to a
// search through all numbers of a smaller space: for each it computes what a relay could, and looks whether any message tells
// the right one from the others. The number is one of the space, so that a search that worked would find it.
func TestTheRelaysLogDoesNotTellTheNumber(t *testing.T) {
	t.Parallel()
	l := &letters{}
	e := begin(t, l)
	copy(e.out.agree.secret, "00004837") // 10,000 numbers in place of 100,000,000
	if err := e.receive(t, append([]byte(e.out.box.Plate), "00004837"...), pc, PhoneToPC); err != nil {
		t.Fatal(err)
	}
	if out, in := e.finish(t.Context()); out != nil || in != nil {
		t.Fatal(out, in)
	}
	a := e.in.agree.agreement
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
		e := begin(t, l)
		if in := e.receive(t, e.out.Number(), pc, PhoneToPC); in == nil {
			_, _ = e.finish(t.Context()) // however it ends
		}
		if e.stored != nil && !bytes.Equal(e.stored.Cert, goods.Cert) {
			t.Error("something else was stored")
		}
	})
}
