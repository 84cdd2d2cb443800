package bank

import (
	"context"
	"errors"
	"os"
)

// logged reports whether a write-ahead log with something in it stands beside the
// file.
func logged(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

// How a file with a log is opened for reading: with the log's index as it is, so that no byte beside the file is written,
// or so that SQLite writes the index anew if nobody has, or only half.
const untouched, indexed = "ro&readonly_shm=1", "ro"

// loggedMode is how a file with a log is opened for reading: untouched if that is possible.
func loggedMode(ctx context.Context, path string) string {
	if _, err := askUntouched(ctx, path); err != nil {
		return indexed
	}
	return untouched
}

// loggedVersion is the schema's version as the log has it.
func loggedVersion(ctx context.Context, path string) (version int, err error) {
	if version, err = askUntouched(ctx, path); err == nil {
		return version, nil
	}
	if version, err = askVersion(ctx, path, indexed); err != nil {
		return 0, fault(path, "open", err)
	}
	return version, nil
}

// askUntouched is askVersion with the log's index as it is.
func askUntouched(ctx context.Context, path string) (version int, err error) {
	if _, err := os.Stat(path + "-shm"); err != nil {
		return 0, err
	}
	return askVersion(ctx, path, untouched)
}

// askVersion reads the schema's version, and not the schema: that costs as much as all the rest of opening a bank for
// one question.
func askVersion(ctx context.Context, path, mode string) (version int, err error) {
	db, err := later(fileDSN(path, mode, asking), 1)
	if err != nil {
		return 0, err
	}
	err = db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	return version, errors.Join(err, db.Close())
}
