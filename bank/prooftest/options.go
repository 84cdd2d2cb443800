package prooftest

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// Options are those of a proof: a clock that starts seed seconds after [banktest.Start] and moves a millisecond each time
// it is read, and chance from seed. Processes with different seeds make different keys.
func Options(seed uint64) bank.Options {
	return bank.Options{
		Now:  ticking(banktest.Start.Add(time.Duration(seed%3600) * time.Second)),
		Rand: newChance(seed),
		Cost: bank.TapeCost,

		Verify: banktest.Verify,
	}
}

func ticking(from time.Time) func() time.Time {
	var ticks atomic.Int64
	return func() time.Time { return from.Add(time.Duration(ticks.Add(1)) * time.Millisecond) }
}

// chance is the key stream of AES in counter mode. It may be read by several goroutines.
type chance struct {
	mu     sync.Mutex
	stream cipher.Stream
}

func newChance(seed uint64) io.Reader {
	key := make([]byte, aes.BlockSize)
	binary.BigEndian.PutUint64(key, seed)
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err) // the key is as long as it has to be
	}
	return &chance{stream: cipher.NewCTR(block, make([]byte, aes.BlockSize))} //nolint:gosec // it hides nothing
}

// Read fills p.
func (c *chance) Read(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(p)
	c.stream.XORKeyStream(p, p)
	return len(p), nil
}
