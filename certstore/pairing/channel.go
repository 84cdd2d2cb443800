package pairing

import (
	"crypto/cipher"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strings"

	"golang.org/x/crypto/chacha20poly1305"
)

// Channel carries messages under the agreed key: ChaCha20-Poly1305 (RFC 8439),
// each direction with a key of its own and a number that counts, so that nothing can be read, changed, repeated, left out or sent
// back unnoticed.
type Channel struct {
	out, in        cipher.AEAD
	sent, received uint64
	check          string
}

// What a message in the channel says.
type content byte

// The contents, in order.
const (
	contentOffer   content = 1 + iota // sender: whose certificate it is
	contentAccept                     // receiver: the customer wants it
	contentPayload                    // sender: certificate and key, the key under its own password
	contentStored                     // receiver: it is stored, when, and its fingerprint
	contentSeen                       // sender: it knows
)

func newChannel(k keys, self, peer Side) (*Channel, error) {
	out, err := chacha20poly1305.New(k.derive("from "+string(self), chacha20poly1305.KeySize))
	if err != nil {
		return nil, fmt.Errorf("make a channel: %w", err)
	}
	in, err := chacha20poly1305.New(k.derive("from "+string(peer), chacha20poly1305.KeySize))
	if err != nil {
		return nil, fmt.Errorf("make a channel: %w", err)
	}
	check := strings.ToUpper(hex.EncodeToString(k.derive("check", 4)))
	return &Channel{out: out, in: in, check: check[:2] + "·" + check[2:4] + "·" + check[4:6] + "·" + check[6:]}, nil
}

// Check is what both screens show alike: eight hexadecimal digits of the key.
func (c *Channel) Check() string { return c.check }

// seal is the next message.
func (c *Channel) seal(what content, fields ...[]byte) []byte {
	body := []byte{byte(what)}
	for _, f := range fields {
		body = prefixed(body, f)
	}
	defer clear(body)
	nonce := counter(c.sent)
	c.sent++
	return encode(kindSealed, c.out.Seal(nil, nonce, body, []byte{version, byte(kindSealed)}))
}

// open opens the next message, which must be what with n fields.
func (c *Channel) open(message []byte, what content, n int) ([][]byte, error) {
	fields, err := decode(message, kindSealed, 1)
	if err != nil {
		return nil, err
	}
	body, err := c.in.Open(nil, counter(c.received), fields[0], []byte{version, byte(kindSealed)})
	if err != nil {
		return nil, fmt.Errorf("%w: a message was changed, repeated or left out", ErrProtocol)
	}
	c.received++
	if len(body) == 0 || content(body[0]) != what {
		return nil, fmt.Errorf("%w: a message out of turn", ErrProtocol)
	}
	return split(body[1:], n)
}

// counter is the nonce of a direction's n-th message.
func counter(n uint64) []byte {
	return binary.BigEndian.AppendUint64(make([]byte, chacha20poly1305.NonceSize-8), n)
}
