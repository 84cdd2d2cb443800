package center

import (
	"bytes"
	"context"
	"crypto/rsa"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"smartbank/certstore/ca"
	"smartbank/certstore/npki"
)

// Foreign is a certificate that another institute issued to a customer of a
// demonstration.
type Foreign struct {
	Owner    string // the customer's name in the certificate, 홍길동
	Identity string // resident number, 13 digits
	Of       ca.Name
	Use      Use
	Days     int             // how many days ago it was issued
	Key      *rsa.PrivateKey // protects nothing: the demonstration shows the password
}

// Furnish puts certificates of other institutes into a folder of NPKI, which customers
// of a demonstration can copy to the phone and register: all of them, or after an error none. It does so once, before the folder is there
// first, so that what a customer deletes stays away; and never for a bank that is no demonstration.
func (d *Desk) Furnish(ctx context.Context, folder, password string, all []Foreign) error {
	if !d.center.bank.Demonstration() {
		return nil
	}
	if _, err := os.Lstat(folder); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	made, err := os.MkdirTemp(filepath.Dir(folder), ".npki-")
	if err != nil {
		return fmt.Errorf("furnish: %w", err)
	}
	defer os.RemoveAll(made) //nolint:errcheck // it has its name by then, or is of no use to anybody
	for _, f := range all {
		set, err := d.foreign(ctx, f, password)
		if err != nil {
			return fmt.Errorf("furnish: %w", err)
		}
		if err := npki.Write(made, set); err != nil {
			return fmt.Errorf("furnish: %w", err)
		}
	}
	if err := os.Rename(made, folder); err != nil && !errors.Is(err, fs.ErrExist) { // another PC was faster
		return fmt.Errorf("furnish: %w", err)
	}
	return nil
}

// foreign issues a certificate, by authorities that forget it at once: the bank's own know of
// other institutes only their names and keys.
func (d *Desk) foreign(ctx context.Context, f Foreign, password string) (npki.Set, error) {
	const reference = "100000000001"
	code, identity, records := []byte("10000001"), []byte(f.Identity), ca.NewMemory()
	records.Approve(reference, code, identity, ca.Approval{Order: reference, Institute: f.Of, Policy: ca.PolicyFor(f.Of, ca.Use(f.Use)), Owner: f.Owner})
	then := d.center.bank.Now().AddDate(0, 0, -f.Days)
	authority := ca.New(ca.Options{Records: records, Now: func() time.Time { return then }, Rand: d.center.rand, Published: true})
	random := make([]byte, rLength)
	if _, err := io.ReadFull(d.center.rand, random); err != nil {
		return npki.Set{}, err
	}
	key, err := npki.NewKey(f.Key, bytes.Clone(random))
	if err != nil {
		return npki.Set{}, err
	}
	defer key.Wipe()
	csr, err := certificateRequest(f.Key)
	if err != nil {
		return npki.Set{}, err
	}
	record, err := authority.Issue(ctx, ca.Request{Reference: reference, Code: code, CSR: csr, Identity: identity, R: random})
	if err != nil {
		return npki.Set{}, err
	}
	sealed, err := npki.Seal(key, []byte(password), npki.Encryption{}, d.center.rand)
	return npki.Set{Cert: record.DER, Key: sealed}, err
}
