package bank

import (
	"context"
	"database/sql"
	"embed"
	"time"
)

// statements holds one statement per file, named for what it does.
//
//go:embed sql/*.sql
var statements embed.FS

// query returns the statement in sql/<name>.sql. It panics if there is none:
// TestQueries prepares every file.
func query(name string) string { panic("todo") }

// tx is one transaction: all its rows have one time.
type tx struct {
	*sql.Tx
	bank *Bank
	now  time.Time // of the ledger: Options.Now, and later than the newest entry, whatever the clock does
}

// inTx runs f in a write transaction (BEGIN IMMEDIATE) of the one writer, and
// commits if f returns nil.
func (b *Bank) inTx(ctx context.Context, f func(ctx context.Context, tx *tx) error) error {
	panic("todo")
}

// read runs f in a read transaction: one snapshot.
func (b *Bank) read(ctx context.Context, f func(ctx context.Context, tx *tx) error) error {
	panic("todo")
}

// newKey makes a UUIDv7 (RFC 9562) from the transaction's time and Options.Rand.
func (t *tx) newKey() (string, error) { panic("todo") }
