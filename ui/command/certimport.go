package command

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"smartbank/certstore"
	"smartbank/certstore/npki"
	"smartbank/certstore/pkcs12"
)

// certImport is `smartbank cert import PATH`.
func (p *program) certImport() *cobra.Command {
	words, fromStdin := p.text.CertStore.Import, false
	c := p.certCommand(&cobra.Command{Use: "import PATH", Short: words.Short, Long: words.Long}, 1,
		func(ctx context.Context, args []string) error {
			open, err := p.readMaterial(args[0])
			if err != nil {
				return err
			}
			return p.withStore(ctx, func(s *certstore.Store) error {
				password, err := p.certPasswordOf(fromStdin)
				if err != nil {
					return err
				}
				defer clear(password)
				m, err := open(password)
				if err != nil {
					return p.fileProblem(args[0], err)
				}
				defer wipeMaterial(m)
				entry, err := s.Put(ctx, m, password)
				if err != nil {
					return err
				}
				if _, err = fmt.Fprintln(p.Out, clean(p.text.CertStore.Imported(entry.ID, entry.Subject.Owner()))); err != nil || m.Sign.Key.R() != nil {
					return err
				}
				_, err = fmt.Fprintln(p.Err, p.text.CertStore.NoR)
				return err
			})
		})
	c.Flags().BoolVar(&fromStdin, "password-stdin", false, p.text.CertStore.FlagPasswordStdin)
	return c
}

// isPFX reports whether a file is one by its name.
func isPFX(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".pfx", ".p12":
		return true
	}
	return false
}

// readMaterial reads a certificate with its encrypted key from a folder or a PFX file, and returns what opens it.
func (p *program) readMaterial(path string) (func(password []byte) (certstore.Material, error), error) {
	if isPFX(path) {
		content, err := p.readFile(path)
		if err != nil {
			return nil, err
		}
		return func(password []byte) (certstore.Material, error) {
			c, err := pkcs12.Open(content, password)
			m := certstore.Material{Sign: certstore.Pair{Cert: c.Cert, Key: c.Key}}
			if c.Exchange != nil {
				m.Exchange = &certstore.Pair{Cert: c.Exchange.Cert, Key: c.Exchange.Key}
			}
			return m, err
		}, nil
	}
	set, err := setOf(p.inFolder(path))
	if err != nil {
		return nil, p.fileProblem(path, err)
	}
	if len(set.Key) == 0 {
		return nil, failed(p.text.CertStore.NoKey)
	}
	return func(password []byte) (certstore.Material, error) { return openSet(set, password) }, nil
}

// openSet opens the keys of an NPKI folder. Those of the pair for key exchange are under the same password.
func openSet(set npki.Set, password []byte) (certstore.Material, error) {
	key, err := npki.Open(set.Key, password)
	if err != nil {
		return certstore.Material{}, err
	}
	m := certstore.Material{Sign: certstore.Pair{Cert: set.Cert, Key: key}}
	if len(set.ExchangeCert) == 0 || len(set.ExchangeKey) == 0 {
		return m, nil
	}
	exchange, err := npki.Open(set.ExchangeKey, password)
	if err != nil {
		key.Wipe()
		return certstore.Material{}, err
	}
	m.Exchange = &certstore.Pair{Cert: set.ExchangeCert, Key: exchange}
	return m, nil
}

// wipeMaterial wipes the keys of m.
func wipeMaterial(m certstore.Material) {
	m.Sign.Key.Wipe()
	if m.Exchange != nil {
		m.Exchange.Key.Wipe()
	}
}

// fileProblem is what is wrong with a file of a certificate.
func (p *program) fileProblem(path string, err error) error {
	if errors.Is(err, npki.ErrPassword) || errors.Is(err, pkcs12.ErrPassword) {
		return failed(p.text.CertStore.WrongFilePassword)
	}
	if several, ok := errors.AsType[severalError](err); ok {
		err = errors.New(p.text.Command.Cert.Several(several))
	}
	return failed(p.text.CertStore.BadFile(path, err))
}
