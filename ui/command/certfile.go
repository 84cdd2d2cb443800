package command

import (
	"bytes"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"os"

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
}

// errKind is told of what is no file that could hold a certificate.
var errKind = errors.New("not a file with a certificate in it")

// readFile reads a file whole. What is no regular file, or larger than anything we read, is refused before.
func (p *program) readFile(name string) ([]byte, error) {
	const most = 8 << 20 // a revocation list
	path := p.inFolder(name)
	if info, err := os.Stat(path); err != nil {
		return nil, p.refusedFile(name, err)
	} else if !info.Mode().IsRegular() || info.Size() > most {
		return nil, p.refusedFile(name, errKind)
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
		err = h.readFolder(p.inFolder(name))
		if err != nil {
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
	if err := h.readKey(content); err != nil {
		return h, p.refusedFile(keyName, err)
	}
	return h, nil
}

// readFolder reads an NPKI folder.
func (h *holding) readFolder(path string) error {
	set, err := npki.ReadPath(path)
	if err != nil {
		return err
	}
	h.cert = set.Cert
	if len(set.Key) == 0 {
		return nil
	}
	return h.readKey(set.Key)
}

// readContent finds out what a file is.
func (h *holding) readContent(content []byte, path string) error {
	certs, certErr := trust.ReadCertificates(content)
	if certErr == nil {
		h.cert = certs[0].Raw
		for _, c := range certs[1:] {
			h.chain = append(h.chain, c.Raw)
		}
		if set, err := npki.ReadPath(path); err == nil && len(set.Key) > 0 && bytes.Equal(set.Cert, h.cert) {
			return h.readKey(set.Key) // beside it
		}
		return nil
	}
	keyErr := h.readKey(content)
	if keyErr == nil {
		if set, err := npki.ReadPath(path); err == nil && bytes.Equal(set.Key, content) {
			h.cert = set.Cert // beside it
		}
		return nil
	}
	_, plain, err := pkcs12.Inspect(content)
	switch {
	case err == nil:
		h.pfx = content
		if len(plain) > 0 {
			h.cert = plain[0]
		}
		return nil
	case errors.Is(keyErr, npki.ErrTooBig):
		return keyErr
	case errors.Is(err, pkcs12.ErrTooBig):
		return err
	default:
		return fmt.Errorf("neither a certificate (%w), nor a key (%w), nor a PFX (%w)", certErr, keyErr, err)
	}
}

// readKey reads a key: encrypted, in clear, or either of them in PEM.
func (h *holding) readKey(content []byte) error {
	if block, _ := pem.Decode(content); block != nil {
		content = block.Bytes
	}
	_, err := npki.Inspect(content)
	if err == nil {
		h.key = content
		return nil
	}
	if key, plain := npki.ParseKey(content); plain == nil {
		h.plain = key
		return nil
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
