//go:build unix

package export

import "syscall"

// errQuota is what a customer gets who may use no more of the disk.
const errQuota = syscall.EDQUOT
