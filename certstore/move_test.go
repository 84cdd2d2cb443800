package certstore_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"smartbank/certstore"
	"smartbank/certstore/keyring"
	"smartbank/certstore/keyring/keyringtest"
)

// shelf is a part of a keyring, so that two stores go wrong and die as one program.
type shelf struct {
	keyring.Keyring
	prefix string
}

func (s shelf) Get(ctx context.Context, name string) ([]byte, error) {
	return s.Keyring.Get(ctx, s.prefix+name)
}

func (s shelf) Set(ctx context.Context, name string, value []byte) error {
	return s.Keyring.Set(ctx, s.prefix+name, value)
}

func (s shelf) Delete(ctx context.Context, name string) error {
	return s.Keyring.Delete(ctx, s.prefix+name)
}

// places are the two places that certificates can be in, and which of them is the one.
type places struct {
	*keyringtest.Keyring

	switched bool
}

// at is the store of a place, as a new program opens it.
func (p *places) at(place string, seed byte) *certstore.Store {
	return open(shelf{p.Keyring, place + "-"}, seed)
}

// used is the store that is in use.
func (p *places) used(seed byte) *certstore.Store {
	if p.switched {
		return p.at("new", seed)
	}
	return p.at("old", seed)
}

// move moves from old to new.
func (p *places) move(ctx context.Context, seed byte) error {
	return p.at("old", seed).Move(ctx, p.at("new", seed+1), func() error { p.switched = true; return nil })
}

// again is what a customer does after a move that went wrong: the same once more.
func (p *places) again(ctx context.Context, seed byte) error {
	if p.switched {
		return p.at("old", seed).FinishMove(ctx)
	}
	return p.move(ctx, seed)
}

// newPlaces has the certificates 1, with a wrong password tried, and 2 at the old place, and 3 at the new one, where 2 is too.
func newPlaces(t *testing.T) *places {
	t.Helper()
	p := &places{Keyring: keyringtest.New()}
	old := p.at("old", 1)
	one := put(t, old, 1).ID
	put(t, old, 2)
	if _, err := old.Unlock(t.Context(), one, []byte("wrong")); err == nil {
		t.Fatal("a wrong password opened it")
	}
	put(t, p.at("new", 2), 3)
	if _, err := p.at("new", 3).Put(t.Context(), material(t, 2), []byte("fresh")); err != nil {
		t.Fatal(err)
	}
	return p
}

// What is seen of a place before and after.
const (
	atOld   = "1001:" + password + " 1002:" + password
	atNew   = "1002:fresh 1003:" + password
	atMoved = atOld + " 1003:" + password
)

