package export

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"smartbank/bank"
	"smartbank/ui/text"
)

// FileError says why the file at Path was not saved. Nothing was left there.
type FileError struct {
	Path   string
	Reason text.FileProblem
	Err    error // what the system said
}

// Error names the file and what the system said.
func (e *FileError) Error() string { return fmt.Sprintf("save %s: %v", e.Path, e.Err) }

// Unwrap returns what the system said.
func (e *FileError) Unwrap() error { return e.Err }

// What is wrong with a name, before the system is asked.
var (
	errNotHere = errors.New("nothing is saved here")
	errNoName  = errors.New("no name of a file")
	errFolder  = errors.New("it is a folder")
	errSpecial = errors.New("it is no file, but a device or the like")
)

// fileError finds the reason of an error of the system. What is none of the disk's,
// such as the end of ctx or a refusal of the bank, stays what it is.
func fileError(path string, err error) error {
	if _, is := errors.AsType[*FileError](err); is || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	for _, known := range []struct {
		err    error
		reason text.FileProblem
	}{
		{errNotHere, text.FileNotHere},
		{errNoName, text.FileNoName},
		{errFolder, text.FileIsFolder},
		{errSpecial, text.FileIsSpecial},
		{fs.ErrExist, text.FileExists},
		{fs.ErrNotExist, text.FileNoFolder},
		{syscall.ENOTDIR, text.FileNoFolder},
		{fs.ErrPermission, text.FileDenied},
		{syscall.EROFS, text.FileDenied},
		{syscall.ENOSPC, text.FileFull},
		{errQuota, text.FileFull},
		{syscall.ENAMETOOLONG, text.FileNameTooLong},
	} {
		if errors.Is(err, known.err) {
			return &FileError{path, known.reason, err}
		}
	}
	for said, reason := range map[string]text.FileProblem{ // what os keeps the values of to itself
		"path escapes from parent": text.FileOutside,
		"not a directory":          text.FileNoFolder,
	} {
		if strings.HasSuffix(err.Error(), said) {
			return &FileError{path, reason, err}
		}
	}
	if _, is := errors.AsType[*fs.PathError](err); is {
		return &FileError{path, text.FileBroken, err}
	}
	return err
}

// Explain is what the customer reads of an error of this package or of the bank.
func Explain(c *text.Catalog, err error) text.Message {
	if file, is := errors.AsType[*FileError](err); is {
		return c.Export.Problem(file.Reason, file.Path)
	}
	if long, is := errors.AsType[*LongError](err); is {
		return c.Export.TooLong(long.Rows, MostInPDF)
	}
	switch {
	case errors.Is(err, ErrNoEntry):
		return c.Export.NoEntry
	case errors.Is(err, ErrFiltered):
		return c.Export.Filtered
	case errors.Is(err, context.Canceled):
		return c.Export.Cancelled
	}
	if bank.RefusalCode(err) != "" {
		return c.Explain(err)
	}
	return c.Export.Fault
}
