package bank

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"sync"
)

// verifySchema compares the tables, indexes and triggers with those that the
// migrations make, to the letter.
func verifySchema(ctx context.Context, began *work) (difference string, err error) {
	var version int
	if err := began.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return "", err
	}
	if version != latestVersion() {
		return fmt.Sprintf("the file is of version %d: open it once, to bring it to version %d", version, latestVersion()), nil
	}
	wanted, err := latestSchema()
	if err != nil {
		return "", err
	}
	found, err := readSchema(ctx, began)
	if err != nil {
		return "", err
	}
	for _, name := range slices.Sorted(maps.Keys(wanted)) {
		switch text, ok := found[name]; {
		case !ok:
			return name + " is missing", nil
		case text != wanted[name]:
			return name + " is not what this version makes", nil
		}
	}
	for _, name := range slices.Sorted(maps.Keys(found)) {
		if _, ok := wanted[name]; !ok {
			return name + " is not of this program", nil
		}
	}
	return "", nil
}

// latestSchema is what the migrations make, by type and name.
var latestSchema = sync.OnceValues(func() (map[string]string, error) {
	ctx := context.Background()
	db, err := connect(ctx, memoryDSN(), 1)
	if err != nil {
		return nil, err
	}
	defer db.Close() //nolint:errcheck // it was only memory
	if err := migrate(ctx, db, migrations()); err != nil {
		return nil, err
	}
	return readSchema(ctx, db)
})

// queryer is a database or a transaction of one.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func readSchema(ctx context.Context, db queryer) (map[string]string, error) {
	pairs, err := pairs(ctx, db, query("verify_schema"))
	if err != nil {
		return nil, err
	}
	schema := make(map[string]string, len(pairs))
	for _, p := range pairs {
		schema[p[0]] = p[1]
	}
	return schema, nil
}

// pairs reads a query's answer of two columns of text.
func pairs(ctx context.Context, db queryer, text string) (found [][2]string, err error) {
	rows, err := db.QueryContext(ctx, text)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // the error of reading is rows.Err
	for rows.Next() {
		var p [2]string
		if err := rows.Scan(&p[0], &p[1]); err != nil {
			return nil, err
		}
		found = append(found, p)
	}
	return found, rows.Err()
}

// texts reads a query's answer of one column of text.
func texts(ctx context.Context, db queryer, text string) (found []string, err error) {
	rows, err := db.QueryContext(ctx, text)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // the error of reading is rows.Err
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		found = append(found, s)
	}
	return found, rows.Err()
}
