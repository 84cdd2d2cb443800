package faulttest_test

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/prooftest"
)

func init() {
	roles["open"] = func(ctx context.Context, args []string) error {
		b, err := bank.Open(ctx, args[0], prooftest.Options(7))
		if err != nil {
			return err
		}
		return b.Close()
	}
	roles["backup"] = func(ctx context.Context, args []string) error {
		_, err := bank.Backup(ctx, args[0], args[1], nil)
		return err
	}
	roles["restore"] = func(ctx context.Context, args []string) error {
		_, err := bank.Restore(ctx, args[0], args[1], banktest.Start, nil)
		return err
	}
}

// killing runs a role for some k under strace, which kills it at the k-th call that writes, and asks afterwards whether
// all is well. ready makes what it works on.
func killing(t *testing.T, role1 string, ready func(t *testing.T) (args []string, well func(t *testing.T, killed bool))) {
	t.Helper()
	ks := []int{23, 95, 1, 2, 5, 11, 47, 160}[:prooftest.Count(8, 8, 4)]
	if long() {
		ks = counts(400)
	}
	for _, k := range ks {
		t.Run(fmt.Sprint(k), func(t *testing.T) {
			t.Parallel()
			args, well := ready(t)
			calls := "pwrite64,fsync,ftruncate,linkat,unlinkat,renameat2"
			with := stracer(t, calls, fmt.Sprintf("%s:signal=KILL:when=%d", calls, k), os.DevNull)
			out, err := role(t, with, role1, args...).CombinedOutput()
			killed := err != nil
			if killed && !strings.Contains(err.Error(), "killed") {
				t.Fatalf("%v: %s", err, out)
			}
			well(t, killed)
		})
	}
}

// firstVersion is a bank of version 1: see bank.
func firstVersion(t *testing.T, folder string) (path string) {
	t.Helper()
	packed, err := os.Open("../testdata/v1.db.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(folder, "bank.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// holdsV1 makes sure that the bank at path holds what firstVersion does.
func holdsV1(ctx context.Context, path string) error {
	b, err := bank.Open(ctx, path, prooftest.Options(8))
	if err != nil {
		return fmt.Errorf("open it again: %w", err)
	}
	accounts, err := b.Accounts(ctx, bank.Caller{Customer: 1})
	switch {
	case err != nil:
	case accounts[0].Balance.Minor() != 1_269_280:
		err = fmt.Errorf("there are %v on %s", accounts[0].Balance, accounts[0].Number)
	default:
		err = addsUp(ctx, b)
	}
	return errors.Join(err, b.Close())
}

func addsUp(ctx context.Context, b *bank.Bank) error {
	report, err := b.Verify(ctx)
	if err == nil && report.Difference != "" {
		err = errors.New(report.Difference)
	}
	return err
}

func TestAMigrationThatIsKilledCanBeBegunAgain(t *testing.T) {
	t.Parallel()
	killing(t, "open", func(t *testing.T) ([]string, func(t *testing.T, killed bool)) {
		t.Helper()
		path := firstVersion(t, prooftest.Folder(t))
		return []string{path}, func(t *testing.T, _ bool) {
			t.Helper()
			if err := holdsV1(t.Context(), path); err != nil {
				t.Error(err)
			}
		}
	})
}

func TestABackupThatIsKilledIsNone(t *testing.T) {
	t.Parallel()
	killing(t, "backup", func(t *testing.T) ([]string, func(t *testing.T, killed bool)) {
		t.Helper()
		path := founded(t)
		to := path + ".kept"
		return []string{path, to}, func(t *testing.T, killed bool) {
			t.Helper()
			_, err := os.Stat(to)
			if err != nil && !killed {
				t.Error("it ended and there is no backup")
			}
			files := []string{path}
			if err == nil {
				files = append(files, to)
			}
			for _, file := range files {
				if report, err := bank.Verify(t.Context(), file, banktest.Verify); err != nil || report.Difference != "" {
					t.Errorf("%s: %v, %q", file, err, report.Difference)
				}
			}
		}
	})
}

func TestARestoreThatIsKilledLeavesOneBankOrTheOther(t *testing.T) {
	t.Parallel()
	killing(t, "restore", func(t *testing.T) ([]string, func(t *testing.T, killed bool)) {
		t.Helper()
		path := founded(t)
		from := path + ".kept"
		if _, err := bank.Backup(t.Context(), path, from, nil); err != nil {
			t.Fatal(err)
		}
		order(t, path, 1000)
		return []string{from, path}, func(t *testing.T, killed bool) {
			t.Helper()
			b, err := bank.Open(t.Context(), path, prooftest.Options(9))
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			accounts, err := b.Accounts(t.Context(), bank.Caller{Customer: 1})
			if err != nil {
				t.Fatal(err)
			}
			switch got := accounts[0].Balance.Minor(); {
			case got == prooftest.Deposit:
			case got == prooftest.Deposit-1000 && killed:
			default:
				t.Errorf("there are %d won", got)
			}
			if err := addsUp(t.Context(), b); err != nil {
				t.Error(err)
			}
		}
	})
}
