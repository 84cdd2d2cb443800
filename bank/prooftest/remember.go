package prooftest

import (
	"crypto/sha256"
	"encoding/binary"
	"sync"
	"time"

	"smartbank/bank"
)

// Remembering is a check that remembers what it found good: the same signature of the same document at the same time is good
// whenever it is checked. A proof that verifies one history again and again, as it is after thousands of faults, computes each
// signature once. What was refused is checked again.
func Remembering(check bank.VerifySignature) bank.VerifySignature {
	var good sync.Map // a bank.Signer by the hash of what it signed
	return func(payload, signature []byte, at time.Time) (bank.Signer, error) {
		key := hashOf(payload, signature, at)
		if signer, ok := good.Load(key); ok {
			return signer.(bank.Signer), nil //nolint:errcheck,forcetypeassert // nothing else is stored
		}
		signer, err := check(payload, signature, at)
		if err == nil {
			good.Store(key, signer)
		}
		return signer, err
	}
}

func hashOf(payload, signature []byte, at time.Time) [sha256.Size]byte {
	text := binary.BigEndian.AppendUint64(nil, uint64(len(payload)))
	text = append(append(text, payload...), signature...)
	return sha256.Sum256(binary.BigEndian.AppendUint64(text, uint64(at.UnixNano())))
}
