package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// The settings of a bank's file.
const (
	settingID            = "bank_id"
	settingPINKey        = "pin_key"
	settingCreated       = "created" // unix microseconds, decimal
	settingDemonstration = "demonstration"
	settingSeed          = "seed" // of a demonstration, decimal
)

const pinKeyLength = 32

// Create makes a new bank with the people and books of o in the file at path,
// with its folder if need be (0700; the file is 0600), checks it, and closes it. It returns a
// *FileError with FileExists, and changes nothing, if there is a file already, or the log of one, and with
// FileNetwork on another machine's disk; a bank that could not be finished leaves no file.
//
// The bank is made in memory and written beside path under another name, which is
// then linked to path: of two processes that do this at once, one finds that there is a file already. Each watch is told how far it has
// come. If ctx ends, nothing is left of the bank.
func Create(ctx context.Context, path string, o *Opening, opt Options, watch ...func(Progress)) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("create bank: %w", err)
	}
	if err := vacant(path); err != nil {
		return err
	}
	made, err := NewImage(ctx, o, opt, watch...)
	if err != nil {
		return err
	}
	image := made.Bytes()
	image[headerWrite], image[headerRead] = 2, 2 // spares the first opening the switch to the log
	if err := makeFolder(filepath.Dir(path)); err != nil {
		return fileError(path, err)
	}
	if err := writeNew(path, image); err != nil {
		return fileError(path, err)
	}
	return nil
}

// vacant refuses a path where there is a file, or its log, or where no bank may
// be.
func vacant(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return &FileError{Path: path, Reason: FileExists}
	}
	if err := unlogged(path); err != nil {
		return err
	}
	return onNetwork(path)
}

// makeFolder makes the folders that are missing, for their owner alone whatever
// the umask. It leaves those that exist as they are.
func makeFolder(folder string) error {
	err := os.Mkdir(folder, 0o700)
	if errors.Is(err, fs.ErrNotExist) {
		if err := makeFolder(filepath.Dir(folder)); err != nil {
			return err
		}
		err = os.Mkdir(folder, 0o700)
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return nil
	case err != nil:
		return err
	}
	return os.Chmod(folder, 0o700) //nolint:gosec // a folder needs the bit for entering
}

// writeNew writes a file that is there whole or not at all, and is on the disk.
// It returns an error that is fs.ErrExist if there is one of that name.
func writeNew(path string, content []byte) error {
	name, err := unnamed(path)
	if err != nil {
		return err
	}
	defer discard(name) // it may have got its name
	if err := os.WriteFile(name, content, 0o600); err != nil {
		return err
	}
	return settle(name, path)
}

// giveName gives the file at from the name to, if nothing has it. Where a file
// can have one name only it is renamed, and two who do that in the same moment would not see each other.
func giveName(from, to string) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(to); err == nil {
		return fs.ErrExist
	}
	return os.Rename(from, to)
}

// syncFolder makes new names in a folder last. Systems that cannot do this for
// folders do it for files.
func syncFolder(folder string) error {
	opened, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer opened.Close() //nolint:errcheck // nothing was written
	if err := opened.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrInvalid) {
		return err
	}
	return nil
}

// build makes the tables, fills them, and only then makes the indexes, which is
// quicker, and the guards, which would look at each row and refuse balances that come from anywhere but a leg. That each
// row refers to one that is there is left to verify, which asks for all at once.
func build(ctx context.Context, db *sql.DB, o *Opening, opt Options, watch []func(Progress)) error {
	f, err := newFilling(ctx, o, opt)
	if err != nil {
		return err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close() //nolint:errcheck // it only goes back
	// Inside a transaction the first has no effect. The second is also how much SQLite sorts an index in: with less it sorts
	// in parts, and writes them elsewhere meanwhile.
	if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys=0; PRAGMA cache_size=-65536"); err != nil {
		return err
	}
	began, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer began.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	for _, m := range migrations() {
		if _, err := began.ExecContext(ctx, m.tables); err != nil {
			return err
		}
	}
	if err := f.insert(ctx, conn, watch); err != nil {
		return err
	}
	for _, m := range migrations() {
		if _, err := began.ExecContext(ctx, m.guards); err != nil {
			return err
		}
	}
	if err := markVersion(ctx, began, latestVersion()); err != nil {
		return err
	}
	return began.Commit()
}
