package bank

import (
	"context"
	"database/sql"
	"errors"
)

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

// exec runs a statement that is compiled once.
func (c *connection) exec(ctx context.Context, text string, args ...any) (sql.Result, error) {
	if s := c.statement(ctx, text); s != nil { //nolint:sqlclosecheck // the connection closes it
		return s.ExecContext(ctx, args...)
	}
	return c.ExecContext(ctx, text, args...)
}
