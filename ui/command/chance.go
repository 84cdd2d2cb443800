package command

import (
	"crypto/sha256"
	"fmt"
	"io"
	"sync"

	"golang.org/x/crypto/chacha20"
)

// chance is chance that is the same for the same seed on every machine: the
// keystream of ChaCha20 (RFC 8439) under a key made of the seed. It is for tapes, whose every run
// must be the same; what must not be guessed comes from the machine.
type chance struct {
	mu     sync.Mutex // a program on a terminal draws it in several goroutines
	stream *chacha20.Cipher
}

// newChance is the chance of a seed, for one use of it.
func newChance(seed uint64, use string) io.Reader {
	key := sha256.Sum256(fmt.Appendf(nil, "smartbank tape %d %s", seed, use))
	stream, err := chacha20.NewUnauthenticatedCipher(key[:], make([]byte, chacha20.NonceSize))
	if err != nil {
		panic(err) // the sizes are right
	}
	return &chance{stream: stream}
}

// Read fills b. It never fails.
func (c *chance) Read(b []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(b)
	c.stream.XORKeyStream(b, b)
	return len(b), nil
}
