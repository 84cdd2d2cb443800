package npki

import (
	"bytes"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"

	"smartbank/certstore/dn"
)

// Write writes a set below an NPKI folder, whole or not at all: new folders are for their owner alone, files 0600. A set of the same name is replaced;
// what else lies in its folder stays. A set whose key is not encrypted, a folder that dn.SafeFolder refuses, and one that holds the
// certificate of somebody else are errors.
//
// A folder cannot be replaced in one step on every platform. Of a crash between the two renames that it takes, the old set is left under
// another name, where Scan finds it.
func Write(root string, s Set) error {
	if err := write(root, s, func() {}); err != nil {
		return fmt.Errorf("npki: write set: %w", plain(err))
	}
	return nil
}

// write is Write; it calls step between all of its steps.
func write(root string, s Set, step func()) error {
	subject, err := checkSet(s)
	if err != nil {
		return err
	}
	where, err := location(s)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(root, 0o700); err != nil {
		return err
	}
	r, err := os.OpenRoot(root)
	if err != nil {
		return err
	}
	defer r.Close() //nolint:errcheck // nothing was written through it that is not synced
	w := writer{root: r, step: step}
	if err := w.enter(path.Dir(where)); err != nil {
		return err
	}
	if err := w.aim(path.Base(where), subject); err != nil {
		return err
	}
	return w.replace(s)
}

// writer replaces one folder.
type writer struct {
	root   *os.Root
	parent string // there, relative to root
	name   string // of the folder to replace, in parent
	there  bool   // it is there already
	step   func()
}

// enter finds a folder, whatever the case of names, and makes what is not there.
func (w *writer) enter(dir string) error {
	w.parent = "."
	for name := range strings.SplitSeq(dir, "/") {
		if name == "." {
			continue
		}
		found, there, err := w.find(name)
		if err != nil {
			return err
		}
		if !there {
			w.step()
			if err := w.root.Mkdir(path.Join(w.parent, found), 0o700); err != nil {
				return err
			}
			if err := syncFolder(w.root, w.parent); err != nil {
				return err
			}
		}
		w.parent = path.Join(w.parent, found)
	}
	return nil
}

// find finds a folder in parent, whatever the case of its name. One that is not there must have a safe name.
func (w *writer) find(name string) (found string, there bool, err error) {
	entries, err := list(w.root, w.parent)
	if err != nil {
		return "", false, err
	}
	entries = slices.DeleteFunc(entries, func(entry fs.DirEntry) bool { return !entry.IsDir() })
	if found, there = pick(entries, name); there {
		return found, true, nil
	}
	return name, false, dn.SafeFolder(name)
}

// aim chooses the folder to replace, and sees to it that it does not hold somebody else's certificate: names with commas in them can have
// the same folder.
func (w *writer) aim(name string, subject []byte) (err error) {
	if w.name, w.there, err = w.find(name); err != nil || !w.there {
		return err
	}
	have, err := readSet(w.root, path.Join(w.parent, w.name))
	if err != nil {
		return nil //nolint:nilerr // what cannot be read is replaced
	}
	if other, err := x509.ParseCertificate(have.Cert); err == nil && !bytes.Equal(other.RawSubject, subject) {
		return errors.New("the folder holds the certificate of somebody else")
	}
	return nil
}

// replace writes the set beside the folder, and then changes the names.
func (w *writer) replace(s Set) error {
	fresh, old, final := w.beside("new"), w.beside("old"), path.Join(w.parent, w.name)
	if err := w.fill(fresh, s); err != nil {
		w.root.RemoveAll(fresh) //nolint:errcheck,gosec // the first error is the one to tell
		return err
	}
	w.step()
	if w.there {
		if err := w.root.Rename(final, old); err != nil {
			w.root.RemoveAll(fresh) //nolint:errcheck,gosec // the first error is the one to tell
			return err
		}
	}
	w.step()
	if err := w.root.Rename(fresh, final); err != nil {
		if w.there {
			err = errors.Join(err, w.root.Rename(old, final))
		}
		w.root.RemoveAll(fresh) //nolint:errcheck,gosec // the first error is the one to tell
		return err
	}
	w.step()
	if err := syncFolder(w.root, w.parent); err != nil {
		return err
	}
	return w.sweep(true)
}

// fill writes the files of a set into a new folder, down to the disk.
func (w *writer) fill(dir string, s Set) error {
	w.step()
	if err := w.root.Mkdir(dir, 0o700); err != nil {
		return err
	}
	for _, file := range []struct {
		name string
		data []byte
	}{{signCert, s.Cert}, {signKey, s.Key}, {kmCert, s.ExchangeCert}, {kmKey, s.ExchangeKey}} {
		if file.data == nil {
			continue
		}
		w.step()
		if err := writeFile(w.root, path.Join(dir, file.name), file.data); err != nil {
			return err
		}
	}
	w.step()
	return syncFolder(w.root, dir)
}

// writeFile writes a new file, down to the disk.
func writeFile(r *os.Root, name string, data []byte) error {
	f, err := r.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// serial tells the folders of several writers in one process from each other.
var serial atomic.Uint64

// beside is a new name for a folder in parent that belongs to the one that is replaced.
func (w *writer) beside(kind string) string {
	return path.Join(w.parent, fmt.Sprintf("%s%d-%d", mark(kind, w.name), os.Getpid(), serial.Add(1)))
}

// mark is how the names of folders begin that were made to replace the folder with a name. It is hashed to stay short.
func mark(kind, name string) string {
	sum := sha256.Sum256([]byte(name))
	return "." + kind + "-" + hex.EncodeToString(sum[:8]) + "-"
}

// isOrphan reports whether a folder is the old one of a set that has no folder now.
func isOrphan(name string, entries []fs.DirEntry) bool {
	return strings.HasPrefix(name, ".old-") && !slices.ContainsFunc(entries, func(other fs.DirEntry) bool {
		return strings.HasPrefix(name, mark("old", other.Name()))
	})
}

// sweep removes what this writer and others that crashed left beside the folder. If keep is set, files of the old
// folder that are not of the set are moved to the new one first.
func (w *writer) sweep(keep bool) error {
	entries, err := list(w.root, w.parent)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		left := path.Join(w.parent, entry.Name())
		old := strings.HasPrefix(entry.Name(), mark("old", w.name))
		if !old && !strings.HasPrefix(entry.Name(), mark("new", w.name)) {
			continue
		}
		w.step()
		if old && keep {
			if err := w.move(left); err != nil {
				return err
			}
		}
		w.step()
		if err := strip(w.root, left); err != nil {
			return err
		}
	}
	return syncFolder(w.root, w.parent)
}

// move moves the files that are not of the set from an old folder to the new one. What is there already stays as it is.
func (w *writer) move(old string) error {
	entries, err := list(w.root, old)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if _, ours := pairs[strings.ToLower(entry.Name())]; ours {
			continue
		}
		target := path.Join(w.parent, w.name, entry.Name())
		if _, err := w.root.Lstat(target); err == nil {
			continue
		}
		if err := w.root.Rename(path.Join(old, entry.Name()), target); err != nil {
			return err
		}
	}
	return nil
}

// syncFolder writes a folder down to the disk, where the platform and the file system can.
func syncFolder(r *os.Root, dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := open(r, dir)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		err = nil
	}
	return errors.Join(err, f.Close())
}
