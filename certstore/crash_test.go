package certstore_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"smartbank/certstore"
	"smartbank/certstore/keyring"
	"smartbank/certstore/keyring/keyringtest"
)

// passwords are all that a key of these tests can have.
var passwords = []string{password, "fresh"}

// seen is what a customer can tell of a store: each certificate with the password that opens its key, and whether it is the right key.
func seen(tb testing.TB, s *certstore.Store) string {
	tb.Helper()
	entries, err := s.List(context.Background())
	if err != nil {
		return "List: " + err.Error()
	}
	var all []string
	for _, e := range entries {
		opened := "none"
		for _, p := range passwords {
			signer, err := s.Unlock(context.Background(), e.ID, []byte(p))
			if err != nil {
				continue
			}
			opened = p
			if !signer.Key().Matches(e.X509) {
				opened = "mixed"
			}
			signer.Close()
		}
		all = append(all, fmt.Sprintf("%v:%s", e.Serial, opened))
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// changes are the changes that a program may die in, on a store with the certificates 1 and 2.
var changes = map[string]func(tb testing.TB, s *certstore.Store, one string) error{
	"put": func(tb testing.TB, s *certstore.Store, _ string) error {
		tb.Helper()
		_, err := s.Put(tb.Context(), material(tb, 3), []byte(password))
		return err
	},
	"replace": func(tb testing.TB, s *certstore.Store, one string) error {
		tb.Helper()
		_, err := s.Put(tb.Context(), material(tb, 3), []byte("fresh"), one)
		return err
	},
	"change the password": func(tb testing.TB, s *certstore.Store, one string) error {
		tb.Helper()
		return s.ChangePassword(tb.Context(), one, []byte(password), []byte("fresh"))
	},
	"remove": func(tb testing.TB, s *certstore.Store, one string) error {
		tb.Helper()
		return s.Remove(tb.Context(), one)
	},
}

// TestOldOrNewWhole lets every change go wrong at every step, in every way there is. What the next program finds is what was before, or
// what was to be, and after its next change nothing is left over.
func TestOldOrNewWhole(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	points, mixed := 0, 0
	t.Run("changes", func(t *testing.T) {
		t.Parallel()
		for name, change := range changes {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				tried, bad := breakEverywhere(t, change)
				mu.Lock()
				defer mu.Unlock()
				points, mixed = points+tried, mixed+bad
			})
		}
	})
	t.Cleanup(func() { t.Logf("%d crash points, %d mixed states", points, mixed) })
}

// breakEverywhere makes one change go wrong everywhere. It returns how many points it tried, and after how many of them the store was
// neither as before nor as it was to be.
func breakEverywhere(t *testing.T, change func(testing.TB, *certstore.Store, string) error) (points, mixed int) {
	t.Helper()
	k := keyringtest.New()
	s := open(k, 1)
	one := put(t, s, 1).ID
	two := put(t, s, 2).ID
	kept := k.Items()
	before, beforeItems := seen(t, open(k, 2)), len(k.Items())
	k.Restore(kept)
	k.Break(0, keyringtest.Refuses)
	if err := change(t, open(k, 3), one); err != nil {
		t.Fatal(err)
	}
	steps := k.Steps()
	after, afterItems := seen(t, open(k, 4)), len(k.Items())
	if before == after || strings.Contains(before+after, "none") {
		t.Fatalf("before %q, after %q", before, after)
	}
	for how, way := range keyringtest.Ways {
		for step := 1; step <= steps; step++ {
			points++
			k.Restore(kept)
			k.Break(step, way)
			err := change(t, open(k, 3), one)
			k.Break(0, way)
			next := open(k, byte(4+step))
			signer, unlocked := next.Unlock(t.Context(), two, []byte(password)) // a change, and so it sweeps
			if unlocked != nil {
				t.Fatalf("%s at step %d of %d: %v", how, step, steps, unlocked)
			}
			signer.Close()
			found := seen(t, next)
			items := map[string]int{before: beforeItems, after: afterItems}
			want, whole := items[found]
			switch {
			case !whole, err == nil && found != after, err != nil && found == after && way != keyringtest.Late:
				mixed++
				t.Errorf("%s at step %d of %d (%v): found %q, which is neither %q nor %q", how, step, steps, err, found, before, after)
			case len(k.Items()) != want:
				t.Errorf("%s at step %d of %d: %d items are kept, want %d: %v", how, step, steps, len(k.Items()), want, slices.Sorted(maps.Keys(k.Items())))
			}
		}
	}
	return points, mixed
}

