package command

import (
	"bytes"
	"crypto/x509"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"smartbank/certstore/npki"
	"smartbank/certstore/pkcs12"
	"smartbank/certstore/trust"
)

// holding is what a file or folder with a joint certificate holds.
type holding struct {
	name  string   // of the file, as it was named
	cert  []byte   // DER; nil where there is none in clear
	chain [][]byte // above it
	key   []byte   // encrypted; nil where there is none
	plain *npki.Key
	pfx   []byte // the whole file, of which cert is only what stands in clear

	beside error // why the key that stands beside the certificate cannot be read
}

// readFile reads a file whole. What is no regular file, or larger than anything we read, is refused before.
func (p *program) readFile(name string) ([]byte, error) {
	const most = 8 << 20 // a revocation list
	path := p.inFolder(name)
	if info, err := os.Stat(path); err != nil {
		return nil, p.refusedFile(name, err)
	} else if !info.Mode().IsRegular() {
		return nil, p.refusedFile(name, errRegular)
	} else if info.Size() > most {
		return nil, p.refusedFile(name, npki.ErrTooBig)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, p.refusedFile(name, err)
	}
	defer file.Close() //nolint:errcheck // it was only read
	content, err := io.ReadAll(io.LimitReader(file, most+1))
	if err != nil {
		return nil, p.refusedFile(name, err)
	}
	return content, nil
}

// hold reads a folder, certificate, key or PFX, and a key for it if one is named.
func (p *program) hold(name, keyName string) (h holding, err error) {
	h.name = name
	if info, err := os.Stat(p.inFolder(name)); err == nil && info.IsDir() {
		if err := h.readFolder(p.inFolder(name)); err != nil {
			return h, p.refusedFile(name, err)
		}
	} else {
		content, err := p.readFile(name)
		if err != nil {
			return h, err
		}
		if err := h.readContent(content, p.inFolder(name)); err != nil {
			return h, p.refusedFile(name, err)
		}
	}
	if keyName == "" {
		return h, nil
	}
	content, err := p.readFile(keyName)
	if err != nil {
		return h, err
	}
	h.key, h.plain, h.beside = nil, nil, nil // instead of the one beside it
	if err := h.readKey(content); err != nil {
		return h, p.refusedFile(keyName, err)
	}
	return h, nil
}

// readFolder reads an NPKI folder.
func (h *holding) readFolder(path string) error {
	set, err := setOf(path)
	if err != nil {
		return err
	}
	h.cert = set.Cert
	if set.Key == nil { // a file that is empty is one that is damaged
		return nil
	}
	return h.readKey(set.Key)
}

// setOf reads the folder of a certificate, or one above it that holds no other, such as NPKI itself; or a file of a pair.
func setOf(path string) (npki.Set, error) {
	set, err := npki.ReadPath(path)
	if err == nil {
		return set, nil
	}
	info, statErr := os.Stat(path)
	if statErr != nil || !info.IsDir() {
		return npki.Set{}, bare(err)
	}
	sets, _, scanErr := npki.Scan(path)
	switch {
	case scanErr != nil || len(sets) == 0:
		return npki.Set{}, bare(err)
	case len(sets) == 1:
		return sets[0], nil
	}
	several := make(severalError, len(sets))
	for i, s := range sets {
		several[i] = filepath.FromSlash(s.Folder)
	}
	return npki.Set{}, several
}

// severalError is the folders below one, where one is wanted.
type severalError []string

// Error lists them.
func (e severalError) Error() string { return "there are several: " + strings.Join(e, ", ") }

// readContent finds out what a file is.
func (h *holding) readContent(content []byte, path string) error {
	certs, err := trust.ReadCertificates(content)
	if err == nil {
		return h.readCertificates(certs, content, path)
	}
	_, inPEM, _ := keyIn(content)
	switch kind := kindOf(content); {
	case inPEM || kind == encryptedKey || kind == plainKey || kind == pkcs1Key:
		if err := h.readKey(content); err != nil {
			return err
		}
		if set, err := npki.ReadPath(path); err == nil && bytes.Equal(set.Key, content) {
			h.cert = set.Cert // beside it
		}
		return nil
	case kind == pfxKind:
		return h.readPFX(content)
	case kind == messageKind:
		return errMessage
	case kind == certificateKind || bytes.Contains(content, []byte("-----BEGIN CERTIFICATE-----")):
		return bare(err)
	}
	return errKind
}

// readCertificates takes the first of certificates, the others as those above it, and the key in the same file or beside it.
func (h *holding) readCertificates(certs []*x509.Certificate, content []byte, path string) error {
	h.cert = certs[0].Raw
	for _, c := range certs[1:] {
		h.chain = append(h.chain, c.Raw)
	}
	if _, found, _ := keyIn(content); found {
		return h.readKey(content)
	}
	set, err := npki.ReadPath(path)
	if err != nil || set.Key == nil || !bytes.Equal(set.Cert, h.cert) {
		return nil //nolint:nilerr // there is no key for it, or it cannot be read: this one was asked about
	}
	h.beside = h.readKey(set.Key)
	return nil
}

// readPFX reads what stands in a PFX in clear.
func (h *holding) readPFX(content []byte) error {
	_, plain, err := pkcs12.Inspect(content)
	if err != nil {
		return err
	}
	h.pfx = content
	if len(plain) > 0 {
		h.cert = plain[0]
	}
	return nil
}

// readKey reads a key: encrypted, in clear, or either of them in PEM.
func (h *holding) readKey(content []byte) error {
	inside, found, err := keyIn(content)
	if err != nil {
		return err
	}
	if found {
		content = inside
	}
	switch kindOf(content) {
	case plainKey:
		h.plain, err = npki.ParseKey(content)
	case pkcs1Key:
		h.plain, err = wrapped(content)
	case encryptedKey:
		h.key = content
		_, err = npki.Inspect(content)
	case unknown, certificateKind, pfxKind, messageKind:
		return errNoKey
	}
	if err != nil {
		return bare(err)
	}
	return nil
}

// bare is an error without the words before it that say who complains, and of which file.
func bare(err error) error {
	if inner := errors.Unwrap(err); inner != nil {
		return inner
	}
	return err
}

// locked reports whether there is a key that needs a password.
func (h *holding) locked() bool { return h.key != nil || h.pfx != nil }

// open opens the key with a password, which stays as it is, and takes the certificates out of a PFX.
func (h *holding) open(password []byte) (*npki.Key, error) {
	if h.pfx == nil {
		return npki.Open(h.key, password)
	}
	content, err := pkcs12.Open(h.pfx, password)
	if err != nil {
		return nil, err
	}
	h.cert, h.chain = content.Cert, content.Chain
	return content.Key, nil
}

// encryption says how the key is encrypted.
func (h *holding) encryption() (algorithm string, iterations int) {
	switch {
	case h.pfx != nil:
		if e, _, err := pkcs12.Inspect(h.pfx); err == nil {
			return e.Algorithm, e.Iterations
		}
	case h.key != nil:
		if e, err := npki.Inspect(h.key); err == nil {
			return e.Algorithm, e.Iterations
		}
	}
	return "none", 0
}
