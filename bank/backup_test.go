package bank_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// about fails unless err is a *FileError about a file with that reason.
func about(t *testing.T, err error, want bank.FileReason, file string) {
	t.Helper()
	if e, ok := errors.AsType[*bank.FileError](err); !ok || e.Reason != want || filepath.Base(e.Path) != filepath.Base(file) {
		t.Fatalf("got %v, want %s of %s", err, want, file)
	}
}

// deskOf is Kim's desk at a bank in a file.
func deskOf(t *testing.T) desk {
	t.Helper()
	w := banktest.OpenFile(t)
	return desk{w, w.SignIn(t, banktest.Kim).Caller(), banktest.Kim}
}

// again opens the bank at path, as another process would, and signs in nobody.
func again(t *testing.T, path string) *banktest.World {
	t.Helper()
	w := &banktest.World{Clock: banktest.NewClock(), Path: path}
	w.Bank = w.Again(t, 9)
	t.Cleanup(func() { w.Close() })
	return w
}

func TestABackupIsTheBankOfOneMoment(t *testing.T) {
	t.Parallel()
	d := deskOf(t)
	d.send(t, toPark(300))
	to := filepath.Join(t.TempDir(), "kept.db")
	booked := 0
	var steps []int64
	report, err := d.Backup(t.Context(), to, func(p bank.Progress) {
		if steps = append(steps, p.Done, p.Total); booked == 0 {
			booked++
			d.send(t, toPark(5)) // while it is copied
		}
	})
	if err != nil || report.Accounts == 0 || report.Transfers == 0 {
		t.Fatalf("%+v, %v", report, err)
	}
	if n := len(steps); n == 0 || steps[n-1] != steps[n-2] {
		t.Errorf("it was told of %v", steps)
	}
	if m := mode(t, to); m != 0o600 {
		t.Errorf("the backup has mode %s", m)
	}
	if names := besides(t, to); names != nil {
		t.Errorf("beside it stand %q", names)
	}
	if got := again(t, to).Balance(t, banktest.KimMain); got != won(1_284_000) {
		t.Errorf("in the backup Kim has %v", got)
	}
	if got := d.Balance(t, banktest.KimMain); got != won(1_283_995) {
		t.Errorf("Kim has %v", got)
	}
}

// Whatever is booked while a backup is made, its books add up; and everybody's
// order is booked.
func TestBackupsAreMadeWhileOthersBook(t *testing.T) {
	t.Parallel()
	d := deskOf(t)
	folder := t.TempDir()
	var all sync.WaitGroup
	for range 2 {
		all.Go(func() {
			for range 10 {
				if err := pay(t.Context(), d.World, bank.OwnCash, string(banktest.KimMain), won(1)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for _, name := range []string{"a", "b", "c", "d"} {
		if _, err := bank.Backup(t.Context(), d.Path, filepath.Join(folder, name), nil); err != nil {
			t.Errorf("backup %s: %v", name, err)
		}
	}
	all.Wait()
	if got := d.Balance(t, banktest.KimMain); got != won(1_284_320) {
		t.Errorf("Kim has %v", got)
	}
	if names := besides(t, filepath.Join(folder, "a")); !slices.Equal(names, []string{"b", "c", "d"}) {
		t.Errorf("beside the first backup stand %q", names)
	}
}

func TestABankInMemoryHasABackupToo(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	d.send(t, toPark(300))
	to := filepath.Join(t.TempDir(), "kept.db")
	if _, err := d.Backup(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	if got := again(t, to).Balance(t, banktest.KimMain); got != won(1_284_000) {
		t.Errorf("in the backup Kim has %v", got)
	}
}

func TestABackupOfABankThatNobodyHasOpenChangesNothing(t *testing.T) {
	t.Parallel()
	path := fileOf(t)
	before := photograph(t, filepath.Dir(path))
	if _, err := bank.Backup(t.Context(), path, filepath.Join(t.TempDir(), "kept.db"), nil); err != nil {
		t.Fatal(err)
	}
	if after := photograph(t, filepath.Dir(path)); !slices.Equal(before, after) {
		t.Error("the folder is not as it was")
	}
}

func TestABackupOfAnOlderVersionStaysOne(t *testing.T) {
	t.Parallel()
	path := earlier(t, 1)
	to := filepath.Join(t.TempDir(), "kept.db")
	if _, err := bank.Backup(t.Context(), path, to, nil); err != nil {
		t.Fatal(err)
	}
	if got := again(t, to).Balance(t, banktest.KimMain); got != won(1_269_280) {
		t.Errorf("in the backup Kim has %v", got)
	}
}

func TestABackupThatCannotBeMadeLeavesNoFile(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name string
		make func(t *testing.T, path, to string)
		want bank.FileReason
		of   string
	}{
		{"there is a file of that name", func(t *testing.T, _, to string) { t.Helper(); content([]byte("mine"))(t, to) }, bank.FileExists, "kept.db"},
		{"there is the log of one", func(t *testing.T, _, to string) { t.Helper(); content([]byte("log"))(t, to+"-wal") }, bank.FileExists, "kept.db-wal"},
		{"there is no folder", func(t *testing.T, _, to string) { t.Helper(); remove(t, filepath.Dir(to)) }, bank.FileNoFolder, "kept.db"},
		{"there is no bank", func(t *testing.T, path, _ string) { t.Helper(); remove(t, path) }, bank.FileMissing, "bank.db"},
		{"the bank is no bank", func(t *testing.T, path, _ string) { t.Helper(); content([]byte("a poem"))(t, path) }, bank.FileForeign, "bank.db"},
		{"the books lie", func(t *testing.T, path, _ string) { t.Helper(); lie(t, path) }, bank.FileDiffers, "bank.db"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			path, to := fileOf(t), filepath.Join(t.TempDir(), "kept", "kept.db")
			if err := os.Mkdir(filepath.Dir(to), 0o700); err != nil {
				t.Fatal(err)
			}
			row.make(t, path, to)
			before := photograph(t, filepath.Dir(filepath.Dir(to)))
			_, err := bank.Backup(t.Context(), path, to, nil)
			about(t, err, row.want, row.of)
			if after := photograph(t, filepath.Dir(filepath.Dir(to))); len(after) != len(before) {
				t.Errorf("there are %q", after)
			}
		})
	}
}

func TestABackupThatIsCancelledLeavesNoFile(t *testing.T) {
	t.Parallel()
	path, to := fileOf(t), filepath.Join(t.TempDir(), "kept.db")
	ctx, cancel := context.WithCancel(t.Context())
	_, err := bank.Backup(ctx, path, to, nil, func(bank.Progress) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if names := besides(t, to); names != nil {
		t.Errorf("there are %q", names)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}

// lie gives an account a million won, behind the guards' back.
func lie(t *testing.T, path string) {
	t.Helper()
	rawExec(t, path, "DROP TRIGGER account_balance_guard", "UPDATE account SET posted=posted+1000000 WHERE number='10026001000017'")
}

// TestABackupIsMadeWhileTheFirstOrderComes begins with an empty log, which fills
// while the file is copied.
func TestABackupIsMadeWhileTheFirstOrderComes(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	var once sync.Once
	_, err := w.Backup(t.Context(), filepath.Join(t.TempDir(), "copy.db"), func(bank.Progress) {
		once.Do(func() { w.SignIn(t, banktest.Kim) })
	})
	if err != nil {
		t.Error(err)
	}
}
