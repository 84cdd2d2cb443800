package bank

import "fmt"

// FileReason says why a file cannot be used as a bank, or as a backup of one.
type FileReason string

// The reasons of a [*FileError].
const (
	FileForeign   FileReason = "foreign"   // not a database of this program
	FileNewer     FileReason = "newer"     // written by a later version
	FileOlder     FileReason = "older"     // Verify: written by an earlier version; opening it brings it to this one
	FileMissing   FileReason = "missing"   // not there
	FileTruncated FileReason = "truncated" // shorter than a database
	FileDenied    FileReason = "denied"    // no permission, or a read-only place
	FileNetwork   FileReason = "network"   // on another machine's disk, whose locks cannot be relied on
	FileLocked    FileReason = "locked"    // another program holds it
	FileExists    FileReason = "exists"    // there is one already, or the log of one
	FileFull      FileReason = "full"      // no room on its disk
	FileBroken    FileReason = "broken"    // its disk failed to read or write
	FileDamaged   FileReason = "damaged"   // SQLite finds it damaged
	FileDiffers   FileReason = "differs"   // Backup and Restore: its books do not add up
	FileNoFolder  FileReason = "no folder" // Backup: there is no such folder to put it into
	FileSame      FileReason = "same"      // Restore: the backup is the bank itself
	FileReplaced  FileReason = "replaced"  // of an open bank: another file has come into its place
)

// FileError says why the file at Path was not opened, or what it could not do. It
// holds no less than was answered for: an order that failed for FileFull or FileBroken changed nothing.
type FileError struct {
	Path    string
	Reason  FileReason
	Version int // the file's schema version, for FileNewer and FileOlder
	Err     error
}

// Error names the file and the reason, and what the system said.
func (e *FileError) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("bank %s: %s", e.Path, e.Reason)
	}
	return fmt.Sprintf("bank %s: %s: %v", e.Path, e.Reason, e.Err)
}

// Unwrap returns what the system said, if anything.
func (e *FileError) Unwrap() error { return e.Err }
