//go:build !unix

package terminal

import "os"

// kill kills a program.
func kill(p *os.Process) {
	_ = p.Kill() // it may have ended
}
