package bank

import (
	"context"
	"database/sql"
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
func Verify(ctx context.Context, path string) (Report, error) { panic("todo") }

// Verify does for an open bank what [Verify] does for a file: it sees what has
// been committed.
func (b *Bank) Verify(ctx context.Context) (Report, error) { return verify(ctx, b.r) }

func verify(ctx context.Context, db *sql.DB) (Report, error) { return Report{}, nil }
