package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"smartbank/bank"
	"smartbank/certstore"
	"smartbank/certstore/keyring"
	"smartbank/ui/center"
	"smartbank/ui/text"
)

// keyringFile is the file of --keyring file in the data folder.
const keyringFile = "certificates.keyring"

// store makes the store of the certificates on this device, for one run. Where it is in a file, it asks for the passphrase: before the program
// takes the terminal. Where the system's keyring does not work, each call of the store says so: nothing is kept elsewhere
// unless the customer says it.
func (p *program) store(b *bank.Bank, at now) (*certstore.Store, error) {
	switch p.settings.keyring {
	case keyring.WhereMemory:
		o := p.inSystem(b.ID())
		o.Now, o.Keyring, o.Cost, o.Lock = at.Now, keyring.NewMemory(), certstore.TapeCost, nil // nobody can copy it to guess at
		return certstore.New(o), nil
	case keyring.WhereFile:
		passphrase, err := p.passphrase(p.freshFile())
		if err != nil {
			return nil, err
		}
		defer clear(passphrase)
		return p.storeAt(b, at, keyring.WhereFile, passphrase)
	default:
		return p.storeAt(b, at, keyring.WhereOS, nil)
	}
}

// storeAt is the store in the system's keyring, or in the file that a passphrase opens.
func (p *program) storeAt(b *bank.Bank, at now, where string, passphrase []byte) (*certstore.Store, error) {
	o := p.inSystem(b.ID())
	o.Now = at.Now
	if where == keyring.WhereFile {
		file, err := keyring.OpenFile(p.keyringPath(), passphrase, keyring.FileOptions{Rand: p.Rand, Cost: keyring.ProgramCost})
		if err != nil {
			return nil, err
		}
		o.Keyring = file
	}
	return certstore.New(o), nil
}

// keyringPath is where the file of certificates is.
func (p *program) keyringPath() string { return filepath.Join(p.settings.data, keyringFile) }

// freshFile reports whether that file is still to be made.
func (p *program) freshFile() bool {
	_, err := os.Stat(p.keyringPath())
	return errors.Is(err, fs.ErrNotExist)
}

// houses are where certificates can be kept, and moved between.
func (p *program) houses(b *bank.Bank, at now) center.Places {
	if p.settings.keyring == keyring.WhereMemory {
		return center.Places{}
	}
	return center.Places{
		Is: p.settings.keyring, Fresh: p.freshFile,
		Open: func(where string, passphrase []byte) (*certstore.Store, error) {
			return p.storeAt(b, at, where, passphrase)
		},
		Vacate: func(where string) error {
			if where != keyring.WhereFile {
				return nil
			}
			return os.Remove(p.keyringPath())
		},
	}
}

// inSystem are the options of a store in the system's keyring. Its items have the bank's id, which tells nobody whose they are; the lock
// is for all that use this data folder.
func (p *program) inSystem(id string) certstore.Options {
	return certstore.Options{
		Keyring: keyring.NewOS("smartbank-" + id), Now: p.clock().Now, Rand: p.Rand, Cost: certstore.ProgramCost,
		Lock: func(ctx context.Context) (func(), error) {
			return keyring.Lock(ctx, filepath.Join(p.settings.data, "certificates.lock"))
		},
	}
}

// passphrase asks for the passphrase, or takes it from stdin. A fresh one is typed twice and has a least length.
func (p *program) passphrase(fresh bool) ([]byte, error) {
	w := p.text.CertStore
	var passphrase []byte
	var err error
	switch {
	case p.flags.passphraseStdin:
		passphrase, err = p.lineOfStdin(w.NothingOnStdin)
	case fresh:
		passphrase, err = p.askTwice(w.PassphraseNew, w.PassphraseAgain)
	default:
		passphrase, err = p.askSecret(w.Passphrase, p.nobody())
	}
	if err == nil && fresh && len(passphrase) < center.LeastPassphrase {
		clear(passphrase)
		err = wrong(w.ShortPassphrase)
	}
	return passphrase, err
}

// nobody is that there is no terminal to ask for the passphrase.
func (p *program) nobody() text.Message { return p.text.CertStore.NobodyToAsk }

// askTwice asks for a new secret, twice, on the terminal.
func (p *program) askTwice(prompt, again string) ([]byte, error) {
	secret, err := p.askSecret(prompt, p.nobody())
	if err != nil {
		return nil, err
	}
	repeated, err := p.askSecret(again, p.nobody())
	defer clear(repeated)
	if err == nil && string(secret) != string(repeated) {
		err = wrong(p.text.CertStore.NotSame)
	}
	if err != nil {
		clear(secret)
		return nil, err
	}
	return secret, nil
}

// withStore opens the bank and its certificates, and closes the bank.
func (p *program) withStore(ctx context.Context, do func(s *certstore.Store) error) error {
	return p.withBank(ctx, func(b *bank.Bank) error {
		s, err := p.store(b, p.clock())
		if err != nil {
			return err
		}
		return do(s)
	})
}

// forget removes the certificates of a bank that is thrown away. A keyring that does not work is no reason to keep the bank: it is told,
// and what stays there is sealed.
func (p *program) forget(ctx context.Context, id string) error {
	if id == "" {
		return nil
	}
	for _, name := range []string{keyringFile, keyringFile + ".new"} {
		if err := os.Remove(filepath.Join(p.settings.data, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("reset the bank: %w", err)
		}
	}
	if p.settings.keyring != keyring.WhereOS {
		return nil
	}
	err := certstore.New(p.inSystem(id)).Clear(ctx)
	unavailable, ok := errors.AsType[*keyring.UnavailableError](err)
	switch {
	case ok && unavailable.Reason != keyring.NoService: // where there is no keyring, nothing is in it
		(&ProblemError{Message: p.text.CertStore.ItemsStay}).Tell(p.Err)
	case err != nil && !ok:
		return err
	}
	return nil
}

// seeKeyring looks whether certificates can be kept where they are to be.
func (p *program) seeKeyring(ctx context.Context) finding {
	w := p.text.CertStore
	f := finding{about: w.KeyringLine, is: p.settings.keyring}
	switch p.settings.keyring {
	case keyring.WhereMemory:
		f.is = w.InMemory
	case keyring.WhereFile:
		f.is = filepath.Join(p.settings.data, keyringFile)
		if _, err := os.Stat(f.is); errors.Is(err, fs.ErrNotExist) {
			f.is += " (" + w.NotYet + ")"
		}
	default:
		_, err := keyring.NewOS("smartbank-doctor").Get(ctx, "root")
		f.is = w.OfSystem
		if err != nil && !errors.Is(err, keyring.ErrNotFound) {
			message, _ := p.text.ExplainCertificates(err)
			f.ill, f.is, f.advice = true, message.Problem, message.Advice
		}
	}
	return f
}
