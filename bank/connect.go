package bank

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"path/filepath"
	"strings"
	"sync"

	"modernc.org/sqlite"
)

// What every connection is told, in the words of the driver. Double quotes are
// names only, the schema is not trusted to call functions, REPLACE fires the
// triggers of a deletion, and nobody may write to the schema by hand.
const guarding = "_foreign_keys=1&_defensive=1&_dqs=0&_pragma=trusted_schema(0)&_pragma=recursive_triggers(1)"

// What the connections of a file are told besides. A commit is on the disk when
// it returns (synchronous=FULL); the log is folded into the file every 10,000 pages, and kept.
// What savepoints may have to put back stays in memory: one order changes more pages than SQLite keeps there otherwise.
const (
	writing = guarding + "&_busy_timeout=5000&_txlock=immediate&_journal_mode=WAL&_synchronous=FULL" +
		"&_pragma=wal_autocheckpoint(10000)&_pragma=cache_size(-65536)&_pragma=temp_store(2)"
	asking  = guarding + "&_busy_timeout=5000&_query_only=1" // nothing that SQLite reads the schema for
	reading = asking + "&_pragma=cache_size(-16384)"
)

// writerDSN names the bank in the file at path for the one who writes.
func writerDSN(path string) string { return fileDSN(path, "rw", writing) }

// readerDSN names it for those who read. They can change nothing in it. But the last connection to a file is the one that
// folds the log into it and removes the log, which takes a file that was opened for writing; and there is no other
// connection until somebody writes.
func readerDSN(path string) string {
	return fileDSN(path, "rw", reading+"&_journal_mode=WAL&_synchronous=FULL")
}

// readyDriver sets what holds for the whole process. Locks that belong to the
// open file, not to the process, survive that judge opens and closes the same file; where there are none the library
// goes on with the others.
var readyDriver = sync.OnceFunc(func() {
	sqlite.StrictPragmas(true)
	_, _ = sqlite.OFDLocking(true)
})

// fileDSN names the database in the file at path for the driver. mode is "ro", or
// "rw", which makes no file where there is none.
func fileDSN(path, mode, parameters string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/...
	}
	name := url.URL{Scheme: "file", Path: slashed, RawQuery: "mode=" + mode + "&" + parameters}
	return name.String()
}

// memoryDSN names a new database in memory, which is gone with its connection.
func memoryDSN() string { return "file::memory:?_txlock=immediate&" + guarding }

// later is a database with at most so many connections, which are opened when they are needed.
func later(dsn string, connections int) (*sql.DB, error) {
	readyDriver()
	connector, err := sqlite.NewConnector(dsn)
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(connector)
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db, nil
}

// connect opens a database with at most so many connections, and makes sure that
// there is one.
func connect(ctx context.Context, dsn string, connections int) (*sql.DB, error) {
	db, err := later(dsn, connections)
	if err != nil {
		return nil, err
	}
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// serializer is what the driver's connections can do beside SQL.
type serializer interface {
	Serialize() ([]byte, error)
	Deserialize(image []byte) error
}

// serialize returns the database as the bytes of a file.
func serialize(ctx context.Context, db *sql.DB) (image []byte, err error) {
	err = raw(ctx, db, func(c serializer) error {
		image, err = c.Serialize()
		return err
	})
	return image, err
}

// deserialize makes the one connection of db a database with the bytes of image.
func deserialize(ctx context.Context, db *sql.DB, image []byte) error {
	if reason := judgeHeader(image[:min(len(image), headerLength)], int64(len(image)), false); reason != "" {
		return errors.New("the image is no bank: " + string(reason))
	}
	return raw(ctx, db, func(c serializer) error { return c.Deserialize(image) })
}

func raw(ctx context.Context, db *sql.DB, f func(c serializer) error) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	err = conn.Raw(func(c any) error {
		s, ok := c.(serializer)
		if !ok {
			return errors.New("the driver cannot serialize")
		}
		return f(s)
	})
	return errors.Join(err, conn.Close())
}
