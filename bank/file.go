package bank

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// applicationID marks our files among SQLite's: "EPSB" in the header's
// application id.
const applicationID = 0x45505342

// The header of a SQLite file, as https://www.sqlite.org/fileformat2.html#the_database_header
// lays it out. Numbers are big-endian.
const (
	headerLength  = 100
	headerMagic   = "SQLite format 3\x00"
	headerPage    = 16 // two bytes, 1 means 65536
	headerWrite   = 18 // file format versions: 1 rollback journal, 2 write-ahead log
	headerRead    = 19
	headerCounter = 24
	headerPages   = 28
	headerVersion = 60 // PRAGMA user_version
	headerID      = 68 // PRAGMA application_id
	headerValid   = 92 // the counter at which headerPages was right
)

// judge reads the first hundred bytes of the file at path and returns the version
// of its schema, or a *FileError for what is no bank of ours. It is done before SQLite sees the file: SQLite would make
// a missing or empty file a database, and may write to any that it opens. flag is os.O_RDWR to learn
// also whether the file may be written, and is where a bank may be.
func judge(ctx context.Context, path string, flag int) (version int, err error) {
	if flag == os.O_RDWR || logged(path) {
		if err := onNetwork(path); err != nil {
			return 0, err
		}
	}
	header, size, err := readHeader(path, flag)
	if err != nil {
		return 0, err
	}
	if reason := judgeHeader(header, size, logged(path)); reason != "" {
		return 0, &FileError{Path: path, Reason: reason}
	}
	version = int(binary.BigEndian.Uint32(header[headerVersion:]))
	if logged(path) {
		// A later version of this program may have been killed before its
		// migration reached the file itself.
		if version, err = loggedVersion(ctx, path); err != nil {
			return 0, err
		}
	}
	switch {
	case version < 1:
		return 0, &FileError{Path: path, Reason: FileForeign}
	case version > latestVersion():
		return 0, &FileError{Path: path, Reason: FileNewer, Version: version}
	}
	return version, nil
}

func readHeader(path string, flag int) (header []byte, size int64, err error) {
	file, err := os.OpenFile(path, flag, 0)
	if err != nil {
		return nil, 0, fileError(path, err)
	}
	defer file.Close() //nolint:errcheck // nothing was written
	info, err := file.Stat()
	if err != nil {
		return nil, 0, fileError(path, err)
	}
	if !info.Mode().IsRegular() {
		return nil, 0, &FileError{Path: path, Reason: FileForeign}
	}
	header = make([]byte, headerLength)
	n, err := io.ReadFull(file, header)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, 0, fileError(path, err)
	}
	return header[:n], info.Size(), nil
}

// judgeHeader says why a file with that header and size cannot be a bank; "" if
// it can. With a log beside it a file may still be shorter than its header says.
func judgeHeader(header []byte, size int64, logged bool) FileReason {
	magic := []byte(headerMagic)
	if len(header) < headerLength {
		if n := min(len(header), len(magic)); bytes.Equal(header[:n], magic[:n]) {
			return FileTruncated
		}
		return FileForeign
	}
	if !bytes.HasPrefix(header, magic) || binary.BigEndian.Uint32(header[headerID:]) != applicationID {
		return FileForeign
	}
	page := int64(binary.BigEndian.Uint16(header[headerPage:]))
	if page == 1 {
		page = 65536
	}
	valid := binary.BigEndian.Uint32(header[headerValid:]) == binary.BigEndian.Uint32(header[headerCounter:])
	if !logged && valid && size < page*int64(binary.BigEndian.Uint32(header[headerPages:])) {
		return FileTruncated
	}
	return ""
}

// fileError is what the system said about the file at path, as a *FileError if it
// is one of the reasons for that.
func fileError(path string, err error) error {
	if _, ok := errors.AsType[*FileError](err); ok {
		return err
	}
	var reason FileReason
	switch {
	case errors.Is(err, syscall.EISDIR):
		reason = FileForeign
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		reason = FileMissing
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		reason = FileDenied
	case errors.Is(err, fs.ErrExist):
		reason = FileExists
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		reason = FileFull
	case errors.Is(err, syscall.EIO):
		reason = FileBroken
	default:
		return fmt.Errorf("open bank: %w", err)
	}
	return &FileError{Path: path, Reason: reason, Err: err}
}

// leastRoom is what a disk has to have left for SQLite to open a bank at all: the
// index of its log, of 32 KiB, and a page.
const leastRoom = 64 << 10

// reasons are what SQLite's primary result codes say about a file.
var reasons = map[int]FileReason{
	sqlite3.SQLITE_BUSY:     FileLocked,
	sqlite3.SQLITE_PROTOCOL: FileLocked, // others opened and closed it at every try to
	sqlite3.SQLITE_READONLY: FileDenied,
	sqlite3.SQLITE_CANTOPEN: FileDenied,
	sqlite3.SQLITE_PERM:     FileDenied,
	sqlite3.SQLITE_NOTADB:   FileForeign,
	sqlite3.SQLITE_FULL:     FileFull,
	sqlite3.SQLITE_IOERR:    FileBroken,
	sqlite3.SQLITE_CORRUPT:  FileDamaged,
}

// faulty is err, as a *FileError if SQLite said it about the file, its disk, or
// another program that holds it.
func faulty(path string, err error) error {
	if _, ok := errors.AsType[*FileError](err); ok || path == "" {
		return err
	}
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return err
	}
	reason, known := reasons[e.Code()&0xff]
	if (reason == FileDenied || reason == FileBroken) && crammed(filepath.Dir(path)) {
		reason = FileFull // SQLite calls a log's index that does not fit an error of reading and writing
	}
	if !known {
		return err
	}
	return &FileError{Path: path, Reason: reason, Err: err}
}

// fault is faulty, and says of other errors what was being done.
func fault(path, doing string, err error) error {
	err = faulty(path, err)
	if _, ok := errors.AsType[*FileError](err); ok {
		return err
	}
	return fmt.Errorf("%s: %w", doing, err)
}
