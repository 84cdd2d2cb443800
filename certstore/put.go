package certstore

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"

	"smartbank/certstore/npki"
)

// Put keeps m under a password, which is wiped, and returns its entry. It replaces the certificates that replaces names, and the same
// certificate where it is there already, in the same step; but not by a copy whose key other programs have taken R from,
// without which the identity in the certificate can no longer be shown: ErrLosesR. The keys of m stay the caller's. It returns ErrMismatch for a key that
// is not the certificate's, ErrFull, and ErrNoCertificate if one to be replaced is not there.
func (s *Store) Put(ctx context.Context, m Material, password []byte, replaces ...string) (Entry, error) {
	defer clear(password)
	parsed, err := checkMaterial(m)
	if err != nil {
		return Entry{}, err
	}
	held := certificates{Sign: m.Sign.Cert}
	if m.Exchange != nil {
		held.Exchange = m.Exchange.Cert
	}
	var entry Entry
	err = s.change(ctx, func(is state) (next, error) {
		shown, err := encodeContent(held, s.rand)
		if err != nil {
			return next{}, err
		}
		gone, err := is.replaced(replaces, shown.blob)
		if err != nil {
			return next{}, err
		}
		if lacksR(parsed, m) && slices.ContainsFunc(gone, func(r record) bool { return bytes.Equal(r.Certificates.SHA256, shown.SHA256) }) {
			return next{}, ErrLosesR
		}
		r := record{ID: make([]byte, idSize), Added: s.now().UnixMicro(), Certificates: shown.blob}
		if _, err := io.ReadFull(s.rand, r.ID); err != nil {
			return next{}, fmt.Errorf("draw a name: %w", err)
		}
		locked, verify, err := s.sealFor(r, m, password)
		if err != nil {
			return next{}, err
		}
		r.Sealed = locked.blob
		will := is.but(gone...)
		will.records = append(will.records, r)
		if len(will.records) > maxCertificates {
			return next{}, ErrFull
		}
		will.fresh, will.verify = []content{shown, locked}, verify
		entry = state{}.entry(r, parsed)
		return will, nil
	})
	if err != nil {
		return Entry{}, err
	}
	return entry, nil
}

// lacksR reports whether the certificate has an identity in it, and the key no R to show it with.
func lacksR(c Certificate, m Material) bool {
	_, identified, err := npki.CertificateVID(c.X509)
	return (identified || err != nil) && m.Sign.Key.R() == nil
}

// replaced are the records that a new one replaces: those with the IDs, and any with the same certificates.
func (is state) replaced(ids []string, shown blob) ([]record, error) {
	var gone []record
	for _, id := range ids {
		r, ok := is.find(id)
		if !ok {
			return nil, fmt.Errorf("replace %s: %w", id, ErrNoCertificate)
		}
		gone = append(gone, r)
	}
	for _, r := range is.records {
		if bytes.Equal(r.Certificates.SHA256, shown.SHA256) {
			gone = append(gone, r)
		}
	}
	return gone, nil
}

// but is what a state is without some records and what is counted for them.
func (is state) but(gone ...record) next {
	among := func(id []byte) bool {
		return slices.ContainsFunc(gone, func(r record) bool { return bytes.Equal(r.ID, id) })
	}
	return next{
		records: slices.DeleteFunc(slices.Clone(is.records), func(r record) bool { return among(r.ID) }),
		tries:   slices.DeleteFunc(slices.Clone(is.root.Tries), func(t tries) bool { return among(t.ID) }),
	}
}

// checkMaterial refuses pairs that are none.
func checkMaterial(m Material) (Certificate, error) {
	parsed, err := ParseCertificate(m.Sign.Cert)
	if err != nil {
		return Certificate{}, err
	}
	if m.Sign.Key == nil || !m.Sign.Key.Matches(parsed.X509) {
		return Certificate{}, ErrMismatch
	}
	if m.Exchange == nil {
		return parsed, nil
	}
	exchange, err := ParseCertificate(m.Exchange.Cert)
	if err != nil {
		return Certificate{}, err
	}
	if m.Exchange.Key == nil || !m.Exchange.Key.Matches(exchange.X509) {
		return Certificate{}, ErrMismatch
	}
	return parsed, nil
}

// sealFor seals the keys of m for a record, and makes what checks, before it counts, that the password opens what was written.
func (s *Store) sealFor(r record, m Material, password []byte) (content, func([]content) error, error) {
	der, err := seal(m, password, r.ID, r.Certificates.SHA256, s.cost, s.rand)
	if err != nil {
		return content{}, nil, err
	}
	locked, err := newContent(der, s.rand)
	if err != nil {
		return content{}, nil, err
	}
	return locked, func(written []content) error {
		i := slices.IndexFunc(written, func(c content) bool { return c.is(locked.blob) })
		opened, err := open(written[i].value, password, r.ID, r.Certificates.SHA256)
		if err != nil {
			return fmt.Errorf("open what was written: %w", err)
		}
		defer opened.wipe()
		want := keysOf(m)
		if !bytes.Equal(opened.Sign, want.Sign) || !bytes.Equal(opened.Exchange, want.Exchange) {
			return damaged(errBlob)
		}
		return nil
	}, nil
}

// ChangePassword seals a key again under another password: it writes, opens what it wrote, commits, and only then removes the
// old. Both passwords are wiped. A wrong old one is counted, as [Store.Unlock] does. The rule for new passwords is the caller's: [Flaws].
func (s *Store) ChangePassword(ctx context.Context, id string, old, fresh []byte) error {
	defer clear(fresh)
	signer, err := s.Unlock(ctx, id, old)
	if err != nil {
		return err
	}
	defer signer.Close()
	return s.change(ctx, func(is state) (next, error) {
		r, ok := is.find(id)
		if !ok {
			return next{}, ErrNoCertificate
		}
		locked, verify, err := s.sealFor(r, signer.material, fresh)
		if err != nil {
			return next{}, err
		}
		will := is.but()
		for i := range will.records {
			if bytes.Equal(will.records[i].ID, r.ID) {
				will.records[i].Sealed = locked.blob
			}
		}
		will.tries = untried(will.tries, r)
		will.fresh, will.verify = []content{locked}, verify
		return will, nil
	})
}
