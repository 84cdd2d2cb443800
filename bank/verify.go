package bank

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Report is what [Verify] found: how much it read, the newest seal, and the first
// difference, "" when there is none.
type Report struct {
	Accounts, Entries, Legs, Postings, Transfers int64

	// Head is the SHA-256 hash of the newest seal, in hexadecimal, "" if nothing was
	// sealed yet. Whoever keeps it elsewhere can tell later that the bank still has all that it had: a chain cannot show that its end was cut off.
	Head       string
	Difference string

	Newest time.Time // when the newest entry, or act, was; zero if there is none, or it cannot be read
}

// Ahead tells whether the books are so far ahead of a clock that shows now that [Open] refuses them, with FileAhead.
func (r Report) Ahead(now time.Time) bool { return r.Newest.Sub(now) > mostAhead }

// Part is a part of verifying.
type Part string

// The parts, in their order.
const (
	PartPages     Part = "pages"     // all of the file is read
	PartStructure Part = "structure" // SQLite's own checks of it
	PartBooks     Part = "books"     // sums, running balances, histories

	// PartSignatures is the signatures of orders, counted. It comes before the seals, which tell only in which batch something is wrong.
	PartSignatures Part = "signatures"

	PartSeals Part = "seals" // the chain, counted in legs
)

// PartFill is the part of making a bank in which its rows are written. They are counted as they are expected from its entries.
const PartFill Part = "fill"

// Progress is how far verifying has come in one of its parts: Done of Total pages,
// checks, legs or signatures.
type Progress struct {
	Part        Part
	Done, Total int64
}

// Verify recomputes every balance of the bank at path from its legs, and every seal,
// and checks every invariant, reading only. It returns a *FileError if the file is no bank, or one
// of an earlier version (FileOlder), which is checked once it was opened; a bank that lies is not an error but
// a Report with a Difference. Each watch is told now and then how far it has come.
//
// Signatures of orders are checked by check as of when they were made, one after another; nil leaves out what takes
// somebody who knows certificates, and only asks whether what was signed is what was booked.
//
// No byte of the file changes. What another process has committed and only its log has so far is seen.
func Verify(ctx context.Context, path string, check VerifySignature, watch ...func(Progress)) (Report, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return Report{}, fmt.Errorf("verify bank: %w", err)
	}
	switch version, err := judge(ctx, path, os.O_RDONLY); {
	case err != nil:
		return Report{}, err
	case version < latestVersion(): // its rows would be asked for what they did not have then
		return Report{}, &FileError{Path: path, Reason: FileOlder, Version: version}
	}
	before, err := os.Stat(path)
	if err != nil {
		return Report{}, fileError(path, err)
	}
	if logged(path) {
		return verifyLogged(ctx, path, check, watch)
	}
	// Without a log all is in the file. Reading it as one that cannot change makes
	// no log and no locks, so that it works on a read-only disk too; if a bank did start meanwhile, it is read again with them.
	report, err := verifyFile(ctx, path, "ro&immutable=1", check, watch)
	after, statErr := os.Stat(path)
	if statErr != nil {
		return Report{}, fileError(path, statErr)
	}
	if logged(path) || before.Size() != after.Size() || !before.ModTime().Equal(after.ModTime()) {
		return verifyLogged(ctx, path, check, watch)
	}
	return report, err
}

// Checks makes what checks the signatures of the orders in the bank's file at path, from what that
// file says of certificates. Its error is told if nothing else is wrong with the file. A nil one leaves out what takes somebody who knows
// certificates.
type Checks func(ctx context.Context, path string) (VerifySignature, error)

// VerifyBy does what [Verify] does, with what the file itself says of certificates.
func VerifyBy(ctx context.Context, path string, by Checks, watch ...func(Progress)) (Report, error) {
	var (
		check  VerifySignature
		unread error
	)
	if by != nil {
		check, unread = by(ctx, path)
	}
	report, err := Verify(ctx, path, check, watch...)
	if err == nil && report.Difference == "" {
		err = unread
	}
	return report, err
}

// verifyLogged reads a file with a log, and uses the log's index as it is if there is
// one. If nobody has written it, or only half, SQLite has to.
func verifyLogged(ctx context.Context, path string, check VerifySignature, watch []func(Progress)) (Report, error) {
	return verifyFile(ctx, path, loggedMode(ctx, path), check, watch)
}

func verifyFile(ctx context.Context, path, mode string, check VerifySignature, watch []func(Progress)) (Report, error) {
	db, err := connect(ctx, fileDSN(path, mode, reading), 1)
	if err != nil {
		return Report{}, fault(path, "verify", err)
	}
	report, err := verify(ctx, db, check, watch)
	if err != nil {
		return Report{}, errors.Join(fault(path, "verify", err), db.Close())
	}
	return report, db.Close()
}

// Verify does for an open bank what [Verify] does for a file: it sees what has
// been committed. Signatures are checked by Options.Verify.
func (b *Bank) Verify(ctx context.Context, watch ...func(Progress)) (Report, error) {
	if ctx.Value(inside{}) != nil {
		return Report{}, errNested
	}
	began, err := b.beginRead(ctx)
	if err != nil {
		return Report{}, fault(b.path, "verify", err)
	}
	defer began.Rollback() //nolint:errcheck // it only reads
	report, err := verifyIn(ctx, began, b.opt.Verify, watch)
	if err != nil {
		return Report{}, fault(b.path, "verify", err)
	}
	return report, nil
}
