package certstore

import (
	"bytes"
	"context"
	"encoding/asn1"
	"errors"
	"fmt"
	"slices"
)

// MaxTries is how many wrong passwords in a row lock a certificate on this device.
const MaxTries = 5

// PasswordError is a wrong password of a stored certificate, counted; Locked with the fifth and with any after it.
type PasswordError struct {
	Tries, Max int
	Locked     bool
}

// Error describes it.
func (e *PasswordError) Error() string {
	return fmt.Sprintf("wrong certificate password (%d of %d)", e.Tries, e.Max)
}

// tried is how many wrong passwords in a row there were for a record.
func (is state) tried(r record) int {
	for _, t := range is.root.Tries {
		if bytes.Equal(t.ID, r.ID) {
			return t.Count
		}
	}
	return 0
}

// untried is what is counted without a record.
func untried(counted []tries, r record) []tries {
	return slices.DeleteFunc(slices.Clone(counted), func(t tries) bool { return bytes.Equal(t.ID, r.ID) })
}

// Unlock opens a key. The password is wiped. A wrong one is a *PasswordError, counted on this device: the count is kept before
// the password is looked at, so that ending the program does not save a try. The right one starts the count anew; the fifth wrong one locks the certificate
// here, for the right one too. It returns ErrNoCertificate if it is not there.
func (s *Store) Unlock(ctx context.Context, id string, password []byte) (*Signer, error) {
	defer clear(password)
	s.mu.Lock()
	defer s.mu.Unlock()
	unlock, err := s.exclude(ctx)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if err := s.sweep(ctx); err != nil {
		return nil, err
	}
	is, err := s.load(ctx)
	if err != nil {
		return nil, err
	}
	r, ok := is.find(id)
	if !ok {
		return nil, ErrNoCertificate
	}
	if tried := is.tried(r); tried >= MaxTries {
		return nil, &PasswordError{tried, MaxTries, true}
	}
	return s.try(ctx, is, r, password)
}

// try counts a try, judges it, and takes the count back where the password was right.
func (s *Store) try(ctx context.Context, is state, r record, password []byte) (*Signer, error) {
	held, err := s.certificates(ctx, r)
	if err != nil {
		return nil, err
	}
	parsed, err := ParseCertificate(held.Sign)
	if err != nil {
		return nil, damaged(err)
	}
	locked, err := s.read(ctx, r.Sealed)
	if err != nil {
		return nil, err
	}
	tried := is.tried(r) + 1
	if is, err = s.count(ctx, is, append(untried(is.root.Tries, r), tries{r.ID, tried})); err != nil {
		return nil, err
	}
	opened, err := open(locked, password, r.ID, r.Certificates.SHA256)
	if errors.Is(err, errOpen) {
		return nil, &PasswordError{tried, MaxTries, tried >= MaxTries}
	}
	if err != nil {
		return nil, err
	}
	defer opened.wipe()
	material, err := opened.material(held)
	if err != nil {
		return nil, err
	}
	// If this fails, a try too many stays counted, until the next right password: the customer is let in all the same.
	s.count(context.WithoutCancel(ctx), is, untried(is.root.Tries, r)) //nolint:errcheck,gosec // as was just said
	return &Signer{entry: state{}.entry(r, parsed), material: material}, nil
}

// count keeps what is counted, and returns the state after it.
func (s *Store) count(ctx context.Context, is state, counted []tries) (state, error) {
	if err := s.unchanged(ctx, is); err != nil {
		return state{}, err
	}
	is.root.Generation++
	is.root.Tries = counted
	der, err := asn1.Marshal(is.root)
	if err != nil {
		return state{}, fmt.Errorf("encode what is kept: %w", err)
	}
	is.raw = der
	return is, s.setRoot(ctx, der)
}
