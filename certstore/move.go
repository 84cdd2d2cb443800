package certstore

import (
	"bytes"
	"context"
	"encoding/asn1"
	"errors"
	"fmt"
	"slices"

	"smartbank/certstore/keyring"
)

// movingName is the item that a store has while what it keeps is being moved: the IDs that the other store is given. As long as it is there,
// what the other store has under these IDs is a copy that nobody has used.
const movingName = "moving"

// moving is the item of that name.
type moving struct{ IDs [][]byte }

// ErrLeft is returned by [Store.Move] where everything was moved and is in use there, but copies could not be removed from the old place, with the
// reason. They are sealed, and [Store.FinishMove] removes them.
var ErrLeft = errors.New("the certificates were moved, and copies are left at the old place")

// Move moves everything that s keeps to another store, as it is sealed, without any password: it copies, reads again what it wrote, lets
// switched say that the other store is the one from now on, and only then removes what s has. After an error other than ErrLeft, and after the death
// of the process before switched is done, s is whole and the one; after that the other one is. A move that was broken off is
// begun again with Move, or if switched was done ended with [Store.FinishMove].
//
// What the other store keeps besides stays there. It returns ErrFull if there is no room for all, and ErrChanged if another program changed s all
// the while.
func (s *Store) Move(ctx context.Context, to *Store, switched func() error) error {
	var moved []record
	for attempt := range attempts {
		is, err := s.announce(ctx)
		if err == nil {
			moved, err = is.records, to.receive(ctx, s, is)
		}
		if err == nil {
			err = s.unchanged(ctx, is)
		}
		if errors.Is(err, ErrChanged) && attempt < attempts-1 {
			continue
		}
		if err == nil {
			err = switched()
		}
		if err != nil {
			s.callOff(context.WithoutCancel(ctx), to, is.records)
			return err
		}
		break
	}
	ctx = context.WithoutCancel(ctx)
	if err := errors.Join(to.settle(ctx, moved), s.FinishMove(ctx)); err != nil {
		return fmt.Errorf("%w: %w", ErrLeft, err)
	}
	return nil
}

// FinishMove removes what a move left at the old place that was broken off after the other store had become the one. Without such a move it does
// nothing.
func (s *Store) FinishMove(ctx context.Context) error {
	ids, err := s.beingMoved(ctx)
	if err != nil || ids == nil {
		return err
	}
	err = s.change(ctx, func(is state) (next, error) {
		return is.but(is.named(ids)...), nil
	})
	if err != nil {
		return err
	}
	if err := s.clear(ctx, true); err != nil {
		return err
	}
	return s.keyring.Delete(ctx, movingName)
}

// Moving reports whether a move from s was begun and not ended.
func (s *Store) Moving(ctx context.Context) (bool, error) {
	ids, err := s.beingMoved(ctx)
	return ids != nil, err
}

// beingMoved are the IDs of a move from s that was not ended; nil without one.
func (s *Store) beingMoved(ctx context.Context) ([][]byte, error) {
	der, err := s.keyring.Get(ctx, movingName)
	if errors.Is(err, keyring.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	m, err := decode[moving](der)
	if err != nil {
		return [][]byte{}, nil //nolint:nilerr // it names nothing then; what it stood for is overwritten
	}
	return append([][]byte{}, m.IDs...), nil
}

// named are the records with IDs.
func (is state) named(ids [][]byte) []record {
	var some []record
	for _, r := range is.records {
		if slices.ContainsFunc(ids, func(id []byte) bool { return bytes.Equal(id, r.ID) }) {
			some = append(some, r)
		}
	}
	return some
}

// announce notes what is about to be moved, and returns what s has. What an earlier move to the same place named stays named: it
// may have left copies there.
func (s *Store) announce(ctx context.Context) (state, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	unlock, err := s.exclude(ctx)
	if err != nil {
		return state{}, err
	}
	defer unlock()
	is, err := s.load(ctx)
	if err != nil {
		return state{}, err
	}
	ids, err := s.beingMoved(ctx)
	if err != nil {
		return state{}, err
	}
	for _, r := range is.records {
		if !slices.ContainsFunc(ids, func(id []byte) bool { return bytes.Equal(id, r.ID) }) {
			ids = append(ids, r.ID)
		}
	}
	if len(ids) > 2*maxCertificates {
		return state{}, ErrFull
	}
	der, err := asn1.Marshal(moving{ids})
	if err != nil {
		return state{}, fmt.Errorf("encode what is moved: %w", err)
	}
	return is, s.keyring.Set(ctx, movingName, der)
}

// receive keeps copies of what another store has in one step, in place of those that moves left here which were broken off: of one to here, and
// of one from here.
func (s *Store) receive(ctx context.Context, from *Store, was state) error {
	contents, err := from.copies(ctx, was)
	if err != nil {
		return err
	}
	stale, err := from.beingMoved(ctx)
	if err != nil {
		return err
	}
	left, err := s.beingMoved(ctx)
	if err != nil {
		return err
	}
	err = s.change(ctx, func(is state) (next, error) {
		will := is.but(is.named(append(stale, left...))...)
		for i, r := range was.records {
			shown, err := newContent(contents[2*i], s.rand)
			if err != nil {
				return next{}, err
			}
			locked, err := newContent(contents[2*i+1], s.rand)
			if err != nil {
				return next{}, err
			}
			r.Certificates, r.Sealed = shown.blob, locked.blob
			will.records = append(will.records, r)
			will.fresh = append(will.fresh, shown, locked)
			if n := was.tried(r); n > 0 {
				will.tries = append(will.tries, tries{r.ID, n})
			}
		}
		if len(will.records) > maxCertificates {
			return next{}, ErrFull
		}
		return will, nil
	})
	if err == nil && left != nil {
		err = s.keyring.Delete(ctx, movingName)
	}
	return err
}

// copies are the certificates and the sealed keys of every record, in turn.
func (s *Store) copies(ctx context.Context, is state) ([][]byte, error) {
	var all [][]byte
	for _, r := range is.records {
		for _, b := range []blob{r.Certificates, r.Sealed} {
			value, err := s.read(ctx, b)
			if err != nil {
				return nil, err
			}
			all = append(all, value)
		}
	}
	return all, nil
}

// callOff takes back what was copied. What cannot be taken back stays named, and the next move sees to it.
func (s *Store) callOff(ctx context.Context, to *Store, copied []record) {
	var ids [][]byte
	for _, r := range copied {
		ids = append(ids, r.ID)
	}
	err := to.change(ctx, func(is state) (next, error) { return is.but(is.named(ids)...), nil })
	if err == nil {
		s.keyring.Delete(ctx, movingName) //nolint:errcheck,gosec // as above
	}
}

// settle removes what s had of the same certificates before they were moved here, under other names and perhaps passwords.
func (s *Store) settle(ctx context.Context, moved []record) error {
	return s.change(ctx, func(is state) (next, error) {
		var twice []record
		for _, r := range is.records {
			same := func(m record) bool { return bytes.Equal(m.Certificates.SHA256, r.Certificates.SHA256) }
			if i := slices.IndexFunc(moved, same); i >= 0 && !bytes.Equal(moved[i].ID, r.ID) {
				twice = append(twice, r)
			}
		}
		return is.but(twice...), nil
	})
}
