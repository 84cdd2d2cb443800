package center

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"smartbank/bank"
	"smartbank/certstore"
	"smartbank/certstore/npki"
	"smartbank/certstore/pairing"
)

// Desk is the Certification Center of a PC, over the NPKI folders that Korean
// programs share: it reads and writes them exactly as those do.
type Desk struct {
	center *Center
	roots  func() []npki.Root
}

// NewDesk makes the center of a PC. The store of c is of no use to it. Roots are
// asked each time, as a stick may have been put in; the first is where a certificate is kept if nothing else is said, and need not be there
// yet.
func NewDesk(c *Center, roots func() []npki.Root) *Desk { return &Desk{c, roots} }

// Filed is a certificate in an NPKI folder.
type Filed struct {
	Entry // ID is of the folder and what lies in it

	Root npki.Root
	set  npki.Set
}

// Folder is where it lies, below its root.
func (f Filed) Folder() string { return f.set.Folder }

// Encryption is how its key is encrypted; zero where that cannot be read.
func (f Filed) Encryption() npki.Encryption {
	e, _ := npki.Inspect(f.set.Key)
	return e
}

// Filing is what is in the NPKI folders of a PC.
type Filing struct {
	Roots   []npki.Root
	Filed   []Filed // by root, the one that ends last first
	Skipped int     // folders that hold no certificate which can be read
}

// List reads all folders. That a folder is not there, or not any more, is no error.
func (d *Desk) List(ctx context.Context) (Filing, error) {
	all := Filing{Roots: d.roots()}
	for _, root := range all.Roots {
		sets, skipped, err := npki.Scan(root.Path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return Filing{}, err
		}
		all.Skipped += len(skipped)
		var here []Filed
		for _, set := range sets {
			f, err := d.filed(ctx, root, set)
			if err != nil {
				return Filing{}, err
			}
			if f == nil {
				all.Skipped++
				continue
			}
			here = append(here, *f)
		}
		slices.SortStableFunc(here, func(a, b Filed) int {
			return cmp.Or(b.NotAfter.Compare(a.NotAfter), cmp.Compare(a.set.Folder, b.set.Folder))
		})
		all.Filed = append(all.Filed, here...)
	}
	return all, nil
}

// filed is what is known of a set; nil where its certificate cannot be read.
func (d *Desk) filed(ctx context.Context, root npki.Root, set npki.Set) (*Filed, error) {
	parsed, err := certstore.ParseCertificate(set.Cert)
	if err != nil {
		return nil, nil //nolint:nilerr,nilnil // it is told as skipped
	}
	place := sha256.Sum256(slices.Concat([]byte(root.Path), []byte{0}, []byte(set.Folder), []byte{0}, set.Cert))
	k, err := d.center.know(ctx, certstore.Entry{ID: hex.EncodeToString(place[:16]), Certificate: parsed})
	if err != nil {
		return nil, err
	}
	return &Filed{k.Entry, root, set}, nil
}

// find is the certificate with an ID. It is refused with bank.CodeNoCertificate.
func (d *Desk) find(ctx context.Context, id string) (Filed, error) {
	all, err := d.List(ctx)
	if err != nil {
		return Filed{}, err
	}
	for _, f := range all.Filed {
		if f.ID == id {
			return f, nil
		}
	}
	return Filed{}, &bank.RefusedError{Code: bank.CodeNoCertificate}
}

// self is this PC as its peer knows it.
func (d *Desk) self(caller bank.Caller, way pairing.Direction) pairing.Setup {
	s := d.center.phone(caller, way)
	s.Self.Device = "pc " + d.center.bank.ID()
	return s
}

// Pack packs a certificate of this PC for the phone, as its files are. The password,
// which is wiped, opens the key before, so that nothing is sent that the phone could not use: ErrKeyPassword where it does not.
func (d *Desk) Pack(ctx context.Context, caller bank.Caller, id string, password []byte) (Parcel, error) {
	defer clear(password)
	f, err := d.find(ctx, id)
	if err != nil {
		return Parcel{}, err
	}
	payload := pairing.Payload{Cert: f.set.Cert, Key: f.set.Key, ExchangeCert: f.set.ExchangeCert, ExchangeKey: f.set.ExchangeKey}
	m, err := openedBy(payload, f.Certificate, password)
	if err != nil {
		return Parcel{}, err
	}
	m.wipe()
	return Parcel{d.self(caller, pairing.PCToPhone), offerOf(f.Certificate), payload}, nil
}

