package center_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/certstore"
	"smartbank/certstore/keyring"
	"smartbank/ui/center"
)

// housed is a device whose certificates can be moved to a file, and the file's path.
func housed(t *testing.T) (d *device, path string) {
	t.Helper()
	d, path = newDevice(t), filepath.Join(t.TempDir(), "certificates.keyring")
	store := func(k keyring.Keyring) *certstore.Store {
		return certstore.New(certstore.Options{Keyring: k, Now: d.clock.Now, Rand: banktest.NewRand(6), Cost: certstore.TapeCost})
	}
	d.places = center.Places{
		Is: keyring.WhereOS,
		Fresh: func() bool {
			_, err := os.Stat(path)
			return errors.Is(err, fs.ErrNotExist)
		},
		Open: func(where string, passphrase []byte) (*certstore.Store, error) {
			if where == keyring.WhereOS {
				return store(d.ring), nil
			}
			file, err := keyring.OpenFile(path, passphrase, keyring.FileOptions{Rand: banktest.NewRand(7), Cost: keyring.TapeCost})
			if err != nil {
				return nil, err
			}
			return store(file), nil
		},
		Vacate: func(where string) error {
			if where == keyring.WhereOS {
				return nil
			}
			return os.Remove(path)
		},
	}
	d.reopen(d.ring)
	return d, path
}

// TestCertificatesMoveToAFileAndBack signs with the certificate at either place.
func TestCertificatesMoveToAFileAndBack(t *testing.T) {
	t.Parallel()
	d, path := housed(t)
	ctx, c := t.Context(), d.signIn(banktest.Kim)
	e := d.issue(c, center.BankUse)
	var noted []string
	note := func(where string) error { noted = append(noted, where); return nil }

	if _, err := d.Move(ctx, []byte("short"), note); !errors.Is(err, center.ErrShortPassphrase) {
		t.Errorf("a short passphrase: %v", err)
	}
	there, err := d.Move(ctx, []byte("four words of mine"), note)
	if err != nil || there != (center.Place{Is: keyring.WhereFile, Other: keyring.WhereOS, Count: 1}) {
		t.Fatalf("moved to %+v, %v", there, err)
	}
	if kept, err := d.store.List(ctx); err != nil || len(kept) > 0 {
		t.Errorf("in the keyring are %d, %v", len(kept), err)
	}
	if _, err := d.Sign(ctx, e.ID, []byte(password), []byte("a document")); err != nil {
		t.Errorf("sign with it in the file: %v", err)
	}
	back, err := d.Move(ctx, nil, note)
	if err != nil || back != (center.Place{Is: keyring.WhereOS, Other: keyring.WhereFile, Fresh: true, Count: 1}) {
		t.Fatalf("moved back to %+v, %v", back, err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the file is still there: %v", err)
	}
	if _, err := d.Sign(ctx, e.ID, []byte(password), []byte("a document")); err != nil {
		t.Errorf("sign with it in the keyring: %v", err)
	}
	if len(noted) != 2 || noted[0] != keyring.WhereFile || noted[1] != keyring.WhereOS {
		t.Errorf("noted %q", noted)
	}
}

func TestAMoveThatCannotBeNotedIsNone(t *testing.T) {
	t.Parallel()
	d, _ := housed(t)
	c := d.signIn(banktest.Kim)
	e := d.issue(c, center.BankUse)
	ill := errors.New("the settings file is not ours")
	if _, err := d.Move(t.Context(), []byte("four words of mine"), func(string) error { return ill }); !errors.Is(err, ill) {
		t.Errorf("got %v", err)
	}
	if p, err := d.Place(t.Context()); err != nil || p.Is != keyring.WhereOS || p.Count != 1 {
		t.Errorf("they are at %+v, %v", p, err)
	}
	if _, err := d.Sign(t.Context(), e.ID, []byte(password), []byte("a document")); err != nil {
		t.Error(err)
	}
}

func TestWithoutPlacesNothingMoves(t *testing.T) {
	t.Parallel()
	d := newDevice(t)
	if p, err := d.Place(t.Context()); err != nil || p != (center.Place{}) {
		t.Errorf("they are at %+v, %v", p, err)
	}
	if _, err := d.Move(t.Context(), []byte("four words of mine"), nil); err == nil || bank.RefusalCode(err) != "" {
		t.Errorf("got %v", err)
	}
}
