package uitest

import (
	"bytes"
	"context"
	"crypto/rsa"
	"errors"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/demo"
	"smartbank/certstore"
	"smartbank/certstore/ca"
	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/keyring"
	"smartbank/ui/center"
)

// World is a bank with its certificate authorities, and a device with a keyring in
// memory: everything behind the screens.
type World struct {
	Bank   *bank.Bank
	CA     *ca.Authority
	Store  *certstore.Store
	Center *center.Center
	Ring   *Ring // the keyring of the system, where certificates are
	File   *Ring // the file that they can be moved to

	passphrase []byte // of the file; nil while there is none
}

// Seal is a certificate password that keeps the rule.
const Seal = "maple-9-Stone"

// OpenImage opens a bank from an image and everything that belongs to it, at a
// clock's time. The same seed gives the same world.
func OpenImage(tb testing.TB, image *bank.Image, now func() time.Time, seed byte) *World {
	tb.Helper()
	w, err := Open(func(o bank.Options) (*bank.Bank, error) { return bank.OpenImage(context.Background(), image, o) }, now, seed)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := w.Bank.Close(); err != nil {
			tb.Error(err)
		}
	})
	return w
}

// Open opens a bank and everything that belongs to it, at a clock's time. Its
// caller closes the bank.
func Open(open func(bank.Options) (*bank.Bank, error), now func() time.Time, seed byte) (*World, error) {
	verifier := &center.Verifier{}
	chance := banktest.NewRand(seed)
	b, err := open(bank.Options{Now: now, Rand: chance, Cost: bank.TapeCost, Verify: verifier.Verify})
	if err != nil {
		return nil, err
	}
	drawn := 0
	newKey := func() (*rsa.PrivateKey, error) {
		drawn++
		return fixedkeys.Key(drawn), nil
	}
	w := &World{Bank: b, Ring: &Ring{Keyring: keyring.NewMemory()}, File: &Ring{Keyring: keyring.NewMemory()}}
	w.CA = center.NewAuthority(b, chance, newKey)
	verifier.Use(w.CA)
	store := func(k keyring.Keyring) *certstore.Store {
		return certstore.New(certstore.Options{Keyring: k, Now: now, Rand: chance, Cost: certstore.TapeCost})
	}
	w.Store = store(w.Ring)
	w.Center = center.New(center.Config{Bank: b, Store: w.Store, CA: w.CA, NewKey: newKey, Rand: chance, Places: w.places(store)})
	return w, nil
}

// places are the system's keyring and a file, which here is one by its passphrase only.
func (w *World) places(store func(keyring.Keyring) *certstore.Store) center.Places {
	return center.Places{
		Is: keyring.WhereOS, Fresh: func() bool { return w.passphrase == nil },
		Open: func(where string, passphrase []byte) (*certstore.Store, error) {
			switch {
			case where == keyring.WhereOS:
				return store(w.Ring), nil
			case w.passphrase == nil:
				w.passphrase = bytes.Clone(passphrase)
			case !bytes.Equal(w.passphrase, passphrase):
				return nil, &keyring.UnavailableError{Reason: keyring.WrongPass, Where: where, Err: errBroken}
			}
			return store(w.File), nil
		},
		Vacate: func(string) error { return nil },
	}
}

// Certify has a certificate issued to who is signed in, under the password [Seal].
func (w *World) Certify(s bank.Session, use center.Use) (center.Entry, error) {
	ctx := context.Background()
	plan, err := w.Center.PlanIssue(ctx, s.Caller())
	if err != nil {
		return center.Entry{}, err
	}
	digits, err := w.Digits(s.Login, plan.Challenge)
	if err != nil {
		return center.Entry{}, err
	}
	identity := demo.Identity(s.Login)
	approval, err := w.Center.Identify(ctx, s.Caller(), plan.Order, center.Identification{
		Login: s.Login, Identity: []byte(identity), Account: plan.Accounts[0].Number, PIN: []byte(demo.PIN), Digits: digits,
	})
	if err != nil {
		return center.Entry{}, err
	}
	return w.Center.Issue(ctx, s.Caller(), approval, use, []byte(identity), []byte(Seal), nil)
}

// Digits are what a customer of the demonstration types as second factor now: of
// a card what is asked for, of a token what it shows.
func (w *World) Digits(login string, asked bank.Challenge) ([]byte, error) {
	if asked == (bank.Challenge{}) {
		password, _, err := w.Bank.OTP(context.Background(), login)
		return []byte(password), err
	}
	cells, err := w.Bank.Card(context.Background(), login)
	if err != nil {
		return nil, err
	}
	return []byte(cells[asked.First-1][:2] + cells[asked.Second-1][2:]), nil
}

// Ring is a keyring that can be broken.
type Ring struct {
	keyring.Keyring
	Broken keyring.Reason // why it cannot be used; "" where it can
	Full   bool           // only reading works
}

func (r *Ring) broken(writing bool) error {
	switch {
	case r.Broken != "":
		return &keyring.UnavailableError{Reason: r.Broken, Where: keyring.WhereOS, Err: errBroken}
	case r.Full && writing:
		return &keyring.UnavailableError{Reason: keyring.NoRoom, Where: keyring.WhereFile, Err: errBroken}
	}
	return nil
}

// Get reads, unless the keyring is broken.
func (r *Ring) Get(ctx context.Context, name string) ([]byte, error) {
	if err := r.broken(false); err != nil {
		return nil, err
	}
	return r.Keyring.Get(ctx, name)
}

// Set writes, unless the keyring is broken or full.
func (r *Ring) Set(ctx context.Context, name string, value []byte) error {
	if err := r.broken(true); err != nil {
		return err
	}
	return r.Keyring.Set(ctx, name, value)
}

// Delete deletes, unless the keyring is broken.
func (r *Ring) Delete(ctx context.Context, name string) error {
	if err := r.broken(false); err != nil {
		return err
	}
	return r.Keyring.Delete(ctx, name)
}

var errBroken = errors.New("broken for a test")
