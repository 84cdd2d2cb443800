package bank

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Authorities is what a bank's file keeps for the certificate authorities.
type Authorities struct {
	Demonstration bool
	Keys          []byte // nil if they made none
	Issued        []IssuedCertificate
}

// issuedSince is the first version that has certificates.
const issuedSince = 5

// ReadAuthorities reads what the bank in the file at path keeps for the certificate
// authorities, for who verifies its signatures. It changes no byte, and returns a *FileError as [Verify] does. Of a bank
// of an earlier version there is nothing.
func ReadAuthorities(ctx context.Context, path string) (Authorities, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return Authorities{}, fmt.Errorf("read authorities: %w", err)
	}
	version, err := judge(ctx, path, os.O_RDONLY)
	if err != nil || version < issuedSince {
		return Authorities{}, err
	}
	mode := "ro&immutable=1"
	if logged(path) {
		mode = loggedMode(ctx, path)
	}
	db, err := connect(ctx, fileDSN(path, mode, reading), 1)
	if err != nil {
		return Authorities{}, fault(path, "read authorities", err)
	}
	began, err := db.BeginTx(ctx, nil)
	if err != nil {
		return Authorities{}, errors.Join(fault(path, "read authorities", err), db.Close())
	}
	defer began.Rollback() //nolint:errcheck // it only reads
	a, err := (&tx{work: &work{transaction: began}}).authorities(ctx)
	if err != nil {
		return Authorities{}, errors.Join(fault(path, "read authorities", err), db.Close())
	}
	return a, errors.Join(began.Rollback(), db.Close())
}

func (t *tx) authorities(ctx context.Context) (a Authorities, err error) {
	demonstration, err := t.setting(ctx, settingDemonstration)
	if err != nil {
		return Authorities{}, err
	}
	a.Demonstration = string(demonstration) == "1"
	if a.Keys, err = t.setting(ctx, settingAuthorityKeys); err != nil {
		return Authorities{}, err
	}
	a.Issued, err = t.issued(ctx, "issued_all")
	return a, err
}
