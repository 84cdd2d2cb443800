package keyring_test

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"smartbank/certstore/keyring"
	"smartbank/certstore/keyring/keyringtest"
)

// reasonIn is the reason of an UnavailableError, "" for none.
func reasonIn(err error) keyring.Reason {
	if unavailable, ok := errors.AsType[*keyring.UnavailableError](err); ok {
		return unavailable.Reason
	}
	return ""
}

func TestMemoryKeepsValues(t *testing.T) {
	t.Parallel()
	keyringtest.Test(t, keyring.NewMemory())
}

func TestTheFakeKeepsValues(t *testing.T) {
	t.Parallel()
	keyringtest.Test(t, keyringtest.New())
}

func TestFileKeepsValues(t *testing.T) {
	t.Parallel()
	keyringtest.Test(t, openFile(t, filepath.Join(t.TempDir(), "keyring"), "a passphrase"))
}

func TestNamesAreTheSameEverywhere(t *testing.T) {
	t.Parallel()
	for where, k := range map[string]keyring.Keyring{
		"memory": keyring.NewMemory(), "file": openFile(t, filepath.Join(t.TempDir(), "k"), "p"), "os": keyring.NewOS("smartbank-test"),
	} {
		for _, name := range []string{"", "a b", "a/b", "a'b", "가", "a\n", string(bytes.Repeat([]byte("a"), 65))} {
			_, err := k.Get(t.Context(), name)
			if reasonIn(err) != keyring.Denied || reasonIn(k.Set(t.Context(), name, nil)) != keyring.Denied || reasonIn(k.Delete(t.Context(), name)) != keyring.Denied {
				t.Errorf("%s takes the name %q", where, name)
			}
		}
	}
}

// openFile opens a file keyring at the cost of tests.
func openFile(tb testing.TB, path, passphrase string) *keyring.File {
	tb.Helper()
	f, err := keyring.OpenFile(path, []byte(passphrase), options())
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(f.Close)
	return f
}

func options() keyring.FileOptions {
	return keyring.FileOptions{Rand: rand.NewChaCha8([32]byte{1}), Cost: keyring.TapeCost}
}

func TestFileIsThereForTheNextProgram(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "new folder", "keyring")
	if err := openFile(t, path, "a passphrase").Set(t.Context(), "name", []byte("value")); err != nil {
		t.Fatal(err)
	}
	value, err := openFile(t, path, "a passphrase").Get(t.Context(), "name")
	if err != nil || string(value) != "value" {
		t.Fatalf("Get: %q, %v", value, err)
	}
}

func TestFileTellsWhatIsWrong(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "keyring")
	if err := openFile(t, path, "a passphrase").Set(t.Context(), "name", []byte("value")); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	open := func(content []byte, passphrase string) keyring.Reason {
		t.Helper()
		copied := filepath.Join(folder, "copy")
		if err := os.WriteFile(copied, content, 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := keyring.OpenFile(copied, []byte(passphrase), options())
		if err == nil {
			f.Close()
		}
		return reasonIn(err)
	}
	if got := open(whole, "a passphrase"); got != "" {
		t.Errorf("the right passphrase: %q", got)
	}
	if got := open(whole, "A passphrase"); got != keyring.WrongPass {
		t.Errorf("a wrong passphrase: %q", got)
	}
	for i := range whole {
		changed := bytes.Clone(whole)
		changed[i] ^= 0x20
		if got := open(changed, "a passphrase"); got != keyring.Damaged {
			t.Fatalf("byte %d changed: %q, want damaged", i, got)
		}
		if got := open(whole[:i], "a passphrase"); got != keyring.Damaged {
			t.Fatalf("cut off after %d bytes: %q, want damaged", i, got)
		}
	}
	if got := open(append(bytes.Clone(whole), 0), "a passphrase"); got != keyring.Damaged {
		t.Errorf("a byte more: %q, want damaged", got)
	}
}

