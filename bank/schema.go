package bank

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"
)

// schema holds the migrations: NNNN_tables.sql makes the tables of version NNNN,
// NNNN_guards.sql the triggers. A version may have one of them or both; released files are never changed.
//
//go:embed sql/schema/*.sql
var schema embed.FS

// migration is what makes a version of the schema out of the one before.
type migration struct {
	tables, guards string
	after          func(ctx context.Context, began *sql.Tx) error // nil where the files do it all
}

// afterwards is what a version needs besides its files, in Go, on banks that are
// there already: it runs after them in the same transaction, also on a bank without a row. A bank that is made anew
// gets its rows by [Create] instead.
var afterwards = map[int]func(ctx context.Context, began *sql.Tx) error{5: addMembers}

// migrations are the embedded ones: the first makes version 1.
var migrations = sync.OnceValue(func() []migration {
	ms, err := readMigrations(schema, "sql/schema")
	if err != nil {
		panic(err)
	}
	for version, after := range afterwards {
		ms[version-1].after = after
	}
	return ms
})

// latestVersion is the version of the schema that this program writes: the number of the last file. A bank that is of this
// version is opened without a look into the files.
var latestVersion = sync.OnceValue(func() int {
	files, err := schema.ReadDir("sql/schema")
	if err != nil {
		panic(err)
	}
	number, _, _ := strings.Cut(files[len(files)-1].Name(), "_")
	version, err := strconv.Atoi(number)
	if err != nil {
		panic(err)
	}
	return version
})

func readMigrations(files fs.FS, folder string) ([]migration, error) {
	found, err := fs.ReadDir(files, folder)
	if err != nil {
		return nil, err
	}
	var ms []migration
	for _, file := range found {
		number, what, _ := strings.Cut(strings.TrimSuffix(file.Name(), ".sql"), "_")
		version, err := strconv.Atoi(number)
		if err != nil || version != len(ms) && version != len(ms)+1 || version < 1 {
			return nil, fmt.Errorf("schema file %s: its number does not follow", file.Name())
		}
		if version > len(ms) {
			ms = append(ms, migration{})
		}
		text, err := fs.ReadFile(files, path.Join(folder, file.Name()))
		if err != nil {
			return nil, err
		}
		switch what {
		case "tables":
			ms[version-1].tables = string(text)
		case "guards":
			ms[version-1].guards = string(text)
		default:
			return nil, fmt.Errorf("schema file %s: neither tables nor guards", file.Name())
		}
	}
	return ms, nil
}

// migrate brings a database to the last of the versions, all of them or none.
func migrate(ctx context.Context, db *sql.DB, ms []migration) error {
	return migrateKeeping(ctx, db, ms, func(int) error { return nil })
}

// migrateKeeping is migrate, which calls keep with the version that it found when
// nobody else can write any more and nothing has been written yet. If keep fails, nothing is.
func migrateKeeping(ctx context.Context, db *sql.DB, ms []migration, keep func(version int) error) error {
	began, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer began.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	var version int        // asked again: another process may have been quicker
	if err := began.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if version >= len(ms) {
		return nil
	}
	if err := keep(version); err != nil {
		return err
	}
	for _, m := range ms[version:] {
		if _, err := began.ExecContext(ctx, m.tables+m.guards); err != nil {
			return err
		}
		if m.after == nil {
			continue
		}
		if err := m.after(ctx, began); err != nil {
			return err
		}
	}
	if err := markVersion(ctx, began, len(ms)); err != nil {
		return err
	}
	return began.Commit()
}

// markVersion writes into the header whose file it is, and of which version.
func markVersion(ctx context.Context, began *sql.Tx, version int) error {
	_, err := began.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=%d", applicationID, version))
	return err
}
