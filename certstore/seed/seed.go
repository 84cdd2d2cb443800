// Package seed is the block cipher SEED (RFC 4269): 128-bit blocks under a
// 128-bit key, in which Korean certificate authorities encrypt private keys.
package seed

import "crypto/cipher"

// BlockSize is the size of a block in bytes.
const BlockSize = 16

// NewCipher returns SEED under a key of 16 bytes. Any other length is an error.
func NewCipher(key []byte) (cipher.Block, error) { panic("todo") }
