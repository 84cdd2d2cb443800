package bank_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// leftBehind is a bank's file as a killed program leaves it: with a log, which has what the statements did, and the log's
// index.
func leftBehind(t *testing.T, statements ...string) string {
	t.Helper()
	killed := fileOf(t)
	db := rawOpen(t, killed) // stays open: the log is not folded in
	change(t, db, statements...)
	return copyOfFolder(t, killed)
}

// logWaits is less than SQLite waits for a log that it takes for one that is being replaced.
const logWaits = 5 * time.Second

func TestABankIsOpenedAtOnceWhateverItsLogBecame(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		spoil func(log []byte) []byte
	}{
		{"the log is whole", func(log []byte) []byte { return log }},
		{"the log is shorter than its header", func(log []byte) []byte { return log[:20] }},
		{"the log is cut off within a page", func(log []byte) []byte { return log[:len(log)-1000] }},
		{"the log begins with nothing", func(log []byte) []byte { clear(log[:32]); return log }},
		{"the log begins with another number", func(log []byte) []byte { log[0] ^= 0x40; return log }},
		{"the log has pages of no size", func(log []byte) []byte { clear(log[8:12]); return log }},
		{"the log has pages of a size that is no power of two", func(log []byte) []byte { log[11] ^= 1; return log }},
		{"the log has pages that are too large", func(log []byte) []byte { copy(log[8:12], "\x00\x02\x00\x00"); return log }},
		{"the log begins with a wrong sum", func(log []byte) []byte { log[30] ^= 1; return log }},
		{"the log is a letter", func([]byte) []byte { return bytes.Repeat([]byte("Dear bank, "), 1000) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			same := fmt.Sprintf("PRAGMA user_version=%d", bank.LatestVersion()) // written all the same
			path := leftBehind(t, same, same)
			log, err := os.ReadFile(path + "-wal")
			if err != nil {
				t.Fatal(err)
			}
			content(c.spoil(log))(t, path+"-wal")
			began := time.Now()
			report, err := bank.Verify(t.Context(), path, banktest.Verify)
			if err != nil || report.Difference != "" {
				t.Errorf("verifying: %v %q", err, report.Difference)
			}
			b, err := bank.Open(t.Context(), path, options())
			if err != nil {
				t.Fatal(err)
			}
			if took := time.Since(began); took > logWaits {
				t.Errorf("it took %s", took)
			}
			if err := b.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestALaterVersionIsToldFromItsLogWhateverItsSchemaIsLike(t *testing.T) {
	t.Parallel()
	newer := bank.LatestVersion() + 1
	path := leftBehind(
		t, "PRAGMA writable_schema=1",
		"UPDATE sqlite_schema SET sql=replace(sql, 'CREATE TABLE', 'CREATE LATER TABLE') WHERE name='account'",
		fmt.Sprintf("PRAGMA user_version=%d", newer),
	)
	before := photograph(t, filepath.Dir(path))
	_, openErr := bank.Open(t.Context(), path, options())
	_, verifyErr := bank.Verify(t.Context(), path, banktest.Verify)
	for _, err := range []error{openErr, verifyErr} {
		if refused, ok := errors.AsType[*bank.FileError](err); !ok || refused.Reason != bank.FileNewer || refused.Version != newer {
			t.Errorf("got %v", err)
		}
	}
	if after := photograph(t, filepath.Dir(path)); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("the folder was\n%q\nand is\n%q", before, after)
	}
}
