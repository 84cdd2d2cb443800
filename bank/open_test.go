package bank_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

func options() bank.Options {
	return bank.Options{Now: banktest.NewClock().Now, Rand: banktest.NewRand(3), Cost: bank.TapeCost, Verify: banktest.Verify}
}

// bankBytes is the file of a bank that was made and never opened.
var bankBytes = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "bank")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	path := filepath.Join(folder, "bank.db")
	if err := bank.Create(context.Background(), path, banktest.Opening(), options()); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// fileOf is a bank that was made and never opened.
func fileOf(t *testing.T) string {
	t.Helper()
	content, err := bankBytes()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "bank.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// rawOpen opens the file as no bank would: all of SQLite is allowed.
func rawOpen(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?_foreign_keys=1&_busy_timeout=5000&_pragma=recursive_triggers(1)")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

func rawExec(t *testing.T, path string, statements ...string) {
	t.Helper()
	db := rawOpen(t, path)
	for _, s := range statements {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefusesWhatIsNoBankAndLeavesItAlone(t *testing.T) {
	t.Parallel()
	newer := bank.LatestVersion() + 1
	for _, c := range []struct {
		name    string
		make    func(t *testing.T, path string)
		want    bank.FileReason
		version int
	}{
		{"nothing there", func(*testing.T, string) {}, bank.FileMissing, 0},
		{"an empty file", content(nil), bank.FileTruncated, 0},
		{"the first half of a header", content([]byte("SQLite format 3\x00\x10\x00")), bank.FileTruncated, 0},
		{"a note", content([]byte("milk, eggs")), bank.FileForeign, 0},
		{"a long letter", content(bytes.Repeat([]byte("Dear bank, "), 1000)), bank.FileForeign, 0},
		{"a folder", func(t *testing.T, path string) {
			t.Helper()
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		}, bank.FileForeign, 0},
		{"another program's database", func(t *testing.T, path string) {
			t.Helper()
			rawExec(t, path, "CREATE TABLE photo(id INTEGER)", "PRAGMA user_version=1")
		}, bank.FileForeign, 0},
		{"a database of ours without a version", func(t *testing.T, path string) {
			t.Helper()
			copyBank(t, path)
			rawExec(t, path, "PRAGMA user_version=0", "PRAGMA journal_mode=DELETE")
		}, bank.FileForeign, 0},
		{"a later version's bank", func(t *testing.T, path string) {
			t.Helper()
			copyBank(t, path)
			rawExec(t, path, fmt.Sprintf("PRAGMA user_version=%d", newer), "PRAGMA journal_mode=DELETE")
		}, bank.FileNewer, newer},
		{"a bank that was cut off", func(t *testing.T, path string) {
			t.Helper()
			copyBank(t, path)
			if err := os.Truncate(path, 8192); err != nil {
				t.Fatal(err)
			}
		}, bank.FileTruncated, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "bank.db")
			c.make(t, path)
			before := photograph(t, filepath.Dir(path))
			_, openErr := bank.Open(t.Context(), path, options())
			_, verifyErr := bank.Verify(t.Context(), path, banktest.Verify)
			for _, err := range []error{openErr, verifyErr} {
				refused, ok := errors.AsType[*bank.FileError](err)
				if !ok || refused.Reason != c.want || refused.Path != path || refused.Version != c.version {
					t.Errorf("got %#v, want %s", err, c.want)
				}
			}
			if after := photograph(t, filepath.Dir(path)); !slices.Equal(before, after) {
				t.Errorf("the folder was\n%q\nand is\n%q", before, after)
			}
		})
	}
}

func content(b []byte) func(t *testing.T, path string) {
	return func(t *testing.T, path string) {
		t.Helper()
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func copyBank(t *testing.T, path string) {
	t.Helper()
	made, err := bankBytes()
	if err != nil {
		t.Fatal(err)
	}
	content(made)(t, path)
}

// photograph is every file of a folder with its bytes, mode and time.
func photograph(t *testing.T, folder string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == folder {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		var sum []byte
		if info.Mode().IsRegular() {
			if sum, err = os.ReadFile(path); err != nil {
				return err
			}
		}
		all = append(all, fmt.Sprintf("%s %s %s %x", d.Name(), info.Mode(), info.ModTime(), sum))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestOpenRefusesANewerVersionThatOnlyTheLogHas(t *testing.T) {
	t.Parallel()
	path := fileOf(t)
	db := rawOpen(t, path) // stays open, as if its process was killed: the log is not folded in
	if _, err := db.ExecContext(t.Context(), fmt.Sprintf("PRAGMA user_version=%d", bank.LatestVersion()+1)); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = bank.Open(t.Context(), path, options())
	if refused, ok := errors.AsType[*bank.FileError](err); !ok || refused.Reason != bank.FileNewer {
		t.Errorf("got %v", err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was altered (%v)", err)
	}
}

func TestOpenIsDeniedWithoutPermission(t *testing.T) {
	t.Parallel()
	if os.Getuid() == 0 {
		t.Skip("root may do anything")
	}
	path := fileOf(t)
	for name, forbid := range map[string]func() error{
		"the file":   func() error { return os.Chmod(path, 0o400) },
		"the folder": func() error { return errors.Join(os.Chmod(path, 0o600), os.Chmod(filepath.Dir(path), 0o500)) },
	} {
		if err := forbid(); err != nil {
			t.Fatal(err)
		}
		_, err := bank.Open(t.Context(), path, options())
		if refused, ok := errors.AsType[*bank.FileError](err); !ok || refused.Reason != bank.FileDenied {
			t.Errorf("%s cannot be written: got %v", name, err)
		}
	}
	if err := os.Chmod(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
}

func TestOpenSaysThatAnotherProgramHoldsTheFile(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	db := rawOpen(t, w.Path)
	if _, err := db.ExecContext(t.Context(), "BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	if err := w.GiveUpAfter(t.Context(), 20); err != nil {
		t.Fatal(err)
	}
	err := w.Transact(t.Context(), func(context.Context, time.Time, bank.Poster) error { return nil })
	if refused, ok := errors.AsType[*bank.FileError](err); !ok || refused.Reason != bank.FileLocked {
		t.Errorf("got %v", err)
	}
	if _, err := db.ExecContext(t.Context(), "ROLLBACK"); err != nil {
		t.Fatal(err)
	}
}

func TestOpenMigratesAnOlderVersion(t *testing.T) {
	t.Parallel()
	path := fileOf(t)
	later := os.DirFS("sql/schema")
	first := copyOf(t, later)
	next := bank.LatestVersion() + 1
	first[fmt.Sprintf("%04d_tables.sql", next)] = []byte("CREATE TABLE later(id INTEGER PRIMARY KEY) STRICT;")
	first[fmt.Sprintf("%04d_guards.sql", next)] = []byte("CREATE TRIGGER later_stays BEFORE DELETE ON later BEGIN SELECT RAISE(ABORT,'no'); END;")
	if err := bank.Migrate(t.Context(), path, folderOf(t, first)); err != nil {
		t.Fatal(err)
	}
	_, err := bank.Open(t.Context(), path, options())
	if refused, ok := errors.AsType[*bank.FileError](err); !ok || refused.Reason != bank.FileNewer || refused.Version != next {
		t.Errorf("this version opened the next one's file: %v", err)
	}
	if err := bank.Migrate(t.Context(), path, folderOf(t, first)); err != nil {
		t.Errorf("migrating again: %v", err)
	}
}

func TestMigrationsAreAllOrNothing(t *testing.T) {
	t.Parallel()
	path := fileOf(t)
	files := copyOf(t, os.DirFS("sql/schema"))
	files[fmt.Sprintf("%04d_tables.sql", bank.LatestVersion()+1)] = []byte("CREATE TABLE later(id INTEGER PRIMARY KEY) STRICT;")
	files[fmt.Sprintf("%04d_tables.sql", bank.LatestVersion()+2)] = []byte("CREATE TABLE later(id INTEGER PRIMARY KEY) STRICT;")
	if err := bank.Migrate(t.Context(), path, folderOf(t, files)); err == nil {
		t.Fatal("a table was made twice")
	}
	if report, err := bank.Verify(t.Context(), path, banktest.Verify); err != nil || report.Difference != "" {
		t.Errorf("after a failed migration: %v %q", err, report.Difference)
	}
}

func TestTheLatestVersionIsThatOfTheLastMigration(t *testing.T) {
	t.Parallel()
	if got, want := bank.LatestVersion(), bank.Migrations(); got != want {
		t.Errorf("version %d after %d migrations", got, want)
	}
}

func TestMigrationFilesFollowEachOther(t *testing.T) {
	t.Parallel()
	for _, files := range []map[string][]byte{
		{"0002_tables.sql": nil},
		{"0001_tables.sql": nil, "0003_tables.sql": nil},
		{"0001_views.sql": nil},
		{"tables.sql": nil},
	} {
		if err := bank.Migrate(t.Context(), filepath.Join(t.TempDir(), "x.db"), folderOf(t, files)); err == nil {
			t.Errorf("%v is no order", files)
		}
	}
}

func copyOf(t *testing.T, folder fs.FS) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	names, err := fs.Glob(folder, "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if files[name], err = fs.ReadFile(folder, name); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func folderOf(t *testing.T, files map[string][]byte) fs.FS {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return os.DirFS(folder)
}

func TestReopenedBankIsTheSame(t *testing.T) {
	t.Parallel()
	path := fileOf(t)
	for range 3 {
		b, err := bank.Open(t.Context(), path, options())
		if err != nil {
			t.Fatal(err)
		}
		if !b.Demonstration() || len(b.ID()) != 36 {
			t.Errorf("bank %q, demonstration %v", b.ID(), b.Demonstration())
		}
		if !b.Now().Equal(banktest.Start) {
			t.Errorf("it is %s", b.Now())
		}
		for range 2 {
			if err := b.Close(); err != nil {
				t.Error(err)
			}
		}
	}
	names, err := filepath.Glob(path + "*")
	if err != nil || len(names) != 1 {
		t.Errorf("closing left %v (%v)", names, err)
	}
}

func TestOpenNeedsAClockAndChance(t *testing.T) {
	t.Parallel()
	path := fileOf(t)
	if _, err := bank.Open(t.Context(), path, bank.Options{Now: banktest.NewClock().Now}); err == nil {
		t.Error("opened without chance")
	}
	if _, err := bank.OpenImage(t.Context(), nil, bank.Options{Rand: banktest.NewRand(1)}); err == nil {
		t.Error("opened without a clock")
	}
	if _, err := bank.OpenImage(t.Context(), bank.ImageOf([]byte("no image")), options()); err == nil {
		t.Error("opened what is no image")
	}
}
