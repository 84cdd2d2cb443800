package bank_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

const replaced = ".replaced-20261105.bak"

// kept is a backup of the bank of d.
func (d desk) kept(t *testing.T) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "kept.db")
	if _, err := d.Backup(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	return to
}

func TestARestoredBankIsTheBackup(t *testing.T) {
	t.Parallel()
	d := deskOf(t)
	d.send(t, toPark(300))
	from := d.kept(t)
	path := filepath.Join(t.TempDir(), "new", "bank.db")
	got, err := bank.Restore(t.Context(), from, path, banktest.Start, nil)
	if err != nil || got.Kept != "" || got.Report.Transfers == 0 {
		t.Fatalf("%+v, %v", got, err)
	}
	if m := mode(t, path); m != 0o600 {
		t.Errorf("the bank has mode %s", m)
	}
	if names := besides(t, path); names != nil {
		t.Errorf("beside it stand %q", names)
	}
	if got := again(t, path).Balance(t, banktest.KimMain); got != won(1_284_000) {
		t.Errorf("Kim has %v", got)
	}
}

// Those who have the bank open see the whole restored bank, and book into it; what
// was there is kept.
func TestOthersWhoHaveTheBankOpenSeeTheRestoredOne(t *testing.T) {
	t.Parallel()
	d := deskOf(t)
	d.send(t, toPark(300))
	from := d.kept(t)
	d.send(t, toPark(5))
	other := again(t, d.Path)
	restored, err := bank.Restore(t.Context(), from, d.Path, banktest.Start, nil)
	if err != nil || restored.Kept != d.Path+replaced {
		t.Fatalf("%+v, %v", restored, err)
	}
	for name, w := range map[string]*banktest.World{"the one": d.World, "the other": other} {
		if got := w.Balance(t, banktest.KimMain); got != won(1_284_000) {
			t.Errorf("%s says Kim has %v", name, got)
		}
	}
	d.caller = d.SignIn(t, banktest.Kim).Caller()
	d.send(t, toPark(7))
	if got := other.Balance(t, banktest.KimMain); got != won(1_283_993) {
		t.Errorf("the other says Kim has %v", got)
	}
	if got := again(t, restored.Kept).Balance(t, banktest.KimMain); got != won(1_283_995) {
		t.Errorf("in the bank that was kept Kim has %v", got)
	}
	if m := mode(t, restored.Kept); m != 0o600 {
		t.Errorf("it has mode %s", m)
	}
}

// Readers see one bank or the other while it is restored, never a mix: the books
// of what they see add up.
func TestReadersNeverSeeAMixture(t *testing.T) {
	t.Parallel()
	d := deskOf(t)
	from := d.kept(t)
	d.send(t, toPark(5))
	other := again(t, d.Path)
	caller, err := other.Authenticate(t.Context(), banktest.Kim, banktest.Password(banktest.Kim))
	if err != nil {
		t.Fatal(err)
	}
	between := 0
	_, err = bank.Restore(t.Context(), from, d.Path, banktest.Start, nil, func(p bank.Progress) {
		report, err := other.Verify(t.Context())
		if err != nil || report.Difference != "" {
			t.Errorf("in between: %q, %v", report.Difference, err)
		}
		if p.Part != bank.PartCopy || p.Done == p.Total {
			return // the last step is the whole restored bank
		}
		between++
		accounts, err := other.Accounts(t.Context(), caller)
		if err != nil {
			t.Fatal(err)
		}
		if got := accounts[0].Balance; got != won(1_284_295) {
			t.Errorf("after %d of %d pages Kim has %v", p.Done, p.Total, got)
		}
	})
	if err != nil || between == 0 {
		t.Fatalf("%v, after %d looks", err, between)
	}
	if got := other.Balance(t, banktest.KimMain); got != won(1_284_300) {
		t.Errorf("in the end Kim has %v", got)
	}
}

