package keyring

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
)

// FileOptions are what a file keyring takes from outside.
type FileOptions struct {
	Rand io.Reader
	Cost Cost // of a new file; zero means ProgramCost. A file that is there keeps its own
}

// File is a keyring in one file that is sealed with a passphrase: for machines that have none of their own, and only where the customer says so.
// The key is argon2id's (RFC 9106) of the passphrase, the seal XChaCha20-Poly1305 over all that is in it. Each change
// replaces the file whole, 0600, in one step; a lock beside it keeps other processes out meanwhile.
type File struct {
	path string
	rand io.Reader
	cost Cost

	mu         sync.Mutex
	passphrase []byte // until there is a file to derive from
	header     header // of the file the key was derived for
	key        []byte
	generation int64 // the newest that was seen: an older one is not ours any more
}

// OpenFile opens the keyring in the file at path, or one that the first Set will make there. The passphrase is kept until Close; the caller's is
// left as it is. A wrong passphrase is an *UnavailableError with the reason WrongPass, a file that is none, or was changed, with Damaged.
func OpenFile(path string, passphrase []byte, o FileOptions) (*File, error) {
	if o.Cost == (Cost{}) {
		o.Cost = ProgramCost
	}
	f := &File{path: path, rand: o.Rand, cost: o.Cost, passphrase: bytes.Clone(passphrase)}
	if _, err := f.read(); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// Close wipes the passphrase and the key. The keyring is of no use after.
func (f *File) Close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	clear(f.passphrase)
	clear(f.key)
	f.passphrase, f.key, f.header = nil, nil, header{}
}

// Get returns the value of a name, or ErrNotFound.
func (f *File) Get(ctx context.Context, name string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := checkName(WhereFile, name); err != nil {
		return nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	items, err := f.read()
	if err != nil {
		return nil, err
	}
	defer wipe(items)
	value, ok := items[name]
	if !ok {
		return nil, ErrNotFound
	}
	return bytes.Clone(value), nil
}

// Set keeps a value of at most MaxValue bytes: it is on the disk when Set returns.
func (f *File) Set(ctx context.Context, name string, value []byte) error {
	if err := checkItem(WhereFile, name, value); err != nil {
		return err
	}
	return f.change(ctx, func(items map[string][]byte) bool {
		clear(items[name])
		items[name] = bytes.Clone(value)
		return true
	})
}

// Delete forgets a value; one that is not there is no error.
func (f *File) Delete(ctx context.Context, name string) error {
	if err := checkName(WhereFile, name); err != nil {
		return err
	}
	return f.change(ctx, func(items map[string][]byte) bool {
		value, ok := items[name]
		clear(value)
		delete(items, name)
		return ok
	})
}

// change reads the file, changes what is in it and replaces it, unless nothing is to change.
func (f *File) change(ctx context.Context, edit func(items map[string][]byte) (changed bool)) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	unlock, err := Lock(ctx, f.path+".lock")
	if err != nil {
		return err
	}
	defer unlock()
	items, err := f.read()
	if err != nil {
		return err
	}
	defer wipe(items)
	if !edit(items) {
		return nil
	}
	return f.write(items)
}

var (
	errClosed = errors.New("the keyring was closed")
	errOlder  = errors.New("the file is older than it was before")
)

// read reads what is in the file: nothing where there is none.
func (f *File) read() (map[string][]byte, error) {
	if f.passphrase == nil {
		return nil, &UnavailableError{Denied, WhereFile, errClosed}
	}
	content, err := readCapped(f.path)
	if errors.Is(err, fs.ErrNotExist) && f.generation == 0 {
		return map[string][]byte{}, nil
	}
	if err != nil {
		return nil, fileError(err)
	}
	h, sealed, err := parseVault(content)
	if err != nil {
		return nil, &UnavailableError{Damaged, WhereFile, err}
	}
	if f.key == nil || h != f.header { // the first time, or another file was put there
		clear(f.key)
		f.key, f.header = h.cost.Derive(f.passphrase, h.salt[:]), h
	}
	generation, items, err := openVault(f.key, h, sealed)
	switch {
	case errors.Is(err, errSeal):
		return nil, &UnavailableError{WrongPass, WhereFile, err}
	case err != nil:
		return nil, &UnavailableError{Damaged, WhereFile, err}
	case generation < f.generation:
		wipe(items)
		return nil, &UnavailableError{Damaged, WhereFile, errOlder}
	}
	f.generation = generation
	return items, nil
}

// write replaces the file.
func (f *File) write(items map[string][]byte) error {
	if f.key == nil {
		h := header{cost: f.cost}
		if err := h.cost.Check(); err != nil {
			return &UnavailableError{Denied, WhereFile, err}
		}
		if _, err := io.ReadFull(f.rand, h.salt[:]); err != nil {
			return &UnavailableError{Denied, WhereFile, err}
		}
		f.key, f.header = h.cost.Derive(f.passphrase, h.salt[:]), h
	}
	content, err := sealVault(f.key, f.header, f.generation+1, items, f.rand)
	if err != nil {
		return &UnavailableError{Denied, WhereFile, err}
	}
	if err := replaceFile(f.path, content); err != nil {
		return fileError(err)
	}
	f.generation++
	return nil
}

// replaceFile puts content in the place of the file at path in one step: it is whole before and after a crash. What was left of a
// crash is overwritten by the next one, whose name it has.
func replaceFile(path string, content []byte) (err error) {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	beside := path + ".new"
	if err := os.Remove(beside); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	file, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(err, os.Remove(beside))
	}
	if err := os.Rename(beside, path); err != nil {
		return errors.Join(err, os.Remove(beside))
	}
	return syncFolder(folder)
}

// mostVault is more than any keyring file: some hundred items.
const mostVault = 4 << 20

var errVaultSize = errors.New("too big for a keyring file")

// readCapped reads a regular file of at most mostVault bytes.
func readCapped(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	content, err := io.ReadAll(io.LimitReader(file, mostVault+1))
	if err == nil && len(content) > mostVault {
		err = errVaultSize
	}
	return content, err
}

// fileError gives an error of the file system its type.
func fileError(err error) error {
	reason := Denied
	switch {
	case errors.Is(err, syscall.ENOSPC):
		reason = NoRoom
	case errors.Is(err, errVaultSize), errors.Is(err, fs.ErrNotExist):
		reason = Damaged
	}
	return &UnavailableError{reason, WhereFile, err}
}

// wipe clears values.
func wipe(items map[string][]byte) {
	for _, value := range items {
		clear(value)
	}
}

// sortedNames are the names of items in their order.
func sortedNames(items map[string][]byte) []string { return slices.Sorted(maps.Keys(items)) }
