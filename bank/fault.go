package bank

import (
	"errors"
	"fmt"
	"slices"
)

// Fault is a failure that a bank has on purpose, so that testers and kiosks can see
// it: of every transfer, while the bank is open.
type Fault string

// The faults.
const (
	NoFault           Fault = ""
	FaultAfterDebit   Fault = "after-debit"   // the transfer is booked and its answer is lost: ErrUnknown; Outcome knows
	FaultBeforeCommit Fault = "before-commit" // the program fails before anything is kept
	FaultDiskFull     Fault = "disk-full"     // FileFull: nothing is kept
	FaultLocked       Fault = "locked"        // FileLocked: nothing is kept
)

// Faults are all of them.
func Faults() []Fault { return []Fault{FaultAfterDebit, FaultBeforeCommit, FaultDiskFull, FaultLocked} }

// errOnPurpose is what went wrong where nothing did.
var errOnPurpose = errors.New("a fault on purpose")

// ParseFault reads the name of a fault, and "" as none.
func ParseFault(s string) (Fault, error) {
	f := Fault(s)
	if f != NoFault && !slices.Contains(Faults(), f) {
		return NoFault, fmt.Errorf("no fault is called %q: they are %v", s, Faults())
	}
	return f, nil
}

// inside is what a transaction that is to move money fails with, nil if it does
// not.
func (f Fault) inside(path string) error {
	switch f {
	case FaultBeforeCommit:
		return errOnPurpose
	case FaultDiskFull:
		return &FileError{Path: path, Reason: FileFull, Err: errOnPurpose}
	case FaultLocked:
		return &FileError{Path: path, Reason: FileLocked, Err: errOnPurpose}
	case NoFault, FaultAfterDebit:
	}
	return nil
}

// after is what the caller of an order that was carried out is told.
func (f Fault) after() error {
	if f == FaultAfterDebit {
		return ErrUnknown
	}
	return nil
}
