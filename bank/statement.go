package bank

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"path"
	"strings"
	"sync"
)

// statements holds one statement per file, named for what it does. Those in sql
// are what other engines understand too; those in sql/sqlite are SQLite's own.
//
//go:embed sql/*.sql sql/sqlite/*.sql
var statements embed.FS

// queries are the texts of statements by name.
var queries = sync.OnceValue(func() map[string]string {
	texts := map[string]string{}
	for _, folder := range []string{"sql", "sql/sqlite"} {
		files, err := statements.ReadDir(folder)
		if err != nil {
			panic(err)
		}
		for _, file := range files {
			if file.IsDir() {
				continue
			}
			text, err := statements.ReadFile(path.Join(folder, file.Name()))
			if err != nil {
				panic(err)
			}
			// What follows the last semicolon would be another statement to the driver.
			texts[strings.TrimSuffix(file.Name(), ".sql")] = strings.TrimSpace(string(text))
		}
	}
	return texts
})

// query returns the statement in sql/<name>.sql. It panics if there is none:
// TestQueries prepares every file.
func query(name string) string {
	text, ok := queries()[name]
	if !ok {
		panic("bank: no statement sql/" + name + ".sql")
	}
	return text
}

// handle is a database with the statements that were compiled for it. Compiling
// takes longer than most statements run.
type handle struct {
	*sql.DB

	mu       sync.Mutex
	compiled map[string]*sql.Stmt
	used     map[string]int
	wanted   []string // were used often enough, and are not compiled yet
}

func newHandle(db *sql.DB) *handle {
	return &handle{DB: db, compiled: map[string]*sql.Stmt{}, used: map[string]int{}}
}

// maxCompiled bounds what a handle keeps: more than there are files.
const maxCompiled = 300

// worthCompiling is how often a statement is used before it is compiled for good: a
// bank in memory that lives for one tape uses most of them once or twice.
const worthCompiling = 3

// statement is the compiled text, or nil the first times.
func (h *handle) statement(text string) *sql.Stmt {
	h.mu.Lock()
	defer h.mu.Unlock()
	if s, ok := h.compiled[text]; ok {
		return s
	}
	if len(h.used) < maxCompiled {
		h.used[text]++
	}
	if h.used[text] == worthCompiling && len(h.wanted) < maxCompiled {
		h.wanted = append(h.wanted, text)
	}
	return nil
}

// compile compiles what was used without being. It is called before a transaction:
// a handle of one connection has none to spare for it inside one. What does not compile is left for its user to find.
func (h *handle) compile(ctx context.Context) {
	h.mu.Lock()
	wanted := h.wanted
	h.wanted = nil
	h.mu.Unlock()
	for _, text := range wanted {
		s, err := h.PrepareContext(ctx, text)
		if err != nil {
			return
		}
		h.mu.Lock()
		if _, ok := h.compiled[text]; ok || len(h.compiled) >= maxCompiled {
			_ = s.Close() //nolint:sqlclosecheck // the others stay open
		} else {
			h.compiled[text] = s
		}
		h.mu.Unlock()
	}
}

// Close closes the statements and the database.
func (h *handle) Close() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	var err error
	for _, s := range h.compiled {
		err = errors.Join(err, s.Close())
	}
	clear(h.compiled)
	return errors.Join(err, h.DB.Close())
}

// work is a transaction that runs compiled statements.
type work struct {
	*sql.Tx

	on   *handle              // nil: what runs once need not be compiled for good
	mine map[string]*sql.Stmt // on's statements, as they run in this transaction
}

// begin begins a transaction on h.
func (h *handle) begin(ctx context.Context, how *sql.TxOptions) (*work, error) {
	h.compile(ctx)
	began, err := h.BeginTx(ctx, how)
	if err != nil {
		return nil, err
	}
	return &work{Tx: began, on: h, mine: map[string]*sql.Stmt{}}, nil
}

// statement is the compiled text in this transaction, or nil.
func (w *work) statement(ctx context.Context, text string) *sql.Stmt {
	if w.on == nil {
		return nil
	}
	if s, ok := w.mine[text]; ok {
		return s
	}
	s := w.on.statement(text)
	if s == nil {
		return nil
	}
	s = w.StmtContext(ctx, s)
	w.mine[text] = s
	return s
}

// ExecContext is that of sql.Tx, with a compiled statement.
func (w *work) ExecContext(ctx context.Context, text string, args ...any) (sql.Result, error) {
	if s := w.statement(ctx, text); s != nil { //nolint:sqlclosecheck // the end of the transaction closes it
		return s.ExecContext(ctx, args...)
	}
	return w.Tx.ExecContext(ctx, text, args...)
}

// QueryContext is that of sql.Tx, with a compiled statement.
func (w *work) QueryContext(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	if s := w.statement(ctx, text); s != nil { //nolint:sqlclosecheck // the end of the transaction closes it
		return s.QueryContext(ctx, args...)
	}
	return w.Tx.QueryContext(ctx, text, args...)
}

// QueryRowContext is that of sql.Tx, with a compiled statement.
func (w *work) QueryRowContext(ctx context.Context, text string, args ...any) *sql.Row {
	if s := w.statement(ctx, text); s != nil { //nolint:sqlclosecheck // the end of the transaction closes it
		return s.QueryRowContext(ctx, args...)
	}
	return w.Tx.QueryRowContext(ctx, text, args...)
}
