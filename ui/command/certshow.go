package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"smartbank/certstore"
	"smartbank/certstore/npki"
	"smartbank/ui/text"
)

// certRecord is what a file holds, in JSON. What there is not is null: all of a certificate for a key alone, the policy of an authority.
type certRecord struct {
	Subject   *string    `json:"subject"`
	Issuer    *string    `json:"issuer"`
	Serial    *string    `json:"serial"`
	Policy    *string    `json:"policy"`
	NotBefore *string    `json:"not_before"`
	NotAfter  *string    `json:"not_after"`
	SHA256    *string    `json:"sha256"`
	VID       *vidRecord `json:"vid"`
	Key       *keyRecord `json:"key"`
}

// vidRecord is the identity in a certificate, in JSON.
type vidRecord struct {
	Hash  string `json:"hash"`
	Value string `json:"value"`
}

// keyRecord is a key in JSON. What only an opened key tells is null until then.
type keyRecord struct {
	Algorithm  string   `json:"algorithm"`
	Iterations int      `json:"iterations"`
	Opened     bool     `json:"opened"`
	R          **string `json:"r,omitempty"` // left out where nobody asked for it; null where there is none
	Matches    *bool    `json:"matches"`
}

// showing is the flags of certShow.
type showing struct {
	key                     string
	fromStdin, reveal, json bool
}

// certShow is `smartbank cert show PATH`.
func (p *program) certShow() *cobra.Command {
	var s showing
	c := p.fileCommand("show PATH", p.text.Command.Cert.Show, func(_ context.Context, path string) error {
		record, err := p.showCert(path, s)
		if err != nil {
			return err
		}
		if s.json {
			return writeJSON(p.Out, record)
		}
		return p.lines(p.certLines(record))
	})
	w := p.text.Command.Cert.Flag
	c.Flags().StringVar(&s.key, "key", "", w.Key)
	c.Flags().BoolVar(&s.fromStdin, "password-stdin", false, p.text.Command.Flag.FromStdin)
	c.Flags().BoolVar(&s.reveal, "reveal-r", false, w.RevealR)
	c.Flags().BoolVar(&s.json, "json", false, p.text.Command.Flag.JSON)
	return c
}

// showCert reads what there is, and opens the key if there is a password for it.
func (p *program) showCert(path string, s showing) (certRecord, error) {
	h, err := p.hold(path, s.key)
	if err != nil {
		return certRecord{}, err
	}
	key, err := p.unlock(&h, s.fromStdin)
	if err != nil {
		return certRecord{}, err
	}
	if key != nil {
		defer key.Wipe()
	}
	return p.recordOf(&h, key, s.reveal)
}

// unlock opens the key of h where there is a password to be had: on stdin, or on a terminal. nil is a key that stays closed.
func (p *program) unlock(h *holding, fromStdin bool) (*npki.Key, error) {
	_, terminal := terminalOf(p.In)
	if h.beside != nil && (terminal || fromStdin) {
		return nil, p.refusedBeside(h)
	}
	if h.plain != nil || !h.locked() {
		return h.plain, nil
	}
	if !terminal && !fromStdin && (h.cert != nil || h.pfx == nil) {
		return nil, nil //nolint:nilnil // it is shown as it is, closed
	}
	password, err := p.filePassword(fromStdin)
	if err != nil {
		return nil, err
	}
	defer clear(password)
	key, err := h.open(password)
	if err != nil {
		return nil, p.refusedFile(h.name, err)
	}
	return key, nil
}

// filePassword asks for the password of a file, or takes it from stdin. A file that needs one, and nobody to ask, is a file refused.
func (p *program) filePassword(fromStdin bool) ([]byte, error) {
	if _, terminal := terminalOf(p.In); !terminal && !fromStdin {
		return nil, failed(p.text.Command.NobodyToAsk)
	}
	return p.password(fromStdin)
}

// refusedBeside is the problem of a key that was found beside a certificate, and is none.
func (p *program) refusedBeside(h *holding) error {
	return p.refusedFile(h.name+": "+p.text.Command.Cert.Beside, h.beside)
}

// recordOf is all that is known of h.
func (p *program) recordOf(h *holding, key *npki.Key, reveal bool) (r certRecord, err error) {
	var c certstore.Certificate
	if h.cert != nil {
		if c, err = p.identified(h.name, h.cert); err != nil {
			return r, err
		}
		r = certRecord{
			Subject: new(c.Subject.String()), Issuer: new(c.Issuer.String()), Serial: new(c.Serial.String()),
			NotBefore: new(stamp(c.NotBefore)), NotAfter: new(stamp(c.NotAfter)), SHA256: new(c.SHA256),
		}
		if c.Policy != "" {
			r.Policy = new(c.Policy)
		}
		vid, found, err := npki.CertificateVID(c.X509)
		if err != nil {
			return r, p.refusedFile(h.name, err)
		}
		if found {
			r.VID = &vidRecord{strings.ToLower(strings.ReplaceAll(vid.Hash, "-", "")), hexed(vid.Value)}
		}
	}
	if !h.locked() && h.plain == nil {
		return r, nil
	}
	algorithm, iterations := h.encryption()
	r.Key = &keyRecord{Algorithm: algorithm, Iterations: iterations, Opened: key != nil}
	if key == nil {
		return r, nil
	}
	if c.X509 != nil {
		r.Key.Matches = new(key.Matches(c.X509))
	}
	if reveal {
		r.Key.R = new((*string)(nil))
		if key.R() != nil {
			*r.Key.R = new(hexed(key.R()))
		}
	}
	return r, nil
}

// certLines is a record as people read it.
func (p *program) certLines(r certRecord) (rows [][2]string) {
	w := p.text.Command.Cert.Label
	for _, line := range []struct {
		label string
		value *string
	}{
		{w.Subject, r.Subject},
		{w.Issuer, r.Issuer},
		{w.Serial, r.Serial},
		{w.Policy, r.Policy},
		{w.NotBefore, r.NotBefore},
		{w.NotAfter, r.NotAfter},
		{w.SHA256, r.SHA256},
	} {
		if line.value != nil {
			rows = append(rows, [2]string{line.label, *line.value})
		}
	}
	if r.VID != nil {
		rows = append(rows, [2]string{w.VID, r.VID.Hash + " " + r.VID.Value})
	}
	if r.Key != nil {
		rows = append(rows, [2]string{w.Key, strings.Join(keyWords(p.text, r.Key), ", ")})
		if r.Key.R != nil && *r.Key.R != nil {
			rows = append(rows, [2]string{w.R, **r.Key.R})
		}
	}
	return rows
}

// keyWords is a key in a line.
func keyWords(t *text.Catalog, k *keyRecord) []string {
	w := t.Command.Cert
	words := []string{k.Algorithm}
	if k.Iterations > 0 {
		words = append(words, w.Iterations(k.Iterations))
	}
	if !k.Opened {
		return append(words, w.NotOpened)
	}
	words = append(words, w.Opened)
	if k.Matches != nil && *k.Matches {
		words = append(words, w.Matches)
	} else if k.Matches != nil {
		words = append(words, w.Mismatch)
	}
	return words
}
