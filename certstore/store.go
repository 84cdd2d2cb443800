// Package certstore keeps joint certificates with their private keys: a [Store]
// over a keyring, and a [Signer], which is an unlocked key.
package certstore

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"
	"sync"
	"time"

	"smartbank/certstore/keyring"
	"smartbank/certstore/npki"
)

// Entry is a certificate in a store.
type Entry struct {
	ID string // random, stays the same when the password changes
	Certificate
	Tries  int  // wrong passwords in a row
	Locked bool // by MaxTries of them
	Added  time.Time
}

// Pair is a certificate and its opened key.
type Pair struct {
	Cert []byte // DER
	Key  *npki.Key
}

// Material is what is kept of one certificate: the pair for signing and, in sets that have it, the one for key exchange.
type Material struct {
	Sign     Pair
	Exchange *Pair
}

// Cost is the cost of argon2id that seals a key at rest.
type Cost = keyring.Cost

// The costs: of the program, and of tapes and tests.
var (
	ProgramCost = keyring.ProgramCost
	TapeCost    = keyring.TapeCost
)

// Options are what a store takes from outside.
type Options struct {
	Keyring keyring.Keyring
	Now     func() time.Time
	Rand    io.Reader
	Cost    Cost // zero means ProgramCost

	// Lock keeps other programs out of the same keyring during a change; see [keyring.Lock]. With nil a store still notices what others did, but not
	// between its last look and its writing: for keyrings that nobody else uses.
	Lock func(ctx context.Context) (unlock func(), err error)
}

// Store keeps certificates in a keyring, in items of at most 2,000 bytes, the manifest written last. Its methods may be called from
// several goroutines. Errors of the keyring are *keyring.UnavailableError.
type Store struct {
	keyring keyring.Keyring
	now     func() time.Time
	rand    io.Reader
	cost    Cost
	exclude func(ctx context.Context) (unlock func(), err error)

	mu sync.Mutex // held during a change
}

// New returns a store over a keyring.
func New(o Options) *Store {
	s := &Store{keyring: o.Keyring, now: o.Now, rand: o.Rand, cost: o.Cost, exclude: o.Lock}
	if s.cost == (Cost{}) {
		s.cost = ProgramCost
	}
	if s.exclude == nil {
		s.exclude = func(context.Context) (func(), error) { return func() {}, nil }
	}
	return s
}

// What a store refuses.
var (
	ErrNoCertificate = errors.New("there is no such certificate on this device")
	ErrMismatch      = errors.New("the private key is not that of the certificate")
	ErrFull          = errors.New("there are too many certificates on this device") // over 32
	ErrLosesR        = errors.New("the certificate is here with R, or may be, and this copy of it has none")
)

// List returns what is kept, newest first, without opening any key. A certificate of which the keyring lost a part is left out: there is
// nothing to show of it.
func (s *Store) List(ctx context.Context) ([]Entry, error) {
	for range attempts {
		is, err := s.load(ctx)
		if err != nil {
			return nil, err
		}
		entries, lost, err := s.entries(ctx, is)
		if err != nil {
			return nil, err
		}
		if !lost || s.unchanged(ctx, is) == nil {
			return entries, nil
		}
	}
	return nil, ErrChanged
}

// entries are those of a state, newest first; lost reports whether some could not be read.
func (s *Store) entries(ctx context.Context, is state) (entries []Entry, lost bool, err error) {
	for _, r := range is.records {
		c, err := s.certificates(ctx, r)
		if err != nil && !isDamage(err) {
			return nil, false, err
		}
		parsed, broken := ParseCertificate(c.Sign)
		if err != nil || broken != nil {
			lost = true
			continue
		}
		entries = append(entries, is.entry(r, parsed))
	}
	slices.SortStableFunc(entries, func(a, b Entry) int {
		return cmp.Or(b.Added.Compare(a.Added), b.NotBefore.Compare(a.NotBefore), cmp.Compare(a.ID, b.ID))
	})
	return entries, lost, nil
}

// certificates reads those of a record.
func (s *Store) certificates(ctx context.Context, r record) (certificates, error) {
	der, err := s.read(ctx, r.Certificates)
	if err != nil {
		return certificates{}, err
	}
	return decode[certificates](der)
}

// entry is a record as it is shown.
func (is state) entry(r record, c Certificate) Entry {
	tried := is.tried(r)
	return Entry{ID: r.id(), Certificate: c, Tries: tried, Locked: tried >= MaxTries, Added: time.UnixMicro(r.Added).UTC()}
}

// Remove removes a certificate and its key from this device. It returns ErrNoCertificate if it is not there.
func (s *Store) Remove(ctx context.Context, id string) error {
	return s.change(ctx, func(is state) (next, error) {
		r, ok := is.find(id)
		if !ok {
			return next{}, ErrNoCertificate
		}
		return is.but(r), nil
	})
}

// Clear removes everything that the store keeps, also where what it keeps is damaged.
func (s *Store) Clear(ctx context.Context) error { return s.clear(ctx, false) }

// clear is Clear, or where it is only meant for what is empty that.
func (s *Store) clear(ctx context.Context, onlyEmpty bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	unlock, err := s.exclude(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	if err := s.sweep(ctx); err != nil && !isDamage(err) {
		return err
	}
	is, err := s.load(ctx)
	if err != nil && !isDamage(err) {
		return err
	}
	if onlyEmpty && (err != nil || len(is.records) > 0) {
		return nil
	}
	if err := s.writeJournal(ctx, is.blobs()); err != nil {
		return err
	}
	if err := s.keyring.Delete(ctx, rootName); err != nil {
		return err
	}
	if err := s.remove(ctx, is.blobs()); err != nil {
		return err
	}
	if err := s.keyring.Delete(ctx, movingName); err != nil {
		return err
	}
	return s.keyring.Delete(ctx, journalName)
}
