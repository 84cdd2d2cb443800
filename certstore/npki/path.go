package npki

import (
	"bytes"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ReadPath reads a folder, a certificate file, or a key file with the certificate beside it. A certificate may be PEM. Where the other
// file of a pair is not there, it is nil: Cert of a key, Key of a certificate. Links that path itself goes through are followed, others
// are not. It returns fs.ErrNotExist and its like, ErrTooBig, or ErrFormat for what is neither.
func ReadPath(path string) (Set, error) {
	set, err := readPath(path)
	if err != nil {
		return Set{}, fmt.Errorf("npki: read %q: %w", path, plain(err))
	}
	return set, nil
}

func readPath(path string) (Set, error) {
	resolved, err := filepath.EvalSymlinks(path)
	if err != nil {
		return Set{}, err
	}
	info, err := os.Stat(resolved)
	if err != nil {
		return Set{}, err
	}
	dir, name := filepath.Dir(resolved), filepath.Base(resolved)
	if info.IsDir() {
		dir = resolved
	}
	r, err := os.OpenRoot(dir)
	if err != nil {
		return Set{}, err
	}
	defer r.Close() //nolint:errcheck // nothing was written through it that is not synced
	if info.IsDir() {
		return readSet(r, ".")
	}
	return readPair(r, name)
}

// readPair reads a certificate or a key, and what belongs to it from the same folder.
func readPair(r *os.Root, name string) (s Set, err error) {
	data, err := read(r, name, MaxKey)
	if err != nil {
		return Set{}, err
	}
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	_, err = parseEnvelope(data)
	if err == nil {
		s.Key = data
		s.Cert, err = beside(r, name, MaxCertificate, pairs[strings.ToLower(name)], stem+".der", signCert)
		return s, err
	}
	if block, _ := pem.Decode(data); block != nil && block.Type == "CERTIFICATE" {
		data = block.Bytes
	}
	if len(data) > MaxCertificate {
		return Set{}, fmt.Errorf("%w: %d bytes", ErrTooBig, len(data))
	}
	if parsed, failed := x509.ParseCertificate(data); failed != nil || !bytes.Equal(parsed.Raw, data) {
		if errors.Is(err, ErrTooBig) {
			return Set{}, err
		}
		return Set{}, fmt.Errorf("%w: and no certificate", ErrFormat)
	}
	s.Cert = data
	s.Key, err = beside(r, name, MaxKey, pairs[strings.ToLower(name)], stem+".key")
	return s, err
}

// pairs are the names that belong to each other, in lower case.
var pairs = map[string]string{
	strings.ToLower(signCert): signKey,
	strings.ToLower(signKey):  signCert,
	strings.ToLower(kmCert):   kmKey,
	strings.ToLower(kmKey):    kmCert,
}

// beside reads the first of names that is there, in any case, and is not the file itself; nil if none is.
func beside(r *os.Root, itself string, limit int64, names ...string) ([]byte, error) {
	entries, err := list(r, ".")
	if err != nil {
		if errors.Is(err, ErrTooBig) || errors.Is(err, fs.ErrPermission) {
			return nil, nil // a file by itself
		}
		return nil, err
	}
	for _, want := range names {
		if name, found := pick(entries, want); found && name != itself {
			return read(r, name, limit)
		}
	}
	return nil, nil
}