func TestFileOlderThanBeforeIsDamaged(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "keyring")
	f := openFile(t, path, "a passphrase")
	if err := f.Set(t.Context(), "tries", []byte{1}); err != nil {
		t.Fatal(err)
	}
	old, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Set(t.Context(), "tries", []byte{2}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, old, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Get(t.Context(), "tries"); reasonIn(err) != keyring.Damaged {
		t.Errorf("Get from the file of before: %v, want damaged", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Get(t.Context(), "tries"); reasonIn(err) != keyring.Damaged {
		t.Errorf("Get from no file: %v, want damaged", err)
	}
}

func TestFileIsForItsOwnerAlone(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no modes")
	}
	folder := filepath.Join(t.TempDir(), "data")
	path := filepath.Join(folder, "keyring")
	f := openFile(t, path, "a passphrase")
	if err := f.Set(t.Context(), "name", []byte("in clear")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := f.Set(t.Context(), "other", []byte("in clear")); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has the mode %v", entry.Name(), info.Mode())
		}
		content, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(content, []byte("in clear")) {
			t.Errorf("%s has a value in clear", entry.Name())
		}
	}
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder: %v, %v", info.Mode(), err)
	}
}

func TestFileWithoutRoomKeepsWhatItHad(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "keyring")
	f := openFile(t, path, "p")
	if err := f.Set(t.Context(), "name", []byte("old")); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(path+".new", "in the way"), 0o700); err != nil { // what even root cannot write over
		t.Fatal(err)
	}
	if err := f.Set(t.Context(), "name", []byte("new")); reasonIn(err) == "" {
		t.Fatalf("Set: %v, want an error", err)
	}
	if value, err := f.Get(t.Context(), "name"); err != nil || string(value) != "old" {
		t.Errorf("Get: %q, %v; want what was there", value, err)
	}
}

// TestFilesOfSeveralPrograms lets several keyrings write into one file: nothing is lost.
func TestFilesOfSeveralPrograms(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "keyring")
	names := []string{"a", "b", "c", "d"}
	if err := openFile(t, path, "p").Set(t.Context(), "first", []byte("of all")); err != nil { // so that there is one salt
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for _, name := range names {
		f, err := keyring.OpenFile(path, []byte("p"), keyring.FileOptions{Rand: rand.NewChaCha8([32]byte{name[0]}), Cost: keyring.TapeCost})
		if err != nil {
			t.Fatal(err)
		}
		all.Go(func() {
			defer f.Close()
			for i := range 5 {
				if err := f.Set(context.WithoutCancel(t.Context()), name, []byte{byte(i)}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	f := openFile(t, path, "p")
	for _, name := range names {
		if value, err := f.Get(t.Context(), name); err != nil || len(value) != 1 || value[0] != 4 {
			t.Errorf("%s: %v, %v", name, value, err)
		}
	}
}

func TestLockIsForOneAtATime(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "lock")
	unlock, err := keyring.Lock(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	waiting := make(chan error)
	go func() {
		_, err := keyring.Lock(ctx, path)
		waiting <- err
	}()
	cancel()
	if err := <-waiting; !errors.Is(err, context.Canceled) {
		t.Errorf("Lock of what is held: %v", err)
	}
	unlock()
	unlock, err = keyring.Lock(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	unlock()
}

func TestCostIsChecked(t *testing.T) {
	t.Parallel()
	for _, cost := range []keyring.Cost{keyring.ProgramCost, keyring.TapeCost} {
		if err := cost.Check(); err != nil {
			t.Errorf("%+v: %v", cost, err)
		}
	}
	for _, cost := range []keyring.Cost{{}, {0, 64, 1}, {1, 64, 0}, {1, 7, 1}, {1 << 20, 64, 1}, {1, 1 << 31, 1}, {1, 1 << 20, 255}} {
		if err := cost.Check(); err == nil {
			t.Errorf("%+v is allowed", cost)
		}
	}
}