// The keys of a bank of another origin are not those that others have read: they
// have to leave first.
func TestABankOfAnotherOriginIsRestoredAlone(t *testing.T) {
	t.Parallel()
	opt := options()
	opt.Rand = banktest.NewRand(99)
	path := filepath.Join(t.TempDir(), "bank.db")
	if err := bank.Create(t.Context(), path, banktest.Opening(), opt); err != nil {
		t.Fatal(err)
	}
	d := deskOf(t)
	d.send(t, toPark(300))
	from := d.kept(t)
	w := &banktest.World{Clock: banktest.NewClock(), Path: path}
	w.Bank = w.Again(t, 4)
	id := w.ID()
	_, err := bank.Restore(t.Context(), from, path, banktest.Start, nil)
	about(t, err, bank.FileLocked, path)
	if got := w.Balance(t, banktest.KimMain); got != won(1_284_300) {
		t.Errorf("Kim has %v, who has it open says", got)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	restored, err := bank.Restore(t.Context(), from, path, banktest.Start, nil)
	if err != nil {
		t.Fatal(err)
	}
	if b := again(t, path); b.ID() != d.ID() || b.Balance(t, banktest.KimMain) != won(1_284_000) {
		t.Errorf("it is bank %s, and Kim has %v", b.ID(), b.Balance(t, banktest.KimMain))
	}
	if b := again(t, restored.Kept); b.ID() != id {
		t.Errorf("bank %s was kept", b.ID())
	}
}

func TestABackupOfAnOlderVersionIsRestoredAsThisOne(t *testing.T) {
	t.Parallel()
	from, path := earlier(t, 1), filepath.Join(t.TempDir(), "bank.db")
	before := photograph(t, filepath.Dir(from))
	if _, err := bank.Restore(t.Context(), from, path, banktest.Start, nil); err != nil {
		t.Fatal(err)
	}
	if report, err := bank.Verify(t.Context(), path, banktest.Verify); err != nil || report.Difference != "" {
		t.Errorf("verify: %v, %q", err, report.Difference)
	}
	if after := photograph(t, filepath.Dir(from)); !slices.Equal(before, after) {
		t.Error("the backup is not as it was")
	}
	if names := besides(t, path); names != nil {
		t.Errorf("beside the bank stand %q", names)
	}
}

// A bank whose books lie, or with pages that are damaged, is replaced as any; it
// is kept as it was.
func TestABankThatLiesIsReplaced(t *testing.T) {
	t.Parallel()
	d := deskOf(t)
	from := d.kept(t)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	lie(t, d.Path)
	restored, err := bank.Restore(t.Context(), from, d.Path, banktest.Start, nil)
	if err != nil {
		t.Fatal(err)
	}
	if report, err := bank.Verify(t.Context(), d.Path, banktest.Verify); err != nil || report.Difference != "" {
		t.Errorf("the restored one: %v, %q", err, report.Difference)
	}
	if report, err := bank.Verify(t.Context(), restored.Kept, banktest.Verify); err != nil || report.Difference == "" {
		t.Errorf("the one that lies: %v, %q", err, report.Difference)
	}
}

func TestABankWhosePagesAreDamagedIsReplaced(t *testing.T) {
	t.Parallel()
	d := deskOf(t)
	from := d.kept(t)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	made, err := os.ReadFile(d.Path)
	if err != nil {
		t.Fatal(err)
	}
	clear(made[4096:])
	content(made)(t, d.Path)
	if _, err := bank.Restore(t.Context(), from, d.Path, banktest.Start, nil); err != nil {
		t.Fatal(err)
	}
	if report, err := bank.Verify(t.Context(), d.Path, banktest.Verify); err != nil || report.Difference != "" {
		t.Errorf("the restored one: %v, %q", err, report.Difference)
	}
}

func TestWhatIsNoBackupIsNotRestored(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name string
		make func(t *testing.T, from, path string)
		want bank.FileReason
		of   string
	}{
		{"no backup", func(t *testing.T, from, _ string) { t.Helper(); remove(t, from) }, bank.FileMissing, "kept.db"},
		{"a backup that lies", func(t *testing.T, from, _ string) { t.Helper(); lie(t, from) }, bank.FileDiffers, "kept.db"},
		{"a poem", func(t *testing.T, from, _ string) { t.Helper(); content([]byte("a poem"))(t, from) }, bank.FileForeign, "kept.db"},
		{"half a backup", func(t *testing.T, from, _ string) { t.Helper(); truncate(t, from, 8192) }, bank.FileTruncated, "kept.db"},
		{"a newer backup", func(t *testing.T, from, _ string) {
			t.Helper()
			rawExec(t, from, "PRAGMA user_version=999", "PRAGMA journal_mode=DELETE")
		}, bank.FileNewer, "kept.db"},
		{"over a poem", func(t *testing.T, _, path string) { t.Helper(); content([]byte("a poem"))(t, path) }, bank.FileForeign, "bank.db"},
		{"over half a bank", func(t *testing.T, _, path string) { t.Helper(); truncate(t, path, 8192) }, bank.FileTruncated, "bank.db"},
		{"beside a log", func(t *testing.T, _, path string) {
			t.Helper()
			remove(t, path)
			content([]byte("log"))(t, path+"-wal")
		}, bank.FileExists, "bank.db-wal"},
		{"the bank itself", func(t *testing.T, from, path string) {
			t.Helper()
			remove(t, from)
			if err := os.Link(path, from); err != nil {
				t.Fatal(err)
			}
		}, bank.FileSame, "kept.db"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			path, from := fileOf(t), filepath.Join(t.TempDir(), "kept.db")
			copyBank(t, from)
			row.make(t, from, path)
			before := photograph(t, filepath.Dir(path))
			_, err := bank.Restore(t.Context(), from, path, banktest.Start, nil)
			about(t, err, row.want, row.of)
			if after := photograph(t, filepath.Dir(path)); !slices.Equal(before, after) {
				t.Errorf("the folder has %q", besides(t, path))
			}
		})
	}
}

func truncate(t *testing.T, path string, size int64) {
	t.Helper()
	if err := os.Truncate(path, size); err != nil {
		t.Fatal(err)
	}
}

func TestARestoreThatIsCancelledChangesNothing(t *testing.T) {
	t.Parallel()
	d := deskOf(t)
	from := d.kept(t)
	d.send(t, toPark(5))
	for _, at := range []int{1, 4} { // of reading the backup, and of writing the bank
		ctx, cancel := context.WithCancel(t.Context())
		calls := 0
		_, err := bank.Restore(ctx, from, d.Path, banktest.Start, nil, func(bank.Progress) {
			if calls++; calls == at {
				cancel()
			}
		})
		cancel()
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("got %v", err)
		}
		if names := besides(t, d.Path); slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, "bak") || strings.HasSuffix(n, ".new") }) {
			t.Errorf("it left %q", names)
		}
		if got := d.Balance(t, banktest.KimMain); got != won(1_284_295) {
			t.Errorf("Kim has %v", got)
		}
	}
}

// Whoever is writing is waited for as long as an order is.
func TestARestoreSaysThatSomebodyIsWriting(t *testing.T) {
	t.Parallel()
	path := fileOf(t)
	from := filepath.Join(t.TempDir(), "kept.db")
	copyBank(t, from)
	db := rawOpen(t, path)
	for _, s := range []string{"PRAGMA journal_mode=WAL", "BEGIN IMMEDIATE"} {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	_, err := bank.Restore(t.Context(), from, path, banktest.Start, nil)
	about(t, err, bank.FileLocked, path)
}
