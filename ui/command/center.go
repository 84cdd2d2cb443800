package command

import (
	"context"
	"crypto/rsa"

	"smartbank/bank"
	"smartbank/certstore"
	"smartbank/certstore/fixedkeys"
	"smartbank/ui/center"
)

// center puts together what looks after certificates: the bank, the store of this
// device, and the certificate authorities of the bank's world.
func (p *program) center(b *bank.Bank, at now) (*center.Center, error) {
	store, err := p.store(b, at)
	if err != nil {
		return nil, err
	}
	return p.centerOver(b, store, p.houses(b, at)), nil
}

// centerOver is the center of a bank, a store, and the places to which it can be moved.
func (p *program) centerOver(b *bank.Bank, store *certstore.Store, places center.Places) *center.Center {
	authority := center.NewAuthority(b, p.Rand, p.Key)
	p.signatures()
	p.verifier.Use(authority)
	return center.New(center.Config{Bank: b, Store: store, CA: authority, NewKey: p.Key, Rand: p.Rand, Places: places})
}

// signatures is what checks the signatures of orders for the bank that is opened
// next. It refuses them all until there are authorities to ask, which are in that bank.
func (p *program) signatures() bank.VerifySignature {
	if p.verifier == nil {
		p.verifier = &center.Verifier{}
	}
	return p.verifier.Verify
}

// checks makes what checks the signatures in a bank's file, from what the file says of certificates.
func (p *program) checks(ctx context.Context, path string) (bank.VerifySignature, error) {
	v, err := center.ReadVerifier(ctx, path, p.clock().Now)
	if err != nil {
		return nil, err
	}
	return v.Verify, nil
}

// publishedKeys are the keys of a tape, one after another: keys that are drawn would
// be others each time.
func publishedKeys() func() (*rsa.PrivateKey, error) {
	drawn := -1
	return func() (*rsa.PrivateKey, error) {
		drawn++
		return fixedkeys.Key(drawn), nil
	}
}
