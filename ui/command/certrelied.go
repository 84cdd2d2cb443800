package command

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"smartbank/certstore"
	"smartbank/certstore/cms"
	"smartbank/certstore/npki"
	"smartbank/certstore/pkcs12"
	"smartbank/certstore/trust"
)

// refusedFile is a problem of a file that is not what it should be.
func (p *program) refusedFile(file string, err error) error {
	w := p.text.Command.Cert
	why := err.Error()
	switch {
	case errors.Is(err, npki.ErrPassword), errors.Is(err, pkcs12.ErrPassword):
		return failed(w.WrongPassword(file))
	case errors.Is(err, npki.ErrTooBig), errors.Is(err, pkcs12.ErrTooBig), errors.Is(err, cms.ErrTooBig):
		why = w.TooBig
	case errors.Is(err, fs.ErrNotExist):
		why = w.Missing
	case errors.Is(err, fs.ErrPermission):
		why = w.Denied
	case errors.Is(err, errKind):
		why = w.Neither
	case errors.Is(err, errRegular):
		why = w.NotRegular
	case errors.Is(err, errMessage):
		why = w.IsMessage
	case errors.Is(err, errNoKey):
		why = w.NoKey
	case errors.Is(err, errTraditional):
		why = w.Traditional
	}
	if several, ok := errors.AsType[severalError](err); ok {
		why = w.Several(several)
	}
	return failed(w.Refused(file, why)) // Tell cleans it: both may hold what came from outside
}

// identified is a certificate, read; err is a problem that is told.
func (p *program) identified(file string, der []byte) (certstore.Certificate, error) {
	c, err := certstore.ParseCertificate(der)
	if err != nil {
		return c, p.refusedFile(file, err)
	}
	return c, nil
}

// relied is the flags that say what is relied on.
type relied struct {
	authorities, lists, answers, policies []string
	at                                    string
}

func (r *relied) add(c *cobra.Command, p *program) {
	w := p.text.Command.Cert.Flag
	c.Flags().StringArrayVar(&r.authorities, "ca", nil, w.CA)
	c.Flags().StringArrayVar(&r.lists, "crl", nil, w.CRL)
	c.Flags().StringArrayVar(&r.answers, "ocsp", nil, w.OCSP)
	c.Flags().StringArrayVar(&r.policies, "policy", nil, w.Policy)
	c.Flags().StringVar(&r.at, "at", "", w.At)
}

// anchors reads the files that the flags name. A certificate that is its own issuer is relied on; others only lead to one.
func (r *relied) anchors(p *program) (a trust.Anchors, err error) {
	for _, file := range r.authorities {
		content, err := p.readFile(file)
		if err != nil {
			return a, err
		}
		certs, err := trust.ReadCertificates(content)
		if err != nil {
			return a, p.refusedFile(file, bare(err))
		}
		for _, c := range certs {
			if string(c.RawIssuer) == string(c.RawSubject) {
				a.Roots = append(a.Roots, c)
			} else {
				a.Intermediates = append(a.Intermediates, c)
			}
		}
	}
	for _, files := range []struct {
		names []string
		into  *[][]byte
	}{{r.lists, &a.CRLs}, {r.answers, &a.OCSP}} {
		for _, file := range files.names {
			content, err := p.readFile(file)
			if err != nil {
				return a, err
			}
			*files.into = append(*files.into, content)
		}
	}
	a.Policies = r.policies
	return a, nil
}

// notRelied is the problem of a check that failed.
func (p *program) notRelied(e *trust.FailedError) error {
	return failed(p.text.Command.Cert.NotRelied(e.Check, e.Reason))
}

// lines writes rows of a label and a value.
func (p *program) lines(rows [][2]string) error {
	cells := make([][]string, 0, len(rows))
	for _, r := range rows {
		cells = append(cells, []string{r[0], r[1]})
	}
	w := p.text.Command.Cert.Label
	return writeTable(p.Out, []column{{w.What, false}, {w.Value, false}}, cells)
}

// hexed is bytes as hexadecimal digits, two by two.
func hexed(b []byte) string { return strings.ToLower(fmt.Sprintf("%x", b)) }
