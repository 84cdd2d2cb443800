package bank

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"time"
)

// What tests of package bank_test see of the file.
var (
	MountType    = mountType
	Networked    = networked
	NetworkTypes = networkTypes
)

// Upgrade migrates as Open does, by the migrations of a folder. The last of them
// also counts the new table, named later, and then fails with ill if that is not nil.
func Upgrade(ctx context.Context, path string, files fs.FS, now time.Time, ill error) (found int, err error) {
	ms, err := readMigrations(files, ".")
	if err != nil {
		return 0, err
	}
	for version, after := range afterwards {
		ms[version-1].after = after
	}
	ms[len(ms)-1].after = func(ctx context.Context, began *sql.Tx) error {
		query := "SELECT count(*) FROM sqlite_schema WHERE name='later'"
		return errors.Join(began.QueryRowContext(ctx, query).Scan(&found), ill)
	}
	db, err := connect(ctx, fileDSN(path, "rw", writing), 1)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	err = upgrade(ctx, path, db, ms, now)
	return found, err
}

// ImageOf is an image of any bytes.
func ImageOf(content []byte) *Image { return imageOf(content) }
