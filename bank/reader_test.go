package bank_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// first is the customer of banktest whose accounts are read here.
var first = bank.Caller{Customer: 1}

// deposit books one won in cash on Kim's account.
func deposit(ctx context.Context, b *bank.Bank) error {
	return b.Transact(ctx, func(ctx context.Context, _ time.Time, post bank.Poster) error {
		_, err := post(ctx, bank.OwnCash, string(banktest.KimMain), won(1))
		return err
	})
}

// had is what is on Kim's account.
func had(t *testing.T, b *bank.Bank) int64 {
	t.Helper()
	accounts, err := b.Accounts(t.Context(), first)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(accounts, func(a bank.Account) bool { return a.Number == banktest.KimMain })
	return accounts[at].Balance.Minor()
}

// alone makes sure that the file at path has no log beside it, and holds a bank whose books agree.
func alone(t *testing.T, path string) {
	t.Helper()
	names, err := filepath.Glob(path + "*")
	if err != nil || len(names) != 1 {
		t.Errorf("closing left %v (%v)", names, err)
	}
	if report, err := bank.Verify(t.Context(), path, banktest.Verify); err != nil || report.Difference != "" {
		t.Errorf("%v, %q", err, report.Difference)
	}
}

func TestWhoOnlyReadsLeavesTheFileAsItWas(t *testing.T) {
	t.Parallel()
	path := fileOf(t)
	before := photograph(t, filepath.Dir(path))
	b, err := bank.Open(t.Context(), path, options())
	if err != nil {
		t.Fatal(err)
	}
	had(t, b)
	if _, err := b.Authenticate(t.Context(), banktest.Kim, banktest.Password(banktest.Kim)); err != nil {
		t.Error(err)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	if after := photograph(t, filepath.Dir(path)); !slices.Equal(before, after) {
		t.Errorf("the folder was\n%q\nand is\n%q", before, after)
	}
}

func TestWhoOnlyReadsFoldsTheLogOfAKilledProcess(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	for range 3 {
		if err := deposit(t.Context(), w.Bank); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "bank.db")
	for _, end := range []string{"", "-wal"} { // what is on the disk when its power goes
		bytes, err := os.ReadFile(w.Path + end)
		if err != nil || len(bytes) == 0 {
			t.Fatalf("%s has %d bytes (%v)", end, len(bytes), err)
		}
		content(bytes)(t, path+end)
	}
	for range 2 { // with the log, and without
		b := (&banktest.World{Clock: w.Clock, Path: path}).Again(t, 7)
		if got, want := had(t, b), had(t, w.Bank); got != want {
			t.Errorf("there are %d won, and were %d", got, want)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
		alone(t, path)
	}
}

func TestTheLastToCloseFoldsTheLogEvenIfItOnlyRead(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	reader := w.Again(t, 3)
	before := had(t, reader)
	for n := range int64(3) {
		if err := deposit(t.Context(), w.Bank); err != nil {
			t.Fatal(err)
		}
		if got := had(t, reader); got != before+n+1 {
			t.Errorf("after %d orders there are %d won more", n+1, got-before)
		}
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(w.Path + "-wal"); err != nil || info.Size() == 0 {
		t.Errorf("the log went while somebody reads it: %v", err)
	}
	if got := had(t, reader); got != before+3 {
		t.Errorf("there are %d won more", got-before)
	}
	if err := reader.Close(); err != nil {
		t.Error(err)
	}
	alone(t, w.Path)
}

// What a reader's connection folds into the file has to be on the disk before the log goes.
func TestReadersChangeNothingAndFoldDurably(t *testing.T) {
	t.Parallel()
	path := fileOf(t)
	rawExec(t, path, "PRAGMA journal_mode=DELETE")
	b, err := bank.Open(t.Context(), path, options())
	if err != nil {
		t.Fatal(err)
	}
	err = b.Read(t.Context(), func(ctx context.Context, tx bank.Tx) error {
		const full = "2"
		for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": full, "query_only": "1"} {
			var is string
			if err := tx.QueryRowContext(ctx, "PRAGMA "+pragma).Scan(&is); err != nil || is != want {
				t.Errorf("%s is %s (%v)", pragma, is, err)
			}
		}
		for _, change := range []string{"DELETE FROM favourite", "CREATE TABLE photo(id INTEGER)", "PRAGMA user_version=99"} {
			if _, err := tx.ExecContext(ctx, change); err == nil || !strings.Contains(err.Error(), "readonly") {
				t.Errorf("%s: %v", change, err)
			}
		}
		return nil
	})
	if err := errors.Join(err, deposit(t.Context(), b), b.Close()); err != nil {
		t.Error(err)
	}
	alone(t, path)
}

func TestNothingIsBookedInAFileThatHasGone(t *testing.T) {
	t.Parallel()
	away := func(t *testing.T, path string) {
		t.Helper()
		for _, end := range []string{"-wal", "-shm"} { // as `bank reset` does
			if err := os.Remove(path + end); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Rename(path, path+".old"); err != nil {
			t.Fatal(err)
		}
	}
	replaced := func(t *testing.T, path string) {
		t.Helper()
		away(t, path)
		copyBank(t, path)
	}
	nothing := func(context.Context, *bank.Bank) error { return nil }
	failed := func(ctx context.Context, b *bank.Bank) error {
		b.BreakReaders(ctx)
		return b.Break(ctx)
	}
	for _, c := range []struct {
		name   string
		before func(ctx context.Context, b *bank.Bank) error
		goes   func(t *testing.T, path string)
		want   bank.FileReason
	}{
		{"another bank comes before the first order", nothing, replaced, bank.FileReplaced},
		{"another bank comes after an order", deposit, replaced, bank.FileReplaced},
		{"another bank comes after its disk failed", failed, replaced, bank.FileReplaced},
		{"it is moved away before the first order", nothing, away, bank.FileMissing},
		{"it is moved away after an order", deposit, away, bank.FileMissing},
		{"it is moved away after its disk failed", failed, away, bank.FileMissing},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			path := fileOf(t)
			b, err := bank.Open(t.Context(), path, options())
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			if err := c.before(t.Context(), b); err != nil {
				t.Fatal(err)
			}
			before := had(t, b)
			c.goes(t, path)
			folder := photograph(t, filepath.Dir(path))
			err = deposit(t.Context(), b)
			if refused, ok := errors.AsType[*bank.FileError](err); !ok || refused.Reason != c.want || refused.Path != path {
				t.Errorf("got %v", err)
			}
			b.BreakReaders(t.Context()) // they stay those of the bank that was opened
			if got := had(t, b); got != before {
				t.Errorf("there were %d won, and are %d", before, got)
			}
			if after := photograph(t, filepath.Dir(path)); !slices.Equal(folder, after) {
				t.Errorf("the folder was\n%q\nand is\n%q", folder, after)
			}
		})
	}
}

func TestAFileThatComesBackIsTheBankAgain(t *testing.T) {
	t.Parallel()
	path := fileOf(t)
	b, err := bank.Open(t.Context(), path, options())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	err = deposit(t.Context(), b)
	if refused, ok := errors.AsType[*bank.FileError](err); !ok || refused.Reason != bank.FileMissing {
		t.Errorf("got %v", err)
	}
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(deposit(t.Context(), b), b.Close()); err != nil {
		t.Error(err)
	}
	alone(t, path)
}

func TestTheRightPasswordWaitsForTheWriterOnlyToForgetWrongOnes(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	show := func(password string) error {
		_, err := w.Authenticate(t.Context(), banktest.Kim, []byte(password))
		return err
	}
	right := string(banktest.Password(banktest.Kim))
	held := func(password string) bank.FileReason { // what is answered while another program holds the writer's lock
		db := rawOpen(t, w.Path)
		defer db.Close()
		if _, err := db.ExecContext(t.Context(), "BEGIN IMMEDIATE"); err != nil {
			t.Fatal(err)
		}
		err := show(password)
		if refused, ok := errors.AsType[*bank.FileError](err); ok {
			return refused.Reason
		}
		if err != nil {
			t.Error(err)
		}
		return ""
	}
	if err := w.GiveUpAfter(t.Context(), 20); err != nil {
		t.Fatal(err)
	}
	if got := held(right); got != "" {
		t.Errorf("the right one after no wrong one: %q", got)
	}
	if got := held("wrong"); got != bank.FileLocked {
		t.Errorf("a wrong one: %q", got)
	}
	for try := 1; try < bank.MaxTries; try++ {
		if err := show("wrong"); bank.RefusalCode(err) != bank.CodeWrongSignIn {
			t.Fatalf("wrong one %d: %v", try, err)
		}
	}
	if got := held(right); got != bank.FileLocked {
		t.Errorf("the right one after wrong ones: %q", got)
	}
	if err := show(right); err != nil {
		t.Fatal(err)
	}
	if err := show("wrong"); bank.RefusalCode(err) != bank.CodeWrongSignIn {
		t.Errorf("a wrong one after the right one: %v", err)
	}
	if err := show(right); err != nil {
		t.Errorf("the wrong ones were not forgotten: %v", err)
	}
}
