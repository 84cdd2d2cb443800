package pairing

import (
	"encoding/binary"
	"fmt"
)

// version is the first byte of every message: of another version nothing is
// known.
const version = 1

// kind is the second byte of a message.
type kind byte

// The messages, in the order they are sent.
const (
	kindHello  kind = 1 + iota // who shows the number: nonce, device, account
	kindAnswer                 // who types it: nonce, device, account, share
	kindShare                  // who shows it: share, tag
	kindTag                    // who types it: tag
	kindSealed                 // either, under the key: the channel's messages
)

// maxMessage bounds a message in bytes: two certificates and two keys with room
// to spare.
const maxMessage = 64 * 1024

// encode is a message of fields, each after its length.
func encode(k kind, fields ...[]byte) []byte {
	message := []byte{version, byte(k)}
	for _, f := range fields {
		message = prefixed(message, f)
	}
	return message
}

// decode reads a message of a kind with exactly n fields, nothing after them.
func decode(message []byte, k kind, n int) ([][]byte, error) {
	if len(message) < 2 || len(message) > maxMessage || message[0] != version || message[1] != byte(k) {
		return nil, fmt.Errorf("%w: not message %d", ErrProtocol, k)
	}
	return split(message[2:], n)
}

// split reads exactly n fields.
func split(rest []byte, n int) ([][]byte, error) {
	fields := make([][]byte, 0, n)
	for range n {
		size, used := binary.Uvarint(rest)
		if used <= 0 || size > uint64(len(rest)-used) { //nolint:gosec // used is at most the length
			return nil, fmt.Errorf("%w: a message ends early", ErrProtocol)
		}
		if used > 1 && rest[used-1] == 0 { // one way to write a length, not several
			return nil, fmt.Errorf("%w: a length is not written the short way", ErrProtocol)
		}
		fields, rest = append(fields, rest[used:used+int(size)]), rest[used+int(size):] //nolint:gosec // not over the message's length
	}
	if len(rest) > 0 {
		return nil, fmt.Errorf("%w: a message is too long", ErrProtocol)
	}
	return fields, nil
}
