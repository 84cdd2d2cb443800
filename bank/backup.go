package bank

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Backup copies the bank to a new file, which is one snapshot of it: what is
// booked meanwhile is not in it, and waits for nothing. The copy is for its owner alone, on the disk, and verified
// before it gets its name. It returns a *FileError with FileExists if there is a file of that name, or the log of
// one, with FileNoFolder, FileFull or FileDenied if there is no place for it, and with FileDiffers if the books do not add
// up. A backup that fails, or whose ctx ends, leaves no file. Signatures are checked by Options.Verify. Each watch is told how far it has come.
func (b *Bank) Backup(ctx context.Context, to string, watch ...func(Progress)) (Report, error) {
	if ctx.Value(inside{}) != nil {
		return Report{}, errNested
	}
	check := func(context.Context, string) (VerifySignature, error) { return b.opt.Verify, nil }
	return backup(ctx, b.path, to, check, watch, func(copied string) error {
		if b.path == "" {
			return b.backupMemory(ctx, copied, watch)
		}
		return copyFile(ctx, b.path, copied, watch)
	})
}

// backupMemory writes a bank in memory as the file it would be.
func (b *Bank) backupMemory(ctx context.Context, copied string, watch []func(Progress)) error {
	c, err := b.w.take(ctx)
	if err != nil {
		return err
	}
	defer b.w.give(c)
	if err := c.settle(ctx); err != nil {
		return err
	}
	return copyConn(ctx, c.Conn, copied, watch)
}

// Backup does for the bank in the file at path what [Bank.Backup] does for an open
// one. Others may use the file meanwhile. Nothing about it changes: a bank of an older version is not migrated, and its
// backup is checked as far as this version can. Signatures in it are checked by what by makes of the copy.
func Backup(ctx context.Context, path, to string, by Checks, watch ...func(Progress)) (Report, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return Report{}, fmt.Errorf("back up: %w", err)
	}
	if _, err := judge(ctx, path, os.O_RDONLY); err != nil {
		return Report{}, err
	}
	return backup(ctx, path, to, by, watch, func(copied string) error { return copyFile(ctx, path, copied, watch) })
}

// backup writes with write a copy of the bank at path, and gives it the name to
// when it has been verified.
func backup(ctx context.Context, path, to string, by Checks, watch []func(Progress), write func(copied string) error) (Report, error) {
	to, err := filepath.Abs(to)
	if err != nil {
		return Report{}, fmt.Errorf("back up: %w", err)
	}
	if _, err := os.Lstat(to); err == nil {
		return Report{}, &FileError{Path: to, Reason: FileExists}
	}
	if err := unlogged(to); err != nil {
		return Report{}, err
	}
	copied, err := unnamed(to)
	if errors.Is(err, fs.ErrNotExist) {
		return Report{}, &FileError{Path: to, Reason: FileNoFolder, Err: err}
	}
	if err != nil {
		return Report{}, fileError(to, err)
	}
	defer discard(copied)
	if err := write(copied); err != nil {
		return Report{}, copyFault(path, to, "back up", err)
	}
	report, err := verifyCopy(ctx, copied, path, by, watch)
	if err != nil {
		return Report{}, err
	}
	if err := settle(copied, to); err != nil {
		return Report{}, fileError(to, err)
	}
	return report, nil
}

// verifyCopy verifies a file that has no name yet, and speaks of it as path. A copy
// of an older version is checked as before its migration.
func verifyCopy(ctx context.Context, copied, path string, by Checks, watch []func(Progress)) (Report, error) {
	version, err := judge(ctx, copied, os.O_RDONLY)
	if err != nil {
		return Report{}, speakingOf(path, err)
	}
	if version < latestVersion() {
		return Report{}, speakingOf(path, checkOld(ctx, copied, migrations()[:version]))
	}
	report, err := VerifyBy(ctx, copied, by, watch...)
	if err == nil && report.Difference != "" {
		err = &FileError{Path: path, Reason: FileDiffers, Err: errors.New(report.Difference)}
	}
	return report, speakingOf(path, err)
}

// speakingOf gives a *FileError the name of the file that the caller knows.
func speakingOf(path string, err error) error {
	if e, ok := errors.AsType[*FileError](err); ok {
		named := *e
		named.Path = path
		return &named
	}
	return err
}
