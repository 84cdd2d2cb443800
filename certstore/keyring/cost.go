package keyring

import (
	"errors"
	"fmt"

	"golang.org/x/crypto/argon2"
)

// Cost is the cost of argon2id (RFC 9106): Passes over Memory KiB with Threads lanes.
type Cost struct {
	Passes, Memory uint32
	Threads        uint8
}

// The costs: of the program, and of tapes and tests.
var (
	ProgramCost = Cost{3, 64 * 1024, 4}
	TapeCost    = Cost{1, 64, 1}
)

// The limits of a cost that is read from somewhere: a damaged one must take neither the machine's memory nor its time.
const (
	mostPasses  = 4
	mostMemory  = 128 * 1024
	mostThreads = 16
)

var errCost = errors.New("the cost is out of its limits")

// Check refuses a cost that argon2id does not take, or that nobody can wait for.
func (c Cost) Check() error {
	if c.Passes < 1 || c.Passes > mostPasses || c.Threads < 1 || c.Threads > mostThreads ||
		c.Memory < 8*uint32(c.Threads) || c.Memory > mostMemory {
		return fmt.Errorf("%w: %d passes over %d KiB with %d lanes", errCost, c.Passes, c.Memory, c.Threads)
	}
	return nil
}

// Derive makes a key of 32 bytes from a password at this cost, which [Cost.Check] must allow.
func (c Cost) Derive(password, salt []byte) []byte {
	return argon2.IDKey(password, salt, c.Passes, c.Memory, c.Threads, 32)
}
