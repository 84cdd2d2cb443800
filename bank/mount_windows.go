package bank

import (
	"path/filepath"
	"strings"
	"syscall"
	"unsafe"
)

var getDriveType = syscall.NewLazyDLL("kernel32.dll").NewProc("GetDriveTypeW")

const driveRemote = 4 // DRIVE_REMOTE of fileapi.h

// networked reports whether folder is on another machine's disk: a drive that is
// connected, or a name that begins with the machine's.
func networked(folder string) bool {
	volume := filepath.VolumeName(folder)
	if strings.HasPrefix(volume, `\\`) && !strings.HasPrefix(volume, `\\?\`) && !strings.HasPrefix(volume, `\\.\`) {
		return true
	}
	root, err := syscall.UTF16PtrFromString(volume + `\`)
	if err != nil || getDriveType.Find() != nil {
		return false
	}
	kind, _, _ := getDriveType.Call(uintptr(unsafe.Pointer(root))) //nolint:errcheck,gosec // the answer says it all; Windows wants a pointer
	return kind == driveRemote
}

// crammed is not known here.
func crammed(string) bool { return false }
