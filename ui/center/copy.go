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

// Parcel is a certificate ready to be copied to another device, with as many numbers
// as that takes. Its keys are under the certificate's own password.
type Parcel struct {
	setup   pairing.Setup
	offer   pairing.Offer
	payload pairing.Payload
}

// Offer is what the other device will be shown.
func (p Parcel) Offer() pairing.Offer { return p.offer }

// Send begins to copy it. Without a number this device shows one, with a number
// that is the other device's; it is wiped. It returns *pairing.BurntError for a number that cannot be used, and where there are none at the
// moment.
func (p Parcel) Send(ctx context.Context, number []byte) (*pairing.Outgoing, error) {
	if number == nil {
		return pairing.Send(ctx, p.setup, p.offer, p.payload)
	}
	return pairing.SendTo(ctx, p.setup, number, p.offer, p.payload)
}

// receive begins to copy a certificate to a device.
func receive(ctx context.Context, s pairing.Setup, number []byte) (*pairing.Incoming, error) {
	if number == nil {
		return pairing.Await(ctx, s)
	}
	return pairing.Receive(ctx, s, number)
}

// Export packs a certificate of this device for a PC. The key travels under the certificate's own password, in the form that
// Korean programs read; the password is wiped.
func (c *Center) Export(ctx context.Context, caller bank.Caller, id string, password []byte) (Parcel, error) {
	defer clear(password)
	signer, err := c.kept().Unlock(ctx, id, append([]byte(nil), password...))
	if err != nil {
		return Parcel{}, err
	}
	defer signer.Close()
	payload, err := packed(signer.Material(), password, c.rand)
	if err != nil {
		return Parcel{}, fmt.Errorf("export: %w", err)
	}
	e := signer.Entry()
	return Parcel{c.phone(caller, pairing.PhoneToPC), offerOf(e.Certificate), payload}, nil
}

// Import begins to copy a certificate from a PC. Without a number this device
// shows one, with a number that is the PC's; it is wiped. It returns *pairing.BurntError for a number that cannot be used, and where there are
// none at the moment.
func (c *Center) Import(ctx context.Context, caller bank.Caller, number []byte) (*pairing.Incoming, error) {
	return receive(ctx, c.phone(caller, pairing.PCToPhone), number)
}

// ErrKeyPassword is returned by [Center.Take] for a password that does not open
// what came: nothing is stored, and another one may be tried while the number lasts.
var ErrKeyPassword = errors.New("the certificate password is wrong")

// errOtherOffer is a certificate that is not as it was offered: its customer agreed
// to something else.
var errOtherOffer = errors.New("the certificate is not as it was offered")

// asOffered reports whether a certificate is what the customer was shown.
func asOffered(cert []byte, o pairing.Offer) error {
	parsed, err := certstore.ParseCertificate(cert)
	if err != nil {
		return err
	}
	if is := offerOf(parsed); is.Owner != o.Owner || is.Issuer != o.Issuer || is.Serial != o.Serial || !is.NotAfter.Equal(o.NotAfter) {
		return errOtherOffer
	}
	return nil
}

// Take stores what an import brought, after opening its key with the certificate's
// password, which is wiped. The certificate of the same name that is here is replaced in the same step. What cannot be stored, or is not what
// was offered, ends the copy.
func (c *Center) Take(ctx context.Context, in *pairing.Incoming, password []byte) (pairing.Status, error) {
	defer clear(password)
	p := in.Payload()
	if p == nil {
		return pairing.Status{}, errors.New("import: nothing came")
	}
	if err := asOffered(p.Cert, in.Offer()); err != nil {
		return in.Stored(ctx, c.bank.Now(), err)
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
	have, err := c.kept().List(ctx)
	if err != nil {
		return err
	}
	var replaces []string
	for _, e := range have {
		if e.Subject.String() == fresh.Subject.String() && e.Issuer.String() == fresh.Issuer.String() {
			replaces = append(replaces, e.ID)
		}
	}
	_, err = c.kept().Put(ctx, m, append([]byte(nil), password...), replaces...)
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
