package center

import (
	"context"
	"errors"

	"smartbank/certstore"
	"smartbank/certstore/keyring"
)

// Places are the two places in which certificates can be kept on this device.
type Places struct {
	Is     string                                                          // keyring.WhereOS or keyring.WhereFile; "" where they stay where they are
	Fresh  func() bool                                                     // there is no file yet: its passphrase is to be chosen
	Open   func(where string, passphrase []byte) (*certstore.Store, error) // with what [certstore.New] and [keyring.OpenFile] return
	Vacate func(where string) error                                        // what is left of a place that nothing is in any more
}

// Place is where certificates are kept, and where they could be.
type Place struct {
	Is, Other string
	Fresh     bool // the other place is a file that is not there yet
	Count     int  // certificates that would be moved
}

// LeastPassphrase is how many bytes a new passphrase of a file has at least.
const LeastPassphrase = 8

// The refusals of [Center.Move].
var (
	ErrShortPassphrase = errors.New("a new passphrase has at least eight characters")
	errOnePlace        = errors.New("move: certificates stay where they are here")
)

// Place tells where the certificates of this device are. Is is "" where they cannot be moved.
func (c *Center) Place(ctx context.Context) (Place, error) {
	p := Place{Is: *c.at.Load()}
	switch p.Is {
	case keyring.WhereOS:
		p.Other, p.Fresh = keyring.WhereFile, c.places.Fresh()
	case keyring.WhereFile:
		p.Other = keyring.WhereOS
	default:
		return Place{}, nil
	}
	kept, err := c.kept().List(ctx)
	p.Count = len(kept)
	return p, err
}

// Move moves all certificates of this device to the other place, as [certstore.Store.Move] does: at every moment they are whole at one of
// the places, which is the one that switched has noted last. The passphrase is the file's, and not looked at on the way out of
// it; it is wiped. It returns ErrShortPassphrase for a new one, and certstore.ErrLeft where it is done but for copies at the old place.
func (c *Center) Move(ctx context.Context, passphrase []byte, switched func(where string) error) (Place, error) {
	defer clear(passphrase)
	p, err := c.Place(ctx)
	if err != nil {
		return Place{}, err
	}
	switch {
	case p.Is == "":
		return Place{}, errOnePlace
	case p.Fresh && len(passphrase) < LeastPassphrase:
		return Place{}, ErrShortPassphrase
	}
	to, err := c.places.Open(p.Other, passphrase)
	if err != nil {
		return Place{}, err
	}
	from := c.kept()
	err = from.Move(ctx, to, func() error {
		if err := switched(p.Other); err != nil {
			return err
		}
		c.store.Store(to)
		c.at.Store(&p.Other)
		return nil
	})
	if err == nil {
		err = c.vacate(p.Is)
	}
	if err != nil && !errors.Is(err, certstore.ErrLeft) {
		return Place{}, err
	}
	now, listed := c.Place(ctx)
	return now, errors.Join(err, listed)
}

// vacate removes what is left of a place; that it cannot be removed is told as copies that are left are.
func (c *Center) vacate(where string) error {
	if err := c.places.Vacate(where); err != nil {
		return errors.Join(certstore.ErrLeft, err)
	}
	return nil
}
