package bank_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/money"
)

func TestCreateMakesAFolderAndAFileForTheirOwnerAlone(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "share", "smartbank", "bank.db")
	if err := bank.Create(t.Context(), path, banktest.Opening(), options()); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]os.FileMode{
		path:                             0o600,
		filepath.Dir(path):               0o700 | os.ModeDir,
		filepath.Dir(filepath.Dir(path)): 0o700 | os.ModeDir,
	} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode() != want {
			t.Errorf("%s has mode %s, want %s", name, info.Mode(), want)
		}
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the bank stand %v (%v)", entries, err)
	}
	report, err := bank.Verify(t.Context(), path, banktest.Verify)
	if err != nil || report.Difference != "" {
		t.Errorf("verify: %v, %q", err, report.Difference)
	}
}

func TestLogsOfAnOpenBankAreForItsOwnerAlone(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	for _, name := range []string{w.Path, w.Path + "-wal", w.Path + "-shm"} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode() != 0o600 {
			t.Errorf("%s has mode %s", name, info.Mode())
		}
	}
}

func TestCreateLeavesWhatIsThere(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "bank.db")
	content([]byte("my diary"))(t, path)
	before := photograph(t, filepath.Dir(path))
	err := bank.Create(t.Context(), path, banktest.Opening(), options())
	if refused, ok := errors.AsType[*bank.FileError](err); !ok || refused.Reason != bank.FileExists {
		t.Errorf("got %v", err)
	}
	if after := photograph(t, filepath.Dir(path)); before[0] != after[0] || len(after) != 1 {
		t.Errorf("the folder has %q now", after)
	}
}

func TestOneOfManyThatCreateAtOnceDoes(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "new", "bank.db")
	errs := make([]error, 8)
	var all sync.WaitGroup
	for i := range errs {
		all.Go(func() {
			opt := options()
			opt.Rand = banktest.NewRand(byte(i))
			errs[i] = bank.Create(t.Context(), path, banktest.Opening(), opt)
		})
	}
	all.Wait()
	made := 0
	for _, err := range errs {
		if err == nil {
			made++
		} else if refused, ok := errors.AsType[*bank.FileError](err); !ok || refused.Reason != bank.FileExists {
			t.Errorf("got %v", err)
		}
	}
	if made != 1 {
		t.Errorf("%d of %d made the bank", made, len(errs))
	}
	if report, err := bank.Verify(t.Context(), path, banktest.Verify); err != nil || report.Difference != "" {
		t.Errorf("verify: %v, %q", err, report.Difference)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the bank stand %v (%v)", entries, err)
	}
}

func TestCreateSaysWhyItCannot(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "note", "bank.db")
	content(nil)(t, filepath.Dir(path))
	if err := bank.Create(t.Context(), path, banktest.Opening(), options()); err == nil {
		t.Error("a bank was made in a file")
	}
}

// TestCreateIsStoppedAnywhere stops the making of a bank in each of its parts: nothing is left of it.
func TestCreateIsStoppedAnywhere(t *testing.T) {
	t.Parallel()
	seen := map[bank.Part]bool{}
	for _, part := range []bank.Part{bank.PartFill, bank.PartPages, bank.PartStructure, bank.PartBooks, bank.PartSeals} {
		folder := t.TempDir()
		ctx, cancel := context.WithCancel(t.Context())
		err := bank.Create(ctx, filepath.Join(folder, "bank.db"), banktest.Opening(), options(), func(now bank.Progress) {
			seen[now.Part] = true
			if now.Done < 0 || now.Done > now.Total {
				t.Errorf("%d of %d is done of %s", now.Done, now.Total, now.Part)
			}
			if now.Part == part {
				cancel()
			}
		})
		cancel()
		if left, readErr := os.ReadDir(folder); !errors.Is(err, context.Canceled) || readErr != nil || len(left) > 0 {
			t.Errorf("stopped in %s: %v (%v), and there is %v", part, err, readErr, left)
		}
	}
	if len(seen) < 5 {
		t.Errorf("it told of %v alone", seen)
	}
}

