package command

import (
	"context"
	"crypto/rsa"

	"smartbank/bank"
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
	authority := center.NewAuthority(b, p.Rand, p.Key)
	p.signatures()
	p.verifier.Use(authority)
	return center.New(center.Config{Bank: b, Store: store, CA: authority, NewKey: p.Key, Rand: p.Rand}), nil
}

// signatures is what checks the signatures of orders for the bank that is opened
// next. It refuses them all until there are authorities to ask, which are in that bank.
func (p *program) signatures() bank.VerifySignature {
	if p.verifier == nil {
		p.verifier = &center.Verifier{}
	}
	return p.verifier.Verify
}

// verified verifies the bank in the file at path, the signatures of its orders too.
// A file from which nothing can be read about certificates is verified without: what is wrong with it is told better so.
func (p *program) verified(ctx context.Context, path string, watch ...func(bank.Progress)) (bank.Report, error) {
	var check bank.VerifySignature
	v, unread := center.ReadVerifier(ctx, path, p.clock().Now)
	if unread == nil {
		check = v.Verify
	}
	report, err := bank.Verify(ctx, path, check, watch...)
	if err == nil && report.Difference == "" {
		err = unread
	}
	return report, err
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
