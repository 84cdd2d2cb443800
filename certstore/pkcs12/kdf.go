package pkcs12

import (
	"bytes"
	"crypto/hmac"
	"encoding/binary"
	"hash"
	"unicode/utf16"
	"unicode/utf8"
)

// What a derived value is for (RFC 7292, appendix B.3).
const (
	forKey = 1 + iota
	forIV
	forMAC
)

// derive is the key derivation of PKCS #12 (RFC 7292, appendix B.2).
func derive(h func() hash.Hash, purpose byte, password, salt []byte, iterations, size int) []byte {
	digest := h()
	block, step := digest.BlockSize(), digest.Size()
	filled := append(fill(salt, block), fill(password, block)...)
	defer clear(filled)
	var out []byte
	a := make([]byte, 0, step)
	for {
		digest.Reset()
		digest.Write(bytes.Repeat([]byte{purpose}, block))
		digest.Write(filled)
		a = digest.Sum(a[:0])
		for range iterations - 1 {
			digest.Reset()
			digest.Write(a)
			a = digest.Sum(a[:0])
		}
		if out = append(out, a...); len(out) >= size {
			return out[:size]
		}
		b := fill(a, block)[:block]
		for i := 0; i < len(filled); i += block {
			addOne(filled[i:i+block], b)
		}
	}
}

// fill repeats what to whole blocks; nothing stays nothing.
func fill(what []byte, block int) []byte {
	size := (len(what) + block - 1) / block * block
	if size == 0 {
		return nil
	}
	return bytes.Repeat(what, size/len(what)+1)[:size:size]
}

// addOne adds b and 1 to a, as numbers of one length, the highest byte first.
func addOne(a, b []byte) {
	carry := 1
	for i := len(a) - 1; i >= 0; i-- {
		carry += int(a[i]) + int(b[i])
		a[i] = byte(carry)
		carry >>= 8
	}
}

// pbkdf2 is PBKDF2 (RFC 8018, section 5.2): the standard library's takes the password as a string, which cannot be wiped.
func pbkdf2(h func() hash.Hash, password, salt []byte, iterations, size int) []byte {
	prf := hmac.New(h, password)
	var out []byte
	for n := uint32(1); len(out) < size; n++ {
		prf.Reset()
		prf.Write(salt)
		prf.Write(binary.BigEndian.AppendUint32(nil, n))
		u := prf.Sum(nil)
		t := bytes.Clone(u)
		for range iterations - 1 {
			prf.Reset()
			prf.Write(u)
			u = prf.Sum(u[:0])
			for i := range t {
				t[i] ^= u[i]
			}
		}
		out = append(out, t...)
	}
	return out[:size]
}

// bmp is a password as PKCS #12 derives from it: UTF-16, the high byte first, with a zero behind (RFC 7292, appendix B.1). ok is
// false for what is not UTF-8.
func bmp(password []byte) (encoded []byte, ok bool) {
	if !utf8.Valid(password) {
		return nil, false
	}
	encoded = make([]byte, 0, 2*len(password)+2) // never moved: no copy is left behind
	for rest := password; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
			encoded = binary.BigEndian.AppendUint16(encoded, uint16(high))
			r = low
		}
		encoded = binary.BigEndian.AppendUint16(encoded, uint16(r))
	}
	return append(encoded, 0, 0), true
}