// TestCustomerWhoGivesUp cancels a change at every step.
func TestCustomerWhoGivesUp(t *testing.T) {
	t.Parallel()
	k := keyringtest.New()
	s := open(k, 1)
	put(t, s, 1)
	kept := k.Items()
	k.Interpose(func(int) {})
	put(t, open(k, 2), 3)
	steps := k.Steps()
	for step := 1; step <= steps; step++ {
		k.Restore(kept)
		ctx, cancel := context.WithCancel(t.Context())
		k.Interpose(func(at int) {
			if at == step {
				cancel()
			}
		})
		_, err := open(k, 2).Put(ctx, material(t, 3), []byte(password))
		k.Interpose(nil)
		cancel()
		found := seen(t, open(k, 3))
		switch {
		case err == nil && found == "1001:"+password+" 1003:"+password, errors.Is(err, context.Canceled) && found == "1001:"+password:
		default:
			t.Errorf("given up at step %d of %d: %v, found %q", step, steps, err, found)
		}
	}
}

// TestProgramsAtOnce lets several programs change one keyring at once, under the lock that they share: nothing is lost.
func TestProgramsAtOnce(t *testing.T) {
	t.Parallel()
	k := keyringtest.New()
	path := filepath.Join(t.TempDir(), "lock")
	program := func(seed byte) *certstore.Store {
		return certstore.New(certstore.Options{
			Keyring: k, Now: nowOfTests, Rand: chanceOf(seed), Cost: certstore.TapeCost,
			Lock: func(ctx context.Context) (func(), error) { return keyring.Lock(ctx, path) },
		})
	}
	var all sync.WaitGroup
	for p := range 4 {
		s := program(byte(p + 1))
		all.Go(func() {
			for n := range 3 {
				if _, err := s.Put(context.Background(), material(t, 4*n+p), []byte(password)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	found := seen(t, program(9))
	if got := len(strings.Fields(found)); got != 12 || strings.Contains(found, "none") {
		t.Errorf("found %d certificates, want 12: %s", got, found)
	}
}

// TestProgramInBetween lets another program, which knows no lock, change the keyring before each step of a change. The change sees it and begins
// again: both hold. Only between its last look and its root nobody can see anything, which is what the lock is for.
func TestProgramInBetween(t *testing.T) {
	t.Parallel()
	k := keyringtest.New()
	one := put(t, open(k, 1), 1).ID
	kept := k.Items()
	k.Interpose(func(int) {})
	if err := open(k, 2).ChangePassword(t.Context(), one, []byte(password), []byte("fresh")); err != nil {
		t.Fatal(err)
	}
	steps := k.Steps()
	lost := 0
	for step := 1; step <= steps; step++ {
		k.Restore(kept)
		k.Interpose(func(at int) {
			if at == step {
				k.Interpose(nil)
				put(t, open(k, 50), 5)
			}
		})
		err := open(k, 2).ChangePassword(t.Context(), one, []byte(password), []byte("fresh"))
		k.Interpose(nil)
		switch found := seen(t, open(k, 3)); {
		case err == nil && found == "1001:fresh 1005:"+password:
		case errors.Is(err, certstore.ErrChanged) && found == "1001:"+password+" 1005:"+password: // refused while the try was counted
		default:
			lost++
			t.Logf("in between before step %d of %d: %v, found %q", step, steps, err, found)
		}
	}
	if lost > 3 { // the roots of the count, of its taking back, and of the change
		t.Errorf("%d places where another program is not seen, want at most 3", lost)
	}
}
