//go:build unix

package terminal

import (
	"os"
	"syscall"
)

// kill kills a program and what it started on its terminal, of whose session it is the leader: whoever still holds
// the terminal keeps it open.
func kill(p *os.Process) {
	_ = syscall.Kill(-p.Pid, syscall.SIGKILL) // it may have ended
	_ = p.Kill()
}
