// Package seed is the block cipher SEED (RFC 4269): 128-bit blocks under a
// 128-bit key, in which Korean certificate authorities encrypt private keys.
//
// It looks its substitutions up in tables, so that its time depends on the cache: it is for files on the customer's own device,
// not for a server that strangers can time.
package seed

import (
	"crypto/cipher"
	"encoding/binary"
	"fmt"
	"math/bits"
)

// BlockSize is the size of a block in bytes.
const BlockSize = 16

// KeySize is the size of a key in bytes.
const KeySize = 16

const rounds = 16

// golden is KC(1) of the key schedule (RFC 4269, 2.3): the fraction of the golden ratio. Each round turns it by one bit more.
const golden = 0x9e3779b9

// schedule is the round keys, two of each round.
type schedule [rounds][2]uint32

// NewCipher returns SEED under a key of 16 bytes. Any other length is an error.
func NewCipher(key []byte) (cipher.Block, error) {
	if len(key) != KeySize {
		return nil, fmt.Errorf("seed: a key has %d bytes, this one %d", KeySize, len(key))
	}
	return expand(key), nil
}

// expand is the key schedule (RFC 4269, 2.3).
func expand(key []byte) *schedule {
	var s schedule
	left, right := binary.BigEndian.Uint64(key), binary.BigEndian.Uint64(key[8:])
	for i := range rounds {
		constant := bits.RotateLeft32(golden, i)
		s[i][0] = g(high(left) + high(right) - constant)
		s[i][1] = g(low(left) - low(right) + constant)
		if i%2 == 0 { // the first round, as RFC 4269 counts, is odd
			left = bits.RotateLeft64(left, -8)
		} else {
			right = bits.RotateLeft64(right, 8)
		}
	}
	return &s
}

func high(n uint64) uint32 { return uint32(n >> 32) }

func low(n uint64) uint32 { return uint32(n & 0xffffffff) }

// BlockSize is the size of a block in bytes.
func (s *schedule) BlockSize() int { return BlockSize }

// Encrypt encrypts the first block of src into dst, which may be the same. It panics, as every cipher.Block, if one of them is
// shorter than a block.
func (s *schedule) Encrypt(dst, src []byte) {
	left, right := split(dst, src)
	for i := range rounds {
		left, right = right, left.xor(right.round(s[i]))
	}
	right.join(dst, left)
}

// Decrypt decrypts the first block of src into dst, as Encrypt encrypts it: the same rounds backwards.
func (s *schedule) Decrypt(dst, src []byte) {
	left, right := split(dst, src)
	for i := rounds - 1; i >= 0; i-- {
		left, right = right, left.xor(right.round(s[i]))
	}
	right.join(dst, left)
}

// half is one half of a block.
type half struct{ a, b uint32 }

// split reads the halves of a block, and sees to it that there is room for the answer.
func split(dst, src []byte) (left, right half) {
	if len(src) < BlockSize || len(dst) < BlockSize {
		panic("seed: less than a block")
	}
	return half{binary.BigEndian.Uint32(src), binary.BigEndian.Uint32(src[4:])},
		half{binary.BigEndian.Uint32(src[8:]), binary.BigEndian.Uint32(src[12:])}
}

// join writes h and then other as a block.
func (h half) join(dst []byte, other half) {
	binary.BigEndian.PutUint32(dst, h.a)
	binary.BigEndian.PutUint32(dst[4:], h.b)
	binary.BigEndian.PutUint32(dst[8:], other.a)
	binary.BigEndian.PutUint32(dst[12:], other.b)
}

func (h half) xor(other half) half { return half{h.a ^ other.a, h.b ^ other.b} }

// round is the round function F (RFC 4269, 2.1).
func (h half) round(key [2]uint32) half {
	c := h.a ^ key[0]
	d := g(c ^ h.b ^ key[1])
	c = g(c + d)
	d = g(d + c)
	return half{c + d, d}
}

// g is the function G (RFC 4269, 2.2), substitution and permutation in one table per byte.
func g(x uint32) uint32 {
	return boxes[0][x&0xff] ^ boxes[1][x>>8&0xff] ^ boxes[2][x>>16&0xff] ^ boxes[3][x>>24]
}
