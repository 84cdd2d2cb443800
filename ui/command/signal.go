package command

import (
	"os"
	"syscall"
)

// exitOfSignal is the exit code of a program that a signal ended: 128 and the
// signal's number, as shells count.
func exitOfSignal(s os.Signal) int {
	if number, ok := s.(syscall.Signal); ok {
		return 128 + int(number)
	}
	return exitFailed
}
