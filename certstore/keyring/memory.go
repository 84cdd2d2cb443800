package keyring

import (
	"bytes"
	"context"
	"sync"
)

// Memory is a keyring that is gone with the program: for tapes, tests and kiosks. It may be used from several goroutines.
type Memory struct {
	mu    sync.Mutex
	items map[string][]byte
}

// NewMemory returns an empty keyring in memory.
func NewMemory() *Memory { return &Memory{items: map[string][]byte{}} }

// Get returns a copy of the value of a name, or ErrNotFound.
func (m *Memory) Get(ctx context.Context, name string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := checkName(WhereMemory, name); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	value, ok := m.items[name]
	if !ok {
		return nil, ErrNotFound
	}
	return bytes.Clone(value), nil
}

// Set keeps a copy of a value. One over MaxValue is an *UnavailableError, as in every keyring.
func (m *Memory) Set(ctx context.Context, name string, value []byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := checkItem(WhereMemory, name, value); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	clear(m.items[name])
	m.items[name] = bytes.Clone(value)
	return nil
}

// Delete wipes a value and forgets it.
func (m *Memory) Delete(ctx context.Context, name string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := checkName(WhereMemory, name); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	clear(m.items[name])
	delete(m.items, name)
	return nil
}
