package certstore

import (
	"time"

	"smartbank/certstore/npki"
)

// Signer is an unlocked key. Close wipes it.
type Signer struct{ _ int }

// Entry is the certificate.
func (s *Signer) Entry() Entry { panic("todo") }

// Sign signs content as CMS SignedData with signed attributes; at is the signing time.
func (s *Signer) Sign(content []byte, at time.Time) ([]byte, error) { panic("todo") }

// Material is what is kept, opened: for exports, renewals and identity checks.
func (s *Signer) Material() Material { panic("todo") }

// Key is the signing key.
func (s *Signer) Key() *npki.Key { panic("todo") }

// Close wipes the key. Closing again is no error.
func (s *Signer) Close() { panic("todo") }
