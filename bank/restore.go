package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"modernc.org/sqlite"

	"smartbank/bank/calendar"
)

// Restored is what [Restore] did: what the restored bank holds, and where the one
// is that was there before ("" if there was none).
type Restored struct {
	Report Report
	Kept   string
}

// Restore puts the backup in the file at from in the place of the bank at path,
// or where there is none yet. The backup is copied, brought to this version and verified first; what was there is kept
// beside it, as bank.db.replaced-20261105.bak, and may lie: it is not verified. Signatures in the backup are checked by what by makes of the copy. It returns a *FileError about from
// or path, with FileDiffers if the backup's books do not add up; then the bank is as it was.
//
// Others may have the bank open. The backup's pages are written as one transaction of theirs: they see the whole bank
// as it was or the whole restored one, and their next order is booked there. From before that, when the bank is copied to be kept, until the end they wait as
// for any writer. Where a bank of another origin is to be restored, whose keys are not theirs, others are not waited for: it is refused with
// FileLocked while anybody has the bank open.
func Restore(ctx context.Context, from, path string, now time.Time, by Checks, watch ...func(Progress)) (Restored, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return Restored{}, fmt.Errorf("restore: %w", err)
	}
	if from, err = filepath.Abs(from); err != nil {
		return Restored{}, fmt.Errorf("restore: %w", err)
	}
	found, err := judgeBoth(ctx, from, path)
	if err != nil {
		return Restored{}, err
	}
	if err := makeFolder(filepath.Dir(path)); err != nil {
		return Restored{}, fileError(path, err)
	}
	copied, err := unnamed(path)
	if err != nil {
		return Restored{}, fileError(path, err)
	}
	defer discard(copied)
	report, err := ready(ctx, from, path, copied, by, watch)
	if err != nil {
		return Restored{}, err
	}
	if !found {
		if err := settle(copied, path); err != nil {
			return Restored{}, fileError(path, err)
		}
		return Restored{Report: report}, nil
	}
	kept, err := overwrite(ctx, copied, path, now, watch)
	if err != nil {
		return Restored{}, fault(path, "restore", err)
	}
	return Restored{Report: report, Kept: kept}, nil
}

// judgeBoth judges the backup and the bank, and reports whether there is a bank.
func judgeBoth(ctx context.Context, from, path string) (found bool, err error) {
	if _, err := judge(ctx, from, os.O_RDONLY); err != nil {
		return false, err
	}
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return false, vacant(path)
	}
	if _, err := judge(ctx, path, os.O_RDWR); err != nil {
		return true, err
	}
	a, errA := os.Stat(from)
	b, errB := os.Stat(path)
	if errA == nil && errB == nil && os.SameFile(a, b) {
		return true, &FileError{Path: from, Reason: FileSame}
	}
	return true, nil
}

// ready copies the backup at from to the file copied, brings the copy to this
// version, and verifies it.
func ready(ctx context.Context, from, path, copied string, by Checks, watch []func(Progress)) (Report, error) {
	if err := copyFile(ctx, from, copied, watch); err != nil {
		return Report{}, copyFault(from, path, "read the backup", err)
	}
	version, err := judge(ctx, copied, os.O_RDONLY)
	if err != nil {
		return Report{}, speakingOf(from, err)
	}
	if version < latestVersion() {
		if err := migrateCopy(ctx, copied); err != nil {
			return Report{}, copyFault(from, path, "migrate the backup", err)
		}
	}
	report, err := verifyCopy(ctx, copied, from, by, watch)
	if err != nil {
		return Report{}, err
	}
	return report, nil
}

// migrateCopy brings a file that nobody else knows of to this version, and seals
// what older ones have not.
func migrateCopy(ctx context.Context, copied string) error {
	made, err := origin(ctx, copied, "ro&immutable=1")
	if err != nil {
		return err
	}
	db, err := connect(ctx, fileDSN(copied, "rw", guarding+"&_txlock=immediate&_journal_mode=MEMORY&_synchronous=OFF"), 1)
	if err != nil {
		return err
	}
	err = migrate(ctx, db, migrations())
	if err == nil {
		err = sealCopy(ctx, db, made[0])
	}
	return errors.Join(err, db.Close())
}

