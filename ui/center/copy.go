package center

import (
	"context"
	"errors"
	"fmt"
	"io"

	"smartbank/bank"
	"smartbank/certstore"
	"smartbank/certstore/npki"
	"smartbank/certstore/pairing"
)

// phone is this device as its peer knows it: one of its kind for a bank, so that
// it cannot be made to copy to itself.
func (c *Center) phone(caller bank.Caller, d pairing.Direction) pairing.Setup {
	return pairing.Setup{
		Relay: Relay{c.bank, caller}, Direction: d, Rand: c.rand,
		Self: pairing.Party{Device: "phone " + c.bank.ID(), Account: fmt.Sprint(caller.Customer)},
	}
}

// Export begins to copy a certificate from this device to a PC, which types the
// number that the result shows. The key travels under the certificate's own password, in the form that Korean programs read; the password is
// wiped. Besides the package's errors it returns *pairing.BurntError where there are no numbers at the moment.
func (c *Center) Export(ctx context.Context, caller bank.Caller, id string, password []byte) (*pairing.Outgoing, error) {
	defer clear(password)
	signer, err := c.store.Unlock(ctx, id, append([]byte(nil), password...))
	if err != nil {
		return nil, err
	}
	defer signer.Close()
	payload, err := packed(signer.Material(), password, c.rand)
	if err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	e := signer.Entry()
	return pairing.Send(ctx, c.phone(caller, pairing.PhoneToPC), offerOf(e.Certificate), payload)
}

// Import begins to copy a certificate from a PC, which shows the number. It is
// wiped. It returns *pairing.BurntError for a number that cannot be used.
func (c *Center) Import(ctx context.Context, caller bank.Caller, number []byte) (*pairing.Incoming, error) {
	return pairing.Receive(ctx, c.phone(caller, pairing.PCToPhone), number)
}

// ErrKeyPassword is returned by [Center.Take] for a password that does not open
// what came: nothing is stored, and another one may be tried while the number lasts.
var ErrKeyPassword = errors.New("the certificate password is wrong")

// Take stores what an import brought, after opening its key with the certificate's
// password, which is wiped. The certificate of the same name that is here is replaced in the same step. What cannot be stored ends the copy.
func (c *Center) Take(ctx context.Context, in *pairing.Incoming, password []byte) (pairing.Status, error) {
	defer clear(password)
	p := in.Payload()
	if p == nil {
		return pairing.Status{}, errors.New("import: nothing came")
	}
	m, err := unpacked(*p, password)
	if errors.Is(err, npki.ErrPassword) {
		return pairing.Status{}, ErrKeyPassword
	}
	if err == nil {
		defer m.wipe()
		err = c.put(ctx, m.Material, password)
	}
	return in.Stored(ctx, c.bank.Now(), err)
}

// put stores material in place of the certificates of the same subject and issuer.
func (c *Center) put(ctx context.Context, m certstore.Material, password []byte) error {
	fresh, err := certstore.ParseCertificate(m.Sign.Cert)
	if err != nil {
		return err
	}
	have, err := c.store.List(ctx)
	if err != nil {
		return err
	}
	var replaces []string
	for _, e := range have {
		if e.Subject.String() == fresh.Subject.String() && e.Issuer.String() == fresh.Issuer.String() {
			replaces = append(replaces, e.ID)
		}
	}
	_, err = c.store.Put(ctx, m, append([]byte(nil), password...), replaces...)
	return err
}

// offerOf is what the other side is shown of a certificate.
func offerOf(cert certstore.Certificate) pairing.Offer {
	return pairing.Offer{
		Owner: cert.Subject.Owner(), Issuer: cert.Issuer.String(), Serial: cert.Serial.String(), NotAfter: cert.NotAfter,
	}
}

// packed is material as it travels.
func packed(m certstore.Material, password []byte, chance io.Reader) (pairing.Payload, error) {
	key, err := npki.Seal(m.Sign.Key, password, npki.Encryption{}, chance)
	if err != nil {
		return pairing.Payload{}, err
	}
	p := pairing.Payload{Cert: m.Sign.Cert, Key: key}
	if m.Exchange != nil {
		p.ExchangeCert = m.Exchange.Cert
		if p.ExchangeKey, err = npki.Seal(m.Exchange.Key, password, npki.Encryption{}, chance); err != nil {
			return pairing.Payload{}, err
		}
	}
	return p, nil
}

// opened is material whose keys are to be wiped.
type opened struct{ certstore.Material }

func (o opened) wipe() {
	o.Sign.Key.Wipe()
	if o.Exchange != nil {
		o.Exchange.Key.Wipe()
	}
}

// unpacked opens what came.
func unpacked(p pairing.Payload, password []byte) (opened, error) {
	key, err := npki.Open(p.Key, password)
	if err != nil {
		return opened{}, err
	}
	o := opened{certstore.Material{Sign: certstore.Pair{Cert: p.Cert, Key: key}}}
	if p.ExchangeCert == nil {
		return o, nil
	}
	exchange, err := npki.Open(p.ExchangeKey, password)
	if err != nil {
		key.Wipe()
		return opened{}, err
	}
	o.Exchange = &certstore.Pair{Cert: p.ExchangeCert, Key: exchange}
	return o, nil
}
