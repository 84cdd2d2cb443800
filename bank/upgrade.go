package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"time"

	"smartbank/bank/calendar"
)

// upgrade brings the bank in the file at path, which w writes, to the last of the
// versions. Before the first change, while nobody else can write, it keeps a checked copy of the file beside it. A
// process that is killed meanwhile leaves the file as it was.
func upgrade(ctx context.Context, path string, w *sql.DB, ms []migration, now time.Time) error {
	return migrateKeeping(ctx, w, ms, func(version int) error {
		_, err := keepOld(ctx, path, ms[:version], now)
		return err
	})
}

// keepOld copies the bank at path, which ms made, checks the copy, and names it
// for its version and the day: bank.db.v1-20261105.bak, or with a number before the end if there is one.
func keepOld(ctx context.Context, path string, ms []migration, now time.Time) (kept string, err error) {
	copied, err := unnamed(path)
	if err != nil {
		return "", fileError(path, err)
	}
	defer discard(copied)
	if err := copyFile(ctx, path, copied, nil); err != nil {
		return "", copyFault(path, path, "copy the bank before its migration", err)
	}
	if err := checkOld(ctx, copied, ms); err != nil {
		if e, ok := errors.AsType[*FileError](err); ok {
			e.Path = path
		}
		return "", fault(path, "check the copy before the migration", err)
	}
	return settleNumbered(copied, fmt.Sprintf("%s.v%d-%d", path, len(ms), calendar.DateOf(now).Key()), ".bak")
}

// settleNumbered settles a file as name and end, or as the first of name-2, name-3
// and so on that is free.
func settleNumbered(from, name, end string) (settled string, err error) {
	for n := 1; ; n++ {
		settled = name + end
		if n > 1 {
			settled = fmt.Sprintf("%s-%d%s", name, n, end)
		}
		err := unlogged(settled)
		if err == nil {
			err = settle(from, settled)
		}
		switch e, ok := errors.AsType[*FileError](err); {
		case err == nil:
			return settled, nil
		case !errors.Is(err, fs.ErrExist) && (!ok || e.Reason != FileExists):
			return "", fileError(settled, err)
		}
	}
}

// checkOld makes sure that SQLite finds a file whole, and that it is what the
// migrations ms made. What the books say is looked at by their own version only.
func checkOld(ctx context.Context, path string, ms []migration) error {
	db, err := connect(ctx, fileDSN(path, "ro&immutable=1", reading), 1)
	if err != nil {
		return err
	}
	defer db.Close() //nolint:errcheck // it only reads
	began, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer began.Rollback() //nolint:errcheck // it only reads
	answers, err := texts(ctx, began, "PRAGMA integrity_check(1)")
	if err != nil {
		return err
	}
	if len(answers) != 1 || answers[0] != "ok" {
		return &FileError{Path: path, Reason: FileDamaged, Err: fmt.Errorf("%q", answers)}
	}
	found, err := readSchema(ctx, began)
	if err != nil {
		return err
	}
	wanted, err := schemaOf(ctx, ms)
	if err != nil {
		return err
	}
	if !maps.Equal(found, wanted) {
		return &FileError{Path: path, Reason: FileDamaged, Err: errors.New("its tables are not those of its version")}
	}
	return nil
}

// schemaOf is what migrations make, by type and name.
func schemaOf(ctx context.Context, ms []migration) (map[string]string, error) {
	db, err := connect(ctx, memoryDSN(), 1)
	if err != nil {
		return nil, err
	}
	defer db.Close() //nolint:errcheck // it was only memory
	if err := migrate(ctx, db, ms); err != nil {
		return nil, err
	}
	return readSchema(ctx, db)
}