// openedBy opens keys that belong to a certificate.
func openedBy(p pairing.Payload, c certstore.Certificate, password []byte) (opened, error) {
	m, err := unpacked(p, password)
	if errors.Is(err, npki.ErrPassword) {
		return opened{}, ErrKeyPassword
	}
	if err != nil {
		return opened{}, err
	}
	if !m.Sign.Key.Matches(c.X509) {
		m.wipe()
		return opened{}, certstore.ErrMismatch
	}
	return m, nil
}

// Receive begins to copy a certificate from the phone. Without a number this PC
// shows one, with a number that is the phone's; it is wiped. It returns *pairing.BurntError for a number that cannot be used, and where there
// are none at the moment.
func (d *Desk) Receive(ctx context.Context, caller bank.Caller, number []byte) (*pairing.Incoming, error) {
	return receive(ctx, d.self(caller, pairing.PhoneToPC), number)
}

// Keep keeps what came from the phone in a root, whole or not at all. A certificate of the same name there is replaced in the
// same step. What cannot be kept, or is not what was offered, ends the copy.
func (d *Desk) Keep(_ context.Context, in *pairing.Incoming, root npki.Root) (pairing.Status, error) {
	p := in.Payload()
	if p == nil {
		return pairing.Status{}, errors.New("receive: nothing came")
	}
	err := asOffered(p.Cert, in.Offer())
	if err == nil {
		err = npki.Write(root.Path, npki.Set{Cert: p.Cert, Key: p.Key, ExchangeCert: p.ExchangeCert, ExchangeKey: p.ExchangeKey})
	}
	return in.Stored(context.Background(), d.center.bank.Now(), err) // what is kept must be told, whoever gave up
}

// ChangePassword changes the password of a certificate: the same keys, to the byte, under the new one, in place of the old files only
// when they were opened with it again. Both passwords are wiped. It returns ErrKeyPassword, and a *FlawError for a new one that breaks the rule.
func (d *Desk) ChangePassword(ctx context.Context, id string, old, fresh []byte, userID string) error {
	defer clear(old)
	defer clear(fresh)
	if flaws := certstore.Flaws(fresh, userID); len(flaws) > 0 {
		return &FlawError{flaws}
	}
	f, err := d.find(ctx, id)
	if err != nil {
		return err
	}
	set := f.set
	if set.Key, err = d.resealed(set.Key, old, fresh); err != nil {
		return err
	}
	if set.ExchangeKey != nil {
		if set.ExchangeKey, err = d.resealed(set.ExchangeKey, old, fresh); err != nil {
			return err
		}
	}
	return npki.Write(f.Root.Path, set)
}

// resealed is a key file under a new password, encrypted as it was, opened again.
func (d *Desk) resealed(file, old, fresh []byte) ([]byte, error) {
	key, err := npki.Open(file, old)
	if errors.Is(err, npki.ErrPassword) {
		return nil, ErrKeyPassword
	}
	if err != nil {
		return nil, err
	}
	defer key.Wipe()
	e, err := npki.Inspect(file)
	if err != nil {
		return nil, err
	}
	e.Salt, e.IV = nil, nil
	sealed, err := npki.Seal(key, fresh, e, d.center.rand)
	if err != nil {
		return nil, err
	}
	again, err := npki.Open(sealed, fresh)
	if err != nil {
		return nil, fmt.Errorf("change the password: open the new file: %w", err)
	}
	defer again.Wipe()
	if !bytes.Equal(again.PKCS8(), key.PKCS8()) {
		return nil, errors.New("change the password: the new file holds another key")
	}
	return sealed, nil
}

// Delete deletes a certificate and its key from this PC. It does not discard it: copies of it elsewhere go on working.
func (d *Desk) Delete(ctx context.Context, id string) error {
	f, err := d.find(ctx, id)
	if err != nil {
		return err
	}
	return npki.Remove(f.Root.Path, f.set)
}
