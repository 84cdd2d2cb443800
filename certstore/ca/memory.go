package ca

import (
	"bytes"
	"context"
	"slices"
	"sync"
	"time"
)

// Memory are records that are forgotten with the program, for authorities whose
// bank does not matter: those of other institutes, and of tests.
type Memory struct {
	mu        sync.Mutex
	keys      []byte
	approvals map[string]memoryApproval
	records   []*Record
}

type memoryApproval struct {
	Approval

	code, identity []byte
}

// NewMemory returns records that hold nothing.
func NewMemory() *Memory { return &Memory{approvals: map[string]memoryApproval{}} }

// Approve lets a reference number and code stand for an approval, for whom has an
// identity number.
func (m *Memory) Approve(reference string, code, identity []byte, a Approval) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.approvals[reference] = memoryApproval{a, bytes.Clone(code), bytes.Clone(identity)}
}

// Fill adds records as they are.
func (m *Memory) Fill(records []Record) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, r := range records {
		m.records = append(m.records, &r)
	}
}

// Keys implements [Records].
func (m *Memory) Keys(context.Context) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return bytes.Clone(m.keys), nil
}

// KeepKeys implements [Records].
func (m *Memory) KeepKeys(_ context.Context, keys []byte) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.keys == nil {
		m.keys = bytes.Clone(keys)
	}
	return bytes.Clone(m.keys), nil
}

// Approved implements [Records].
func (m *Memory) Approved(_ context.Context, reference string, code, identity []byte) (Approval, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	a, found := m.approvals[reference]
	switch {
	case !found || !bytes.Equal(a.code, code):
		return Approval{}, &RefusedError{Reason: BadApproval}
	case !bytes.Equal(a.identity, identity):
		return Approval{}, &RefusedError{Reason: BadIdentity}
	}
	for _, r := range m.records {
		if r.Order == a.Order && slices.ContainsFunc(r.Changes, Change.accepted) {
			return Approval{}, &RefusedError{Reason: BadApproval}
		}
	}
	return a.Approval, nil
}

// accepted reports whether a step made a certificate good.
func (c Change) accepted() bool { return c.Status == Good }

// Count implements [Records].
func (m *Memory) Count(_ context.Context, of Name) (n int, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, r := range m.records {
		if r.Institute == of {
			n++
		}
	}
	return n, nil
}

// Add implements [Records].
func (m *Memory) Add(_ context.Context, r Record, at time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, old := range m.records {
		if old.Order == r.Order && old.last() == Pending {
			old.Changes = append(old.Changes, Change{Revoked, Superseded, at})
		}
	}
	r.Changes = []Change{{Status: Pending, At: at}}
	m.records = append(m.records, &r)
	return nil
}

func (r Record) last() Status { return r.Changes[len(r.Changes)-1].Status }

// Accept implements [Records].
func (m *Memory) Accept(_ context.Context, of Name, serial string, at time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	r := m.find(of, serial)
	switch {
	case r == nil:
		return &RefusedError{Reason: NoSuch}
	case r.last() == Revoked:
		return &RefusedError{Reason: IsRevoked}
	case r.last() != Pending:
		return nil
	}
	r.Changes = append(r.Changes, Change{Status: Good, At: at})
	if old := m.find(of, r.Replaces); old != nil && old.last() != Revoked {
		old.Changes = append(old.Changes, Change{Revoked, Superseded, at})
	}
	return nil
}

// Change implements [Records].
func (m *Memory) Change(_ context.Context, of Name, serial string, c Change) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	r := m.find(of, serial)
	switch {
	case r == nil:
		return &RefusedError{Reason: NoSuch}
	case !r.last().mayBecome(c.Status):
		if r.last() == Revoked {
			return &RefusedError{Reason: IsRevoked}
		}
		return &RefusedError{Reason: WrongStatus}
	}
	r.Changes = append(r.Changes, c)
	return nil
}

// mayBecome reports whether a step is one.
func (s Status) mayBecome(next Status) bool {
	switch s {
	case Pending:
		return next == Good || next == Revoked
	case Good:
		return next == Suspended || next == Revoked
	case Suspended:
		return next == Good || next == Revoked
	default:
		return false
	}
}

// Find implements [Records].
func (m *Memory) Find(_ context.Context, of Name, serial string) (Record, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if r := m.find(of, serial); r != nil {
		return r.clone(), nil
	}
	return Record{}, &RefusedError{Reason: NoSuch}
}

func (m *Memory) find(of Name, serial string) *Record {
	for _, r := range m.records {
		if r.Institute == of && r.Serial == serial {
			return r
		}
	}
	return nil
}

func (r Record) clone() Record {
	r.Changes = slices.Clone(r.Changes)
	return r
}

// OfOrder implements [Records].
func (m *Memory) OfOrder(_ context.Context, order string) ([]Record, error) {
	return m.those(func(r *Record) bool { return r.Order == order }), nil
}

// Touched implements [Records].
func (m *Memory) Touched(_ context.Context, of Name) ([]Record, error) {
	return m.those(func(r *Record) bool {
		return r.Institute == of && slices.ContainsFunc(r.Changes, func(c Change) bool { return c.Status == Revoked || c.Status == Suspended })
	}), nil
}

func (m *Memory) those(wanted func(*Record) bool) []Record {
	m.mu.Lock()
	defer m.mu.Unlock()
	var found []Record
	for _, r := range m.records {
		if wanted(r) {
			found = append(found, r.clone())
		}
	}
	return found
}
