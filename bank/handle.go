package bank

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// handle is a database with a fixed number of connections, each with the statements
// that were compiled on it. Transactions are begun and ended by hand on a connection of one's own: those of database/sql
// start a goroutine for every row that is asked for, and a writer waits for it.
type handle struct {
	db   *sql.DB
	at   *location     // nil in memory
	free chan struct{} // one for each connection that nobody has, open or not
	done chan struct{} // closed with the handle

	mu     sync.Mutex
	idle   []*connection // the open ones that nobody has
	closed bool
}

// newHandle is the handle of a database at a location, nil in memory, that allows so many connections. It opens them when
// they are needed.
func newHandle(db *sql.DB, at *location, connections int) *handle {
	h := &handle{db: db, at: at, free: make(chan struct{}, connections), done: make(chan struct{})}
	for range connections {
		h.free <- struct{}{}
	}
	return h
}

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
	c, err := h.another(ctx)
	if err != nil {
		h.give(nil)
	}
	return c, err
}

// another opens a connection.
func (h *handle) another(ctx context.Context) (*connection, error) {
	if err := h.at.check(); err != nil {
		return nil, err
	}
	conn, err := h.db.Conn(ctx)
	if err != nil {
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
