package certstore

import (
	"bytes"
	"cmp"
	"context"
	"encoding/asn1"
	"errors"
	"fmt"
	"slices"

	"smartbank/certstore/keyring"
)

// state is what the keyring held at one moment.
type state struct {
	raw     []byte // the root as it was read; nil where there is none
	root    root
	records []record
}

// attempts is how often what another program changed meanwhile is read again.
const attempts = 3

// load reads root and manifest. A manifest that is gone while its root is still there is damaged; one whose root changed meanwhile
// was replaced by another program.
func (s *Store) load(ctx context.Context) (state, error) {
	var missing error
	for range attempts {
		raw, err := s.keyring.Get(ctx, rootName)
		if errors.Is(err, keyring.ErrNotFound) {
			return state{}, nil
		}
		if err != nil {
			return state{}, err
		}
		is := state{raw: raw}
		if is.root, err = decodeRoot(raw); err != nil {
			return state{}, err
		}
		der, err := s.read(ctx, is.root.Manifest)
		if err == nil {
			is.records, err = decodeManifest(der)
			return is, err
		}
		if !errors.Is(err, errBlob) {
			return state{}, err
		}
		missing = err
	}
	return state{}, missing
}

// read reads a blob; parts that are gone and a hash that is another are damage.
func (s *Store) read(ctx context.Context, b blob) ([]byte, error) {
	var value []byte
	for i := range b.Parts {
		part, err := s.keyring.Get(ctx, b.name(i))
		if errors.Is(err, keyring.ErrNotFound) {
			return nil, damaged(errBlob)
		}
		if err != nil {
			return nil, err
		}
		value = append(value, part...)
	}
	if !b.holds(value) {
		return nil, damaged(errBlob)
	}
	return value, nil
}

// blobs are all that a state names.
func (is state) blobs() []blob {
	if is.raw == nil {
		return nil
	}
	all := []blob{is.root.Manifest}
	for _, r := range is.records {
		all = append(all, r.Certificates, r.Sealed)
	}
	return all
}

// find is the record with an ID, which Entry.ID tells.
func (is state) find(id string) (record, bool) {
	i := slices.IndexFunc(is.records, func(r record) bool { return r.id() == id })
	if i < 0 {
		return record{}, false
	}
	return is.records[i], true
}

// next is what a change makes of a state: the records and tries there will be, and the contents they need that are not there
// yet. verify, if there is one, looks at them as they were read again.
type next struct {
	records []record
	tries   []tries
	fresh   []content
	verify  func(written []content) error
}

// ErrChanged is that another program changed the store all the while. Trying again may do.
var ErrChanged = errors.New("another program changed the certificates at the same time")

