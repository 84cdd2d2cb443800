package bank

import "os"

// location is where the file of an open bank was found. Connections are opened by their path, some of them long after the
// first one, and another file may be there by then: one that was moved there, or a new bank that `bank reset` made. Some
// connections of a bank must not be another's, and what is booked in a file without a name is lost.
type location struct {
	path string
	file os.FileInfo
}

// locate remembers which file is at path.
func locate(path string) (*location, error) {
	file, err := os.Stat(path)
	if err != nil {
		return nil, fileError(path, err)
	}
	return &location{path, file}, nil
}

// check is nil while the file is where it was found, and in memory, where p is. It returns a *FileError with FileReplaced
// for another file, and with FileMissing for none.
func (p *location) check() error {
	if p == nil {
		return nil
	}
	now, err := os.Stat(p.path)
	if err != nil {
		return fileError(p.path, err)
	}
	if !os.SameFile(p.file, now) {
		return &FileError{Path: p.path, Reason: FileReplaced}
	}
	return nil
}
