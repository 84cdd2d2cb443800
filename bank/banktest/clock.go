package banktest

import (
	"crypto/aes"
	"crypto/cipher"
	"io"
	"sync"
	"time"
)

// Clock is a clock that stands still until it is moved.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// NewClock returns a clock that stands at [Start].
func NewClock() *Clock { return &Clock{now: Start} }

// Now is the time it shows.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Advance moves it on, or back if d is below zero.
func (c *Clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// chance is the key stream of AES in counter mode.
type chance struct {
	mu     sync.Mutex
	stream cipher.Stream
}

// NewRand returns chance that is the same for the same seed. It may be read from
// several goroutines.
func NewRand(seed byte) io.Reader {
	block, err := aes.NewCipher([]byte{aes.BlockSize - 1: seed})
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
