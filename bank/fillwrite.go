package bank

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// rowsAtOnce is how many rows one statement inserts.
const rowsAtOnce = 200

// boundRows are the values of some rows, one row after another, as the driver takes them. Database/sql would look at each of
// them once more, on the goroutine that waits for SQLite.
type boundRows []driver.NamedValue

// rowsOfEntry is about how many rows an entry has in all tables: itself, a leg, two postings, and two days of accounts.
const rowsOfEntry = 6

// insert writes the rows of a new bank, in the transaction of conn. Checks hold; triggers are not there yet. All tables are
// worked out from the beginning: the seals are hashed while SQLite writes what they seal.
func (f *filling) insert(ctx context.Context, conn *sql.Conn, watch []func(Progress)) error {
	now := Progress{Part: PartFill, Total: int64(max(rowsOfEntry*len(f.entries), 1))}
	told := func(rows int) {
		now.Done = min(now.Done+int64(rows), now.Total)
		for _, w := range watch {
			w(now)
		}
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	tables := slices.Concat(f.fixed(), f.people(), f.members(), f.bookings(), f.postings(), f.transfers(), f.certificates(), f.seals(ctx))
	written := make([]*ahead, len(tables))
	for i, t := range tables {
		written[i] = t.begin(ctx)
	}
	for i, t := range tables {
		if err := t.insert(ctx, conn, written[i], told); err != nil {
			return fmt.Errorf("fill %s: %w", t.name, err)
		}
	}
	return nil
}

// width is how many columns t has.
func (t table) width() int { return strings.Count(t.columns, ",") + 1 }

// insert writes the rows of t, many with each statement. Told is told how many were written.
func (t table) insert(ctx context.Context, conn *sql.Conn, a *ahead, told func(rows int)) error {
	return conn.Raw(func(c any) error {
		w := writer{table: t}
		w.conn, _ = c.(driver.ConnPrepareContext)
		if w.conn == nil {
			return errors.New("the driver cannot prepare statements")
		}
		defer w.close()
		for rows := range a.ready {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := w.write(rows); err != nil {
				return err
			}
			told(len(rows) / t.width())
			a.used <- rows[:0]
		}
		return ctx.Err() // it ends early if that ends
	})
}

// writer inserts rows of a table with one statement, as long as they are as many as the last time.
type writer struct {
	table

	conn      driver.ConnPrepareContext
	statement driver.Stmt // nil before the first
	rows      int
}

// write inserts rows. Who asks for it sees himself whether his context ended: for the driver, each statement would start
// a goroutine that does.
func (w *writer) write(rows boundRows) error {
	ctx := context.Background()
	if n := len(rows) / w.width(); w.statement == nil || n != w.rows {
		w.close()
		row := "(" + strings.Repeat("?,", w.width()-1) + "?)"
		text := fmt.Sprintf("INSERT INTO %s(%s) VALUES ", w.name, w.columns) + strings.Repeat(row+",", n-1) + row
		var err error
		if w.statement, err = w.conn.PrepareContext(ctx, text); err != nil {
			return err
		}
		w.rows = n
	}
	s, ok := w.statement.(driver.StmtExecContext)
	if !ok {
		return errors.New("the driver cannot execute statements")
	}
	_, err := s.ExecContext(ctx, rows)
	return err
}

func (w *writer) close() {
	if w.statement != nil {
		_ = w.statement.Close() // what it wrote was answered
		w.statement = nil
	}
}

// ahead is the rows of a table, which are worked out beside who takes them.
type ahead struct {
	ready chan boundRows
	used  chan boundRows // is filled again
}

// begin works out the rows of t, so many at a time, until ctx ends. One batch is worked on, and others are ready.
func (t table) begin(ctx context.Context) *ahead {
	const batches = 4
	a := &ahead{ready: make(chan boundRows, batches), used: make(chan boundRows, batches)}
	for range batches {
		a.used <- nil
	}
	go func() {
		defer close(a.ready)
		values := <-a.used
		for row := range t.each {
			values = values.with(row, rowsAtOnce)
			if len(values) < rowsAtOnce*len(row) {
				continue
			}
			a.ready <- values // there is room for all of them
			select {
			case values = <-a.used:
			case <-ctx.Done():
				return
			}
		}
		if len(values) > 0 {
			a.ready <- values
		}
	}()
	return a
}

// each is the rows of t.
func (t table) each(yield func(row []any) bool) {
	more := true
	t.rows(func(values ...any) { more = more && yield(values) })
}

// with is b and one more row, of so many that there will be.
func (b boundRows) with(row []any, rows int) boundRows {
	if b == nil {
		b = make(boundRows, 0, rows*len(row))
	}
	for _, value := range row {
		if n, ok := value.(int); ok {
			value = int64(n)
		}
		b = append(b, driver.NamedValue{Ordinal: len(b) + 1, Value: value})
	}
	return b
}
