package npki

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"runtime"
	"slices"
	"strings"
	"syscall"
)

// Set is what one NPKI folder holds: a certificate and its encrypted key for signing, and where there is one the pair for
// key exchange (kmCert, kmPri).
type Set struct {
	CA     string // the authority's folder: yessign, SignKorea, KICA, CrossCert, TradeSign, NCASign; "" is the o of the issuer
	Folder string // the certificate's folder, relative to the root, with slashes: yessign/USER/cn=…; "" is made from the names
	Cert   []byte // signCert.der
	Key    []byte // signPri.key, encrypted

	ExchangeCert, ExchangeKey []byte // nil where there are none
}

// The names in NPKI folders, which are found in any case and written in this one.
const (
	userFolder = "USER"
	signCert   = "signCert.der"
	signKey    = "signPri.key"
	kmCert     = "kmCert.der"
	kmKey      = "kmPri.key"
)

// The most that Scan looks at: entries of one folder, and folders in all. Its memory stays under 200 MB.
const (
	maxEntries = 1000
	maxFolders = 1000
)

// Scan reads every set below an NPKI folder, whatever the case of names. Folders that hold none, or one that cannot be
// read, are told in skipped, which is never a reason to fail: links, what is no regular file, what is too big. err is only that root
// is no folder that can be read.
func Scan(root string) (sets []Set, skipped []error, err error) {
	r, err := os.OpenRoot(root)
	if err != nil {
		return nil, nil, fmt.Errorf("npki: scan: %w", plain(err))
	}
	defer r.Close() //nolint:errcheck // nothing was written through it that is not synced
	s := scanner{root: r}
	authorities, err := list(r, ".")
	if err != nil {
		return nil, nil, fmt.Errorf("npki: scan: %w", err)
	}
	for _, authority := range authorities {
		if authority.IsDir() && !strings.HasPrefix(authority.Name(), ".") {
			s.authority(authority.Name())
		}
	}
	return s.sets, s.skipped, nil
}

// scanner collects what Scan finds.
type scanner struct {
	root    *os.Root
	sets    []Set
	skipped []error
	folders int
}

// skip tells of a folder. Its name, which may hold anything, is quoted.
func (s *scanner) skip(dir string, err error) {
	s.skipped = append(s.skipped, fmt.Errorf("npki: skip %q: %w", dir, err))
}

// authority reads the folders of one authority.
func (s *scanner) authority(name string) {
	entries, err := list(s.root, name)
	if err != nil {
		s.skip(name, err)
		return
	}
	users := 0
	for _, entry := range entries {
		if strings.EqualFold(entry.Name(), userFolder) && entry.IsDir() {
			s.user(name, path.Join(name, entry.Name()))
			users++
		}
	}
	if users == 0 {
		s.skip(name, errors.New("it has no folder USER"))
	}
}

// user reads the sets of one authority. One that a crash left under another name is read if it has none under its own.
func (s *scanner) user(authority, dir string) {
	entries, err := list(s.root, dir)
	if err != nil {
		s.skip(dir, err)
		return
	}
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), ".") && !isOrphan(entry.Name(), entries) {
			continue
		}
		holder := path.Join(dir, entry.Name())
		if !entry.IsDir() {
			if entry.Type()&fs.ModeSymlink != 0 {
				s.skip(holder, errLink)
			}
			continue
		}
		if s.folders++; s.folders > maxFolders {
			s.skip(holder, fmt.Errorf("%w: over %d folders", ErrTooBig, maxFolders))
			return
		}
		set, err := readSet(s.root, holder)
		if err != nil {
			s.skip(holder, err)
			continue
		}
		set.CA, set.Folder = authority, holder
		s.sets = append(s.sets, set)
	}
}

var (
	errLink    = errors.New("it is a link")
	errRegular = errors.New("it is no regular file")
)

// readSet reads the set of one folder.
func readSet(r *os.Root, dir string) (s Set, err error) {
	entries, err := list(r, dir)
	if err != nil {
		return Set{}, err
	}
	for _, file := range []struct {
		name     string
		limit    int64
		into     *[]byte
		required bool
	}{
		{signCert, MaxCertificate, &s.Cert, true},
		{signKey, MaxKey, &s.Key, true},
		{kmCert, MaxCertificate, &s.ExchangeCert, false},
		{kmKey, MaxKey, &s.ExchangeKey, false},
	} {
		name, found := pick(entries, file.name)
		if !found && file.required {
			return Set{}, fmt.Errorf("it has no %s", file.name)
		}
		if !found {
			continue
		}
		if *file.into, err = read(r, path.Join(dir, name), file.limit); err != nil {
			return Set{}, fmt.Errorf("%s: %w", file.name, err)
		}
	}
	if s.ExchangeCert == nil || s.ExchangeKey == nil { // one without the other is of no use
		s.ExchangeCert, s.ExchangeKey = nil, nil
	}
	return s, nil
}

// pick finds a name in any case; as it is spelled here before others.
func pick(entries []fs.DirEntry, want string) (name string, found bool) {
	for _, entry := range entries {
		if entry.Name() == want {
			return want, true
		}
		if !found && strings.EqualFold(entry.Name(), want) {
			name, found = entry.Name(), true
		}
	}
	return name, found
}

// list reads a folder, in the order of names.
func list(r *os.Root, dir string) ([]fs.DirEntry, error) {
	f, err := open(r, dir)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it was only read
	entries, err := f.ReadDir(maxEntries + 1)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, plain(err)
	}
	if len(entries) > maxEntries {
		return nil, fmt.Errorf("%w: over %d entries", ErrTooBig, maxEntries)
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// read reads a regular file of at most limit bytes.
func read(r *os.Root, name string, limit int64) ([]byte, error) {
	info, err := r.Lstat(name)
	if err != nil {
		return nil, plain(err)
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		return nil, errLink
	}
	if !info.Mode().IsRegular() {
		return nil, errRegular
	}
	f, err := open(r, name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it was only read
	opened, err := f.Stat()
	if err != nil {
		return nil, plain(err)
	}
	if !os.SameFile(info, opened) { // it was changed for a link, or for something else, between the two calls
		return nil, errRegular
	}
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, plain(err)
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("%w: over %d bytes", ErrTooBig, limit)
	}
	return data, nil
}

// open opens a file or folder for reading, which a FIFO in its place cannot make wait.
func open(r *os.Root, name string) (*os.File, error) {
	flags := os.O_RDONLY
	if runtime.GOOS != "windows" {
		flags |= syscall.O_NONBLOCK
	}
	f, err := r.OpenFile(name, flags, 0)
	return f, plain(err)
}

// plain is an error of package os without the path in it, which may hold characters that a terminal obeys.
func plain(err error) error {
	if pathError, ok := errors.AsType[*fs.PathError](err); ok {
		return pathError.Err
	}
	if linkError, ok := errors.AsType[*os.LinkError](err); ok {
		return linkError.Err
	}
	return err
}
