package bank

import (
	"context"
	"database/sql"
	"errors"
	"sync"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// handle is a database with a fixed number of connections, each with the statements
// that were compiled on it. Transactions are begun and ended by hand on a connection of one's own: those of database/sql
// start a goroutine for every row that is asked for, and a writer waits for it.
type handle struct {
	db   *sql.DB
	free chan struct{} // one for each connection that nobody has, open or not
	done chan struct{} // closed with the handle

	mu     sync.Mutex
	idle   []*connection // the open ones that nobody has
	closed bool
}

// newHandle is the handle of a database that allows so many connections. It opens them when they are needed.
func newHandle(db *sql.DB, connections int) *handle {
	h := &handle{db: db, free: make(chan struct{}, connections), done: make(chan struct{})}
	for range connections {
		h.free <- struct{}{}
	}
	return h
}

// connection is one of a handle's. One transaction at a time has it.
type connection struct {
	*sql.Conn

	compiled map[string]*sql.Stmt
	words    *words
	image    *Image // what the database is a clone of, for words that are inClone
}

// Close closes the statements too: database/sql does not, and SQLite would keep the
// file open for them.
func (c *connection) Close() error {
	var err error
	for _, s := range c.compiled {
		err = errors.Join(err, s.Close())
	}
	clear(c.compiled)
	return errors.Join(err, c.Conn.Close())
}

// maxCompiled bounds what a connection keeps: more than there are files.
const maxCompiled = 400

// take waits for a connection: the one that was given back last, since opening another reads the whole schema, which is
// most of what it costs to open a bank for one question.
func (h *handle) take(ctx context.Context) (*connection, error) {
	select {
	case <-h.free:
	case <-h.done:
		return nil, errClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if c, err := h.newest(); c != nil || err != nil {
		return c, err
	}
	conn, err := h.db.Conn(ctx)
	if err != nil {
		h.give(nil)
		return nil, err
	}
	return &connection{Conn: conn, compiled: map[string]*sql.Stmt{}, words: &inFile}, nil
}

// newest takes the idle connection that was given back last, or nil if none is. A closed handle has none to open either:
// its database may be another clone's by now.
func (h *handle) newest() (*connection, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return nil, errClosed
	}
	last := len(h.idle) - 1
	if last < 0 {
		return nil, nil
	}
	c := h.idle[last]
	h.idle = h.idle[:last]
	return c, nil
}

// give returns a connection; nil is one that could not be opened.
func (h *handle) give(c *connection) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		if c != nil {
			_ = c.Close() // what it did is committed, or was not to be
		}
		return
	}
	if c != nil {
		h.idle = append(h.idle, c)
	}
	h.free <- struct{}{} // there is room for all of them
}

// Close closes the connections that nobody has now, and the others when they are
// given back: their transactions go on to their end. A clone's goes back to its image.
func (h *handle) Close() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return nil
	}
	h.closed = true
	close(h.done)
	idle := h.idle
	h.idle = nil
	var err error
	for _, c := range idle {
		if c.image != nil && c.image.takeBack(h.db, c) {
			return nil
		}
		err = errors.Join(err, c.Close())
	}
	return errors.Join(err, h.db.Close())
}

// lend gives f a connection outside any transaction.
func (h *handle) lend(ctx context.Context, f func(c *sql.Conn) error) error {
	c, err := h.take(ctx)
	if err != nil {
		return err
	}
	defer h.give(c)
	return f(c.Conn)
}

// statement is the compiled text. It is nil for one that cannot be compiled, which
// its user will find, or is one too many.
func (c *connection) statement(ctx context.Context, text string) *sql.Stmt {
	if s, ok := c.compiled[text]; ok {
		return s
	}
	if len(c.compiled) >= maxCompiled {
		return nil
	}
	s, err := c.PrepareContext(ctx, text)
	if err != nil {
		return nil
	}
	c.compiled[text] = s
	return s
}

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

// begin begins a transaction on h.
func (h *handle) begin(ctx context.Context, what purpose) (*work, error) {
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

// exec runs a statement that is compiled once.
func (c *connection) exec(ctx context.Context, text string, args ...any) (sql.Result, error) {
	if s := c.statement(ctx, text); s != nil { //nolint:sqlclosecheck // the connection closes it
		return s.ExecContext(ctx, args...)
	}
	return c.ExecContext(ctx, text, args...)
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
