package bank

import (
	"fmt"
	"os"
	"syscall"
)

// networkMagic are the numbers by which statfs(2) tells the file systems of other
// machines, from Linux's magic.h and the sources of their modules.
var networkMagic = map[uint32]bool{
	0x00006969: true, // NFS
	0x0000517b: true, // SMB
	0xff534d42: true, // CIFS
	0xfe534d42: true, // SMB 2 and 3
	0x5346414f: true, // AFS
	0x6b414653: true, // AFS of the kernel
	0x73757245: true, // Coda
	0x0000564c: true, // NCP
	0x00c36400: true, // Ceph
	0x0bd00bd0: true, // Lustre
	0x47504653: true, // GPFS
}

// fuseMagic is any file system in user space: which one, only mountinfo knows.
const fuseMagic = 0x65735546

// networked reports whether folder is on another machine's disk.
func networked(folder string) bool {
	var s syscall.Statfs_t
	if syscall.Statfs(folder, &s) != nil {
		return false
	}
	magic := uint32(s.Type) //nolint:gosec // 32 bits, whatever the width and sign of the field
	if magic == fuseMagic {
		return networkTypes[fuseType(folder)]
	}
	return networkMagic[magic]
}

func fuseType(folder string) string {
	var s syscall.Stat_t
	if syscall.Stat(folder, &s) != nil {
		return ""
	}
	table, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return ""
	}
	dev := uint64(s.Dev) //nolint:unconvert // narrower on some machines
	major, minor := dev>>8&0xfff|dev>>32&^0xfff, dev&0xff|dev>>12&^0xff
	return mountType(string(table), fmt.Sprintf("%d:%d", major, uint32(minor))) //nolint:gosec // a device number's half
}

// crammed reports whether the disk of folder has no room for even a log's index.
func crammed(folder string) bool {
	var s syscall.Statfs_t
	return syscall.Statfs(folder, &s) == nil && s.Blocks > 0 && s.Bavail*uint64(s.Bsize) < leastRoom //nolint:gosec // a block's size is above zero
}
