package bank_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// earlier is a bank of an earlier version, as the program of that version left it:
// the customers of banktest after some transfers, whose receipts nobody has seen,
// and one that waits for its factor; in version 1 also one that was refused. From version
// 4 on the orders are signed, and no certificate was issued yet: the next versions do that.
func earlier(t *testing.T, version int) (path string) {
	t.Helper()
	packed, err := os.Open(fmt.Sprintf("testdata/v%d.db.gz", version))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	made, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "bank.db")
	content(made)(t, path)
	return path
}

// nextVersion names the tables' file of the migration after this version's.
func nextVersion() string { return fmt.Sprintf("%04d_tables.sql", bank.LatestVersion()+1) }

// keptName is what the copy of this version's bank is called.
func keptName(path, number string) string {
	return fmt.Sprintf("%s.v%d-20261105%s.bak", path, bank.LatestVersion(), number)
}

// besides are the files of the folder that path is in, but for itself.
func besides(t *testing.T, path string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if e.Name() != filepath.Base(path) {
			names = append(names, e.Name())
		}
	}
	return names
}

func mode(t *testing.T, path string) os.FileMode {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode()
}

func TestABankOfAnEarlierVersionIsThisVersionsWithAllThatItHeld(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		version  int
		kim, lee int64
		left     int
	}{
		{1, 1_269_280, 20_360_010, 12},
		{2, 1_274_290, 20_350_010, 12},
		{3, 1_274_290, 20_350_010, 12},
		{4, 1_276_020, 20_350_000, 9},
	} {
		t.Run(fmt.Sprintf("version %d", row.version), func(t *testing.T) {
			t.Parallel()
			migrates(t, earlier(t, row.version), row.version, row.kim, row.lee, row.left)
		})
	}
}

