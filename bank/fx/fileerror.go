package fx

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// ErrClosed is what a file without any rate is: Eximbank gives none on days when banks are closed, and before about 11:00.
var ErrClosed = errors.New("no rates for this day")

// Fault is what is wrong with a file of rates; a stable name.
type Fault string

// The faults.
const (
	FaultSize     Fault = "size"     // larger than MaxFile
	FaultHeader   Fault = "header"   // the first line is not the columns
	FaultColumns  Fault = "columns"  // a line has more or fewer than the first
	FaultDate     Fault = "date"     // no date, or not before the one above
	FaultCurrency Fault = "currency" // no code, or there twice
	FaultRate     Fault = "rate"     // no rate
	FaultSyntax   Fault = "syntax"   // not the file's language
)

// MaxFile is how many bytes a file of rates may have.
const MaxFile = 8 << 20

// FileError is a fault in a file of rates.
type FileError struct {
	Fault Fault
	Line  int    // from 1; 0 for the whole file
	Field string // the column or the name, "" if it is about none
	Got   string
}

func (e *FileError) Error() string {
	where := ""
	if e.Line > 0 {
		where = "line " + strconv.Itoa(e.Line) + ": "
	}
	if e.Field != "" {
		where += e.Field + ": "
	}
	return fmt.Sprintf("%s%s: %q", where, e.Fault, e.Got)
}

// ResultError is an answer of Eximbank that has no rates.
type ResultError struct{ Result int } // 2 wrong data code, 3 wrong key, 4 the day's requests are used up

func (e *ResultError) Error() string { return "eximbank answers with result " + strconv.Itoa(e.Result) }

// lineOf is the line in which an offset is.
func lineOf(file []byte, offset int64) int {
	return 1 + bytes.Count(file[:min(max(offset, 0), int64(len(file)))], []byte("\n"))
}

// code reports whether s looks like a currency: three capitals. Files have some that ISO 4217 no longer or never had.
func code(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return len(s) == 3
}

// Unusable reports whether err says that a file has no rates that can be used: a [*FileError], a [*ResultError] or
// [ErrClosed].
func Unusable(err error) bool {
	_, file := errors.AsType[*FileError](err)
	_, result := errors.AsType[*ResultError](err)
	return file || result || errors.Is(err, ErrClosed)
}
