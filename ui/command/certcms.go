package command

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"smartbank/certstore/cms"
	"smartbank/certstore/trust"
)

// cmsRecord is a signed message in JSON. Content is text, or base64 where it is none.
type cmsRecord struct {
	Signer   string `json:"signer"`
	Serial   string `json:"serial"`
	SHA256   string `json:"sha256"`
	SignedAt string `json:"signed_at,omitempty"` // as the signer says
	Content  string `json:"content"`
	Encoding string `json:"encoding"` // utf-8 or base64
}

// certCMS is `smartbank cert cms FILE`.
func (p *program) certCMS() *cobra.Command {
	var r relied
	var asJSON bool
	c := p.fileCommand("cms FILE --ca FILE", p.text.Command.Cert.CMS, func(_ context.Context, file string) error {
		record, err := p.readCMS(file, &r)
		if err != nil {
			return err
		}
		if asJSON {
			return writeJSON(p.Out, record)
		}
		w := p.text.Command.Cert.Label
		rows := [][2]string{{w.Signer, record.Signer}, {w.Serial, record.Serial}, {w.SHA256, record.SHA256}}
		if record.SignedAt != "" {
			rows = append(rows, [2]string{w.SignedAt, record.SignedAt})
		}
		return p.lines(append(rows, [2]string{w.Content, record.Content}))
	})
	r.add(c, p)
	c.Flags().BoolVar(&asJSON, "json", false, p.text.Command.Flag.JSON)
	return c
}

// readCMS verifies a message and its signer.
func (p *program) readCMS(file string, r *relied) (record cmsRecord, err error) {
	at, err := r.check(p)
	if err != nil {
		return record, err
	}
	anchors, err := r.anchors(p)
	if err != nil {
		return record, err
	}
	message, err := p.readFile(file)
	if err != nil {
		return record, err
	}
	if block, rest := pem.Decode(message); block != nil && len(bytes.TrimSpace(rest)) == 0 {
		message = block.Bytes
	}
	signed, err := cms.Verify(message)
	if err != nil {
		return record, p.refusedFile(file, err)
	}
	signer, err := p.identified(file, signed.Signer.Raw)
	if err != nil {
		return record, err
	}
	for _, c := range signed.Certs {
		if !c.Equal(signed.Signer) {
			anchors.Intermediates = append(anchors.Intermediates, c)
		}
	}
	err = trust.Verify(signed.Signer, anchors, at)
	if broken, ok := errors.AsType[*trust.FailedError](err); ok {
		return record, p.notRelied(broken)
	}
	record = cmsRecord{signer.Subject.String(), signer.Serial.String(), signer.SHA256, stamp(signed.At), string(signed.Content), "utf-8"}
	if !utf8.Valid(signed.Content) {
		record.Content, record.Encoding = base64.StdEncoding.EncodeToString(signed.Content), "base64"
	}
	return record, nil
}
