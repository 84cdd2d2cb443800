package bank_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"

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
