package bank

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"time"
)

// newKey makes a UUIDv7 (RFC 9562) from the transaction's time and Options.Rand.
func (t *tx) newKey() (string, error) { return newUUID(t.now, t.bank.opt.Rand) }

// newUUID makes a UUIDv7: 48 bits of milliseconds, then chance. Keys in the order
// of time keep their index in few pages.
func newUUID(at time.Time, chance io.Reader) (string, error) {
	var u [16]byte
	if _, err := io.ReadFull(chance, u[6:]); err != nil {
		return "", fmt.Errorf("make a key: %w", err)
	}
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(max(at.UnixMilli(), 0)))
	copy(u[:6], ms[2:])
	u[6] = u[6]&0x0f | 0x70 // version 7
	u[8] = u[8]&0x3f | 0x80 // variant of RFC 9562
	text := hex.EncodeToString(u[:])
	return text[:8] + "-" + text[8:12] + "-" + text[12:16] + "-" + text[16:20] + "-" + text[20:], nil
}
