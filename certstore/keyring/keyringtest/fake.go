// Package keyringtest has a keyring for tests that is as bad as real ones are: it
// takes no more than Windows does, is slow, fails at any step, and dies at any step.
package keyringtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"sync"
	"testing"
	"time"

	"smartbank/certstore/keyring"
)

// WindowsLimit is how many bytes a value has at most in Windows (CRED_MAX_CREDENTIAL_BLOB_SIZE, wincred.h).
const WindowsLimit = 2560

// Way is how a call goes wrong.
type Way int

// The ways.
const (
	Refuses Way = iota // the call does nothing and fails; later ones work
	Loses              // the call is done, but is told to have failed: a time limit that passed; later ones work
	Dies               // the call does nothing, and nothing is done after it: the process was killed before it
	Late               // the call is told to have failed, and is done just before the next one that writes: a time limit that passed
)

// Ways are all of them.
var Ways = map[string]Way{"refuses": Refuses, "loses": Loses, "dies": Dies, "late": Late}

// ErrDead is returned for every call after the process was killed.
var ErrDead = errors.New("the process is dead")

// Keyring is a keyring in memory. It may be used from several goroutines.
type Keyring struct {
	mu      sync.Mutex
	items   map[string][]byte
	steps   int // calls since the last Break
	at      int // the step that goes wrong; 0 is none
	way     Way
	reason  keyring.Reason
	dead    bool
	latency time.Duration
	before  func(step int) // see Interpose
	late    []func() error // what is still to be done
}

// New returns an empty keyring.
func New() *Keyring { return &Keyring{items: map[string][]byte{}, reason: keyring.TimedOut} }

// Break makes the nth call from now, counted from 1, go wrong; 0 makes none, and a dead one live again.
func (k *Keyring) Break(n int, way Way) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.steps, k.at, k.way, k.dead = 0, n, way, false
}

// Because gives the calls that go wrong another reason than TimedOut.
func (k *Keyring) Because(reason keyring.Reason) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.reason = reason
}

// Slow makes every call take d, in the time of testing/synctest.
func (k *Keyring) Slow(d time.Duration) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.latency = d
}

// Interpose runs do before every call from now on, with its number, counted from 1: what other processes do meanwhile. nil is nothing.
func (k *Keyring) Interpose(do func(step int)) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.steps, k.before = 0, do
}

// Steps is how many calls were made since Break or Interpose.
func (k *Keyring) Steps() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.steps
}

// Items is a copy of what is kept.
func (k *Keyring) Items() map[string][]byte {
	k.mu.Lock()
	defer k.mu.Unlock()
	items := maps.Clone(k.items)
	for name, value := range items {
		items[name] = bytes.Clone(value)
	}
	return items
}

// Restore puts items in the place of what is kept.
func (k *Keyring) Restore(items map[string][]byte) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.items, k.late = maps.Clone(items), nil
}

// Get returns a value, or keyring.ErrNotFound.
func (k *Keyring) Get(ctx context.Context, name string) (value []byte, err error) {
	err = k.step(ctx, func() error {
		found, ok := k.items[name]
		if !ok {
			return keyring.ErrNotFound
		}
		value = bytes.Clone(found)
		return nil
	})
	return value, err
}

// Set keeps a value. Over keyring.MaxValue, which is under WindowsLimit, it is refused.
func (k *Keyring) Set(ctx context.Context, name string, value []byte) error {
	return k.step(ctx, func() error {
		k.catchUp()
		if len(value) > min(keyring.MaxValue, WindowsLimit) {
			return &keyring.UnavailableError{Reason: keyring.TooBig, Where: keyring.WhereMemory, Err: fmt.Errorf("%s: %d bytes", name, len(value))}
		}
		k.items[name] = bytes.Clone(value)
		return nil
	})
}

// Delete forgets a value.
func (k *Keyring) Delete(ctx context.Context, name string) error {
	return k.step(ctx, func() error {
		k.catchUp()
		delete(k.items, name)
		return nil
	})
}

// catchUp does what was left behind.
func (k *Keyring) catchUp() {
	late := k.late
	k.late = nil
	for _, do := range late {
		do() //nolint:errcheck,gosec // it was told to have failed long ago
	}
}

var errBroken = errors.New("broken for the test")

// step makes one call, if it is to be made.
func (k *Keyring) step(ctx context.Context, do func() error) error {
	k.mu.Lock()
	k.steps++
	step, before, latency := k.steps, k.before, k.latency
	k.mu.Unlock()
	if before != nil {
		before(step)
	}
	if latency > 0 {
		wait, cancel := context.WithTimeout(ctx, latency)
		<-wait.Done()
		cancel()
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.dead {
		return ErrDead
	}
	if step != k.at {
		return do()
	}
	switch k.way {
	case Loses:
		do() //nolint:errcheck,gosec // it is told to have failed in any case
	case Late:
		k.late = append(k.late, do)
	case Dies:
		k.dead = true
		return ErrDead
	case Refuses:
	}
	return &keyring.UnavailableError{Reason: k.reason, Where: keyring.WhereMemory, Err: errBroken}
}

// absent checks that a name has no value, and that it may be deleted all the same.
func absent(t *testing.T, k keyring.Keyring, name string) {
	t.Helper()
	if _, err := k.Get(t.Context(), name); !errors.Is(err, keyring.ErrNotFound) {
		t.Fatalf("Get of %s, which has no value: %v, want ErrNotFound", name, err)
	}
	if err := k.Delete(t.Context(), name); err != nil {
		t.Fatalf("Delete of %s, which has no value: %v", name, err)
	}
}

// Test checks that a keyring keeps the promises of the interface. It leaves nothing in it.
func Test(t *testing.T, k keyring.Keyring) {
	t.Helper()
	ctx := t.Context()
	full := make([]byte, keyring.MaxValue)
	for i := range full {
		full[i] = byte(i) // every byte there is
	}
	for name, value := range map[string][]byte{"an-id.0": full, "text": []byte("전자우편 \x00\x1b\n "), "empty": {}} {
		absent(t, k, name)
		for _, v := range [][]byte{[]byte("an earlier value"), value} {
			if err := k.Set(ctx, name, v); err != nil {
				t.Fatalf("Set of %s: %v", name, err)
			}
			if got, err := k.Get(ctx, name); err != nil || !bytes.Equal(got, v) {
				t.Fatalf("Get of %s: %d bytes, %v; want the %d that were set", name, len(got), err, len(v))
			}
		}
	}
	for _, name := range []string{"an-id.0", "text", "empty"} {
		if err := k.Delete(ctx, name); err != nil {
			t.Fatalf("Delete of %s: %v", name, err)
		}
		absent(t, k, name)
	}
	err := k.Set(ctx, "big", make([]byte, keyring.MaxValue+1))
	if unavailable, ok := errors.AsType[*keyring.UnavailableError](err); !ok || unavailable.Reason != keyring.TooBig {
		t.Fatalf("Set of %d bytes: %v, want too big", keyring.MaxValue+1, err)
	}
}
