package pairing

import (
	"bytes"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha512"
	"errors"
	"fmt"
	"io"
)

// Errors of an agreement. After any of them the number is burnt.
var (
	ErrWrongNumber = errors.New("the numbers differ") // or somebody stands in between, which looks the same
	ErrProtocol    = errors.New("the other side does not keep to the protocol")
	ErrItself      = errors.New("the other side is this device") // a message came back to who sent it
	ErrSameWay     = errors.New("both sides send, or both receive")
)

// Direction is which way a certificate is copied.
type Direction string

// The directions. The first named sends the certificate.
const (
	PCToPhone Direction = "pc>phone"
	PhoneToPC Direction = "phone>pc"
)

// Party is one of the two devices and whose account it is used for.
type Party struct{ Device, Account string }

const (
	nonceSize   = 16
	application = "smartbank-certificate-copy-1"
	macDomain   = "CPaceMac" // draft section 9.4
)

// agreement is what both sides have to agree on, as one of them sees it. Who shows
// the number and who sends the certificate are two questions: some sites have it one way round, some the other.
type agreement struct {
	direction               Direction
	showing                 Side // of the certificate's two ends, the one that shows the number
	mailbox                 string
	shower, typer           Party
	showerNonce, typerNonce []byte
}

// sid is the session: the mailbox and both nonces, so that nothing of one session
// fits another.
func (a agreement) sid() []byte { return lvCat([]byte(a.mailbox), a.showerNonce, a.typerNonce) }

// ci is the channel: the direction, who shows the number, and both devices and accounts.
func (a agreement) ci() []byte {
	return lvCat([]byte(application), []byte(a.direction), []byte(a.showing), []byte(a.shower.Account), []byte(a.shower.Device),
		[]byte(a.typer.Account), []byte(a.typer.Device))
}

// keys are what both sides have after the agreement.
type keys struct {
	isk, mac []byte
	sid      []byte
}

func newKeys(sid, isk []byte) keys {
	mac := sha512.Sum512(append(append([]byte(macDomain), sid...), isk...))
	return keys{isk: isk, mac: mac[:], sid: sid}
}

// tag proves that a side has the key: an HMAC over what it sent itself.
func (k keys) tag(share, ad []byte) []byte {
	h := hmac.New(sha512.New, k.mac)
	h.Write(lvCat(share, ad))
	return h.Sum(nil)
}

// derive is a key for one purpose.
func (k keys) derive(purpose string, size int) []byte {
	key, err := hkdf.Key(sha512.New, k.isk, k.sid, application+" "+purpose, size)
	if err != nil {
		panic(err) // sizes are constants
	}
	return key
}

func (k keys) wipe() {
	clear(k.isk)
	clear(k.mac)
}

// Shower is the side that shows the number, until the channel stands.
type Shower struct {
	agreement

	secret []byte
	keys   keys
	expect []byte // the typer's tag
}

// NewShower begins at the side that shows the number, which is one end of the
// certificate's way, with the mailbox that the relay opened.
func NewShower(d Direction, is Side, self Party, mailbox string, chance io.Reader) (*Shower, error) {
	s := &Shower{agreement: agreement{direction: d, showing: is, mailbox: mailbox, shower: self, showerNonce: make([]byte, nonceSize)}}
	if _, err := io.ReadFull(chance, s.showerNonce); err != nil {
		return nil, fmt.Errorf("draw a nonce: %w", err)
	}
	var err error
	s.secret, err = drawSecret(chance)
	return s, err
}

// Secret are the eight digits to be shown after the mailbox's four. They are wiped
// when the number was used.
func (s *Shower) Secret() []byte { return s.secret }

// Hello is the first message.
func (s *Shower) Hello() []byte {
	return encode(kindHello, s.showerNonce, []byte(s.shower.Device), []byte(s.shower.Account))
}

