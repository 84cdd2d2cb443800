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
)

// Direction is which way a certificate is copied.
type Direction string

// The directions. The first named is the sender, which shows the number.
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

// agreement is what both sides have to agree on, as one of them sees it.
type agreement struct {
	direction                  Direction
	mailbox                    string
	sender, receiver           Party
	senderNonce, receiverNonce []byte
}

// sid is the session: the mailbox and both nonces, so that nothing of one session
// fits another.
func (a agreement) sid() []byte { return lvCat([]byte(a.mailbox), a.senderNonce, a.receiverNonce) }

// ci is the channel: both devices, both accounts and the direction.
func (a agreement) ci() []byte {
	return lvCat([]byte(application), []byte(a.direction), []byte(a.sender.Account), []byte(a.sender.Device),
		[]byte(a.receiver.Account), []byte(a.receiver.Device))
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

// Sender is the side that shows the number, until the channel stands.
type Sender struct {
	agreement

	secret []byte
	keys   keys
	expect []byte // the receiver's tag
}

// NewSender begins at the sender, with the mailbox that the relay opened.
func NewSender(d Direction, self Party, mailbox string, chance io.Reader) (*Sender, error) {
	s := &Sender{agreement: agreement{direction: d, mailbox: mailbox, sender: self, senderNonce: make([]byte, nonceSize)}}
	if _, err := io.ReadFull(chance, s.senderNonce); err != nil {
		return nil, fmt.Errorf("draw a nonce: %w", err)
	}
	var err error
	s.secret, err = drawSecret(chance)
	return s, err
}

// Secret are the eight digits to be shown after the mailbox's four. They are wiped
// when the number was used.
func (s *Sender) Secret() []byte { return s.secret }

// Hello is the sender's first message.
func (s *Sender) Hello() []byte {
	return encode(kindHello, s.senderNonce, []byte(s.sender.Device), []byte(s.sender.Account))
}

// Meet takes the receiver's answer and returns the sender's share and proof. The
// number is used after it, whatever comes.
func (s *Sender) Meet(answer []byte, chance io.Reader) (share []byte, err error) {
	defer clear(s.secret)
	fields, err := decode(answer, kindAnswer, 4)
	if err != nil {
		return nil, err
	}
	s.receiverNonce, s.receiver = bytes.Clone(fields[0]), Party{string(fields[1]), string(fields[2])}
	if err := s.foreign(s.sender, s.receiver); err != nil {
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
	// The receiver spoke first and is CPace's initiator.
	ada, adb := []byte(s.receiver.Device), []byte(s.sender.Device)
	s.keys = newKeys(s.sid(), sessionKey(s.sid(), k, peer, ada, mine.share, adb))
	s.expect = s.keys.tag(peer, ada)
	return encode(kindShare, mine.share, s.keys.tag(mine.share, adb)), nil
}

// Confirm takes the receiver's proof. Only after it anything about the certificate
// may be sent. It returns ErrWrongNumber if the other side typed another one.
func (s *Sender) Confirm(message []byte) (*Channel, error) {
	fields, err := decode(message, kindTag, 1)
	if err != nil {
		return nil, err
	}
	defer s.keys.wipe()
	if s.expect == nil || !hmac.Equal(fields[0], s.expect) {
		return nil, ErrWrongNumber
	}
	return newChannel(s.keys, "sender", "receiver")
}

// Receiver is the side where the number is typed, until the channel stands.
type Receiver struct {
	agreement

	mine secretScalar
}

// NewReceiver takes the sender's hello and the secret digits, which are wiped, and
// returns the receiver's answer.
func NewReceiver(d Direction, self Party, mailbox string, secret, hello []byte, chance io.Reader) (*Receiver, []byte, error) {
	defer clear(secret)
	fields, err := decode(hello, kindHello, 3)
	if err != nil {
		return nil, nil, err
	}
	r := &Receiver{agreement: agreement{
		direction: d, mailbox: mailbox, receiver: self, receiverNonce: make([]byte, nonceSize),
		senderNonce: bytes.Clone(fields[0]), sender: Party{string(fields[1]), string(fields[2])},
	}}
	if _, err := io.ReadFull(chance, r.receiverNonce); err != nil {
		return nil, nil, fmt.Errorf("draw a nonce: %w", err)
	}
	if err := r.foreign(r.receiver, r.sender); err != nil {
		return nil, nil, err
	}
	if r.mine, err = newShare(secret, r.ci(), r.sid(), chance); err != nil {
		return nil, nil, err
	}
	return r, encode(kindAnswer, r.receiverNonce, []byte(self.Device), []byte(self.Account), r.mine.share), nil
}

// Confirm takes the sender's share and proof, and returns the receiver's proof and
// the channel. It returns ErrWrongNumber if the number that was typed is not the one that is shown.
func (r *Receiver) Confirm(message []byte) (tag []byte, c *Channel, err error) {
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
	ada, adb := []byte(r.receiver.Device), []byte(r.sender.Device)
	agreed := newKeys(r.sid(), sessionKey(r.sid(), k, r.mine.share, ada, peer, adb))
	defer agreed.wipe()
	if !hmac.Equal(fields[1], agreed.tag(peer, adb)) {
		return nil, nil, ErrWrongNumber
	}
	c, err = newChannel(agreed, "receiver", "sender")
	return encode(kindTag, agreed.tag(r.mine.share, ada)), c, err
}

// foreign refuses a peer that is this device, and nonces that are no nonces.
func (a agreement) foreign(self, peer Party) error {
	switch {
	case self.Device == peer.Device || bytes.Equal(a.senderNonce, a.receiverNonce):
		return ErrItself
	case len(a.senderNonce) != nonceSize || len(a.receiverNonce) != nonceSize || peer.Device == "":
		return fmt.Errorf("%w: it does not say who it is", ErrProtocol)
	}
	return nil
}
