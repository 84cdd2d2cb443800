package keyring

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os/exec"
	"runtime"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"

	system "github.com/zalando/go-keyring"
)

func TestReasons(t *testing.T) {
	t.Parallel()
	exit := func(code int) error {
		err := exec.CommandContext(t.Context(), "sh", "-c", fmt.Sprintf("exit %d", code)).Run()
		if err == nil {
			t.Fatal("no error")
		}
		return err
	}
	const login = "failed to unlock correct collection '/org/freedesktop/secrets/collection/login'"
	for name, c := range map[string]struct {
		err  error
		want Reason
	}{
		"no bus and no dbus-launch":       {&exec.Error{Name: "dbus-launch", Err: exec.ErrNotFound}, NoService},
		"a bus that is not there":         {fmt.Errorf("dial unix /nonexistent: connect: %w", fs.ErrNotExist), NoService},
		"a bus that is gone":              {fmt.Errorf("dial unix: connect: %w", syscall.ECONNREFUSED), NoService},
		"a bus without a service":         {errors.New("The name org.freedesktop.secrets was not provided by any .service files"), NoService},
		"a service without a keyring":     {errors.New("failed to unlock correct collection '/org/freedesktop/secrets/aliases/default'"), NoService},
		"a locked keyring":                {errors.New(login), Locked},
		"a full disk":                     {errors.New("Couldn't set item secret"), NoRoom},
		"a system without a keyring":      {system.ErrUnsupportedPlatform, NoService},
		"a value that is too big":         {system.ErrSetDataTooBig, TooBig},
		"no answer":                       {errTimeout, TimedOut},
		"anything else":                   {errors.New("no"), Denied},
		"Windows: access denied":          {syscall.Errno(5), Denied},
		"Windows: no logon session":       {syscall.Errno(1312), NoService},
		"macOS: locked, over SSH":         {exit(36), Locked},
		"macOS: no such keychain":         {exit(50), NoService},
		"macOS: the customer said no":     {exit(128), Denied},
		"macOS: something else":           {exit(1), Denied},
		"macOS: it did not keep the item": {errNotKept, Denied},
	} {
		if got := reasonOf(c.err); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// hanging is a backend whose calls come back when they are let go.
type hanging struct {
	mu    sync.Mutex
	items map[string]string
	hang  chan struct{} // nil: nothing hangs
	calls int
}

func (h *hanging) call() {
	h.mu.Lock()
	h.calls++
	wait := h.hang
	h.mu.Unlock()
	if wait != nil {
		<-wait
	}
}

func (h *hanging) Get(_, name string) (string, error) {
	h.call()
	h.mu.Lock()
	defer h.mu.Unlock()
	value, ok := h.items[name]
	if !ok {
		return "", system.ErrNotFound
	}
	return value, nil
}

func (h *hanging) Set(_, name, value string) error {
	h.call()
	h.mu.Lock()
	defer h.mu.Unlock()
	h.items[name] = value
	return nil
}

func (h *hanging) Delete(_, name string) error {
	h.call()
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.items, name)
	return nil
}

func (h *hanging) made() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.calls
}

func (h *hanging) is(hangs chan struct{}) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.hang = hangs
}

// TestCallThatHangs is what a dead display does to D-Bus: calls that never come back.
func TestCallThatHangs(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		hangs := make(chan struct{})
		back := &hanging{items: map[string]string{}}
		o := &OS{service: "test", back: back, queue: newQueue()}
		if err := o.Set(t.Context(), "name", []byte("old")); err != nil {
			t.Fatal(err)
		}

		back.is(hangs)
		for range mostBehind + 3 { // more than may be left behind
			if _, err := o.Get(t.Context(), "name"); reason(err) != TimedOut {
				t.Fatalf("Get: %v, want timed out", err)
			}
		}
		if err := o.Set(t.Context(), "name", []byte("late")); reason(err) != TimedOut {
			t.Fatalf("Set: %v, want timed out", err)
		}
		if got := back.made() - 1; got != mostBehind+1 {
			t.Errorf("%d calls were left behind, want %d", got, mostBehind+1)
		}

		// The keyring answers again, but the write is still behind: no other one overtakes it.
		back.is(nil)
		if err := o.Set(t.Context(), "name", []byte("new")); reason(err) != TimedOut {
			t.Errorf("Set while one is behind: %v, want timed out", err)
		}
		close(hangs)
		synctest.Wait()
		if value, err := o.Get(t.Context(), "name"); err != nil || string(value) != "late" {
			t.Errorf("Get: %q, %v", value, err)
		}
		if err := o.Set(t.Context(), "name", []byte("new")); err != nil {
			t.Errorf("Set: %v", err)
		}
		if value, err := o.Get(t.Context(), "name"); err != nil || string(value) != "new" {
			t.Errorf("Get: %q, %v", value, err)
		}
	})
}

// TestReadsGoOnAfterOneHung checks that a prompt nobody answers does not take the keyring away for good.
func TestReadsGoOnAfterOneHung(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		hangs := make(chan struct{})
		back := &hanging{items: map[string]string{}, hang: hangs}
		o := &OS{service: "test", back: back, queue: newQueue()}
		if err := o.Set(t.Context(), "name", nil); reason(err) != TimedOut {
			t.Fatalf("Set: %v, want timed out", err)
		}
		back.is(nil)
		if _, err := o.Get(t.Context(), "name"); !errors.Is(err, ErrNotFound) {
			t.Errorf("Get: %v, want ErrNotFound", err)
		}
		close(hangs)
		synctest.Wait()
	})
}

func TestCallerWhoGivesUp(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		hangs := make(chan struct{})
		o := &OS{service: "test", back: &hanging{items: map[string]string{}, hang: hangs}, queue: newQueue()}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- o.Delete(ctx, "name") }()
		synctest.Wait()
		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("Delete: %v, want canceled", err)
		}
		close(hangs)
		synctest.Wait()
	})
}

func TestKeychainThatKeepsNothingIsFoundOut(t *testing.T) {
	t.Parallel()
	o := &OS{service: "test", back: forgetful{}, queue: newQueue(), plain: true, reread: true}
	if err := o.Set(t.Context(), "name", []byte("value")); reason(err) != Denied {
		t.Errorf("Set: %v, want denied", err)
	}
}

// forgetful says that it did everything.
type forgetful struct{}

func (forgetful) Get(_, _ string) (string, error) { return "", system.ErrNotFound }
func (forgetful) Set(_, _, _ string) error        { return nil }
func (forgetful) Delete(_, _ string) error        { return nil }

// reason is the reason of an UnavailableError, "" for none.
func reason(err error) Reason {
	if unavailable, ok := errors.AsType[*UnavailableError](err); ok {
		return unavailable.Reason
	}
	return ""
}

// TestWithoutAService asks where there is none, as in most containers and over SSH.
func TestWithoutAService(t *testing.T) { //nolint:paralleltest // it changes the environment
	if runtime.GOOS != "linux" {
		t.Skip("this system always has a keyring")
	}
	for _, address := range []string{"unix:path=/nonexistent", ""} {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
		t.Setenv("PATH", t.TempDir()) // no dbus-launch
		t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
		t.Setenv("DISPLAY", "")
		_, err := NewOS("smartbank-test").Get(t.Context(), "name")
		if reason(err) != NoService {
			t.Errorf("Get with the bus %q: %v, want no service", address, err)
		}
	}
}