// Meet takes the answer of the side where the number was typed and returns this
// side's share and proof. The number is used after it, whatever comes.
func (s *Shower) Meet(answer []byte, chance io.Reader) (share []byte, err error) {
	defer clear(s.secret)
	fields, err := decode(answer, kindAnswer, 4)
	if err != nil {
		return nil, err
	}
	s.typerNonce, s.typer = bytes.Clone(fields[0]), Party{string(fields[1]), string(fields[2])}
	if err := s.foreign(s.shower, s.typer); err != nil {
		return nil, err
	}
	mine, err := newShare(s.secret, s.ci(), s.sid(), chance)
	if err != nil {
		return nil, err
	}
	peer := fields[3]
	k, err := mine.common(peer)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrProtocol, err)
	}
	defer clear(k)
	// Where the number was typed spoke first and is CPace's initiator.
	ada, adb := []byte(s.typer.Device), []byte(s.shower.Device)
	s.keys = newKeys(s.sid(), sessionKey(s.sid(), k, peer, ada, mine.share, adb))
	s.expect = s.keys.tag(peer, ada)
	return encode(kindShare, mine.share, s.keys.tag(mine.share, adb)), nil
}

// Confirm takes the other side's proof. Only after it anything about the certificate
// may be sent. It returns ErrWrongNumber if the other side typed another one.
func (s *Shower) Confirm(message []byte) (*Channel, error) {
	fields, err := decode(message, kindTag, 1)
	if err != nil {
		return nil, err
	}
	defer s.keys.wipe()
	if s.expect == nil || !hmac.Equal(fields[0], s.expect) {
		return nil, ErrWrongNumber
	}
	return newChannel(s.keys, s.showing, s.showing.other())
}

// Typer is the side where the number is typed, until the channel stands.
type Typer struct {
	agreement

	mine secretScalar
}

// NewTyper takes the hello of the side that shows the number and the secret digits,
// which are wiped, and returns this side's answer. Is is which end of the certificate's way this side is.
func NewTyper(d Direction, is Side, self Party, mailbox string, secret, hello []byte, chance io.Reader) (*Typer, []byte, error) {
	defer clear(secret)
	fields, err := decode(hello, kindHello, 3)
	if err != nil {
		return nil, nil, err
	}
	r := &Typer{agreement: agreement{
		direction: d, showing: is.other(), mailbox: mailbox, typer: self, typerNonce: make([]byte, nonceSize),
		showerNonce: bytes.Clone(fields[0]), shower: Party{string(fields[1]), string(fields[2])},
	}}
	if _, err := io.ReadFull(chance, r.typerNonce); err != nil {
		return nil, nil, fmt.Errorf("draw a nonce: %w", err)
	}
	if err := r.foreign(r.typer, r.shower); err != nil {
		return nil, nil, err
	}
	if r.mine, err = newShare(secret, r.ci(), r.sid(), chance); err != nil {
		return nil, nil, err
	}
	return r, encode(kindAnswer, r.typerNonce, []byte(self.Device), []byte(self.Account), r.mine.share), nil
}

// Confirm takes the share and proof of the side that shows the number, and returns
// this side's proof and the channel. It returns ErrWrongNumber if the number that was typed is not the one that is shown.
func (r *Typer) Confirm(message []byte) (tag []byte, c *Channel, err error) {
	fields, err := decode(message, kindShare, 2)
	if err != nil {
		return nil, nil, err
	}
	peer := fields[0]
	if bytes.Equal(peer, r.mine.share) {
		return nil, nil, ErrItself
	}
	k, err := r.mine.common(peer)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrProtocol, err)
	}
	defer clear(k)
	ada, adb := []byte(r.typer.Device), []byte(r.shower.Device)
	agreed := newKeys(r.sid(), sessionKey(r.sid(), k, r.mine.share, ada, peer, adb))
	defer agreed.wipe()
	if !hmac.Equal(fields[1], agreed.tag(peer, adb)) {
		return nil, nil, ErrWrongNumber
	}
	c, err = newChannel(agreed, r.showing.other(), r.showing)
	return encode(kindTag, agreed.tag(r.mine.share, ada)), c, err
}

// foreign refuses a peer that is this device, and nonces that are no nonces.
func (a agreement) foreign(self, peer Party) error {
	switch {
	case self.Device == peer.Device || bytes.Equal(a.showerNonce, a.typerNonce):
		return ErrItself
	case len(a.showerNonce) != nonceSize || len(a.typerNonce) != nonceSize || peer.Device == "":
		return fmt.Errorf("%w: it does not say who it is", ErrProtocol)
	}
	return nil
}
