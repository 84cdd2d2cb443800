package bank

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"math/bits"
	"os"
)

// The header of a write-ahead log, as https://www.sqlite.org/fileformat2.html#walformat lays it out: numbers are
// big-endian, and the last bit of the magic one tells how its sums are counted.
const (
	logHeader    = 32
	logMagic     = 0x377f0682
	logPage      = 8
	logSalts     = 16 // eight bytes, others at each replacement
	leastPage    = 512
	greatestPage = 65536
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
	if garbled(path + "-wal") {
		return 0, errors.New("the log does not begin as one")
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

// garbled reports whether a log does not begin as one. SQLite skips such a log; but where it may not write the index either,
// it takes it for one that is being replaced just now, and waits ten seconds for the end of that. A log that begins with
// nothing does not look so: its salts are the zeros that SQLite has of a log which it skips.
func garbled(log string) bool {
	file, err := os.Open(log)
	if err != nil {
		return false
	}
	defer file.Close() //nolint:errcheck // nothing was written
	header := make([]byte, logHeader)
	if _, err := io.ReadFull(file, header); err != nil {
		return false // shorter than a header: SQLite skips it at once
	}
	page := binary.BigEndian.Uint32(header[logPage:])
	begins := binary.BigEndian.Uint32(header)&^1 == logMagic &&
		bits.OnesCount32(page) == 1 && page >= leastPage && page <= greatestPage
	return !begins && binary.BigEndian.Uint64(header[logSalts:]) != 0
}
