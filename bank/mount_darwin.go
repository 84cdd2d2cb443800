package bank

import "syscall"

// networked reports whether folder is on another machine's disk.
func networked(folder string) bool {
	var s syscall.Statfs_t
	if syscall.Statfs(folder, &s) != nil {
		return false
	}
	var name []byte
	for _, c := range s.Fstypename {
		if c == 0 {
			break
		}
		name = append(name, byte(c))
	}
	return networkTypes[string(name)]
}

// crammed reports whether the disk of folder has no room for even a log's index.
func crammed(folder string) bool {
	var s syscall.Statfs_t
	return syscall.Statfs(folder, &s) == nil && s.Blocks > 0 && s.Bavail*uint64(s.Bsize) < leastRoom
}