func TestSameSeedGivesTheSameBankByteForByte(t *testing.T) {
	t.Parallel()
	image := func(seed byte) []byte {
		opt := options()
		opt.Rand = banktest.NewRand(seed)
		made, err := bank.NewImage(t.Context(), banktest.Opening(), opt)
		if err != nil {
			t.Fatal(err)
		}
		return made.Bytes()
	}
	if !bytes.Equal(image(1), image(1)) {
		t.Error("the same seed gave two banks")
	}
	if bytes.Equal(image(1), image(2)) {
		t.Error("two seeds gave the same keys")
	}
}

func TestEmptyBankIsABank(t *testing.T) {
	t.Parallel()
	image, err := bank.NewImage(t.Context(), &bank.Opening{At: banktest.Start}, options())
	if err != nil {
		t.Fatal(err)
	}
	b, err := bank.OpenImage(t.Context(), image, options())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if b.Demonstration() {
		t.Error("nobody's credentials may be shown")
	}
	report, err := b.Verify(t.Context())
	if err != nil || report.Difference != "" || report.Entries != 0 || report.Accounts == 0 {
		t.Errorf("verify: %v, %+v", err, report)
	}
}

func TestImpossibleOpeningsAreRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		change func(o *bank.Opening)
		want   string
	}{
		{"two customers with one ID", func(o *bank.Opening) { o.Customers[1].Login = banktest.Kim }, "customer.login"},
		{"two accounts with one number", func(o *bank.Opening) { o.Customers[1].Accounts[0].Number = banktest.KimMain }, "there already"},
		{"an account number of five digits", func(o *bank.Opening) { o.Customers[0].Accounts[1].Number = "12345" }, "CHECK"},
		{"a product nobody knows", func(o *bank.Opening) { o.Customers[0].Accounts[1].Number = "10026099000028" }, "row of product that is not there"},
		{"an entry before the one before", func(o *bank.Opening) { o.Entries[3].At = banktest.Start.AddDate(-1, 0, 0) }, "earlier"},
		{"an entry after the opening", func(o *bank.Opening) { o.Entries[len(o.Entries)-1].At = o.At.Add(time.Second) }, "later"},
		{"an entry on an unknown account", func(o *bank.Opening) { o.Entries[0].Debit = "vault" }, "two accounts"},
		{"an entry to itself", func(o *bank.Opening) { o.Entries[0].Debit = o.Entries[0].Credit }, "two accounts"},
		{"an entry of nothing", func(o *bank.Opening) { o.Entries[0].Amount = money.New(0, money.KRW) }, "cannot be booked"},
		{"dollars on an account in won", func(o *bank.Opening) { o.Entries[0].Amount = money.New(5, money.USD) }, "cannot be booked"},
		{"an overdraft", func(o *bank.Opening) { o.Entries[6].Amount = money.New(10_001, money.KRW) }, "not enough money"},
		{"a kind nobody knows", func(o *bank.Opening) { o.Entries[0].Kind = "gift" }, "CHECK"},
		{"the same order twice", func(o *bank.Opening) { o.Entries[0].Key, o.Entries[1].Key = "twice-the-same", "twice-the-same" }, "entry.key"},
		{"a transfer that the bank ordered", func(o *bank.Opening) { o.Entries[0].Transfer = &bank.NewTransfer{} }, "only customers"},
		{"a transfer over the day's limit", func(o *bank.Opening) { o.Customers[0].LimitDay = money.New(1000, money.KRW) }, "customer_day_limit"},
		{"a transfer over the limit", func(o *bank.Opening) { o.Customers[0].LimitEach = money.New(1000, money.KRW) }, "over the limit of 1000"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			o := banktest.Opening()
			c.change(o)
			path := filepath.Join(t.TempDir(), "bank.db")
			err := bank.Create(t.Context(), path, o, options())
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
			if _, err := os.Stat(path); err == nil {
				t.Error("a bank that could not be finished left a file")
			}
		})
	}
}
