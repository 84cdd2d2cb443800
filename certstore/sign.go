package certstore

import (
	"errors"
	"sync"
	"time"

	"smartbank/certstore/cms"
	"smartbank/certstore/npki"
)

// Signer is an unlocked key. Close wipes it.
type Signer struct {
	entry    Entry
	material Material

	mu     sync.Mutex // held while the key is used, so that it is not wiped meanwhile
	closed bool
}

// ErrClosed is returned by a signer that was closed.
var ErrClosed = errors.New("the key was locked again")

// Entry is the certificate.
func (s *Signer) Entry() Entry { return s.entry }

// Sign signs content as CMS SignedData with signed attributes; at is the signing time. After Close it returns ErrClosed.
func (s *Signer) Sign(content []byte, at time.Time) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, ErrClosed
	}
	return cms.Sign(content, s.entry.X509, nil, s.material.Sign.Key.RSA(), at)
}

// Material is what is kept, opened: for exports, renewals and identity checks. Its keys are wiped by Close.
func (s *Signer) Material() Material { return s.material }

// Key is the signing key. It is wiped by Close.
func (s *Signer) Key() *npki.Key { return s.material.Sign.Key }

// Close wipes the key. Closing again is no error.
func (s *Signer) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return
	}
	s.closed = true
	s.material.wipe()
}
