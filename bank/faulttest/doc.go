// Package faulttest gives a bank's file what disks and people do to files: no room, errors of reading and writing, a kill
// between two writes of a migration, a backup or a restore, bits that flip, a lock that somebody holds, an odd umask. What was
// acknowledged may never be lost, nothing may be booked twice or by half, the answer is a clear error, and the bank goes on
// when the cause is gone.
package faulttest
