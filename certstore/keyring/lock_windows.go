package keyring

import (
	"errors"
	"syscall"
)

// errSharing is ERROR_SHARING_VIOLATION (winerror.h).
const errSharing = syscall.Errno(32)

// lockFile takes the lock at path, or returns errHeld: the file is opened for nobody else.
func lockFile(path string) (unlock func(), err error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	file, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, errSharing) {
		return nil, errHeld
	}
	if err != nil {
		return nil, err
	}
	return func() { syscall.CloseHandle(file) }, nil //nolint:errcheck // closing gives the lock back; nothing was written
}

// syncFolder does nothing: Windows has no such thing.
func syncFolder(string) error { return nil }
