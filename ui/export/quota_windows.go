package export

import "syscall"

// errQuota is Windows' own word for a full disk, ERROR_DISK_FULL, which is not
// the one that package syscall calls ENOSPC.
const errQuota = syscall.Errno(112)
