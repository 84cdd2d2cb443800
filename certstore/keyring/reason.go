package keyring

import (
	"errors"
	"io/fs"
	"os/exec"
	"strings"
	"syscall"

	system "github.com/zalando/go-keyring"
)

// reasonOf is why the system's keyring did not do it. The library's errors have no types: what they say was collected by
// making each of them happen. What nobody has seen yet counts as a refusal.
func reasonOf(err error) Reason {
	switch {
	case errors.Is(err, errTimeout):
		return TimedOut
	case errors.Is(err, system.ErrSetDataTooBig):
		return TooBig
	case errors.Is(err, system.ErrUnsupportedPlatform), errors.Is(err, exec.ErrNotFound), errors.Is(err, fs.ErrNotExist),
		errors.Is(err, syscall.ECONNREFUSED):
		return NoService
	}
	if number, ok := errors.AsType[syscall.Errno](err); ok {
		if reason, known := ofWindows[uintptr(number)]; known {
			return reason
		}
	}
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		if reason, known := ofSecurity[exit.ExitCode()]; known {
			return reason
		}
	}
	text := err.Error()
	for _, saying := range ofSecretService {
		if strings.Contains(text, saying.part) {
			return saying.reason
		}
	}
	return Denied
}

// ofSecretService is what D-Bus and the Secret Service say.
var ofSecretService = []struct {
	part   string
	reason Reason
}{
	{"failed to unlock correct collection '/org/freedesktop/secrets/aliases/default'", NoService}, // a daemon that has no keyring yet
	{"failed to unlock correct collection", Locked},
	{"org.freedesktop.secrets was not provided", NoService}, // a bus without such a daemon
	{"couldn't determine address of session bus", NoService},
	{"dbus-launch", NoService}, // no bus, and nothing that starts one
	{"Failed to open connection", NoService},
	{"org.freedesktop.Secret.Error.IsLocked", Locked},
	{"Cannot create an item in a locked collection", Locked},
	{"Cannot get secret of a locked object", Locked},
	{"Couldn't set item secret", NoRoom}, // what gnome-keyring says of a full disk
	{"Couldn't create new item", NoRoom},
	{"No space left", NoRoom},
}

// ofWindows is what the Credential Manager returns (winerror.h).
var ofWindows = map[uintptr]Reason{
	5:    Denied,    // ERROR_ACCESS_DENIED
	8:    NoRoom,    // ERROR_NOT_ENOUGH_MEMORY
	112:  NoRoom,    // ERROR_DISK_FULL
	1312: NoService, // ERROR_NO_SUCH_LOGON_SESSION: a service or SSH session without credentials
	1783: TooBig,    // RPC_X_BAD_STUB_DATA
	1816: NoRoom,    // ERROR_NOT_ENOUGH_QUOTA
}

// ofSecurity is what security(1) of macOS exits with: the last byte of the OSStatus (SecBase.h).
var ofSecurity = map[int]Reason{
	36:  Locked,    // errSecInteractionNotAllowed, -25308: locked, and nobody to ask, as over SSH
	37:  NoService, // errSecNoDefaultKeychain, -25307
	50:  NoService, // errSecNoSuchKeychain, -25294
	51:  Denied,    // errSecAuthFailed, -25293
	128: Denied,    // errSecUserCanceled, -128
}
