package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// checks are what has to hold, the narrower before what follows from it. Each is a
// statement that answers with the first difference in words, or with nothing.
var checks = []string{
	"verify_setting", "verify_values", "verify_entry", "verify_posting", "verify_leg", "verify_running", "verify_account",
	"verify_currency", "verify_floor", "verify_account_day", "verify_customer_day", "verify_limit",
	"verify_transfer", "verify_event", "verify_outcome", "verify_act", "verify_certificate", "verify_issued", "verify_exchange",
	"verify_settlement", "verify_instruction",
}

// verification is one reading of a snapshot.
type verification struct {
	began  *work
	check  VerifySignature // of signatures; nil where nobody can
	watch  []func(Progress)
	report Report
	broken string // a constraint that a row breaks, which is more than damage and says less than a check
}

// verify checks one snapshot of a database that can be read.
func verify(ctx context.Context, db *sql.DB, check VerifySignature, watch []func(Progress)) (Report, error) {
	began, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return Report{}, err
	}
	defer began.Rollback() //nolint:errcheck // it only reads
	return verifyIn(ctx, &work{transaction: began}, check, watch)
}

// verifyIn checks the snapshot of a transaction.
func verifyIn(ctx context.Context, began *work, check VerifySignature, watch []func(Progress)) (Report, error) {
	v := &verification{began: began, check: check, watch: watch}
	if newest, err := newestEntry(ctx, began); err == nil && newest > 0 { // if it cannot be read, a part below says why
		v.report.Newest = time.UnixMicro(newest).UTC()
	}
	parts := []func(context.Context) (difference string, err error){
		v.pages, v.structure, v.books, v.references, v.transitions, v.signatures, v.instructions, v.seals, v.remittances, v.search,
	}
	for _, part := range parts {
		var err error
		v.report.Difference, err = part(ctx)
		switch {
		case err != nil && damaged(err):
			return Report{Difference: "the file is damaged: " + err.Error()}, nil
		case err != nil:
			return Report{}, err
		case v.report.Difference != "":
			return v.report, nil
		}
	}
	v.report.Difference = v.broken
	return v.report, nil
}

func damaged(err error) bool {
	e, ok := errors.AsType[*sqlite.Error](err)
	return ok && e.Code()&0xff == sqlite3.SQLITE_CORRUPT
}

// at tells how far a part has come.
func (v *verification) at(part Part, done, total int64) {
	for _, watch := range v.watch {
		watch(Progress{Part: part, Done: done, Total: total})
	}
}

// pages reads all pages in the order in which they are on the disk: the checks read
// them in another, which is slow while they are nowhere but there.
func (v *verification) pages(ctx context.Context) (difference string, err error) {
	var total, done, length int64
	if err := v.began.QueryRowContext(ctx, "PRAGMA page_count").Scan(&total); err != nil {
		return "", err
	}
	rows, err := v.began.QueryContext(ctx, "SELECT length(data) FROM sqlite_dbpage")
	if err != nil {
		return "", err
	}
	defer rows.Close() //nolint:errcheck // the error of reading is rows.Err
	for rows.Next() {
		if err := rows.Scan(&length); err != nil {
			return "", err
		}
		if done++; done%pagesAtOnce == 0 || done == total {
			v.at(PartPages, done, total)
		}
	}
	return "", rows.Err()
}

// How many pages, and how many legs, are read before somebody is told.
const (
	pagesAtOnce = 4096
	legsAtOnce  = 10_000
)

// structure asks SQLite whether the file is whole, and compares its tables and
// guards with those of this version.
func (v *verification) structure(ctx context.Context) (difference string, err error) {
	v.at(PartStructure, 0, 1)
	difference, v.broken, err = integrity(ctx, v.began)
	if err != nil || difference != "" {
		return difference, err
	}
	v.at(PartStructure, 1, 1)
	return verifySchema(ctx, v.began)
}

// books asks each of the checks.
func (v *verification) books(ctx context.Context) (difference string, err error) {
	r := &v.report
	err = v.began.QueryRowContext(ctx, query("verify_counts")).Scan(&r.Accounts, &r.Entries, &r.Legs, &r.Postings, &r.Transfers)
	if err != nil {
		return "", err
	}
	for n, check := range checks {
		if difference, err = ask(ctx, v.began, check); err != nil || difference != "" {
			return difference, err
		}
		v.at(PartBooks, int64(n+1), int64(len(checks)))
	}
	return "", nil
}

// ask runs a statement that answers with a difference, or with nothing.
func ask(ctx context.Context, began rower, check string) (difference string, err error) {
	err = began.QueryRowContext(ctx, query(check)).Scan(&difference)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return "", nil
	case err != nil && overflows(err):
		return "amounts add up to more than there are numbers", nil
	case err != nil:
		return "", fmt.Errorf("%s: %w", check, err)
	}
	return difference, nil
}

// overflows reports whether a check failed because amounts add up to more than
// there are numbers: the guards would have refused that.
func overflows(err error) bool {
	e, ok := errors.AsType[*sqlite.Error](err)
	return ok && strings.Contains(e.Error(), "integer overflow")
}

// seals computes the chain again.
func (v *verification) seals(ctx context.Context) (difference string, err error) {
	id, err := readBankID(ctx, v.began)
	if err != nil {
		return "", err
	}
	said := int64(-legsAtOnce)
	difference, head, err := verifyChain(ctx, v.began, id, 1, func(legs int64) {
		if legs-said >= legsAtOnce || legs == v.report.Legs {
			said = legs
			v.at(PartSeals, legs, v.report.Legs)
		}
	})
	v.report.Head = head.text()
	return difference, err
}

// readBankID reads the bank's name from its settings.
func readBankID(ctx context.Context, began *work) (id string, err error) {
	found, err := pairs(ctx, began, query("settings"))
	for _, setting := range found {
		if setting[0] == settingID {
			id = setting[1]
		}
	}
	return id, err
}

// integrity asks SQLite whether the file is whole. A constraint that a row breaks
// is told apart from damage: what it means for the books is said better by the checks.
// (Constraints are looked at only where SQLite may write, as in memory.)
func integrity(ctx context.Context, began *work) (damage, broken string, err error) {
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

// references finds a row that refers to one that is not there.
func (v *verification) references(ctx context.Context) (difference string, err error) {
	found, err := pairs(ctx, v.began, `SELECT "table", parent FROM pragma_foreign_key_check LIMIT 1`)
	if err != nil || len(found) == 0 {
		return "", err
	}
	return fmt.Sprintf("a row of %s refers to a row of %s that is not there", found[0][0], found[0][1]), nil
}

// search makes sure that the index finds what it has.
func (v *verification) search(ctx context.Context) (difference string, err error) {
	return verifySearch(ctx, v.began)
}

// transitions makes sure that no step was made legal by hand.
func (v *verification) transitions(ctx context.Context) (difference string, err error) {
	found, err := pairs(ctx, v.began, query("verify_transition"))
	if err != nil {
		return "", err
	}
	wanted := slices.SortedFunc(slices.Values(transitions), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	if !slices.Equal(found, wanted) {
		return "the legal steps of an order are not those of this program", nil
	}
	return "", nil
}
