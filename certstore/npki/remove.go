package npki

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
)

// Remove removes a set that Scan found, and the folder if nothing else is in it; what a crash of Write left of it goes too. A PFX that
// lies in it stays. It is an error if the folder holds another certificate by now.
func Remove(root string, s Set) error {
	if err := remove(root, s); err != nil {
		return fmt.Errorf("npki: remove set: %w", plain(err))
	}
	return nil
}

func remove(root string, s Set) error {
	where, err := location(s)
	if err != nil {
		return err
	}
	r, err := os.OpenRoot(root)
	if err != nil {
		return err
	}
	defer r.Close() //nolint:errcheck // nothing was written through it that is not synced
	have, err := readSet(r, where)
	if err != nil {
		return err
	}
	if !bytes.Equal(have.Cert, s.Cert) {
		return errors.New("the folder holds another certificate")
	}
	if err := strip(r, where); err != nil {
		return err
	}
	w := writer{root: r, parent: path.Dir(where), name: path.Base(where), step: func() {}}
	return w.sweep(false)
}

// strip removes the files of a set from its folder, the keys before the certificates, and the folder if nothing else is in it.
func strip(r *os.Root, dir string) error {
	entries, err := list(r, dir)
	if err != nil {
		return err
	}
	left := 0
	for _, entry := range slices.Backward(entries) {
		if _, ours := pairs[strings.ToLower(entry.Name())]; !ours {
			left++
			continue
		}
		if err := r.Remove(path.Join(dir, entry.Name())); err != nil {
			return err
		}
	}
	if left > 0 {
		return nil
	}
	return r.Remove(dir)
}
