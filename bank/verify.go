package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Report is what [Verify] found: how much it read, and the first difference, ""
// when there is none.
type Report struct {
	Accounts, Entries, Legs, Postings, Transfers int64
	Difference                                   string
}

// Verify recomputes every balance of the bank at path from its legs and checks
// every invariant, reading only. It returns a *FileError if the file is no bank; a bank that lies is not an error but
// a Report with a Difference.
//
// No byte of the file changes. What another process has committed and only its log has so far is seen.
func Verify(ctx context.Context, path string) (Report, error) {
	if _, err := judge(ctx, path, os.O_RDONLY); err != nil {
		return Report{}, err
	}
	before, err := os.Stat(path)
	if err != nil {
		return Report{}, fileError(path, err)
	}
	if logged(path) {
		return verifyFile(ctx, path, "ro")
	}
	// Without a log all is in the file. Reading it as one that cannot change makes
	// no log and no locks, so that it works on a read-only disk too; if a bank did start meanwhile, it is read again with them.
	report, err := verifyFile(ctx, path, "ro&immutable=1")
	after, statErr := os.Stat(path)
	if statErr != nil {
		return Report{}, fileError(path, statErr)
	}
	if logged(path) || before.Size() != after.Size() || !before.ModTime().Equal(after.ModTime()) {
		return verifyFile(ctx, path, "ro")
	}
	return report, err
}

func verifyFile(ctx context.Context, path, mode string) (Report, error) {
	db, err := connect(ctx, fileDSN(path, mode, reading), 1)
	if err != nil {
		return Report{}, fault(path, "verify", err)
	}
	report, err := verify(ctx, db)
	if err != nil {
		return Report{}, errors.Join(fault(path, "verify", err), db.Close())
	}
	return report, db.Close()
}

// Verify does for an open bank what [Verify] does for a file: it sees what has
// been committed.
func (b *Bank) Verify(ctx context.Context) (Report, error) {
	if ctx.Value(inside{}) != nil {
		return Report{}, errNested
	}
	report, err := verify(ctx, b.r)
	if err != nil {
		return Report{}, fault(b.path, "verify", err)
	}
	return report, nil
}

// checks are what has to hold, the narrower before what follows from it. Each is a
// statement that answers with the first difference in words, or with nothing.
var checks = []string{
	"verify_setting", "verify_values", "verify_entry", "verify_posting", "verify_leg", "verify_running", "verify_account",
	"verify_currency", "verify_floor", "verify_account_day", "verify_customer_day",
	"verify_transfer", "verify_event", "verify_outcome",
}

// verify checks one snapshot of a database that can be read.
func verify(ctx context.Context, db *sql.DB) (Report, error) {
	began, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return Report{}, err
	}
	defer began.Rollback() //nolint:errcheck // it only reads
	report, err := verifySnapshot(ctx, began)
	if e, ok := errors.AsType[*sqlite.Error](err); ok && e.Code()&0xff == sqlite3.SQLITE_CORRUPT {
		return Report{Difference: "the file is damaged: " + e.Error()}, nil
	}
	return report, err
}

func verifySnapshot(ctx context.Context, began *sql.Tx) (Report, error) {
	var r Report
	damage, broken, err := integrity(ctx, began)
	if err != nil || damage != "" {
		return Report{Difference: damage}, err
	}
	if r.Difference, err = verifySchema(ctx, began); err != nil || r.Difference != "" {
		return r, err
	}
	err = began.QueryRowContext(ctx, query("verify_counts")).Scan(&r.Accounts, &r.Entries, &r.Legs, &r.Postings, &r.Transfers)
	if err != nil {
		return Report{}, err
	}
	for _, check := range checks {
		err := began.QueryRowContext(ctx, query(check)).Scan(&r.Difference)
		if err == nil {
			return r, nil
		}
		if !errors.Is(err, sql.ErrNoRows) {
			return overflowing(r, fmt.Errorf("%s: %w", check, err))
		}
	}
	if r.Difference, err = verifyReferences(ctx, began); err != nil || r.Difference != "" {
		return r, err
	}
	if r.Difference, err = verifyTransitions(ctx, began); err != nil || r.Difference != "" {
		return r, err
	}
	r.Difference = broken
	return r, nil
}

// overflowing turns the failure of a check into a difference, if it failed because
// amounts add up to more than there are numbers: the guards would have refused that.
func overflowing(r Report, err error) (Report, error) {
	if e, ok := errors.AsType[*sqlite.Error](err); ok && strings.Contains(e.Error(), "integer overflow") {
		r.Difference = "amounts add up to more than there are numbers"
		return r, nil
	}
	return Report{}, err
}

// integrity asks SQLite whether the file is whole. A constraint that a row breaks
// is told apart from damage: what it means for the books is said better by the checks.
// (Constraints are looked at only where SQLite may write, as in memory.)
func integrity(ctx context.Context, began *sql.Tx) (damage, broken string, err error) {
	answers, err := texts(ctx, began, "PRAGMA integrity_check(20)")
	if err != nil {
		return "", "", err
	}
	for _, answer := range answers {
		switch {
		case answer == "ok":
		case strings.Contains(answer, "constraint failed in") || strings.HasPrefix(answer, "NULL value in"):
			broken = answer
		default:
			return "the file is damaged: " + answer, "", nil
		}
	}
	return "", broken, nil
}

// verifyReferences finds a row that refers to one that is not there.
func verifyReferences(ctx context.Context, began *sql.Tx) (difference string, err error) {
	found, err := pairs(ctx, began, `SELECT "table", parent FROM pragma_foreign_key_check LIMIT 1`)
	if err != nil || len(found) == 0 {
		return "", err
	}
	return fmt.Sprintf("a row of %s refers to a row of %s that is not there", found[0][0], found[0][1]), nil
}

// verifyTransitions makes sure that no step was made legal by hand.
func verifyTransitions(ctx context.Context, began *sql.Tx) (difference string, err error) {
	found, err := pairs(ctx, began, query("verify_transition"))
	if err != nil {
		return "", err
	}
	wanted := slices.SortedFunc(slices.Values(transitions), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	if !slices.Equal(found, wanted) {
		return "the legal steps of an order are not those of this program", nil
	}
	return "", nil
}
