// Package pairing copies a certificate between two devices that trust a short
// number and nothing else.
//
// The number has twelve digits: four that name a mailbox and eight that are secret. From the secret ones both devices make a key by
// CPace (draft-irtf-cfrg-cpace, CPACE-RISTR255-SHA512), so that whoever carries the messages learns nothing that could be
// tried out afterwards, and a wrong number is one wrong guess.
package pairing

import (
	"crypto/sha512"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/gtank/ristretto255"
)

// The names and sizes of CPACE-RISTR255-SHA512 (draft section 7.3 and 8).
const (
	generatorDomain = "CPaceRistretto255"
	keyDomain       = generatorDomain + "_ISK"
	hashBlock       = 128 // SHA-512's input block
	scalarSize      = 64  // uniform bytes that a scalar is reduced from
)

// errPoint is the answer to a share that is no element, or the neutral one: with
// it the key would be known without the number (draft section 6.2, 7.3).
var errPoint = errors.New("the other side's share is not acceptable")

// secretScalar is one side's secret, and what it sends.
type secretScalar struct {
	y     *ristretto255.Scalar
	share []byte // Ya or Yb, 32 bytes
}

// newShare draws a scalar from chance and computes the share: y times the generator that the number prs stands for, in the
// context ci and the session sid.
func newShare(prs, ci, sid []byte, chance io.Reader) (secretScalar, error) {
	uniform := make([]byte, scalarSize)
	defer clear(uniform)
	if _, err := io.ReadFull(chance, uniform); err != nil {
		return secretScalar{}, fmt.Errorf("draw a share: %w", err)
	}
	y := ristretto255.NewScalar().FromUniformBytes(uniform)
	return share(y, prs, ci, sid), nil
}

func share(y *ristretto255.Scalar, prs, ci, sid []byte) secretScalar {
	g := generator(prs, ci, sid)
	return secretScalar{y: y, share: ristretto255.NewElement().ScalarMult(y, g).Encode(nil)}
}

// generator maps the number, the context and the session to an element (draft
// section 7.1 and 7.3): the zeros fill the hash's first block, so that the time it takes does not depend on the number.
func generator(prs, ci, sid []byte) *ristretto255.Element {
	padding := max(0, hashBlock-1-len(prefixed(nil, prs))-len(prefixed(nil, []byte(generatorDomain))))
	sum := sha512.Sum512(lvCat([]byte(generatorDomain), prs, make([]byte, padding), ci, sid))
	return ristretto255.NewElement().FromUniformBytes(sum[:])
}

// common is K, what both sides get from the other's share (scalar_mult_vfy). It returns errPoint for a share that must be rejected.
func (s secretScalar) common(peer []byte) ([]byte, error) {
	element := ristretto255.NewElement()
	if err := element.Decode(peer); err != nil {
		return nil, errPoint
	}
	element.ScalarMult(s.y, element)
	if element.Equal(ristretto255.NewElement().Zero()) == 1 {
		return nil, errPoint
	}
	return element.Encode(nil), nil
}

// sessionKey is ISK in the initiator-responder setting (draft section 6.2): 64 bytes that depend on everything both sides sent.
func sessionKey(sid, k, ya, ada, yb, adb []byte) []byte {
	h := sha512.New()
	h.Write(lvCat([]byte(keyDomain), sid, k))
	h.Write(lvCat(ya, ada))
	h.Write(lvCat(yb, adb))
	return h.Sum(nil)
}

// lvCat joins values, each after its length (draft appendix A.1.3).
func lvCat(values ...[]byte) []byte {
	var all []byte
	for _, v := range values {
		all = prefixed(all, v)
	}
	return all
}

// prefixed appends a value after its length in LEB128 (draft appendix A.1.1).
func prefixed(all, v []byte) []byte {
	return append(binary.AppendUvarint(all, uint64(len(v))), v...)
}
