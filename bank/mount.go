package bank

import (
	"os"
	"path/filepath"
	"strings"
)

// Locks and shared memory of another machine's disk cannot be relied on: two
// computers that both think they hold the bank tear it (https://www.sqlite.org/useovernet.html). So a bank is not
// opened there. A backup may lie there: it is written by one, and only read later.
//
// What a disk is, is asked of the system: mount_linux.go and its neighbours. 9p is not refused, though it may be
// another machine's: as often it is how a container or a virtual machine sees its own disk.

// onNetwork refuses with FileNetwork a file whose folder, or the nearest folder
// above it that is there already, is another machine's. A system that does not say is trusted.
func onNetwork(path string) error {
	folder := filepath.Dir(path)
	if followed, err := filepath.EvalSymlinks(path); err == nil {
		folder = filepath.Dir(followed)
	}
	for {
		if _, err := os.Stat(folder); err == nil || filepath.Dir(folder) == folder {
			break
		}
		folder = filepath.Dir(folder)
	}
	if networked(folder) {
		return &FileError{Path: path, Reason: FileNetwork}
	}
	return nil
}

// networkTypes are the names of file systems that are another machine's, as
// Linux has them in /proc/self/mountinfo, macOS in statfs.
var networkTypes = map[string]bool{
	"nfs": true, "nfs4": true, "cifs": true, "smb3": true, "smbfs": true, "afpfs": true, "webdav": true, "ftp": true,
	"afs": true, "coda": true, "ncpfs": true, "ceph": true, "lustre": true, "gpfs": true, "beegfs": true, "macfuse_sshfs": true,
	"fuse.sshfs": true, "fuse.rclone": true, "fuse.s3fs": true, "fuse.gcsfuse": true, "fuse.glusterfs": true, "fuse.davfs": true,
	"fuse.curlftpfs": true, "fuse.smbnetfs": true, "fuse.gvfsd-fuse": true, "fuse.ceph": true, "fuse.juicefs": true,
}

// mountType finds the type of the file system with a device number ("0:52") in
// the text of /proc/self/mountinfo, as proc(5) lays it out: the device is the third field, the type the
// first one after a field "-". "" if it is not there.
func mountType(mountinfo, device string) string {
	for line := range strings.Lines(mountinfo) {
		before, after, ok := strings.Cut(line, " - ")
		fields, types := strings.Fields(before), strings.Fields(after)
		if ok && len(fields) > 2 && fields[2] == device && len(types) > 0 {
			return types[0]
		}
	}
	return ""
}