// change changes what is kept in one step: after an error, and after the death of the process at any moment, all is as it was before, or as it was
// to be. It reads, lets edit say what is to be, and begins again where another program came between.
func (s *Store) change(ctx context.Context, edit func(is state) (next, error)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	unlock, err := s.exclude(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	for range attempts {
		if err := s.sweep(ctx); err != nil {
			return err
		}
		is, err := s.load(ctx)
		if err != nil {
			return err
		}
		will, err := edit(is)
		if err != nil {
			return err
		}
		if err := s.commit(ctx, is, will); !errors.Is(err, ErrChanged) {
			return err
		}
	}
	return ErrChanged
}

// commit takes the steps of a change: the journal, the new blobs, reading them again, the root, and only then away with the old.
func (s *Store) commit(ctx context.Context, is state, will next) error {
	listed, err := encodeContent(manifest{will.records}, s.rand)
	if err != nil {
		return err
	}
	fresh := append(slices.Clone(will.fresh), listed)
	r := root{version, is.root.Generation + 1, listed.blob, will.tries}
	der, err := asn1.Marshal(r)
	if err != nil {
		return fmt.Errorf("encode what is kept: %w", err)
	}
	var made []blob
	for _, c := range fresh {
		made = append(made, c.blob)
	}
	if err := s.writeJournal(ctx, slices.Concat(made, is.blobs())); err != nil {
		return err
	}
	written := s.write(ctx, fresh, will.verify)
	if written != nil && !isDamage(written) {
		return written
	}
	err = s.unchanged(ctx, is)
	if errors.Is(err, ErrChanged) {
		s.remove(ctx, made) //nolint:errcheck,gosec // what is left is of no use to anybody, and sealed
	}
	if err = cmp.Or(err, written); err != nil {
		return err
	}
	ctx = context.WithoutCancel(ctx) // from here on it is done whole, whoever gives up
	if err := s.setRoot(ctx, der); err != nil {
		return err
	}
	after := state{der, r, will.records}
	// It is done. What cannot be removed now stands in the journal, and is removed before the next change.
	if s.remove(ctx, without(is.blobs(), after.blobs())) == nil {
		s.keyring.Delete(ctx, journalName) //nolint:errcheck,gosec // as above
	}
	return nil
}

// write writes contents and reads them again.
func (s *Store) write(ctx context.Context, fresh []content, verify func([]content) error) error {
	for _, c := range fresh {
		for i, part := range c.parts() {
			if err := s.keyring.Set(ctx, c.name(i), part); err != nil {
				return err
			}
		}
	}
	written := make([]content, len(fresh))
	for i, c := range fresh {
		value, err := s.read(ctx, c.blob)
		if err != nil {
			return err
		}
		written[i] = content{c.blob, value}
	}
	if verify == nil {
		return nil
	}
	return verify(written)
}

// unchanged returns ErrChanged if the root is not that of a state any more.
func (s *Store) unchanged(ctx context.Context, is state) error {
	raw, err := s.keyring.Get(ctx, rootName)
	switch {
	case errors.Is(err, keyring.ErrNotFound):
		raw = nil
	case err != nil:
		return err
	}
	if !bytes.Equal(raw, is.raw) {
		return ErrChanged
	}
	return nil
}

// setRoot writes the root. Where the keyring does not say whether it did, it asks: an error then means that it did not, or not yet.
func (s *Store) setRoot(ctx context.Context, der []byte) error {
	err := s.keyring.Set(ctx, rootName, der)
	if err == nil {
		return nil
	}
	if raw, again := s.keyring.Get(ctx, rootName); again == nil && bytes.Equal(raw, der) {
		return nil
	}
	return err
}

// writeJournal notes the blobs of which some will be of no use.
func (s *Store) writeJournal(ctx context.Context, blobs []blob) error {
	names := make([]name, len(blobs))
	for i, b := range blobs {
		names[i] = name{b.ID, b.Parts}
	}
	der, err := asn1.Marshal(journal{names})
	if err != nil {
		return fmt.Errorf("encode what is kept: %w", err)
	}
	return s.keyring.Set(ctx, journalName, der)
}

// sweep removes what a change left behind that was broken off. The journal is written again first: a keyring makes its writes one after another, so
// no write of before comes late any more once that one is done.
func (s *Store) sweep(ctx context.Context) error {
	der, err := s.keyring.Get(ctx, journalName)
	if errors.Is(err, keyring.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := s.keyring.Set(ctx, journalName, der); err != nil {
		return err
	}
	is, err := s.load(ctx)
	if err != nil {
		return err
	}
	if left, err := decode[journal](der); err == nil {
		if err := s.remove(ctx, without(left.blobs(), is.blobs())); err != nil {
			return err
		}
	}
	return s.keyring.Delete(ctx, journalName)
}

// remove removes blobs.
func (s *Store) remove(ctx context.Context, blobs []blob) error {
	for _, b := range blobs {
		for i := range b.Parts {
			if err := s.keyring.Delete(ctx, b.name(i)); err != nil {
				return err
			}
		}
	}
	return nil
}

// without are the blobs that are not among others.
func without(blobs, others []blob) []blob {
	return slices.DeleteFunc(slices.Clone(blobs), func(b blob) bool { return slices.ContainsFunc(others, b.is) })
}