// migrates opens a bank of an earlier version, which holds what is said, and books
// a signed order in it.
func migrates(t *testing.T, path string, version int, kim, lee int64, left int) {
	t.Helper()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = bank.Verify(t.Context(), path, banktest.Verify)
	if older, ok := errors.AsType[*bank.FileError](err); !ok || older.Reason != bank.FileOlder || older.Version != version {
		t.Errorf("it is verified before it was opened: %v", err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("verifying altered it (%v)", err)
	}
	w := &banktest.World{Clock: banktest.NewClock(), Path: path}
	w.Bank = w.Again(t, 7)
	defer w.Close()
	if got := w.Balance(t, banktest.KimMain); got != won(kim) {
		t.Errorf("Kim has %v", got)
	}
	if got := w.Balance(t, banktest.LeeMain); got != won(lee) {
		t.Errorf("Lee has %v", got)
	}
	d := desk{w, w.SignIn(t, banktest.Kim).Caller(), banktest.Kim}
	if found, err := d.LeftOver(t.Context(), d.caller); err != nil || len(found) != left {
		t.Errorf("%d orders are left over, %v", len(found), err)
	}
	if m, err := d.Membership(t.Context(), d.caller); err != nil || m.Corporate || !m.Member || !m.Agreed || m.Since.IsZero() {
		t.Errorf("Kim is %+v, %v; want a person and a member who agrees", m, err)
	}
	if err := d.RegisterCertificate(t.Context(), d.caller, banktest.Certificate(banktest.Kim)); err != nil {
		t.Fatal(err)
	}
	d.send(t, toPark(5))
	if report, err := w.Verify(t.Context()); err != nil || report.Difference != "" || report.Transfers < 11 {
		t.Errorf("verify: %+v, %v", report, err)
	}
	kept := fmt.Sprintf("%s.v%d-20261105.bak", path, version)
	if after, err := os.ReadFile(kept); err != nil || len(after) != len(before) {
		t.Errorf("the copy is of %d bytes, the bank was of %d (%v)", len(after), len(before), err)
	}
	if m := mode(t, kept); m != 0o600 {
		t.Errorf("the copy has mode %s", m)
	}
}

// A copy that is there already stays what it is.
func TestTheCopyBeforeAMigrationOverwritesNothing(t *testing.T) {
	t.Parallel()
	path, files := fileOf(t), copyOf(t, os.DirFS("sql/schema"))
	files[nextVersion()] = []byte("CREATE TABLE later(id INTEGER PRIMARY KEY) STRICT;")
	first := keptName(path, "")
	content([]byte("mine"))(t, first)
	if _, err := bank.Upgrade(t.Context(), path, folderOf(t, files), banktest.Start, nil); err != nil {
		t.Fatal(err)
	}
	if kept, err := os.ReadFile(first); err != nil || string(kept) != "mine" {
		t.Errorf("the file that was there is %q, %v", kept, err)
	}
	if report, err := bank.Verify(t.Context(), keptName(path, "-2"), banktest.Verify); err != nil || report.Difference != "" {
		t.Errorf("the copy: %v, %q", err, report.Difference)
	}
	if names := besides(t, path); len(names) != 2 {
		t.Errorf("beside it stand %q", names)
	}
}

func TestWhatAMigrationDoesInGoIsUndoneWithIt(t *testing.T) {
	t.Parallel()
	path, files := fileOf(t), copyOf(t, os.DirFS("sql/schema"))
	files[nextVersion()] = []byte("CREATE TABLE later(id INTEGER PRIMARY KEY) STRICT;")
	ill := errors.New("the power of Go has failed")
	found, err := bank.Upgrade(t.Context(), path, folderOf(t, files), banktest.Start, ill)
	if !errors.Is(err, ill) || found != 1 {
		t.Errorf("got %v after finding %d tables", err, found)
	}
	if report, err := bank.Verify(t.Context(), path, banktest.Verify); err != nil || report.Difference != "" {
		t.Errorf("after a failed migration: %v, %q", err, report.Difference)
	}
}

// What is damaged or not what its version made is not migrated on.
func TestADamagedBankIsNotMigrated(t *testing.T) {
	t.Parallel()
	path, files := fileOf(t), copyOf(t, os.DirFS("sql/schema"))
	files[nextVersion()] = []byte("CREATE TABLE later(id INTEGER PRIMARY KEY) STRICT;")
	rawExec(t, path, "CREATE TABLE mine(x INTEGER)")
	_, err := bank.Upgrade(t.Context(), path, folderOf(t, files), banktest.Start, nil)
	if refused, ok := errors.AsType[*bank.FileError](err); !ok || refused.Reason != bank.FileDamaged || refused.Path != path {
		t.Errorf("got %v", err)
	}
	if names := besides(t, path); slices.ContainsFunc(names, func(n string) bool { return !strings.HasPrefix(n, "bank.db-") }) {
		t.Errorf("beside it stand %q", names)
	}
}

// An older program that has the bank open books until the migration begins; what
// it booked is migrated, and in the copy.
func TestAMigrationWaitsForWriters(t *testing.T) {
	t.Parallel()
	path, files := fileOf(t), copyOf(t, os.DirFS("sql/schema"))
	files[nextVersion()] = []byte("CREATE TABLE later(id INTEGER PRIMARY KEY) STRICT;")
	db := rawOpen(t, path)
	for _, s := range []string{"PRAGMA journal_mode=WAL", "BEGIN IMMEDIATE", "UPDATE account SET nickname='later' WHERE number='10026001000028'"} {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	done := make(chan error)
	go func() {
		_, err := bank.Upgrade(t.Context(), path, folderOf(t, files), banktest.Start, nil)
		done <- err
	}()
	if _, err := db.ExecContext(t.Context(), "COMMIT"); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{path, keptName(path, "")} {
		var n int
		err := rawOpen(t, file).QueryRowContext(t.Context(), "SELECT count(*) FROM account WHERE nickname='later'").Scan(&n)
		if err != nil || n != 1 {
			t.Errorf("%s has %d of the accounts, %v", file, n, err)
		}
	}
}
