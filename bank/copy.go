package bank

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"

	"modernc.org/sqlite"
)

// PartCopy is the part of a backup, and of bringing it back, that copies pages.
const PartCopy Part = "copy"

// stepPages is how much is copied between two looks at the context: 64 KiB, which
// takes no time.
const stepPages = 16

// scratch is what a connection is told that writes a file nobody knows of yet: it
// is thrown away if it is not finished, and its writer makes it last.
const scratch = guarding + "&nolock=1&_journal_mode=MEMORY&_synchronous=OFF"

// copier is what the driver's connections can do beside SQL. See
// https://www.sqlite.org/backup.html.
type copier interface {
	NewBackup(to string) (*sqlite.Backup, error)
	NewRestore(from string) (*sqlite.Backup, error)
}

// withCopier gives f the driver's side of a connection.
func withCopier(conn *sql.Conn, f func(c copier) error) error {
	return conn.Raw(func(c any) error {
		driver, ok := c.(copier)
		if !ok {
			return errors.New("the driver cannot copy")
		}
		return f(driver)
	})
}

// pump copies all pages, looks at the context in between, and tells how
// many of them are done.
func pump(ctx context.Context, b *sqlite.Backup, watch []func(Progress)) error {
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		more, err := b.Step(stepPages)
		if err != nil {
			return err
		}
		for _, w := range watch {
			w(Progress{PartCopy, int64(b.PageCount() - b.Remaining()), int64(b.PageCount())})
		}
		if !more {
			return nil
		}
	}
}

// copyOut writes one snapshot of the database behind source, page by page, into a
// file that is there, is empty and nobody else knows of. Writers go on meanwhile: what they commit is not in the copy,
// which ends sooner than a copy that follows them.
func copyOut(ctx context.Context, source *sql.DB, to string, watch []func(Progress)) error {
	conn, err := source.Conn(ctx)
	if err != nil {
		return err
	}
	return errors.Join(copyConn(ctx, conn, to, watch), conn.Close())
}

// copyConn is copyOut of the database behind a connection.
func copyConn(ctx context.Context, conn *sql.Conn, to string, watch []func(Progress)) error {
	if _, err := conn.ExecContext(ctx, "BEGIN"); err != nil {
		return err
	}
	defer conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK") //nolint:errcheck // it only reads
	var version int                                                // a transaction begins with what it reads first
	if err := conn.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	return withCopier(conn, func(c copier) error {
		b, err := c.NewBackup(fileDSN(to, "rw", scratch))
		if err != nil {
			return err
		}
		return errors.Join(pump(ctx, b, watch), b.Finish())
	})
}

// copyFile is copyOut of the file at path.
func copyFile(ctx context.Context, path, to string, watch []func(Progress)) error {
	if logged(path) {
		return copyAs(ctx, path, "ro", to, watch)
	}
	before, err := os.Stat(path)
	if err != nil {
		return err
	}
	// Without a log all is in the file: see Verify, which reads it in the same way.
	err = copyAs(ctx, path, "ro&immutable=1", to, watch)
	after, statErr := os.Stat(path)
	if statErr != nil {
		return statErr
	}
	if logged(path) || before.Size() != after.Size() || !before.ModTime().Equal(after.ModTime()) {
		// The first copy says in its header that it has a log, which the second may not find.
		if err := os.Truncate(to, 0); err != nil {
			return err
		}
		return copyAs(ctx, path, "ro", to, watch)
	}
	return err
}

func copyAs(ctx context.Context, path, mode, to string, watch []func(Progress)) error {
	source, err := connect(ctx, fileDSN(path, mode, reading), 1)
	if err != nil {
		return err
	}
	return errors.Join(copyOut(ctx, source, to, watch), source.Close())
}

// copyFault is what went wrong when the file at from was copied to the one that is
// to be called to. It is the latter's disk that may be full.
func copyFault(from, to, doing string, err error) error {
	if err == nil {
		return nil
	}
	if e, ok := errors.AsType[*FileError](fault(to, doing, err)); ok && e.Reason == FileFull {
		return &FileError{Path: to, Reason: FileFull, Err: err}
	}
	return fault(from, doing, err)
}

// unnamed makes an empty file for its owner alone in the folder of path, under a
// name that says what it is to become. The caller removes it.
func unnamed(path string) (name string, err error) {
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*.new")
	if err != nil {
		return "", err
	}
	return file.Name(), errors.Join(file.Chmod(0o600), file.Close())
}

// discard removes a file that was not given its name, and what SQLite may have put
// beside it.
func discard(name string) {
	for _, end := range []string{"", "-journal", "-wal", "-shm"} {
		_ = os.Remove(name + end)
	}
}

// settle makes the file from last, and gives it the name to, which nothing may
// have.
func settle(from, to string) error {
	if err := syncFile(from); err != nil {
		return err
	}
	if err := giveName(from, to); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(to))
}

// syncFile makes what was written to a file last. It is opened for writing, which
// Windows asks for.
func syncFile(name string) error {
	file, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}

// unlogged refuses with FileExists a path beside which a log stands though there
// is no file: it would be played back into whatever gets the name.
func unlogged(path string) error {
	for _, end := range []string{"-wal", "-journal"} {
		if info, err := os.Lstat(path + end); err == nil && info.Size() > 0 {
			return &FileError{Path: path + end, Reason: FileExists}
		}
	}
	return nil
}
