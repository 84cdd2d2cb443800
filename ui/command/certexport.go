package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"smartbank/certstore"
	"smartbank/certstore/npki"
	"smartbank/certstore/pkcs12"
)

// The forms of an export.
const (
	formYessign = "yessign"
	formAES     = "aes"
	formNPKI    = "npki"
)

// certExport is `smartbank cert export ID TARGET`.
func (p *program) certExport() *cobra.Command {
	words, fromStdin, form := p.text.CertStore.Export, false, ""
	c := p.certCommand(&cobra.Command{Use: "export ID TARGET", Short: words.Short, Long: words.Long}, 2,
		func(ctx context.Context, args []string) error {
			write, err := p.exporter(args[1], form)
			if err != nil {
				return err
			}
			return p.withStore(ctx, func(s *certstore.Store) error {
				entry, err := p.named(ctx, s, args[0])
				if err != nil {
					return err
				}
				password, err := p.certPasswordOf(fromStdin)
				if err != nil {
					return err
				}
				defer clear(password)
				signer, err := s.Unlock(ctx, entry.ID, bytes.Clone(password))
				if err != nil {
					return err
				}
				defer signer.Close()
				path, err := write(signer.Material(), password)
				if err != nil {
					return err
				}
				_, err = fmt.Fprintln(p.Out, clean(p.text.CertStore.Exported(entry.ID, path)))
				return err
			})
		})
	c.Flags().BoolVar(&fromStdin, "password-stdin", false, p.text.CertStore.FlagPasswordStdin)
	c.Flags().StringVar(&form, "form", "", p.text.CertStore.FlagForm)
	complete(c, "form", []string{formYessign, formAES, formNPKI})
	return c
}

// exporter is what writes a certificate in a form to a target, and returns where it did.
func (p *program) exporter(target, form string) (func(certstore.Material, []byte) (string, error), error) {
	path := p.inFolder(target)
	switch {
	case !isPFX(target) && (form == "" || form == formNPKI):
		return func(m certstore.Material, password []byte) (string, error) {
			return p.exportSet(path, m, password)
		}, nil
	case isPFX(target) && (form == "" || form == formYessign):
		return func(m certstore.Material, password []byte) (string, error) {
			return target, p.exportPFX(path, m, password, pkcs12.Yessign)
		}, nil
	case isPFX(target) && form == formAES:
		return func(m certstore.Material, password []byte) (string, error) {
			return target, p.exportPFX(path, m, password, pkcs12.AES)
		}, nil
	case form != formYessign && form != formAES && form != formNPKI:
		return nil, wrong(p.text.Command.BadValue("--form", form, strings.Join([]string{formYessign, formAES, formNPKI}, ", ")))
	}
	return nil, wrong(p.text.CertStore.FormOfFolder)
}

// exportPFX writes a new PFX file, for its owner alone.
func (p *program) exportPFX(path string, m certstore.Material, password []byte, form pkcs12.Form) error {
	content, err := pkcs12.Seal(pkcs12.Content{Key: m.Sign.Key, Cert: m.Sign.Cert}, password, form, p.Rand)
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return failed(p.text.CertStore.Exists(path))
	}
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	_, err = file.Write(content)
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return fmt.Errorf("export: %w", errors.Join(err, os.Remove(path)))
	}
	return nil
}

// exportSet writes a set into the NPKI folder at path, or into the one below it.
func (p *program) exportSet(path string, m certstore.Material, password []byte) (string, error) {
	if !strings.EqualFold(filepath.Base(path), "NPKI") {
		path = filepath.Join(path, "NPKI")
	}
	set := npki.Set{Cert: m.Sign.Cert}
	var err error
	if set.Key, err = npki.Seal(m.Sign.Key, password, npki.Encryption{}, p.Rand); err != nil {
		return "", fmt.Errorf("export: %w", err)
	}
	if m.Exchange != nil {
		set.ExchangeCert = m.Exchange.Cert
		if set.ExchangeKey, err = npki.Seal(m.Exchange.Key, password, npki.Encryption{}, p.Rand); err != nil {
			return "", fmt.Errorf("export: %w", err)
		}
	}
	if err := os.MkdirAll(path, 0o700); err != nil {
		return "", fmt.Errorf("export: %w", err)
	}
	return path, npki.Write(path, set)
}
