package bank_test

import (
	"testing"

	"smartbank/bank"
)

const mounts = `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
40 27 0:52 / /home/me/far rw,nosuid,nodev,relatime shared:312 master:1 - fuse.sshfs me@far:/home rw,user_id=1000
41 27 0:53 / /mnt/stick rw,relatime - fuseblk /dev/sdb1 rw
42 27 0:54 /a /mnt/a\040b rw,relatime - nfs4 far:/export rw
43 27 0:55 / /broken
`

func TestMountinfoTellsOfWhatTypeADiskIs(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		device, want string
		far          bool
	}{
		{"254:0", "ext4", false},
		{"0:52", "fuse.sshfs", true},
		{"0:53", "fuseblk", false},
		{"0:54", "nfs4", true},
		{"0:55", "", false},
		{"0:5", "", false},
	} {
		got := bank.MountType(mounts, row.device)
		if got != row.want || bank.NetworkTypes[got] != row.far {
			t.Errorf("%s is %q, another machine's: %v", row.device, got, bank.NetworkTypes[got])
		}
	}
}

func TestTheDiskOfTheTestsIsThisMachines(t *testing.T) {
	t.Parallel()
	if bank.Networked(t.TempDir()) {
		t.Error("banks are refused here")
	}
}
