package bank

import (
	"context"
	"database/sql"
	"errors"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// transaction is a transaction of database/sql, or one of a handle.
type transaction interface {
	ExecContext(ctx context.Context, text string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, text string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, text string, args ...any) *sql.Row
	Commit() error
	Rollback() error
}

// work is a transaction, and the handle that it is of; nil for one that runs once.
type work struct {
	transaction

	on *handle
}

// purpose is what a transaction is for.
type purpose int

const (
	toRead  purpose = iota // it sees what was committed when it first looks
	toWrite                // it is the one that writes
)

// words are the statements that begin a transaction, keep what it did, and undo it. A clone's one connection is alone
// with its database, so that who reads there needs none.
type words [2]struct {
	begin, commit string
	undo          []string
}

const (
	rollback   = "ROLLBACK"
	beginClone = "BEGIN IMMEDIATE"
)

var (
	inFile = words{
		toRead:  {"BEGIN", "COMMIT", []string{rollback}},
		toWrite: {"BEGIN IMMEDIATE", "COMMIT", []string{rollback}},
	}
	inClone = words{
		toWrite: {"SAVEPOINT work", "RELEASE work", []string{"ROLLBACK TO work", "RELEASE work"}},
	}
)

// begin begins a transaction on h. To write, it makes sure first that there will be a way to what is written.
func (h *handle) begin(ctx context.Context, what purpose) (*work, error) {
	if what == toWrite {
		if err := h.at.check(); err != nil {
			return nil, err
		}
	}
	c, err := h.take(ctx)
	if err != nil {
		return nil, err
	}
	t := &span{connection: c, handle: h, what: what}
	err = t.say(ctx, c.words[what].begin)
	if nested(err) { // the one before could not be ended
		_ = t.undo()
		err = t.say(ctx, c.words[what].begin)
	}
	if err != nil {
		h.give(c)
		return nil, err
	}
	return &work{transaction: t, on: h}, nil
}

// nested reports whether a transaction could not begin because there is one.
func nested(err error) bool {
	e, ok := errors.AsType[*sqlite.Error](err)
	return ok && e.Code() == sqlite3.SQLITE_ERROR
}

// span is a transaction on a connection, which it gives back at its end.
type span struct {
	*connection

	handle *handle
	what   purpose
	ended  bool
}

// say runs one of the words.
func (t *span) say(ctx context.Context, text string) error {
	if text == "" {
		return nil
	}
	_, err := t.exec(ctx, text)
	return err
}

// undo undoes everything since the transaction began.
func (t *span) undo() error {
	var err error
	for _, text := range t.words[t.what].undo {
		err = errors.Join(err, t.say(context.Background(), text))
	}
	return err
}

// ExecContext runs a statement.
func (t *span) ExecContext(ctx context.Context, text string, args ...any) (sql.Result, error) {
	return t.exec(ctx, text, args...)
}

// QueryContext asks for rows.
func (t *span) QueryContext(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	if s := t.statement(ctx, text); s != nil { //nolint:sqlclosecheck // the connection closes it
		return s.QueryContext(ctx, args...)
	}
	return t.Conn.QueryContext(ctx, text, args...)
}

// QueryRowContext asks for a row.
func (t *span) QueryRowContext(ctx context.Context, text string, args ...any) *sql.Row {
	if s := t.statement(ctx, text); s != nil { //nolint:sqlclosecheck // the connection closes it
		return s.QueryRowContext(ctx, args...)
	}
	return t.Conn.QueryRowContext(ctx, text, args...)
}

// Commit commits. If it cannot, nothing stays.
func (t *span) Commit() error {
	if t.ended {
		return sql.ErrTxDone
	}
	t.ended = true
	defer t.handle.give(t.connection)
	err := t.say(context.Background(), t.words[t.what].commit)
	if err != nil {
		_ = t.undo() // SQLite may have done so already
	}
	return err
}

// Rollback undoes everything. After Commit, or a second time, it returns
// sql.ErrTxDone.
func (t *span) Rollback() error {
	if t.ended {
		return sql.ErrTxDone
	}
	t.ended = true
	defer t.handle.give(t.connection)
	return t.undo()
}