func TestAMoveKeepsIDsPasswordsAndTries(t *testing.T) {
	t.Parallel()
	p := newPlaces(t)
	before, err := p.used(4).List(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := p.move(t.Context(), 5); err != nil {
		t.Fatal(err)
	}
	after, err := p.used(7).List(t.Context())
	if err != nil || len(after) != 3 {
		t.Fatalf("%d certificates, %v", len(after), err)
	}
	for _, b := range before {
		found := false
		for _, a := range after {
			found = found || a.ID == b.ID && a.SHA256 == b.SHA256 && a.Tries == b.Tries && a.Added.Equal(b.Added)
		}
		if !found {
			t.Errorf("%s is not there as it was", b.ID)
		}
	}
	if found := seen(t, p.used(8)); found != atMoved {
		t.Errorf("found %q", found)
	}
	for name := range p.Items() {
		if name[:4] == "old-" {
			t.Errorf("%s is left", name)
		}
	}
}

// TestAMoveThatBreaks lets a move go wrong at every step of both stores, in every way there is. What is in use then is whole, the old
// place or the new one; and what is done after that brings everything to the new one, with nothing left over.
func TestAMoveThatBreaks(t *testing.T) {
	t.Parallel()
	p := newPlaces(t)
	kept := p.Items()
	p.Break(0, keyringtest.Refuses)
	if err := p.move(t.Context(), 5); err != nil {
		t.Fatal(err)
	}
	steps := p.Steps()
	clean := len(p.Items())
	points, mixed := 0, 0
	for how, way := range keyringtest.Ways {
		for step := 1; step <= steps; step++ {
			points++
			p.Restore(kept)
			p.switched = false
			p.Break(step, way)
			err := p.move(t.Context(), 5)
			p.Break(0, way)
			where := fmt.Sprintf("%s at step %d of %d (%v)", how, step, steps, err)
			if found := seenOf(t, p.used(9), p.switched); found != "" {
				mixed++
				t.Errorf("%s: found %q", where, found)
			}
			if (err == nil || errors.Is(err, certstore.ErrLeft)) != p.switched {
				t.Errorf("%s: switched %v", where, p.switched)
			}
			if err := p.again(t.Context(), 11); err != nil {
				t.Fatalf("%s: again: %v", where, err)
			}
			if found := seen(t, p.used(13)); found != atMoved && found != atBoth {
				mixed++
				t.Errorf("%s: found %q after the second time", where, found)
			}
			if found := seen(t, p.at("old", 14)); found != "" {
				t.Errorf("%s: %q is left", where, found)
			}
			if len(p.Items()) > clean+3 { // with both copies of 2, where nobody settled them
				t.Errorf("%s: %d items are kept, want %d", where, len(p.Items()), clean)
			}
		}
	}
	t.Logf("%d crash points of a move, %d mixed states", points, mixed)
}

// atBoth is the new place where what was there twice was not removed any more.
const atBoth = "1001:" + password + " 1002:" + password + " 1002:fresh 1003:" + password

// seenOf is "" if a store is whole.
func seenOf(t *testing.T, s *certstore.Store, switched bool) string {
	t.Helper()
	found := seen(t, s)
	if !switched && found == atOld || switched && (found == atMoved || found == atBoth) {
		return ""
	}
	return found + " "
}

// TestAMoveIsCalledOff leaves both places as they were when the new one cannot be made the one.
func TestAMoveIsCalledOff(t *testing.T) {
	t.Parallel()
	p := newPlaces(t)
	ill := errors.New("the settings cannot be written")
	err := p.at("old", 5).Move(t.Context(), p.at("new", 6), func() error { return ill })
	if !errors.Is(err, ill) {
		t.Fatalf("got %v", err)
	}
	if old, fresh := seen(t, p.at("old", 7)), seen(t, p.at("new", 8)); old != atOld || fresh != atNew {
		t.Errorf("the old place has %q, the new one %q", old, fresh)
	}
}

// TestADeletedCertificateDoesNotComeBack deletes one between a move that was killed and the next.
func TestADeletedCertificateDoesNotComeBack(t *testing.T) {
	t.Parallel()
	p := newPlaces(t)
	kept := p.Items()
	p.Break(0, keyringtest.Refuses)
	if err := p.move(t.Context(), 5); err != nil {
		t.Fatal(err)
	}
	steps := p.Steps()
	for step := 1; step <= steps; step++ {
		p.Restore(kept)
		p.switched = false
		p.Break(step, keyringtest.Dies)
		err := p.move(t.Context(), 5)
		p.Break(0, keyringtest.Dies)
		if p.switched {
			break
		}
		old := p.at("old", 7)
		entries, listed := old.List(t.Context())
		if listed != nil || len(entries) != 2 {
			t.Fatalf("died at step %d (%v): %d certificates, %v", step, err, len(entries), listed)
		}
		for _, e := range entries {
			if e.Serial.Int64() == 1001 {
				if err := old.Remove(t.Context(), e.ID); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := p.move(t.Context(), 9); err != nil {
			t.Fatal(err)
		}
		if found, want := seen(t, p.used(11)), "1002:"+password+" 1003:"+password; found != want {
			t.Errorf("died at step %d: found %q, want %q", step, found, want)
		}
	}
}

func TestThereMustBeRoomForAll(t *testing.T) {
	t.Parallel()
	p := &places{Keyring: keyringtest.New()}
	for n := range 20 {
		put(t, p.at("old", byte(n)), n)
		put(t, p.at("new", byte(n+40)), n+20)
	}
	if err := p.move(t.Context(), 90); !errors.Is(err, certstore.ErrFull) {
		t.Errorf("got %v", err)
	}
	if moving, err := p.at("old", 91).Moving(t.Context()); err != nil || moving {
		t.Errorf("moving %v, %v", moving, err)
	}
	if entries, err := p.used(92).List(t.Context()); err != nil || len(entries) != 20 || p.switched {
		t.Errorf("%d certificates, %v", len(entries), err)
	}
}