func sealCopy(ctx context.Context, db *sql.DB, bankID string) error {
	began, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer began.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	newest, err := newestEntry(ctx, began)
	if err != nil {
		return err
	}
	if err := (&Bank{id: bankID}).seal(ctx, &work{transaction: began}, newest); err != nil {
		return err
	}
	return began.Commit()
}

// What the connection is told whose pages are all replaced: nothing that would make
// SQLite read tables, which may be damaged. (Without a word it is synchronous=FULL.) The second one lets nobody else in
// from its first look at the file until it is closed, and is refused if there is somebody.
const (
	replacing      = "_busy_timeout=5000&_pragma=wal_autocheckpoint(10000)"
	replacingAlone = replacing + "&_pragma=locking_mode(EXCLUSIVE)"
)

// overwrite writes the pages of the file copied into the bank at path, as one
// transaction, and keeps what was there.
func overwrite(ctx context.Context, copied, path string, now time.Time, watch []func(Progress)) (kept string, err error) {
	shared, err := sameOrigin(ctx, path, copied)
	if err != nil {
		return "", err
	}
	how := replacing
	if !shared {
		how = replacingAlone
	}
	readyDriver()
	connector, err := sqlite.NewConnector(fileDSN(path, "rw", how)) // not connect, which tries it out with a statement
	if err != nil {
		return "", err
	}
	db := sql.OpenDB(connector)
	defer func() { err = errors.Join(err, db.Close()) }()
	conn, err := db.Conn(ctx)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	if !shared {
		if kept, err = keepReplaced(ctx, conn, path, now); err != nil {
			return "", err
		}
	}
	err = replacePages(ctx, conn, copied, watch, func() error {
		if shared {
			kept, err = keepReplaced(ctx, nil, path, now)
		}
		return err
	})
	if err != nil {
		if kept != "" {
			discard(kept) // nothing was replaced
		}
		return "", err
	}
	_, _ = conn.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)") // if nobody reads just now, so that the log is not twice the bank
	return kept, nil
}

// replacePages replaces all pages of the database behind conn by those of a file.
// It calls held when nobody else can write any more and nothing has been written yet.
func replacePages(ctx context.Context, conn *sql.Conn, file string, watch []func(Progress), held func() error) error {
	return withCopier(conn, func(c copier) error {
		b, err := c.NewRestore(fileDSN(file, "ro&immutable=1", reading))
		if err != nil {
			return err
		}
		_, err = b.Step(0)
		if err == nil {
			err = held()
		}
		if err == nil {
			err = pump(ctx, b, watch)
		}
		return errors.Join(err, b.Finish())
	})
}

// keepReplaced copies the bank that is about to be replaced, and names the copy
// for the day. It reads through conn, or nil for another connection: a connection that is writing cannot.
func keepReplaced(ctx context.Context, conn *sql.Conn, path string, now time.Time) (kept string, err error) {
	copied, err := unnamed(path)
	if err != nil {
		return "", fileError(path, err)
	}
	defer discard(copied)
	if conn == nil {
		err = copyAs(ctx, path, "ro", copied, nil)
	} else {
		err = copyConn(ctx, conn, copied, nil)
	}
	if err != nil {
		return "", err
	}
	return settleNumbered(copied, fmt.Sprintf("%s.replaced-%d", path, calendar.DateOf(now).Key()), ".bak")
}

// sameOrigin reports whether the bank at path and the one in a file were once made
// as one: what those who have it open know of it then stays true. A bank that cannot say is of another origin.
func sameOrigin(ctx context.Context, path, file string) (same bool, err error) {
	theirs, err := origin(ctx, file, "ro&immutable=1")
	if err != nil {
		return false, err
	}
	ours, err := origin(ctx, path, "rw")
	if e, ok := errors.AsType[*sqlite.Error](err); ok && reasons[e.Code()&0xff] != FileLocked {
		return false, ctx.Err()
	}
	return ours == theirs, err
}

// origin is what every bank is made with: its name and its key.
func origin(ctx context.Context, path, how string) (made [2]string, err error) {
	db, err := connect(ctx, fileDSN(path, how, reading), 1)
	if err != nil {
		return made, err
	}
	defer db.Close() //nolint:errcheck // it only reads
	found, err := pairs(ctx, db, query("settings"))
	for _, p := range found {
		switch p[0] {
		case settingID:
			made[0] = p[1]
		case settingPINKey:
			made[1] = p[1]
		}
	}
	return made, err
}
